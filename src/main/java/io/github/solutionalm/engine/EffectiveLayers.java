package io.github.solutionalm.engine;

import io.github.solutionalm.merge.EffectiveDefinition;
import io.github.solutionalm.merge.EffectiveDefinition.LayerXml;
import io.github.solutionalm.merge.EffectiveDefinition.Merged;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The effective layer of a stack: the top definition, or the merged definition of types whose layers merge. The
 * platform's own layer is passed over; where another layer has a part in it whose content is not known, nobody can say what
 * shows.
 */
public final class EffectiveLayers {

    /** The solution that a patch or a holding solution is a version of: their layers do not clash with its own. */
    private final Map<String, String> bases = new HashMap<>();

    private final Function<Layer, Optional<byte[]>> definitions;
    private final Function<ContentHash, Optional<byte[]>> contents;

    /**
     * Merges the layers of an environment.
     *
     * @param solutions the installed solutions
     * @param definitions gives the canonical XML of a layer; empty where it is not known
     * @param contents gives a stored content
     */
    public EffectiveLayers(
            List<InstalledSolution> solutions,
            Function<Layer, Optional<byte[]>> definitions,
            Function<ContentHash, Optional<byte[]>> contents) {
        this.definitions = definitions;
        this.contents = contents;
        for (InstalledSolution solution : solutions) {
            solution.patchOf()
                    .or(solution::holdingFor)
                    .ifPresent(base -> bases.put(UniqueName.key(solution.uniqueName()), base));
        }
    }

    /** What merging made; empty where fewer than two definitions merge, or one of them is not known. */
    public Optional<Merged> merged(ComponentType type, List<Layer> layers) {
        if (!EffectiveDefinition.merges(type) || isUnknown(type, layers)) {
            return Optional.empty();
        }
        List<LayerXml> known = known(layers);
        return known.size() < 2 || !EffectiveDefinition.merges(type, known.get(known.size() - 1))
                ? Optional.empty()
                : Optional.of(EffectiveDefinition.of(type, known));
    }

    /** The definition that shows; empty where it is not known. */
    public Optional<byte[]> shown(ComponentType type, List<Layer> layers) {
        if (isUnknown(type, layers)) {
            return Optional.empty();
        }
        List<LayerXml> known = known(layers);
        return known.isEmpty()
                ? Optional.empty()
                : Optional.of(EffectiveDefinition.of(type, known).xml());
    }

    /** Whether the effective definition is unknown. If layers do not merge, only the top one counts. */
    private static boolean isUnknown(ComponentType type, List<Layer> layers) {
        List<Layer> defined = layers.stream().filter(Layer::isDefined).toList();
        return EffectiveDefinition.merges(type)
                ? defined.stream().anyMatch(Layer::isUnseen)
                : !defined.isEmpty() && defined.get(defined.size() - 1).isUnseen();
    }

    private List<LayerXml> known(List<Layer> layers) {
        List<LayerXml> known = new ArrayList<>();
        for (Layer layer : layers) {
            if (layer.content().isKnown()) {
                definitions
                        .apply(layer)
                        .filter(xml -> xml.length > 0)
                        .ifPresent(xml -> known.add(new LayerXml(owner(layer), xml, basis(layer))));
            }
        }
        return known;
    }

    private String owner(Layer layer) {
        return bases.getOrDefault(UniqueName.key(layer.owner()), layer.owner());
    }

    private Optional<byte[]> basis(Layer layer) {
        return layer.origin().basis().flatMap(contents);
    }
}
