package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.embedded.SolutionRemoval;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.Reference;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.SolutionComponentTable.Membership;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the server serves: an embedded environment in a file of its own. */
final class Organization implements AutoCloseable {

    private final EmbeddedEnvironment environment;
    private final EnvironmentStore store;
    private final Remembered remembered = new Remembered();
    private final TableData data = new TableData();

    private Organization(EmbeddedEnvironment environment, EnvironmentStore store) {
        this.environment = environment;
        this.store = store;
    }

    static Organization in(Path file, Clock clock) throws SolutionException {
        String url = "jdbc:sqlite:" + file;
        EmbeddedEnvironment environment = EmbeddedEnvironment.open(
                new EnvironmentId("server", "embedded", url), EmbeddedSettings.defaults(), clock);
        return new Organization(environment, EnvironmentStore.open(url, clock));
    }

    ImportResult imports(Path file, ImportOptions options, Optional<DeploymentSettings> settings)
            throws SolutionException {
        try {
            return environment.importSolution(
                    new ImportRequest("import", file, Optional.empty(), options).with(settings), ImportListener.NONE);
        } finally {
            remembered.forget();
        }
    }

    PlanResult plans(Path file, ImportOptions options) throws SolutionException {
        return environment
                .plan(List.of(new ImportRequest("plan", file, Optional.empty(), options)), ImportListener.NONE)
                .get(0);
    }

    ImportResult promotes(String solution, ImportOptions options) throws SolutionException {
        try {
            return environment.applyUpgrade(new ApplyRequest("apply-upgrade", solution, options), ImportListener.NONE);
        } finally {
            remembered.forget();
        }
    }

    void publishes() throws SolutionException {
        try {
            environment.publish(new PublishRequest(Duration.ofHours(1)), ImportListener.NONE);
        } finally {
            remembered.forget();
        }
    }

    /** Publishes tables with their parts, choices and dashboards. */
    void publishes(Collection<ComponentKey> named) {
        store.transact(tx -> {
            tx.components().setPublished(named, true);
            List<ComponentKey> parts = tx.components().partsOf(named).stream()
                    .map(ComponentState::key)
                    .toList();
            tx.components().setPublished(parts, true);
            return parts.size();
        });
        remembered.forget();
    }

    /** What waits for being published. */
    Set<ComponentKey> unpublished() {
        Set<ComponentKey> keys = new TreeSet<>();
        store.read(tx -> {
            tx.components().forEach(state -> {
                if (!state.published()) {
                    keys.add(state.key());
                }
            });
            return keys;
        });
        return keys;
    }

    List<InstalledSolution> solutions() {
        return remembered("solutions", () -> store.read(tx -> tx.solutions().all()));
    }

    Optional<InstalledSolution> solution(String uniqueName) {
        return store.read(tx -> tx.solutions().find(uniqueName));
    }

    /** The publishers of the installed solutions. */
    List<Publisher> publishers() {
        return store.read(tx -> tx.solutions().all().stream()
                .map(InstalledSolution::publisher)
                .distinct()
                .flatMap(name -> tx.publishers().find(name).stream())
                .toList());
    }

    List<Membership> members(String solution) {
        return remembered(
                "members of " + solution, () -> store.read(tx -> tx.members().of(solution)));
    }

    Map<ComponentKey, ComponentState> states(List<ComponentKey> keys) {
        return store.read(tx -> tx.components().states(keys));
    }

    void everyComponent(Consumer<ComponentState> consumer) {
        List<ComponentState> all = remembered(
                "components",
                () -> store.read(tx -> {
                    List<ComponentState> states = new ArrayList<>();
                    tx.components().forEach(states::add);
                    return states;
                }));
        all.forEach(consumer);
    }

    /** The components that refer to one in the layer of theirs that shows; of a merging type in any layer. */
    List<ComponentState> dependents(ComponentKey key) {
        return store.read(tx -> {
            Set<ComponentKey> written =
                    new TreeSet<>(tx.names().of(List.of(key)).getOrDefault(key, Set.of()));
            written.add(key);
            List<Reference> references = tx.references().to(written);
            Map<ComponentKey, ComponentState> sources = tx.components()
                    .states(references.stream().map(Reference::source).toList());
            return references.stream()
                    .filter(reference -> shows(sources.get(reference.source()), reference.owner()))
                    .map(reference -> sources.get(reference.source()))
                    .distinct()
                    .toList();
        });
    }

    /** What outside a solution refers to something in it, by what it refers to. */
    Map<ComponentKey, List<ComponentState>> dependentsOutside(String solution) {
        Set<ComponentKey> own = new TreeSet<>();
        members(solution).forEach(member -> own.add(member.component()));
        Map<ComponentKey, List<ComponentState>> outside = new TreeMap<>();
        for (ComponentKey key : own) {
            List<ComponentState> dependents = dependents(key).stream()
                    .filter(dependent -> !own.contains(dependent.key()))
                    .toList();
            if (!dependents.isEmpty()) {
                outside.put(key, dependents);
            }
        }
        return outside;
    }

    private static boolean shows(ComponentState source, String owner) {
        List<Layer> layers = source.layers();
        return source.key().type().merges()
                || UniqueName.same(layers.get(layers.size() - 1).owner(), owner);
    }

    /** The definition that shows. */
    Optional<String> definition(ComponentKey key) {
        return store.read(tx ->
                tx.layers().topDefinition(key).map(definition -> tx.contents().text(definition.xml())));
    }

    /** Activates a component or puts it into draft. */
    void sets(ComponentKey key, boolean active) {
        store.change(tx ->
                tx.components().setStates(Map.of(key, active ? ActivationState.ACTIVATED : ActivationState.DRAFT)));
        remembered.forget();
    }

    /**
     * Whether a rule is active here. That is what hinders an import that brings it: "You can not edit an active routing rule.
     * Deactivate the rule" (0x8004F851, https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes).
     */
    boolean hasActiveRules() {
        return RuleRows.rules(this).stream()
                .flatMap(rules -> rules.table().rows().read().stream())
                .anyMatch(row -> row.get("statecode").equals(1));
    }

    /** Takes away a solution that nothing needs. */
    void removes(InstalledSolution solution) throws SolutionException {
        SolutionRemoval.remove(store, solution);
        remembered.forget();
    }

    /** What was read, or made of what was: anew only after a change. Nobody changes what is given. */
    <T> T remembered(String what, Supplier<T> read) {
        return remembered.get(what, read);
    }

    /** What a test has said of rows. */
    TableData data() {
        return data;
    }

    /** Somebody else wrote into the file. */
    void forget() {
        remembered.forget();
    }

    Path file() {
        return store.file();
    }

    @Override
    public void close() {
        store.close();
        environment.close();
    }
}
