package io.github.solutionalm.engine;

import io.github.solutionalm.merge.OptionValues;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentChange.LostValue;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Choice values that are lost with the removed layers, because neither the new version nor another layer has them. Rows
 * may hold them: a layer that stays saves only the values that it is known to have.
 */
final class LostValues {

    private final Definitions definitions;
    private final Predicate<Layer> leaving;

    /**
     * Of one operation.
     *
     * @param leaving layers that go
     */
    LostValues(Definitions definitions, Predicate<Layer> leaving) {
        this.definitions = definitions;
        this.leaving = leaving;
    }

    /**
     * The changes with the values that they lose.
     *
     * @param arriving values that the new version has of a component
     */
    List<ComponentChange> addedTo(
            List<ComponentChange> changes,
            Map<ComponentKey, ComponentState> states,
            Function<ComponentChange, Set<String>> arriving) {
        List<ComponentChange> with = new ArrayList<>(changes.size());
        for (ComponentChange change : changes) {
            ComponentState state = states.get(change.key());
            List<LostValue> lost = mayLose(change, state) ? lost(state, arriving.apply(change)) : List.of();
            with.add(lost.isEmpty() ? change : change.losing(lost));
        }
        return with;
    }

    /** What goes as a whole needs no list of its values; what stays says which it has. */
    private boolean mayLose(ComponentChange change, ComponentState state) {
        if (state == null || change.change() == Change.DELETE || !mayHaveValues(change)) {
            return false;
        }
        boolean staysDefined = change.component().isPresent()
                || state.layers().stream().anyMatch(layer -> !leaving.test(layer) && layer.isDefined());
        return staysDefined && state.layers().stream().anyMatch(leaving);
    }

    private static boolean mayHaveValues(ComponentChange change) {
        return change.key().type().equals(ComponentType.OPTION_SET)
                || change.key().type().equals(ComponentType.ATTRIBUTE);
    }

    /** The definitions of one component at a time are in memory. */
    private List<LostValue> lost(ComponentState state, Set<String> arriving) {
        Map<ContentHash, byte[]> xml = definitions.stored(state.layers().stream()
                .flatMap(layer -> layer.content().hash().stream())
                .toList());
        Map<String, LostValue> lost = new LinkedHashMap<>();
        Set<String> kept = new HashSet<>(arriving);
        for (Layer layer : state.layers()) {
            byte[] definition = layer.content().hash().map(xml::get).orElse(new byte[0]);
            if (definition.length > 0) {
                for (OptionValues.Value value : OptionValues.of(definition)) {
                    if (leaving.test(layer)) {
                        lost.put(value.value(), new LostValue(value.value(), value.label()));
                    } else {
                        kept.add(value.value());
                    }
                }
            }
        }
        lost.keySet().removeAll(kept);
        return List.copyOf(lost.values());
    }
}
