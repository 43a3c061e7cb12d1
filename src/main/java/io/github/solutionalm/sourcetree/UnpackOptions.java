package io.github.solutionalm.sourcetree;

/**
 * How packages are unpacked into a source tree.
 *
 * @param staleFiles what becomes of files of the tree that the packages don't have
 * @param keepVersion whether the version in the tree stays
 * @param lineEndings how lines end in files that are written
 * @param check whether nothing is written and what differs is reported
 */
public record UnpackOptions(StaleFiles staleFiles, boolean keepVersion, LineEndings lineEndings, boolean check) {

    /** What becomes of files that the packages don't have. */
    public enum StaleFiles {
        DELETE,
        KEEP,
        FAIL
    }

    /** How lines end. */
    public enum LineEndings {
        /** As in the tree that is there, else as the platform ends them. */
        AUTO,
        LF,
        CRLF
    }
}
