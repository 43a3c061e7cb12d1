package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.OverLimit;
import java.util.Locale;

/**
 * How much an archive may demand. A violated limit is an {@link ArchiveException.OverLimit} that gives both numbers.
 *
 * @param entries number of entries
 * @param entryBytes inflated bytes of one entry
 * @param totalBytes inflated bytes of all entries
 * @param ratio inflated bytes per compressed byte of an entry of more than 1 MB
 * @param nestedBytes size of a solution zip inside a cabinet, which is held in memory
 */
public record ArchiveLimits(int entries, long entryBytes, long totalBytes, int ratio, long nestedBytes) {

    /**
     * Limits that no real package comes near, and within which a package is read in seconds: 40,000 entries, 256 MB an
     * entry, 512 MB in all, a ratio of 1,000, and a nested zip of 128 MB. That is the platform's largest upload
     * (docs/platform-facts.md, "Sizes"), and real packages inflate to three or four times their size.
     */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(40_000, 256L << 20, 512L << 20, 1_000, 128L << 20);

    /** Below this an entry's ratio does no harm, whatever it is. */
    private static final long RATIO_FLOOR = 1 << 20;

    void checkEntries(String archive, int count) throws OverLimit {
        if (count > entries) {
            throw new OverLimit(String.format(
                    Locale.ROOT,
                    "%s has too many entries: at least %,d; the limit is %,d. Split the solution.",
                    archive,
                    count,
                    entries));
        }
    }

    void checkEntry(String entry, long size, long packedSize) throws OverLimit {
        checkBytes(entry, size, entryBytes);
        if (size > RATIO_FLOOR && size / ratio > packedSize) {
            throw new OverLimit(String.format(
                    Locale.ROOT,
                    "%s inflates %,d bytes to %,d; the limit is a ratio of %,d",
                    entry,
                    packedSize,
                    size,
                    ratio));
        }
    }

    void checkTotal(String archive, long total) throws OverLimit {
        checkBytes("The content of " + archive, total, totalBytes);
    }

    void checkNested(String entry, long size) throws OverLimit {
        checkBytes(entry, size, nestedBytes);
    }

    private static void checkBytes(String what, long size, long limit) throws OverLimit {
        if (size > limit) {
            throw new OverLimit(
                    String.format(Locale.ROOT, "%s is too large: %,d bytes; the limit is %,d", what, size, limit));
        }
    }
}
