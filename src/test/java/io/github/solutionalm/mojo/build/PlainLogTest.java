package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whichever way a goal logs, Maven's log gets plain text. */
class PlainLogTest {

    private static final String HOSTILE = "a\n##vso[task.complete]";
    private static final String HARMLESS = "a ## vso[task.complete]";

    private final List<Object> logged = new ArrayList<>();
    private final Log log = PlainLog.of((Log) Proxy.newProxyInstance(
            PlainLogTest.class.getClassLoader(), new Class<?>[] {Log.class}, (proxy, method, arguments) -> {
                if (arguments == null) {
                    return method.getName().equals("isWarnEnabled");
                }
                logged.addAll(List.of(arguments));
                return null;
            }));

    @TestFactory
    Stream<DynamicTest> everyMethodGivesPlainTextAlone() {
        return Stream.of(Log.class.getMethods())
                .filter(method -> method.getParameterCount() > 0)
                .map(method -> DynamicTest.dynamicTest(method.toString(), () -> givesPlainText(method)));
    }

    private void givesPlainText(Method method) throws ReflectiveOperationException {
        Object[] arguments = Stream.of(method.getParameterTypes())
                .map(type -> type == Throwable.class ? new IllegalStateException(HOSTILE) : HOSTILE)
                .toArray();

        method.invoke(log, arguments);

        assertThat(logged)
                .hasSameSizeAs(arguments)
                .allSatisfy(each -> assertThat(text(each)).contains(HARMLESS).doesNotContain(HOSTILE));
        logged.clear();
    }

    @Test
    void levelsAreThoseOfMaven() {
        assertThat(log.isWarnEnabled()).isTrue();
        assertThat(log.isDebugEnabled() || log.isInfoEnabled() || log.isErrorEnabled())
                .isFalse();
    }

    @Test
    void isWrappedOnce() {
        assertThat(PlainLog.of(log)).isSameAs(log);
    }

    private static String text(Object logged) {
        if (logged instanceof Throwable e) {
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
        return logged.toString();
    }
}
