package io.github.solutionalm.text;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * The copy of an exception whose message holds more than {@link PlainText}, for a log: the message, those of all causes and of
 * all that was suppressed are cleaned; the stack traces stay. It calls itself what the original does.
 */
public final class PlainThrowable extends Exception {

    private static final long serialVersionUID = 1;
    /** Causes have causes, but not without end. */
    private static final int DEEPEST = 100;

    private final String name;

    private PlainThrowable(String name, String message) {
        super(message);
        this.name = name;
    }

    /** The exception itself when all that a log would show of it is plain text already; otherwise a copy. */
    public static Throwable of(Throwable original) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return isPlain(original, seen, 0) ? original : copy(original, ancestors(), 0);
    }

    private static Set<Throwable> ancestors() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static boolean isPlain(Throwable one, Set<Throwable> seen, int depth) {
        if (one == null || !seen.add(one)) {
            return true;
        }
        if (depth > DEEPEST || !isPlain(one.getMessage()) || !isPlain(one.toString())) {
            return false;
        }
        for (Throwable suppressed : one.getSuppressed()) {
            if (!isPlain(suppressed, seen, depth + 1)) {
                return false;
            }
        }
        return isPlain(one.getCause(), seen, depth + 1);
    }

    private static boolean isPlain(String text) {
        return text == null || PlainText.of(text).equals(text);
    }

    private static PlainThrowable copy(Throwable original, Set<Throwable> ancestors, int depth) {
        PlainThrowable copy = new PlainThrowable(
                PlainText.of(String.valueOf(original.toString())),
                Optional.ofNullable(original.getMessage()).map(PlainText::of).orElse(null));
        copy.setStackTrace(original.getStackTrace());
        if (depth <= DEEPEST && ancestors.add(original)) {
            if (original.getCause() != null) {
                copy.initCause(copy(original.getCause(), ancestors, depth + 1));
            }
            for (Throwable suppressed : original.getSuppressed()) {
                copy.addSuppressed(copy(suppressed, ancestors, depth + 1));
            }
            ancestors.remove(original);
        }
        return copy;
    }

    /** Its own stack would be that of the copying. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public String toString() {
        return name;
    }
}
