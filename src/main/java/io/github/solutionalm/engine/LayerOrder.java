package io.github.solutionalm.engine;

import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.UniqueName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which layers lie above a solution's own (docs/concepts.md, "Layers"). From bottom to top: System, managed solutions in
 * install order, Active. A base, its patches and its holding solution share one position, the base's.
 */
final class LayerOrder {

    private static final int BOTTOM = -1;
    private static final int TOP = Integer.MAX_VALUE;

    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param solutions in install order
     */
    LayerOrder(List<InstalledSolution> solutions) {
        for (InstalledSolution solution : solutions) {
            Optional<String> base = solution.patchOf().or(solution::holdingFor);
            Integer place = base.map(name -> places.get(UniqueName.key(name))).orElse(places.size());
            places.put(UniqueName.key(solution.uniqueName()), place);
        }
    }

    /** Whether a layer lies above the place that a solution has, or will get: a new one comes on top of the managed ones. */
    boolean isAbove(Layer layer, String solution) {
        return place(layer.owner()) > place(solution);
    }

    private int place(String owner) {
        return switch (owner) {
            case Layer.SYSTEM -> BOTTOM;
            case Layer.ACTIVE -> TOP;
            default -> places.getOrDefault(UniqueName.key(owner), TOP - 1);
        };
    }
}
