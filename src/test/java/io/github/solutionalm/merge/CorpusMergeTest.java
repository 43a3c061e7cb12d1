package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.merge.EffectiveDefinition.LayerXml;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every definition that merges in every real package ({@code -Dsolution.corpus}): alone, and over those that other packages
 * have of the same component, be they versions of one solution or other solutions.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorpusMergeTest {

    private static final Pattern ADDED =
            Pattern.compile("<(?:cell|section|tab|SubArea|Group|Area) [^>]*?\\b[iI]d=\"([^\"]*)\"[^>]*>");

    /** Definitions of all packages read so far, by component. */
    private final Map<ComponentKey, Set<LayerText>> known = new TreeMap<>();

    private record LayerText(String owner, String xml) {

        LayerXml layer() {
            return new LayerXml(owner, xml.getBytes(StandardCharsets.UTF_8));
        }

        boolean isDifference() {
            return xml.contains(" solutionaction=\"") || xml.contains(" ordinalvalue=\"");
        }
    }

    static Stream<Path> packages() throws IOException {
        return Oracles.files("solution.corpus", "../shared/corpus", ".zip");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void mergesAloneAndOverAllBefore(Path file) throws IOException {
        Oracles.assumePresent(file);
        for (Map.Entry<ComponentKey, LayerText> definition : definitions(file).entrySet()) {
            ComponentKey key = definition.getKey();
            isItsOwnAlone(key, definition.getValue());
            Set<LayerText> stack = known.computeIfAbsent(key, any -> new LinkedHashSet<>());
            if (stack.add(definition.getValue()) && stack.size() > 1) {
                mergesAll(key, List.copyOf(stack));
                overItsBasisItIsWhatShows(key, List.copyOf(stack));
            }
        }
    }

    private static void isItsOwnAlone(ComponentKey key, LayerText layer) {
        String alone = merged(key, List.of(layer));
        if (!layer.isDifference()) {
            assertThat(alone).as(key.toString()).isEqualTo(layer.xml());
        }
        assertThat(alone).as(key.toString()).doesNotContain(" solutionaction=\"", " ordinalvalue=\"");
        assertThat(merged(key, List.of(new LayerText(layer.owner(), alone))))
                .as(key.toString())
                .isEqualTo(alone);
    }

    private static void mergesAll(ComponentKey key, List<LayerText> stack) {
        List<LayerText> turned = new ArrayList<>(stack);
        Collections.reverse(turned);
        for (List<LayerText> layers : List.of(stack, turned)) {
            String merged = merged(key, layers);
            assertThat(merged).as(key.toString()).doesNotContain(" solutionaction=\"", " ordinalvalue=\"");
            LayerText top = layers.get(layers.size() - 1);
            if (!top.isDifference()) {
                assertThat(ids(merged)).as(key.toString()).containsAll(ids(top.xml()));
            }
        }
    }

    /** Of any two, as if a maker had made the second of the first. */
    private static void overItsBasisItIsWhatShows(ComponentKey key, List<LayerText> stack) {
        LayerText mine = stack.get(stack.size() - 1);
        LayerText base = stack.get(stack.size() - 2);
        if (!MergeRules.of(key.type()).orElseThrow().compares() || mine.isDifference() || base.isDifference()) {
            return;
        }
        LayerXml active = new LayerXml(
                Layer.ACTIVE, mine.layer().xml(), Optional.of(base.layer().xml()));
        byte[] shown = EffectiveDefinition.of(key.type(), List.of(base.layer(), active))
                .xml();
        assertThat(new String(shown, StandardCharsets.UTF_8)).as(key.toString()).isEqualTo(mine.xml());
    }

    private static Set<String> ids(String xml) {
        return ADDED.matcher(xml)
                .results()
                .map(element -> ComponentKey.normalize(element.group(1)))
                .collect(Collectors.toSet());
    }

    private static String merged(ComponentKey key, List<LayerText> layers) {
        List<LayerXml> xml = layers.stream().map(LayerText::layer).toList();
        assertThatCode(() -> EffectiveDefinition.of(key.type(), xml))
                .as(key.toString())
                .doesNotThrowAnyException();
        return new String(EffectiveDefinition.of(key.type(), xml).xml(), StandardCharsets.UTF_8);
    }

    /** None for what is no package. */
    private static Map<ComponentKey, LayerText> definitions(Path file) {
        Contents contents = new Contents();
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
            SolutionPackage solution = opened.read(contents, ReadListener.NONE);
            Map<ComponentKey, LayerText> definitions = new TreeMap<>();
            for (SolutionComponent component : solution.components()) {
                component
                        .definition()
                        .filter(definition ->
                                EffectiveDefinition.merges(component.key().type()))
                        .map(definition -> contents.byHash.get(definition.xml()))
                        .ifPresent(xml -> definitions.put(
                                component.key(),
                                new LayerText(solution.manifest().uniqueName(), xml)));
            }
            return definitions;
        } catch (SolutionException e) {
            return Map.of();
        }
    }

    private static final class Contents implements ContentSink {

        private final Map<ContentHash, String> byHash = new HashMap<>();

        @Override
        public boolean wants(ContentHash hash) {
            return !byHash.containsKey(hash);
        }

        @Override
        public void accept(ContentHash hash, byte[] bytes, int length) {
            byHash.put(hash, new String(Arrays.copyOf(bytes, length), StandardCharsets.UTF_8));
        }

        @Override
        public void accept(ContentHash hash, long size, InputStream content) {
            // files, not definitions
        }
    }
}
