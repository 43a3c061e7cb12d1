package io.github.solutionalm.store;

import java.time.Clock;
import org.jdbi.v3.core.Handle;

/** The tables as one transaction sees them. Valid inside {@link EnvironmentStore#transact} and its like only. */
public final class StoreTransaction {

    private final PublisherTable publishers;
    private final SolutionTable solutions;
    private final SolutionComponentTable members;
    private final ComponentTable components;
    private final LayerTable layers;
    private final DefinitionTable definitions;
    private final ContentTable contents;
    private final ReferenceTable references;
    private final NameTable names;
    private final UnreadLayers unread;
    private final ImportJobTable jobs;
    private final OriginTable origin;
    private final CapturedComponents captured;
    private final DependencyTable dependencies;
    private final LookTable looks;
    private final DataAtRiskTable dataAtRisk;
    private final GapTable gaps;

    StoreTransaction(Handle handle, Clock clock) {
        publishers = new PublisherTable(handle);
        solutions = new SolutionTable(handle);
        members = new SolutionComponentTable(handle, solutions);
        contents = new ContentTable(handle);
        definitions = new DefinitionTable(handle);
        references = new ReferenceTable(handle);
        names = new NameTable(handle);
        unread = new UnreadLayers(handle);
        components = new ComponentTable(handle, solutions);
        layers = new LayerTable(handle, this);
        jobs = new ImportJobTable(handle, clock);
        origin = new OriginTable(handle);
        captured = new CapturedComponents(handle, solutions);
        dependencies = new DependencyTable(handle);
        looks = new LookTable(handle);
        dataAtRisk = new DataAtRiskTable(handle);
        gaps = new GapTable(handle);
    }

    public PublisherTable publishers() {
        return publishers;
    }

    public SolutionTable solutions() {
        return solutions;
    }

    /** What each solution lists, with or without a layer of it. */
    public SolutionComponentTable members() {
        return members;
    }

    public ComponentTable components() {
        return components;
    }

    public LayerTable layers() {
        return layers;
    }

    public DefinitionTable definitions() {
        return definitions;
    }

    public ContentTable contents() {
        return contents;
    }

    public ReferenceTable references() {
        return references;
    }

    public NameTable names() {
        return names;
    }

    /** What an earlier version of the plugin wrote. */
    public UnreadLayers unread() {
        return unread;
    }

    public ImportJobTable jobs() {
        return jobs;
    }

    /** Of which environment this is a capture. */
    public OriginTable origin() {
        return origin;
    }

    /** Writes components of a captured environment. */
    public CapturedComponents captured() {
        return captured;
    }

    /** Which component uses which, in a captured environment. */
    public DependencyTable dependencies() {
        return dependencies;
    }

    /** How far anybody looked when the environment was captured. */
    public LookTable looks() {
        return looks;
    }

    /** What deletions would lose in the captured environment. */
    public DataAtRiskTable dataAtRisk() {
        return dataAtRisk;
    }

    /** The looks that failed or were left out. */
    public GapTable gaps() {
        return gaps;
    }

    /** Sends what is still kept back for a batch. */
    void flush() {
        contents.flush();
    }

    /** Gives back what the tables hold of the connection. */
    void end() {
        contents.close();
    }
}
