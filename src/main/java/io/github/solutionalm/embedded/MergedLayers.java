package io.github.solutionalm.embedded;

import static java.util.stream.Collectors.toMap;

import io.github.solutionalm.merge.EffectiveDefinition;
import io.github.solutionalm.merge.LayerXml;
import io.github.solutionalm.merge.Merged;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.store.StoreTransaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges the layers that the store holds of a component. */
final class MergedLayers {

    private final StoreTransaction tx;
    /** The solution that a patch or a holding solution is a version of. */
    private final Map<String, String> bases;

    MergedLayers(StoreTransaction tx) {
        this.tx = tx;
        this.bases = tx.solutions().all().stream()
                .filter(solution -> base(solution).isPresent())
                .collect(toMap(InstalledSolution::uniqueName, solution -> base(solution)
                        .get()));
    }

    /** What came of it; empty where fewer than two definitions merge. */
    Optional<Merged> of(ComponentState state) throws IOException {
        List<Layer> layers = state.layers().stream()
                .filter(layer -> layer.hash().isPresent())
                .toList();
        if (layers.size() < 2 || !EffectiveDefinition.merges(state.key().type())) {
            return Optional.empty();
        }
        LayerXml top = xml(layers.get(layers.size() - 1));
        if (!EffectiveDefinition.merges(state.key().type(), top)) {
            return Optional.empty();
        }
        List<LayerXml> definitions = new ArrayList<>();
        for (Layer layer : layers.subList(0, layers.size() - 1)) {
            definitions.add(xml(layer));
        }
        definitions.add(top);
        return Optional.of(EffectiveDefinition.of(state.key().type(), definitions));
    }

    private LayerXml xml(Layer layer) throws IOException {
        ContentHash xml = layer.hash()
                .flatMap(tx.definitions()::find)
                .orElseThrow(() -> new IllegalStateException("No definition in the layer of " + layer.owner()))
                .xml();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tx.contents().read(xml, bytes);
        return new LayerXml(bases.getOrDefault(layer.owner(), layer.owner()), bytes.toByteArray());
    }

    private static Optional<String> base(InstalledSolution solution) {
        return solution.patchOf().or(solution::holdingFor);
    }
}
