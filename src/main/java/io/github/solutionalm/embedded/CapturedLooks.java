package io.github.solutionalm.embedded;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.What;
import io.github.solutionalm.model.Guid;
import io.github.solutionalm.store.LookTable.Kind;
import io.github.solutionalm.store.StoreTransaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How far anybody looked in the environment that was captured; of one that was not, everything is known. Read when it is first
 * asked for, since a plan may ask for tens of thousands of components.
 */
final class CapturedLooks {

    private final StoreTransaction tx;
    private final Lazy<Boolean> captured;
    private final Lazy<Set<String>> types;
    private final Lazy<Set<String>> tables;
    private final Lazy<Set<ComponentKey>> dependents;
    private final Lazy<Map<ComponentKey, DataAtRisk>> data;
    private final Lazy<Set<ComponentKey>> unseenCustomizations;
    private final Map<ComponentType, Set<String>> held = new HashMap<>();

    CapturedLooks(StoreTransaction tx) {
        this.tx = tx;
        captured = new Lazy<>(() -> tx.origin().find().isPresent());
        types = new Lazy<>(() -> tx.looks().types());
        tables = new Lazy<>(() -> tx.looks().tables());
        dependents = new Lazy<>(() -> tx.looks().of(Kind.DEPENDENTS));
        data = new Lazy<>(() -> tx.dataAtRisk().all());
        unseenCustomizations = new Lazy<>(() -> tx.looks().of(Kind.UNSEEN_CUSTOMIZATIONS));
    }

    /** Whether the environment was captured. */
    boolean areOfCapture() {
        return captured.get();
    }

    /**
     * The components that may be there and of which nobody asked. What has an id is listed by it, if it is no item of
     * something else.
     */
    Set<ComponentKey> unasked(Collection<ComponentKey> components) {
        return captured.get() ? components.stream().filter(this::isUnasked).collect(Collectors.toSet()) : Set.of();
    }

    private boolean isUnasked(ComponentKey key) {
        return !types.get().contains(key.type().name())
                && (key.type().isItem() || !Guid.is(key.key()))
                && table(key).filter(tables.get()::contains).isEmpty()
                && !held.computeIfAbsent(key.type(), tx.components()::keysOf).contains(key.key());
    }

    /** The table that a component is a part of, as far as its key says so. */
    private static Optional<String> table(ComponentKey component) {
        String key = component.key();
        int end = component.type().namedInTable()
                ? key.indexOf('.')
                : component.type().equals(ComponentType.RIBBON_CUSTOMIZATION) ? key.indexOf(':') : -1;
        return end > 0 ? Optional.of(key.substring(0, end)) : Optional.empty();
    }

    Set<ComponentKey> withKnownDependents(Collection<ComponentKey> components) {
        return ofThese(components, dependents);
    }

    Set<ComponentKey> withUnseenCustomization(Collection<ComponentKey> components) {
        return ofThese(components, unseenCustomizations);
    }

    /**
     * What was counted, if it is anything; what may have data and was not counted is unknown. With a table go the values of its
     * columns: its rows are counted.
     */
    Map<ComponentKey, DataAtRisk> dataAtRisk(Collection<ComponentKey> components) {
        Set<ComponentKey> going = new HashSet<>(components);
        return atRisk(
                components.stream()
                        .filter(component -> !goesWithTable(component, going))
                        .toList(),
                component -> Optional.ofNullable(data.get().get(component))
                        .or(() -> What.of(component.type()).map(DataAtRisk::unknown)));
    }

    private static boolean goesWithTable(ComponentKey component, Set<ComponentKey> going) {
        return table(component)
                .map(table -> new ComponentKey(ComponentType.ENTITY, table))
                .filter(table -> !table.equals(component) && going.contains(table))
                .isPresent();
    }

    /** The rows with those values of choices that go. */
    Map<ComponentKey, DataAtRisk> choicesAtRisk(Collection<ComponentKey> components) {
        return atRisk(components, component -> Optional.ofNullable(data.get().get(component))
                .filter(held -> held.what() == What.CHOICES)
                .or(() -> Optional.of(DataAtRisk.unknown(What.CHOICES))));
    }

    private Map<ComponentKey, DataAtRisk> atRisk(
            Collection<ComponentKey> components, Function<ComponentKey, Optional<DataAtRisk>> held) {
        Map<ComponentKey, DataAtRisk> found = new HashMap<>();
        if (captured.get()) {
            components.forEach(component ->
                    held.apply(component).filter(DataAtRisk::isLoss).ifPresent(loss -> found.put(component, loss)));
        }
        return found;
    }

    private Set<ComponentKey> ofThese(Collection<ComponentKey> components, Lazy<Set<ComponentKey>> which) {
        if (!captured.get()) {
            return Set.of();
        }
        Set<ComponentKey> found = new HashSet<>(components);
        found.retainAll(which.get());
        return found;
    }

    /** A value that is made when it is first asked for. */
    private static final class Lazy<T> {

        private final Supplier<T> making;
        private Optional<T> made = Optional.empty();

        Lazy(Supplier<T> making) {
            this.making = making;
        }

        T get() {
            if (made.isEmpty()) {
                made = Optional.of(making.get());
            }
            return made.get();
        }
    }
}
