package io.github.solutionalm.merge;

import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Layer;
import java.util.List;
import java.util.Optional;

/**
 * The effective definition of a component: of most types that of the top layer, of forms, site maps, ribbons, apps and
 * options the union of all layers (docs/concepts.md, "What shows of a stack").
 *
 * <p>A layer is a full definition or, as managed packages have it of forms and site maps that others made, a difference:
 * its {@code solutionaction} says what is added, modified and removed, its {@code ordinalvalue} where. A full definition
 * says what is there, not what is not: only a difference removes. Where it is known what a full definition was made of,
 * its {@linkplain LayerXml#basis basis}, it counts as the difference from that.
 */
public final class EffectiveDefinition {

    private EffectiveDefinition() {}

    /** Whether layers of this type can merge; not all columns have options ({@link #merges(ComponentType, LayerXml)}). */
    public static boolean merges(ComponentType type) {
        return MergeRules.of(type).isPresent();
    }

    /**
     * Whether layers merge that have this definition on top.
     *
     * @throws MalformedLayerException when it is not well-formed XML
     */
    public static boolean merges(ComponentType type, LayerXml top) {
        return MergeRules.of(type)
                .filter(rules -> rules.onlyWith().isEmpty()
                        || rules.applyTo(LayerDocument.read(top, rules).root()))
                .isPresent();
    }

    /**
     * What shows of a component. The same layers give the same bytes.
     *
     * @param layersBottomToTop the definitions of its layers, at least one; System has none
     * @return of a type that does not merge, the definition on top as it is
     * @throws MalformedLayerException when a definition of a type that merges is not well-formed XML
     */
    public static Merged of(ComponentType type, List<LayerXml> layersBottomToTop) {
        if (layersBottomToTop.isEmpty()) {
            throw new IllegalArgumentException("A component without a layer has no definition");
        }
        LayerXml top = layersBottomToTop.get(layersBottomToTop.size() - 1);
        Optional<MergeRules> rules = MergeRules.of(type);
        if (rules.isEmpty() || !merges(type, top)) {
            return new Merged(top.xml(), List.of());
        }
        return merged(rules.get(), layersBottomToTop);
    }

    private static Merged merged(MergeRules rules, List<LayerXml> layers) {
        EffectiveDocument document = new EffectiveDocument(rules);
        for (LayerXml layer : layers) {
            // The maker orders what others have only added; a solution's own versions follow each other.
            boolean placesFreely =
                    layer.owner().equals(Layer.ACTIVE) || layers.get(0).owner().equals(layer.owner());
            definition(layer, rules, document.isEmpty())
                    .ifPresent(definition ->
                            new LayerMerge(document, document.begin(definition), definition, placesFreely).merge());
        }
        return document.finish();
    }

    /** What a layer says; empty where it says what its basis says. On the bottom a full definition is all there is. */
    private static Optional<LayerDocument> definition(LayerXml layer, MergeRules rules, boolean isBottom) {
        LayerDocument definition = LayerDocument.read(layer, rules);
        if (isBottom || layer.basis().isEmpty() || definition.isDifference() || !rules.compares()) {
            return Optional.of(definition);
        }
        LayerXml basis = new LayerXml(layer.owner(), layer.basis().get());
        return definition.since(LayerDocument.read(basis, rules), rules);
    }

    /**
     * What shows of a component.
     *
     * @param xml its effective definition in canonical XML, without the marks of differences; not copied
     * @param conflicts what its layers disagree about, in the order in which it was met
     */
    public record Merged(byte[] xml, List<Conflict> conflicts) {

        public Merged {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * The definition of a component in one layer.
     *
     * @param owner the solution that the layer belongs to, or {@code Active}. Layers of one solution (base, patches, holding
     *     solution) have the same owner: they replace each other, and do not clash
     * @param xml canonical XML; not copied
     * @param basis what showed of the layers below when this definition was imported, in canonical XML; empty where nothing lay
     *     below or it is not known
     */
    public record LayerXml(String owner, byte[] xml, Optional<byte[]> basis) {

        /** A definition of which no basis is known. */
        public LayerXml(String owner, byte[] xml) {
            this(owner, xml, Optional.empty());
        }
    }
}
