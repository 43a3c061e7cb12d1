package io.github.solutionalm.engine;

import static java.util.stream.Collectors.joining;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Valid deletions that the platform may still refuse: it deletes in its own order, and finds a component in use by
 * another one that the same upgrade deletes (https://github.com/microsoft/coe-starter-kit/issues/8293 and others).
 * The plan lets them pass, with a warning.
 */
final class PlatformFaults {

    private static final Set<ComponentType> USED = Set.of(
            ComponentType.CONNECTION_REFERENCE,
            ComponentType.CONNECTOR,
            ComponentType.ENTITY,
            ComponentType.OPTION_SET);

    /** What belongs to tables goes with them in one. */
    private static final Set<ComponentType> OF_TABLES = Set.of(
            ComponentType.ENTITY_RELATIONSHIP,
            ComponentType.ENTITY_MAP,
            ComponentType.ATTRIBUTE_MAP,
            ComponentType.ENTITY_IMAGE_CONFIG,
            ComponentType.ATTRIBUTE_IMAGE_CONFIG);

    private static final int NAMED = 3;

    private PlatformFaults() {}

    /** One warning for each component that goes together with those that use it. */
    static List<Finding> warnings(
            List<ComponentChange> removals, EnvironmentView environment, StoredReferences stored) {
        Set<ComponentKey> deleted = new HashSet<>();
        removals.stream().filter(row -> row.change() == Change.DELETE).forEach(row -> deleted.add(row.key()));
        Set<ComponentKey> used = new TreeSet<>(deleted);
        used.removeIf(key -> !USED.contains(key.type()));
        if (used.isEmpty()) {
            return List.of();
        }
        List<Finding> warnings = new ArrayList<>();
        users(used, deleted, environment, stored).forEach((key, users) -> warnings.add(warning(key, users)));
        return warnings;
    }

    private static Map<ComponentKey, List<ComponentState>> users(
            Set<ComponentKey> used, Set<ComponentKey> deleted, EnvironmentView environment, StoredReferences stored) {
        WrittenNames names = WrittenNames.of(used, environment, ArrivingLayers.none("", Set.of()));
        List<Reference> references = stored.to(names.all());
        Set<ComponentKey> sources = new TreeSet<>();
        references.forEach(reference -> sources.add(reference.source()));
        sources.retainAll(deleted);
        sources.removeIf(source -> OF_TABLES.contains(source.type()));
        Map<ComponentKey, ComponentState> states = environment.components(sources);
        Map<ComponentKey, Map<ComponentKey, ComponentState>> users = new TreeMap<>();
        for (Reference reference : references) {
            ComponentState source = states.get(reference.source());
            for (ComponentKey target : names.targets(reference.target())) {
                if (source != null && !source.key().equals(target) && !isPart(source, target)) {
                    users.computeIfAbsent(target, key -> new TreeMap<>()).put(source.key(), source);
                }
            }
        }
        Map<ComponentKey, List<ComponentState>> lists = new TreeMap<>();
        users.forEach((target, sources2) -> lists.put(target, List.copyOf(sources2.values())));
        return lists;
    }

    private static boolean isPart(ComponentState source, ComponentKey target) {
        return source.parent().filter(target::equals).isPresent();
    }

    private static Finding warning(ComponentKey key, List<ComponentState> users) {
        String named = users.stream().limit(NAMED).map(PlatformFaults::name).collect(joining(", "));
        int more = users.size() - NAMED;
        return PlatformCode.DELETE_IN_USE
                .finding(
                        key + " is deleted together with its users: " + named
                                + (more > 0 ? " and " + more + " more" : "")
                                + ". Dataverse deletes in its own order and may refuse this. If it does, make"
                                + " two releases: one without the users, then one without " + key + ".",
                        key)
                .asPlatformFault();
    }

    private static String name(ComponentState user) {
        return user.key()
                + Optional.of(user.name())
                        .filter(name -> !name.isEmpty())
                        .map(name -> " (" + name + ")")
                        .orElse("");
    }
}
