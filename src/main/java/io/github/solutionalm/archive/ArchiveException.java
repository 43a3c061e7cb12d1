package io.github.solutionalm.archive;

import java.io.IOException;

/**
 * An archive can't be read. The four kinds say whose fault it is; messages name the file or entry and the way out.
 */
public abstract sealed class ArchiveException extends IOException {

    private static final long serialVersionUID = 1L;

    ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The file is not an archive at all: empty, a Git LFS pointer, another format. */
    public static final class NotAnArchive extends ArchiveException {
        private static final long serialVersionUID = 1L;

        private final boolean openToMeaning;

        public NotAnArchive(String message) {
            this(message, false);
        }

        NotAnArchive(String message, boolean openToMeaning) {
            super(message, null);
            this.openToMeaning = openToMeaning;
        }

        /** Whether the format is a general one, such as XML, so that what the file is for can be told from its content. */
        public boolean isOpenToMeaning() {
            return openToMeaning;
        }
    }

    /** The file is an archive, and damaged: truncated, wrong checksum, impossible names. */
    public static final class Corrupt extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public Corrupt(String message) {
            super(message, null);
        }

        public Corrupt(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The archive is valid, but uses something that is not supported here: encryption, Quantum, a split set. */
    public static final class Unsupported extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public Unsupported(String message) {
            super(message, null);
        }
    }

    /** The archive demands more than the limits allow; the message has both numbers. */
    public static final class OverLimit extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public OverLimit(String message) {
            super(message, null);
        }
    }

    /** The file can't be read from disk. */
    public static final class Unreadable extends ArchiveException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
