package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.UniqueName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The references that remain in a merged definition: a full unmanaged form names every column of the form when it
 * was saved, but references only those that the user changed.
 */
final class EffectiveReferences {

    private final List<InstalledSolution> solutions;
    private final Definitions definitions;

    EffectiveReferences(List<InstalledSolution> solutions, Definitions definitions) {
        this.solutions = solutions;
        this.definitions = definitions;
    }

    /**
     * Takes away what a layer's definition names and the effective definition does not. Where a content is not known, the
     * effective definition is not, and nothing is taken away.
     *
     * @param layers of the component, as they are afterwards
     * @param arriving what the package brings of it
     * @param written references by owner of the layer
     */
    Map<String, Set<ComponentKey>> shown(
            ComponentState state,
            List<Layer> layers,
            Optional<SolutionComponent> arriving,
            Map<String, Set<ComponentKey>> written) {
        if (!state.key().type().merges() || layers.size() < 2) {
            return written;
        }
        Map<ContentHash, byte[]> xml = new HashMap<>(definitions.stored(layers.stream()
                .flatMap(layer -> layer.content().hash().stream())
                .toList()));
        xml.putAll(definitions.arriving(definition(arriving)));
        Optional<Set<ComponentKey>> effective = new EffectiveLayers(
                        solutions, layer -> layer.content().hash().map(xml::get), definitions::content)
                .shown(state.key().type(), layers)
                .flatMap(shown -> references(state, shown));
        if (effective.isEmpty()) {
            return written;
        }
        Map<String, Set<ComponentKey>> left = new HashMap<>();
        written.forEach((owner, references) -> {
            Set<ComponentKey> own = layers.stream()
                    .filter(layer -> UniqueName.same(layer.owner(), owner))
                    .flatMap(layer -> layer.content().hash().map(xml::get).stream())
                    .flatMap(layer -> references(state, layer).stream())
                    .findFirst()
                    .orElse(Set.of());
            Set<ComponentKey> stays = new HashSet<>(references);
            stays.removeIf(
                    reference -> own.contains(reference) && !effective.get().contains(reference));
            left.put(owner, stays);
        });
        return left;
    }

    private Optional<Set<ComponentKey>> references(ComponentState state, byte[] xml) {
        return definitions.read(state.key(), state.parent(), xml).map(SolutionComponent::references);
    }

    private static List<Definition> definition(Optional<SolutionComponent> arriving) {
        return arriving.flatMap(SolutionComponent::definition).stream().toList();
    }
}
