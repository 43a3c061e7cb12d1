package io.github.solutionalm.archive.cab;

import java.io.IOException;
import java.util.Locale;

/** A cabinet can't be read, and it is the cabinet's fault. The message is what to say after its name and "is damaged:". */
public final class CabException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Whether anyone could read it. */
    public enum Kind {
        /** Nobody: it contradicts itself or the format. */
        CORRUPT,
        /** Others: it uses a part of the format that is not implemented here. */
        UNSUPPORTED
    }

    private final Kind kind;

    private CabException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static CabException corrupt(String message, Object... values) {
        return new CabException(Kind.CORRUPT, String.format(Locale.ROOT, message, values));
    }

    static CabException unsupported(String message, Object... values) {
        return new CabException(Kind.UNSUPPORTED, String.format(Locale.ROOT, message, values));
    }

    public Kind kind() {
        return kind;
    }
}
