package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.ComponentRows.Member;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.RootComponent.Behavior;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the solutions of an environment list, the platform's own among them. A component is meant by its type and object id: the
 * lists have no names.
 */
final class Memberships {

    private final Map<ComponentKey, SortedMap<String, Behavior>> holders = new HashMap<>();
    private final Map<ComponentType, Integer> numbers = new HashMap<>();

    private final Map<Integer, ComponentType> types = new HashMap<>();

    private Memberships() {}

    /** Reads the lists. */
    static Memberships read(ComponentRows rows, InstalledRows installed) throws WebApiException {
        Map<String, String> names = new HashMap<>();
        installed.rows().forEach(row -> names.put(row.id(), row.uniqueName()));
        Memberships memberships = new Memberships();
        rows.each(member -> {
            String solution = names.get(ComponentKey.normalize(member.solutionId()));
            if (solution != null) {
                memberships.add(solution, member);
            }
        });
        return memberships;
    }

    private void add(String solution, Member member) {
        numbers.put(member.key().type(), member.type());
        types.put(member.type(), member.key().type());
        holders.computeIfAbsent(member.key(), key -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))
                .put(solution, behavior(member.behavior()));
    }

    private static Behavior behavior(int number) {
        Behavior[] known = Behavior.values();
        return number < 0 || number >= known.length ? Behavior.INCLUDE_SUBCOMPONENTS : known[number];
    }

    /** All components, by type and object id. */
    Set<ComponentKey> objects() {
        return holders.keySet();
    }

    /** The solutions that list a component, by unique name in any case; none when nobody lists it. */
    SortedMap<String, Behavior> holders(ComponentKey object) {
        return holders.getOrDefault(object, Collections.emptySortedMap());
    }

    /** The components that any of these solutions lists. */
    Set<ComponentKey> of(Collection<String> solutions) {
        Set<ComponentKey> listed = new HashSet<>();
        holders.forEach((object, names) -> {
            if (solutions.stream().anyMatch(names::containsKey)) {
                listed.add(object);
            }
        });
        return listed;
    }

    /** The environment's number of a type; empty when no solution lists a component of it. */
    Optional<Integer> number(ComponentType type) {
        return type.code() != 0 ? Optional.of(type.code()) : Optional.ofNullable(numbers.get(type));
    }

    /** The type that the environment has a number for; one that no solution lists is known by its number alone. */
    ComponentType type(int number) {
        return types.getOrDefault(number, ComponentType.coded(number));
    }
}
