package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
     * What the layers of a component refer to.
     *
     * @param layers of the component, as they are afterwards
     * @param arriving what the package brings of it
     * @param written references by owner of the layer
     */
    record Written(
            ComponentState state,
            List<Layer> layers,
            Optional<SolutionComponent> arriving,
            Map<String, Set<ComponentKey>> written) {

        private boolean merges() {
            return state.key().type().merges() && layers.size() > 1;
        }

        private List<ContentHash> hashes() {
            return layers.stream()
                    .flatMap(layer -> layer.content().hash().stream())
                    .toList();
        }

        private Optional<Definition> definition() {
            return arriving.flatMap(SolutionComponent::definition);
        }
    }

    /**
     * Takes away what a layer's definition names and the effective definition does not, by component and owner. Where a
     * content is not known, the effective definition is not, and nothing is taken away. Of one component at a time, the
     * definitions are in memory.
     */
    Map<ComponentKey, Map<String, Set<ComponentKey>>> shown(List<Written> all) {
        Map<ComponentKey, Map<String, Set<ComponentKey>>> shown = new HashMap<>();
        Map<ContentHash, List<Written>> waiting = new LinkedHashMap<>();
        List<Written> stored = new ArrayList<>();
        for (Written each : all) {
            if (!each.merges()) {
                shown.put(each.state().key(), each.written());
            } else if (each.definition().isPresent()) {
                waiting.computeIfAbsent(each.definition().get().hash(), hash -> new ArrayList<>())
                        .add(each);
            } else {
                stored.add(each);
            }
        }
        List<Definition> arriving = waiting.values().stream()
                .flatMap(same -> same.get(0).definition().stream())
                .toList();
        if (!arriving.isEmpty()) {
            definitions.arriving(arriving, (hash, xml) -> waiting.remove(hash).forEach(each -> {
                Map<ContentHash, byte[]> together = new HashMap<>(definitions.stored(each.hashes()));
                together.put(hash, xml);
                shown.put(each.state().key(), shown(each, together));
            }));
        }
        waiting.values().forEach(stored::addAll);
        new DefinitionsInTurn(definitions)
                .read(
                        stored,
                        Written::hashes,
                        (each, xml) -> shown.put(each.state().key(), shown(each, xml)));
        return shown;
    }

    private Map<String, Set<ComponentKey>> shown(Written each, Map<ContentHash, byte[]> xml) {
        ComponentState state = each.state();
        List<Layer> layers = each.layers();
        Optional<Set<ComponentKey>> effective = new EffectiveLayers(
                        solutions, layer -> layer.content().hash().map(xml::get), definitions::content)
                .shown(state.key().type(), layers)
                .flatMap(shown -> references(state, shown));
        if (effective.isEmpty()) {
            return each.written();
        }
        Map<String, Set<ComponentKey>> left = new HashMap<>();
        each.written().forEach((owner, references) -> {
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
}
