package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A component of the package that differs from the same component in the environment.
 *
 * @param component as the package carries it
 * @param before as the environment has it
 * @param base the lowest layer there whose definition is known, or the lowest of all that have one
 * @param baseDefinition what that says; empty where no rule asks, and where it is not known, which refuses nothing
 */
record ComparedComponent(
        SolutionComponent component, ComponentState before, Layer base, Optional<SolutionComponent> baseDefinition) {

    /**
     * The pairs in the order of the package; the definitions are read some at a time.
     *
     * @param isAsked whether a rule asks what the environment's definition says: of tens of thousands of changed components
     *     the definitions of others are not read
     */
    static List<ComparedComponent> of(
            List<SolutionComponent> components,
            Map<ComponentKey, ComponentState> states,
            Definitions definitions,
            Predicate<ComparedComponent> isAsked) {
        List<ComparedComponent> compared = new ArrayList<>();
        for (SolutionComponent component : components) {
            ComponentState state = states.get(component.key());
            Optional<Layer> base = state == null ? Optional.empty() : base(state);
            if (base.isPresent() && !component.isContext() && !isSame(component, base.get())) {
                compared.add(new ComparedComponent(component, state, base.get(), Optional.empty()));
            }
        }
        List<Integer> asked = IntStream.range(0, compared.size())
                .filter(each -> isAsked.test(compared.get(each)))
                .boxed()
                .toList();
        new DefinitionsInTurn(definitions)
                .read(
                        asked,
                        each -> compared.get(each).hash(),
                        (each, xml) -> compared.set(each, compared.get(each).read(xml, definitions)));
        return compared;
    }

    private List<ContentHash> hash() {
        return base.content().hash().stream().toList();
    }

    private ComparedComponent read(Map<ContentHash, byte[]> xml, Definitions definitions) {
        return new ComparedComponent(
                component,
                before,
                base,
                base.content()
                        .hash()
                        .map(xml::get)
                        .flatMap(bytes -> definitions.read(component.key(), component.parent(), bytes)));
    }

    private static Optional<Layer> base(ComponentState state) {
        return lowest(state, layer -> layer.content().isKnown()).or(() -> lowest(state, Layer::isDefined));
    }

    private static Optional<Layer> lowest(ComponentState state, Predicate<Layer> which) {
        return state.layers().stream().filter(which).findFirst();
    }

    private static boolean isSame(SolutionComponent component, Layer base) {
        return component.content().isSurely(base.packaged());
    }

    /** What the environment's definition says of a property; empty when it says nothing. */
    String before(String property) {
        return baseDefinition.map(definition -> definition.property(property)).orElse("");
    }

    /** What the package's definition says of it. */
    String after(String property) {
        return component.property(property);
    }

    /** The component and whose it is in the environment, for a sentence. */
    String named() {
        return name(component) + ", which the environment already has from " + owner(base.owner()) + ",";
    }

    static String owner(String owner) {
        return owner.equals(Layer.ACTIVE) ? "unmanaged customizations" : "the solution " + owner;
    }

    static String name(SolutionComponent component) {
        boolean same = component.name().isEmpty()
                || component.key().key().endsWith(component.name().toLowerCase(Locale.ROOT));
        return component.key() + (same ? "" : " (" + component.name() + ")");
    }
}
