package io.github.solutionalm.dataverse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;

/** All that libraries log at any level while a recording runs; nothing at other times. */
public final class RecordedLog implements AutoCloseable {

    private static final AtomicReference<StringBuffer> RECORDING = new AtomicReference<>();

    private final StringBuffer text = new StringBuffer();

    public RecordedLog() {
        RECORDING.set(text);
    }

    public String text() {
        return text.toString();
    }

    @Override
    public void close() {
        RECORDING.set(null);
    }

    public static Logger logger(String name) {
        return (Logger) Proxy.newProxyInstance(
                RecordedLog.class.getClassLoader(),
                new Class<?>[] {Logger.class},
                (proxy, method, arguments) -> answer(name, method, arguments));
    }

    private static Object answer(String name, Method method, Object[] arguments) {
        StringBuffer recording = RECORDING.get();
        if (method.getName().equals("getName")) {
            return name;
        }
        if (method.getReturnType() == boolean.class) {
            return recording != null;
        }
        if (recording != null && arguments != null) {
            recording
                    .append(method.getName().toUpperCase(Locale.ROOT))
                    .append(' ')
                    .append(name);
            for (Object argument : arguments) {
                append(recording.append(' '), argument);
            }
            recording.append('\n');
        }
        return method.getReturnType() == String.class ? name : null;
    }

    private static void append(StringBuffer recording, Object argument) {
        if (argument instanceof Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            recording.append(trace);
        } else if (argument instanceof Object[] many) {
            for (Object one : many) {
                append(recording.append(' '), one);
            }
        } else {
            recording.append(argument);
        }
    }
}
