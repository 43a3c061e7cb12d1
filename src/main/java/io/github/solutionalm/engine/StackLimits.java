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

    /** Limit for all components that an operation merges: a form has some ten thousand bytes, and few are customized. */
    private static final int MAX_BYTES_OF_ALL = 32 << 20;

    private static final int MAX_PARTS_OF_ALL = 1_600_000;
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
     * Checks the stacks of one import.
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
        List<SolutionComponent> merging = components.stream()
                .filter(component -> others.containsKey(component.key()) && !component.isContext())
                .toList();
        Map<ContentHash, DefinitionSize> arriving = arriving(merging);
        List<Finding> errors = new ArrayList<>();
        DefinitionSize together = DefinitionSize.NONE;
        for (SolutionComponent component : merging) {
            DefinitionSize own = component
                    .definition()
                    .map(definition -> arriving.get(definition.hash()))
                    .orElse(DefinitionSize.NONE);
            together = together.plus(own);
            error(component, own, others.get(component.key()), sizes).ifPresent(errors::add);
        }
        if (errors.isEmpty() && (together.bytes() > MAX_BYTES_OF_ALL || together.parts() > MAX_PARTS_OF_ALL)) {
            errors.add(tooMuch(merging.size(), together));
        }
        return errors;
    }

    /** The sizes of the definitions in the package: read at once, which takes one more pass through the package. */
    private Map<ContentHash, DefinitionSize> arriving(List<SolutionComponent> components) {
        Map<ContentHash, DefinitionSize> sizes = new HashMap<>();
        if (!components.isEmpty()) {
            definitions.arriving(
                    components.stream()
                            .flatMap(component -> component.definition().stream())
                            .toList(),
                    (hash, xml) -> sizes.put(hash, DefinitionSize.of(xml)));
        }
        return sizes;
    }

    /** The layers with a known definition that the package's will lie on, or that will lie on it: no others can merge. */
    private List<Layer> others(ComponentState state, Content arriving) {
        return stack.of(state.layers(), Optional.of(new Layer(owner, "", arriving))).stream()
                .filter(layer -> layer.content().isKnown() && !UniqueName.same(layer.owner(), owner))
                .toList();
    }

    private Optional<Finding> error(
            SolutionComponent component, DefinitionSize arriving, List<Layer> others, Map<ContentHash, Long> sizes) {
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
        DefinitionSize together = arriving.plus(DefinitionSize.of(hashes, definitions.stored(hashes)::get));
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

    private static Finding tooMuch(int components, DefinitionSize together) {
        return PlatformCode.VERY_LARGE_FILE.finding(String.format(
                Locale.ROOT,
                "The package has %,d components that merge with layers of other solutions or of the environment, with together"
                        + " %,d bytes and %,d elements and attributes; the limits are %,d and %,d. Import them in several"
                        + " solutions, or remove layers that nobody needs.",
                components,
                together.bytes(),
                together.parts(),
                MAX_BYTES_OF_ALL,
                MAX_PARTS_OF_ALL));
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
