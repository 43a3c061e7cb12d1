package io.github.solutionalm.engine;

import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The layers that a component has after an operation. */
final class StackAfter {

    private final Predicate<Layer> leaving;
    private final Predicate<Layer> above;

    /**
     * Makes the stacks after one operation.
     *
     * @param leaving layers that go
     * @param above layers over the place of what arrives
     */
    StackAfter(Predicate<Layer> leaving, Predicate<Layer> above) {
        this.leaving = leaving;
        this.above = above;
    }

    /**
     * Bottom to top.
     *
     * @param before the layers before, bottom to top
     * @param arriving the layer that the operation brings, which replaces one of the same owner
     */
    List<Layer> of(List<Layer> before, Optional<Layer> arriving) {
        List<Layer> below = new ArrayList<>();
        List<Layer> over = new ArrayList<>();
        for (Layer layer : before) {
            boolean replaced = arriving.filter(a -> UniqueName.same(a.owner(), layer.owner()))
                    .isPresent();
            if (!replaced && !leaving.test(layer)) {
                (above.test(layer) ? over : below).add(layer);
            }
        }
        arriving.ifPresent(below::add);
        below.addAll(over);
        return below;
    }
}
