package io.github.solutionalm.engine;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lookup column keeps its target tables: its relationship can't be removed while the column stays. Of a relationship
 * whose content is not known in any layer nobody can say whose column it is, and nothing is refused.
 */
final class LookupTargets {

    private LookupTargets() {}

    /** The errors, by relationship that is to be deleted. */
    static List<Finding> errors(
            List<ComponentChange> removals, List<SolutionComponent> components, EnvironmentView environment) {
        List<ComponentKey> relationships = removals.stream()
                .filter(removal -> removal.change() == Change.DELETE)
                .map(ComponentChange::key)
                .filter(key -> key.type().equals(ComponentType.ENTITY_RELATIONSHIP))
                .toList();
        if (relationships.isEmpty()) {
            return List.of();
        }
        Set<ComponentKey> staying = new HashSet<>();
        components.stream()
                .filter(component -> !component.isContext())
                .forEach(component -> staying.add(component.key()));
        List<Finding> errors = new ArrayList<>();
        Definitions definitions = environment.definitions();
        new DefinitionsInTurn(definitions)
                .read(
                        environment.components(relationships).values(),
                        LookupTargets::hashes,
                        (relationship, xml) -> column(relationship, definitions, xml)
                                .filter(staying::contains)
                                .ifPresent(column -> errors.add(lost(relationship, column))));
        return errors;
    }

    private static Finding lost(ComponentState relationship, ComponentKey column) {
        return Finding.withoutCode(
                "The lookup column " + column + " stays in the package, but its relationship "
                        + relationship.key().key()
                        + " to another table is gone: a lookup can't lose its target. Keep the"
                        + " relationship, or first make a release that no longer has the"
                        + " column.",
                column);
    }

    private static List<ContentHash> hashes(ComponentState relationship) {
        return relationship.layers().stream()
                .flatMap(layer -> layer.content().hash().stream())
                .toList();
    }

    private static Optional<ComponentKey> column(
            ComponentState relationship, Definitions definitions, Map<ContentHash, byte[]> xml) {
        return hashes(relationship).stream()
                .filter(xml::containsKey)
                .flatMap(hash -> definitions.read(relationship.key(), relationship.parent(), xml.get(hash)).stream())
                .filter(said -> !said.property(Property.REFERENCING_COLUMN).isEmpty())
                .map(said -> new ComponentKey(
                        ComponentType.ATTRIBUTE,
                        said.property(Property.REFERENCING_TABLE) + "." + said.property(Property.REFERENCING_COLUMN)))
                .findFirst();
    }
}
