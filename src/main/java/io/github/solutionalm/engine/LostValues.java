package io.github.solutionalm.engine;

import io.github.solutionalm.merge.OptionValues;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentChange.LostValue;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Property;
import java.util.HashMap;
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

    private final EnvironmentView environment;
    private final Predicate<Layer> leaving;

    /**
     * Finds the values that one operation removes.
     *
     * @param leaving layers that are removed
     */
    LostValues(EnvironmentView environment, Predicate<Layer> leaving) {
        this.environment = environment;
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
        List<ComponentChange> losing = changes.stream()
                .filter(change -> mayLose(change, states.get(change.key())))
                .toList();
        Map<ComponentKey, List<LostValue>> lost = new HashMap<>();
        new DefinitionsInTurn(environment.definitions())
                .read(
                        losing,
                        change -> hashes(states.get(change.key())),
                        (change, xml) ->
                                lost.put(change.key(), lost(states.get(change.key()), arriving.apply(change), xml)));
        lost.values().removeIf(List::isEmpty);
        Map<ComponentKey, DataAtRisk> data = environment.choicesAtRisk(lost.keySet());
        return changes.stream()
                .map(change -> lost.containsKey(change.key()) ? change.losing(lost.get(change.key())) : change)
                .map(change -> change.values().isEmpty() || !data.containsKey(change.key())
                        ? change
                        : change.risking(data.get(change.key())))
                .toList();
    }

    /** The values that the package has of a component; empty if it does not have the component. */
    static Set<String> inPackage(ComponentChange change) {
        return change.component()
                .map(component -> component.property(Property.VALUES).split(Property.SEPARATOR))
                .map(values -> (Set<String>) new HashSet<>(List.of(values)))
                .orElse(Set.of());
    }

    private static List<ContentHash> hashes(ComponentState state) {
        return state.layers().stream()
                .flatMap(layer -> layer.content().hash().stream())
                .toList();
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

    private List<LostValue> lost(ComponentState state, Set<String> arriving, Map<ContentHash, byte[]> xml) {
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
