package io.github.solutionalm.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Whatever a log shows of an exception is plain: its message, what it calls itself, its causes, what was suppressed. */
class PlainThrowableTest {

    private static final String HOSTILE = "##vso[task.complete]";
    private static final String HARMLESS = "## vso[task.complete]";

    @Test
    void whatIsPlainAllThroughIsTheExceptionItself() {
        Exception plain = new IOException("It is gone.", new IllegalStateException("a: b"));
        plain.addSuppressed(new IOException());

        assertThat(PlainThrowable.of(plain)).isSameAs(plain);
    }

    @Test
    void oneHostileTextIsEnoughWhereverItStands() {
        Exception cause = new IOException("plain", new IllegalStateException(HOSTILE));
        Exception deepCause = new IOException("plain", cause);
        Exception suppressed = new IOException("plain");
        suppressed.addSuppressed(new IOException(HOSTILE));
        Exception suppressedInCause = new IOException("plain", suppressed);

        for (Throwable each :
                new Throwable[] {new IOException(HOSTILE), cause, deepCause, suppressed, suppressedInCause}) {
            assertThat(printed(PlainThrowable.of(each))).doesNotContain(HOSTILE).contains(HARMLESS);
        }
    }

    @Test
    void whatItCallsItselfCountsAsMuchAsItsMessage() {
        Throwable named = new Throwable("plain") {
            private static final long serialVersionUID = 1;

            @Override
            public String toString() {
                return HOSTILE;
            }
        };

        assertThat(PlainThrowable.of(named)).hasToString(HARMLESS).hasMessage("plain");
    }

    @Test
    void theStackTracesAreThoseOfTheOriginals() {
        Exception cause = at("Cause", new IllegalStateException("plain"));
        Exception suppressed = at("Suppressed", new IOException("plain"));
        Exception hostile = at("Original", new IOException(HOSTILE, cause));
        hostile.addSuppressed(suppressed);

        Throwable copy = PlainThrowable.of(hostile);

        assertThat(copy.getStackTrace()).isEqualTo(hostile.getStackTrace());
        assertThat(copy.getCause().getStackTrace()).isEqualTo(cause.getStackTrace());
        assertThat(copy.getSuppressed()[0].getStackTrace()).isEqualTo(suppressed.getStackTrace());
    }

    private static Exception at(String place, Exception e) {
        e.setStackTrace(new StackTraceElement[] {new StackTraceElement(place, "method", place + ".java", 7)});
        return e;
    }

    @Test
    void causesThatGoRoundInACircleEnd() {
        IOException one = new IOException("one");
        IOException other = new IOException(HOSTILE, one);
        one.initCause(other);

        assertThat(PlainThrowable.of(one)).hasMessage("one").cause().hasMessage(HARMLESS);
    }

    private static String printed(Throwable e) {
        java.io.StringWriter text = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
