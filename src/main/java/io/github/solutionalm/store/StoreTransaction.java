package io.github.solutionalm.store;

/** The tables as one transaction sees them. Valid inside {@link EnvironmentStore#transact} and its like only. */
public final class StoreTransaction {

    StoreTransaction() {}

    public PublisherTable publishers() {
        throw new UnsupportedOperationException();
    }

    public SolutionTable solutions() {
        throw new UnsupportedOperationException();
    }

    /** What each solution lists, with or without a layer of it. */
    public SolutionComponentTable members() {
        throw new UnsupportedOperationException();
    }

    public ComponentTable components() {
        throw new UnsupportedOperationException();
    }

    public LayerTable layers() {
        throw new UnsupportedOperationException();
    }

    public DefinitionTable definitions() {
        throw new UnsupportedOperationException();
    }

    public ContentTable contents() {
        throw new UnsupportedOperationException();
    }

    public ReferenceTable references() {
        throw new UnsupportedOperationException();
    }

    public ImportJobTable jobs() {
        throw new UnsupportedOperationException();
    }
}
