package io.github.solutionalm.dataverse;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.Operation;
import io.github.solutionalm.dataverse.api.LogEntry;
import io.github.solutionalm.dataverse.content.ContentChanges;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionComponent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Makes the result of each component: of those of the package, with what the environment's log says of them, and of those
 * that an upgrade deleted. A log often names parts of a table by the table's name only; warnings and failures of components
 * that are not in the package are added.
 */
final class ComponentResults {

    private static final Map<String, ComponentType> BY_LABEL = ComponentType.known().stream()
            .collect(Collectors.toMap(
                    type -> type.label().toLowerCase(Locale.ROOT), type -> type, (first, second) -> first));

    private final Operation operation;
    private final ContentChanges changes;
    private final Optional<Instant> at;
    private final Map<ComponentKey, ComponentResult> results = new TreeMap<>();

    /**
     * Begins without results.
     *
     * @param changes the known changes of the operation
     * @param at time of the results
     */
    ComponentResults(Operation operation, ContentChanges changes, Instant at) {
        this.operation = operation;
        this.changes = changes;
        this.at = Optional.of(at);
    }

    /**
     * Returns the results, sorted by key.
     *
     * @param fallback status of the components that the log does not name
     */
    List<ComponentResult> of(List<SolutionComponent> components, List<LogEntry> log, Status fallback) {
        for (SolutionComponent component : components) {
            if (!component.isContext()) {
                put(component.key(), component.name(), fallback, "", "");
            }
        }
        for (ContentChanges.Other other : changes.others()) {
            results.putIfAbsent(other.key(), result(other.key(), other.name(), other.change(), fallback, "", ""));
        }
        for (LogEntry entry : log) {
            key(entry).ifPresent(key -> told(key, entry));
        }
        return results.values().stream()
                .sorted(Comparator.comparing(ComponentResult::key))
                .toList();
    }

    private void told(ComponentKey key, LogEntry entry) {
        ComponentResult known = results.get(key);
        if (known == null && (entry.status() == Status.SUCCESS || entry.status() == Status.UNPROCESSED)) {
            return;
        }
        // Several rows may be about one component: the worst counts.
        boolean worse = known == null
                || weight(entry.status()) > weight(known.status())
                || known.code().isEmpty();
        if (worse) {
            String name = known == null ? entry.localizedName() : known.name();
            put(key, name, entry.status(), entry.code(), entry.text());
        }
    }

    private void put(ComponentKey key, String name, Status status, String code, String text) {
        ComponentResult known = results.get(key);
        results.put(key, result(key, name, known == null ? change(key) : known.change(), status, code, text));
    }

    private ComponentResult result(
            ComponentKey key, String name, Change change, Status status, String code, String text) {
        return new ComponentResult(
                key,
                name,
                change,
                status,
                status == Status.UNPROCESSED ? Optional.empty() : at,
                Optional.of(code).filter(c -> !c.isBlank() && !c.equals("0")),
                Optional.of(text).filter(t -> !t.isBlank()));
    }

    /** The change of a component; if unknown, it is taken as added in a first installation and as changed otherwise. */
    private Change change(ComponentKey key) {
        return changes.changes().getOrDefault(key, operation == Operation.INSTALL ? Change.ADD : Change.CHANGE);
    }

    private Optional<ComponentKey> key(LogEntry entry) {
        ComponentType type = BY_LABEL.get(entry.itemType().toLowerCase(Locale.ROOT));
        String key = entry.id().isBlank() ? entry.name() : entry.id();
        if (type == null || key.isBlank()) {
            return Optional.empty();
        }
        ComponentKey byId = new ComponentKey(type, key);
        ComponentKey byName = new ComponentKey(type, entry.name());
        return Optional.of(results.containsKey(byId) || !results.containsKey(byName) ? byId : byName);
    }

    private static int weight(Status status) {
        return switch (status) {
            case SUCCESS -> 0;
            case UNPROCESSED -> 1;
            case WARNING -> 2;
            case FAILURE -> 3;
        };
    }
}
