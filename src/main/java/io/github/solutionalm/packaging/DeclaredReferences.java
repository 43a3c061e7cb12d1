package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The references that the manifest's {@code MissingDependencies} declare, which the platform found and not all definitions
 * show: a managed form is a difference to a form that is elsewhere (docs/concepts.md, "References").
 */
final class DeclaredReferences {

    /** Their names alone say nothing. */
    private static final Set<ComponentType> PARTS_OF_TABLES = Set.of(
            ComponentType.ATTRIBUTE,
            ComponentType.ENTITY_KEY,
            ComponentType.SAVED_QUERY,
            ComponentType.SAVED_QUERY_VISUALIZATION);

    private final Map<ComponentKey, Set<ComponentKey>> byDependent = new HashMap<>();

    DeclaredReferences(List<MissingDependency> dependencies) {
        for (MissingDependency dependency : dependencies) {
            for (ComponentKey dependent : keys(dependency.dependent())) {
                byDependent.computeIfAbsent(dependent, key -> new HashSet<>()).addAll(keys(dependency.required()));
            }
        }
    }

    private static List<ComponentKey> keys(MissingDependency.Part part) {
        return part.keys().stream()
                .limit(PARTS_OF_TABLES.contains(part.type()) ? 1 : Integer.MAX_VALUE)
                .map(key -> new ComponentKey(part.type(), key))
                .toList();
    }

    /** The component with what is declared of it. */
    SolutionComponent addedTo(SolutionComponent component) {
        Set<ComponentKey> declared = byDependent.get(component.key());
        if (declared == null) {
            return component;
        }
        Set<ComponentKey> references = new HashSet<>(component.references());
        references.addAll(declared);
        references.remove(component.key());
        return component.referringTo(references);
    }
}
