package io.github.solutionalm.store;

import io.github.solutionalm.model.InstalledSolution;
import java.util.List;
import java.util.Optional;

/** Installed solutions, by unique name in any case. */
public final class SolutionTable {

    SolutionTable() {}

    /** All solutions in install order. */
    public List<InstalledSolution> all() {
        throw new UnsupportedOperationException();
    }

    /** All solutions in install order, each with the length of its component list. */
    public List<ListedSolution> listed() {
        throw new UnsupportedOperationException();
    }

    public Optional<InstalledSolution> find(String uniqueName) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds a solution as the last in install order, or updates the one of that name, which keeps its place and its
     * {@code installedOn}. Its publisher, and the solution that it patches or holds for, must be there.
     */
    public void save(InstalledSolution solution) {
        throw new UnsupportedOperationException();
    }

    /** Gives a solution another unique name. Its layers, patches and place stay. */
    public void rename(String uniqueName, String newName) {
        throw new UnsupportedOperationException();
    }

    /**
     * Removes a solution with its layers and its component list. Components and definitions stay.
     *
     * @throws StoreException when a patch or a holding solution of it is still there
     */
    public void delete(String uniqueName) {
        throw new UnsupportedOperationException();
    }

    /**
     * Puts a holding solution in the place of the one it holds for, which is deleted as by {@link #delete}: the holding
     * solution takes over name, place in the install order and {@code installedOn} (engine.md, Apply). Patches must be
     * deleted before.
     */
    public void promote(String holdingSolution) {
        throw new UnsupportedOperationException();
    }
}
