package io.github.solutionalm.engine;

import io.github.solutionalm.merge.DefinitionSize;
import io.github.solutionalm.merge.OptionValues;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Limits the total size of the merged layers of one component, because the effective definition is held in memory.
 * Single definitions are limited when the package is read.
 */
final class StackLimits {

    private static final int MAX_BYTES = 12 << 20;
    private static final int MAX_PARTS = 600_000;
    private static final int MAX_PARTS_OF_ONE = 400_000;
    private static final int NAMED = 5;

    /** Each layer is merged into all that those below it are together: many small ones take as much as few large ones. */
    private static final long MAX_STEPS = 30_000_000;

    /** An element takes four bytes at least, an attribute more. */
    private static final int BYTES_OF_A_PART = 4;

    /** Fewer bytes of other layers are not looked into, unless the layers are many. */
    private static final int FEW_BYTES = BYTES_OF_A_PART * (MAX_PARTS - MAX_PARTS_OF_ONE);

    private final Definitions definitions;
    private final String owner;
    private final StackAfter stack;

    /**
     * Of one import.
     *
     * @param owner whose layers the package's are
     * @param stack what becomes of the layers of a component
     */
    StackLimits(Definitions definitions, String owner, StackAfter stack) {
        this.definitions = definitions;
        this.owner = owner;
        this.stack = stack;
    }

    /** What would be too much to merge with what a package brings. */
    List<Finding> errors(List<SolutionComponent> components, Map<ComponentKey, ComponentState> states) {
        Map<ComponentKey, List<Layer>> others = new HashMap<>();
        for (SolutionComponent component : components) {
            ComponentState state = states.get(component.key());
            boolean arrives = state != null
                    && !component.isContext()
                    && state.layerOf(owner)
                            .filter(own -> component.content().isSurely(own.content()))
                            .isEmpty()
                    && (component.key().type().merges() || OptionValues.mayBeOf(component));
            if (arrives) {
                others.put(component.key(), others(state, component.content()));
            }
        }
        others.values().removeIf(List::isEmpty);
        Map<ContentHash, Long> sizes = definitions.sizes(
                hashes(others.values().stream().flatMap(List::stream).toList()));
        List<Finding> errors = new ArrayList<>();
        components.stream()
                .filter(component -> others.containsKey(component.key()) && !component.isContext())
                .forEach(component ->
                        error(component, others.get(component.key()), sizes).ifPresent(errors::add));
        return errors;
    }

    /** The layers with a known definition that the package's will lie on, or that will lie on it: no others can merge. */
    private List<Layer> others(ComponentState state, Content arriving) {
        return stack.of(state.layers(), Optional.of(new Layer(owner, "", arriving))).stream()
                .filter(layer -> layer.content().isKnown() && !UniqueName.same(layer.owner(), owner))
                .toList();
    }

    private Optional<Finding> error(SolutionComponent component, List<Layer> others, Map<ContentHash, Long> sizes) {
        List<ContentHash> hashes = hashes(others);
        long stored =
                hashes.stream().mapToLong(hash -> sizes.getOrDefault(hash, 0L)).sum();
        int layers = others.size() + 1;
        long most = (stored / BYTES_OF_A_PART + MAX_PARTS_OF_ONE) * layers;
        if (stored <= FEW_BYTES && most <= MAX_STEPS) {
            return Optional.empty();
        }
        if (stored > MAX_BYTES) {
            return Optional.of(finding(component, others, MAX_BYTES, "bytes"));
        }
        DefinitionSize together = arriving(component).plus(DefinitionSize.of(hashes, definitions.stored(hashes)::get));
        if (together.bytes() > MAX_BYTES) {
            return Optional.of(finding(component, others, MAX_BYTES, "bytes"));
        }
        if (together.parts() > MAX_PARTS) {
            return Optional.of(finding(component, others, MAX_PARTS, "elements and attributes"));
        }
        return together.parts() * layers > MAX_STEPS
                ? Optional.of(tooMany(component, others, together.parts()))
                : Optional.empty();
    }

    private DefinitionSize arriving(SolutionComponent component) {
        return definitions.arriving(component.definition().stream().toList()).values().stream()
                .map(DefinitionSize::of)
                .reduce(DefinitionSize.NONE, DefinitionSize::plus);
    }

    private static Finding tooMany(SolutionComponent component, List<Layer> others, long parts) {
        return PlatformCode.VERY_LARGE_FILE.finding(
                String.format(
                        Locale.ROOT,
                        "The definitions of %s in the layers of %s and of this package are %,d layers with together %,d elements"
                                + " and attributes; their product exceeds the limit of %,d. Merge some of these"
                                + " solutions, or remove what is not needed.",
                        component.key(),
                        owners(others),
                        others.size() + 1,
                        parts,
                        MAX_STEPS),
                component.key());
    }

    private static Finding finding(SolutionComponent component, List<Layer> others, int limit, String what) {
        return PlatformCode.VERY_LARGE_FILE.finding(
                String.format(
                        Locale.ROOT,
                        "The definitions of %s in the layers of %s and of this package together exceed the limit"
                                + " of %,d %s. Remove from one of these solutions what is not needed.",
                        component.key(),
                        owners(others),
                        limit,
                        what),
                component.key());
    }

    private static String owners(List<Layer> layers) {
        String first = layers.stream().limit(NAMED).map(Layer::owner).collect(Collectors.joining(", "));
        return layers.size() > NAMED ? first + " and " + (layers.size() - NAMED) + " more" : first;
    }

    private static List<ContentHash> hashes(List<Layer> layers) {
        return layers.stream().flatMap(layer -> layer.content().hash().stream()).toList();
    }
}
