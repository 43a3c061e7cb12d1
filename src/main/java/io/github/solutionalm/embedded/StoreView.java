package io.github.solutionalm.embedded;

import io.github.solutionalm.engine.Definitions;
import io.github.solutionalm.engine.EnvironmentView;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Reference;
import io.github.solutionalm.store.StoreTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The environment as the planner sees it: the store's answers, and the provided solutions. */
final class StoreView implements EnvironmentView {

    private final StoreTransaction tx;
    private final ProvidedSolutions provided;
    private final EmbeddedSettings settings;

    private final Definitions definitions;
    private final CapturedLooks looks;

    StoreView(StoreTransaction tx, ProvidedSolutions provided, EmbeddedSettings settings) {
        this(tx, provided, settings, StoredDefinitions.Arriving.NOTHING);
    }

    private StoreView(
            StoreTransaction tx,
            ProvidedSolutions provided,
            EmbeddedSettings settings,
            StoredDefinitions.Arriving arriving) {
        this.tx = tx;
        this.provided = provided;
        this.settings = settings;
        this.definitions = new StoredDefinitions(tx, arriving);
        this.looks = new CapturedLooks(tx);
    }

    /** This view while a package is imported. */
    StoreView importing(StoredDefinitions.Arriving arriving) {
        return new StoreView(tx, provided, settings, arriving);
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public Optional<InstalledSolution> solution(String uniqueName) {
        return tx.solutions().find(uniqueName);
    }

    @Override
    public List<InstalledSolution> solutions() {
        return tx.solutions().all();
    }

    @Override
    public Map<ComponentKey, ComponentState> components(Collection<ComponentKey> keys) {
        return tx.components().states(keys);
    }

    @Override
    public Collection<ComponentState> withIds(Collection<String> ids) {
        return tx.components().withIds(ids);
    }

    @Override
    public Collection<ComponentState> partsOf(Collection<ComponentKey> parents) {
        return tx.components().partsOf(parents);
    }

    @Override
    public Collection<Reference> referencesTo(Collection<ComponentKey> targets) {
        return tx.references().to(targets);
    }

    @Override
    public Map<ComponentKey, Set<ComponentKey>> dependentsOf(Collection<ComponentKey> components) {
        return looks.areOfCapture() ? tx.dependencies().dependents(components) : Map.of();
    }

    @Override
    public Map<ComponentKey, Set<ComponentKey>> namesOf(Collection<ComponentKey> components) {
        return tx.names().of(components);
    }

    @Override
    public Map<ComponentKey, Set<ComponentKey>> bearing(Collection<ComponentKey> names) {
        return tx.names().bearing(names);
    }

    @Override
    public Set<ComponentKey> layersOf(String owner) {
        return tx.layers().keysOf(owner);
    }

    @Override
    public Set<ComponentKey> withUnknownContent() {
        return tx.layers().keysOfUnknownContent();
    }

    @Override
    public Set<ComponentKey> unasked(Collection<ComponentKey> components) {
        return looks.unasked(components);
    }

    @Override
    public Set<ComponentKey> withKnownDependents(Collection<ComponentKey> components) {
        return looks.withKnownDependents(components);
    }

    @Override
    public Map<ComponentKey, DataAtRisk> dataAtRisk(Collection<ComponentKey> components) {
        return looks.dataAtRisk(components);
    }

    @Override
    public Map<ComponentKey, DataAtRisk> choicesAtRisk(Collection<ComponentKey> components) {
        return looks.choicesAtRisk(components);
    }

    @Override
    public Set<ComponentKey> withUnseenCustomization(Collection<ComponentKey> components) {
        return looks.withUnseenCustomization(components);
    }

    @Override
    public Set<ComponentKey> membersOf(String solution) {
        return tx.members().keysOf(solution);
    }

    @Override
    public boolean isProvided(String solution) {
        return provided.contains(solution);
    }

    @Override
    public Set<Integer> languages() {
        return settings.languages();
    }

    @Override
    public boolean blocksUnmanagedCustomizations() {
        return settings.blocksUnmanagedCustomizations();
    }

    @Override
    public Set<String> customizationPrefixes() {
        return tx.publishers().prefixes();
    }
}
