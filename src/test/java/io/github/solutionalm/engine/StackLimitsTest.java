package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.hash;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Each layer is merged into what those below it are together, so that a thousand layers take half a million times one. What
 * one component may have of that is bounded, however small each layer is.
 */
final class StackLimitsTest {

    private static final SolutionComponent RIBBON =
            component(ComponentType.RIBBON_CUSTOMIZATION, "contoso_order", "arriving");

    @Test
    void manySmallLayersAreRefusedWithTheirNumberAndWhatTheyHave() {
        List<Finding> errors = over(1_999, 20);

        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).message())
                .contains(
                        "contoso_order",
                        "S0, S1, S2, S3, S4 and 1994 more",
                        "2,000 layers with together 40,000 elements and attributes",
                        "the limit of 30,000,000",
                        "Merge some of these solutions");
    }

    /** All together have fewer bytes than are looked into of few layers. */
    @Test
    void soAreVeryManyTinyOnes() {
        assertThat(over(9_999, 4)).hasSize(1);
    }

    @Test
    void asManyThatHaveLittleAreNot() {
        assertThat(over(1_999, 7)).isEmpty();
    }

    @Test
    void norAreHundredThatHaveMuch() {
        assertThat(over(99, 2_500)).isEmpty();
    }

    @Test
    void norWhatDoesNotMerge() {
        SolutionComponent resource = component(ComponentType.WEB_RESOURCE, "contoso_order", "arriving");

        assertThat(over(resource, 1_999, 20)).isEmpty();
    }

    /** What is small over a single small layer is much where there are hundreds of it. */
    @Test
    void manyComponentsThatMergeAreBoundedTogether() {
        List<SolutionComponent> forms = new ArrayList<>();
        Map<ComponentKey, ComponentState> states = new HashMap<>();
        Layer below = new Layer("Base", "contoso", Content.of(hash("below")));
        for (int i = 0; i < 17; i++) {
            SolutionComponent form = component(ComponentType.SYSTEM_FORM, "form " + i, "arriving");
            forms.add(form);
            states.put(form.key(), new ComponentState(form.key(), Layer.Label.NONE, List.of(below), true));
        }
        StackLimits limits = new StackLimits(
                new Stored(Map.of(hash("below"), xml(3)), xml(100_000)),
                "Mine",
                new StackAfter(layer -> false, layer -> false));

        assertThat(limits.errors(forms, states)).singleElement().satisfies(error -> assertThat(error.message())
                .contains("17 components that merge", "1,700,000 elements", "are 33,554,432 and 1,600,000")
                .endsWith("Import them in several solutions, or remove layers that nobody needs."));
        assertThat(limits.errors(forms.subList(0, 16), states)).isEmpty();
    }

    /** For each question the package may be read from its beginning to its end. */
    @Test
    void whatArrivesIsAskedForOnce() {
        List<SolutionComponent> forms = new ArrayList<>();
        Map<ComponentKey, ComponentState> states = new HashMap<>();
        Layer below = new Layer("Base", "contoso", Content.of(hash("below")));
        for (int i = 0; i < 5; i++) {
            SolutionComponent form = component(ComponentType.SYSTEM_FORM, "form " + i, "arriving");
            forms.add(form);
            states.put(form.key(), new ComponentState(form.key(), Layer.Label.NONE, List.of(below), true));
        }
        Stored stored = new Stored(Map.of(hash("below"), xml(200_000)), xml(3));

        assertThat(new StackLimits(stored, "Mine", new StackAfter(layer -> false, layer -> false))
                        .errors(forms, states))
                .isEmpty();
        assertThat(stored.questions()).hasValue(1);
    }

    private static List<Finding> over(int layers, int elements) {
        return over(RIBBON, layers, elements);
    }

    /** A component arrives on so many layers, all of them with so many elements. */
    private static List<Finding> over(SolutionComponent component, int layers, int elements) {
        List<Layer> stack = new ArrayList<>();
        Map<ContentHash, byte[]> stored = new HashMap<>();
        for (int i = 0; i < layers; i++) {
            ContentHash hash = hash("layer " + i);
            stack.add(new Layer("S" + i, "contoso", Content.of(hash)));
            stored.put(hash, xml(elements));
        }
        ComponentKey key = component.key();
        ComponentState state = new ComponentState(key, Layer.Label.NONE, stack, true);
        return new StackLimits(
                        new Stored(stored, xml(elements)), "Mine", new StackAfter(layer -> false, layer -> false))
                .errors(List.of(component), Map.of(key, state));
    }

    private static byte[] xml(int elements) {
        return ("<a>" + "<b></b>".repeat(elements - 1) + "</a>").getBytes(StandardCharsets.UTF_8);
    }

    /** What layers have, and what arrives. */
    private record Stored(Map<ContentHash, byte[]> layers, byte[] arriving, AtomicInteger questions)
            implements Definitions {

        Stored(Map<ContentHash, byte[]> layers, byte[] arriving) {
            this(layers, arriving, new AtomicInteger());
        }

        @Override
        public Map<ContentHash, byte[]> stored(Collection<ContentHash> definitions) {
            return layers;
        }

        @Override
        public Map<ContentHash, Long> sizes(Collection<ContentHash> definitions) {
            Map<ContentHash, Long> sizes = new HashMap<>();
            definitions.forEach(hash -> sizes.put(hash, (long) layers.get(hash).length));
            return sizes;
        }

        @Override
        public void arriving(Collection<Definition> definitions, Arrival each) {
            questions.incrementAndGet();
            definitions.forEach(definition -> each.take(definition.hash(), arriving));
        }

        @Override
        public Optional<byte[]> content(ContentHash content) {
            return Optional.empty();
        }

        @Override
        public Optional<SolutionComponent> read(
                ComponentKey component, Optional<ComponentKey> parent, ContentHash definition) {
            return Optional.empty();
        }

        @Override
        public Optional<SolutionComponent> read(ComponentKey component, Optional<ComponentKey> parent, byte[] xml) {
            return Optional.empty();
        }
    }
}
