package io.github.solutionalm.mojo.sources;

/** What to do when the source tree has another version than the build. */
public enum VersionMismatch {
    /** The package gets the build's; the tree stays as it is. */
    REPLACE,
    /** The package gets the tree's. */
    KEEP,
    FAIL
}
