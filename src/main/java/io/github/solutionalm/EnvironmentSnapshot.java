package io.github.solutionalm;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent.Behavior;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was captured of an environment: enough to plan operations on it, and nothing secret. It has no content of
 * layers, no values, no ids of connections and no rows, only how many rows there are (docs/snapshots.md).
 *
 * @param origin where and when it was captured
 * @param publishers those of the solutions
 * @param solutions in install order, without the platform's own System, Active, Default and Basic
 * @param components sorted by key; those whose name was not asked for have the environment's object id for a key
 * @param dependencies which component uses which, as far as the environment was asked, sorted
 * @param looks what the environment was asked, and what stays unknown
 */
public record EnvironmentSnapshot(
        Origin origin,
        List<Publisher> publishers,
        List<InstalledSolution> solutions,
        List<Component> components,
        List<Dependency> dependencies,
        Looks looks) {

    public EnvironmentSnapshot {
        publishers = List.copyOf(publishers);
        solutions = List.copyOf(solutions);
        components = List.copyOf(components);
        dependencies = List.copyOf(dependencies);
    }

    /**
     * Where and when a snapshot was taken.
     *
     * @param url the environment's address, such as {@code https://contoso.crm.dynamics.com}
     * @param organizationId GUID of its organization; empty when it did not say
     * @param platformVersion version of its platform, such as {@code 9.2.24104.179}; empty when it did not say
     * @param takenAt when the capture began
     */
    public record Origin(String url, String organizationId, String platformVersion, Instant takenAt) {}

    /**
     * A component.
     *
     * @param key as a package has it, or the object id
     * @param objectId GUID in the environment
     * @param label name, parent and state, as far as they are known
     * @param layers owners of its layers, bottom to top: {@link Layer#SYSTEM}, managed solutions, {@link Layer#ACTIVE}
     * @param holders the solutions that list it, each with how much of it, by unique name
     */
    public record Component(
            ComponentKey key,
            String objectId,
            Layer.Label label,
            List<String> layers,
            SortedMap<String, Behavior> holders) {

        public Component {
            layers = List.copyOf(layers);
            holders = Collections.unmodifiableSortedMap(new TreeMap<>(holders));
        }
    }

    /**
     * A component uses another one. The environment does not say by which layer.
     *
     * @param required the component that is used
     * @param dependent the component that uses it
     */
    public record Dependency(ComponentKey required, ComponentKey dependent) {

        /** By the component that is used. */
        public static final Comparator<Dependency> ORDER =
                Comparator.comparing(Dependency::required).thenComparing(Dependency::dependent);
    }

    /**
     * What the environment was asked.
     *
     * @param types names of the component types of which every component is there by its name
     * @param tables logical names of the tables of which every part is there by its name, also of tables that do not exist
     * @param dependents the components of which everything is known that uses them
     * @param unseenCustomizations the components of which nobody looked whether an Active layer changes anything: they are
     *     listed with one
     * @param data what deletions would lose, by component
     * @param gaps the looks that failed or were left out
     */
    public record Looks(
            SortedSet<String> types,
            SortedSet<String> tables,
            SortedSet<ComponentKey> dependents,
            SortedSet<ComponentKey> unseenCustomizations,
            SortedMap<ComponentKey, DataAtRisk> data,
            List<Gap> gaps) {

        public Looks(
                Set<String> types,
                Set<String> tables,
                Set<ComponentKey> dependents,
                Set<ComponentKey> unseenCustomizations,
                Map<ComponentKey, DataAtRisk> data,
                List<Gap> gaps) {
            this(
                    Collections.unmodifiableSortedSet(new TreeSet<>(types)),
                    Collections.unmodifiableSortedSet(new TreeSet<>(tables)),
                    Collections.unmodifiableSortedSet(new TreeSet<>(dependents)),
                    Collections.unmodifiableSortedSet(new TreeSet<>(unseenCustomizations)),
                    Collections.unmodifiableSortedMap(new TreeMap<>(data)),
                    List.copyOf(gaps));
        }
    }

    /**
     * A look that failed or was left out.
     *
     * @param what what was to be seen, such as "the layers of Attribute contoso_order.contoso_total"
     * @param why why it was not
     */
    public record Gap(String what, String why) {}
}
