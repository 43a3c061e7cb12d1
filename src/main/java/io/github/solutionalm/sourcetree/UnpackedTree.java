package io.github.solutionalm.sourcetree;

import java.util.List;

/**
 * What unpacking wrote, or would write with {@code check}; paths in the tree, sorted.
 *
 * @param added files that were not there
 * @param changed files that said something else
 * @param stale files that the packages don't have: deleted, or kept
 * @param unchanged number of files that were not touched
 * @param warnings what is worth knowing, as whole sentences
 */
public record UnpackedTree(
        List<String> added, List<String> changed, List<String> stale, int unchanged, List<String> warnings) {

    public UnpackedTree {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        stale = List.copyOf(stale);
        warnings = List.copyOf(warnings);
    }

    /** Whether the tree says what the packages say. */
    public boolean isSame() {
        return added.isEmpty() && changed.isEmpty() && stale.isEmpty();
    }
}
