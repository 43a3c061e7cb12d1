package io.github.solutionalm.archive;

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
     * Limits that no real package comes near: 100,000 entries, 512 MB an entry, 4 GB in all, a ratio of 1,000, and a
     * nested zip of 128 MB (the platform's largest upload, facts/dataverse.md 2.11).
     */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(100_000, 512L << 20, 4L << 30, 1_000, 128L << 20);
}
