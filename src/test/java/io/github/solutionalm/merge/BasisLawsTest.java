package io.github.solutionalm.merge;

import static io.github.solutionalm.merge.XmlTree.element;
import static io.github.solutionalm.merge.XmlTree.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.solutionalm.merge.EffectiveDefinition.LayerXml;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Layer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of a full definition of which it is known what it was made of, whatever it is. */
class BasisLawsTest {

    private static final int RUNS = 300;
    private static final List<String> NAMES = List.of(
            "form",
            "tabs",
            "tab",
            "column",
            "sections",
            "section",
            "rows",
            "row",
            "cell",
            "control",
            "Area",
            "SubArea",
            "CustomAction",
            "Role",
            "option",
            "optionset",
            "other");

    static Stream<ComponentType> comparedTypes() {
        return Stream.of(
                ComponentType.SYSTEM_FORM,
                ComponentType.SITE_MAP,
                ComponentType.RIBBON_CUSTOMIZATION,
                ComponentType.APP_MODULE);
    }

    static Stream<ComponentType> types() {
        return Stream.concat(comparedTypes(), Stream.of(ComponentType.OPTION_SET, ComponentType.ATTRIBUTE));
    }

    @ParameterizedTest
    @MethodSource("comparedTypes")
    void overItsBasisItIsWhatShows(ComponentType type) {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            String base = definition(type, random).toString();
            XmlTree unchanged = definition(type, new Random(seed));
            String mine = unchanged.edited(random, "u", random.nextInt(8)).toString();

            assertThat(merged(type, base, mine, base))
                    .as("seed %s: %s", seed, base)
                    .isEqualTo(alone(type, mine));
        }
    }

    /** Also where some of it stood in the Conflicts Tab, and what it leaves there stays there. */
    @Test
    void soItIsOverSeveralLayersOfAForm() {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            List<LayerXml> layers = new ArrayList<>();
            for (String layer : MergeLawsTest.layers(random)) {
                layers.add(new LayerXml("Layer" + layers.size(), bytes(layer)));
            }
            String basis = shown(ComponentType.SYSTEM_FORM, layers);
            String other = MergeLawsTest.full(random);
            String more = basis.replaceFirst("<rows>", "<rows><row><cell id=\"more\"></cell></row>");
            layers.add(new LayerXml("", new byte[0]));

            for (String mine : List.of(other, more, basis)) {
                layers.set(layers.size() - 1, new LayerXml(Layer.ACTIVE, bytes(mine), Optional.of(bytes(basis))));
                assertThat(shown(ComponentType.SYSTEM_FORM, layers))
                        .as("seed %s: %s", seed, basis)
                        .isEqualTo(mine);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("comparedTypes")
    void withoutAChangeTheLayersBelowShow(ComponentType type) {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            XmlTree base = definition(type, random);
            String next = base.edited(random, "b", 6).toString();

            assertThat(merged(type, next, base.toString(), base.toString()))
                    .as("seed %s", seed)
                    .isEqualTo(alone(type, next));
        }
    }

    @ParameterizedTest
    @MethodSource("comparedTypes")
    void whatTheMakerDidStaysAndAllElseFollowsTheLayersBelow(ComponentType type) {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            XmlTree base = definition(type, random);
            XmlTree mine = base.edited(random, "u", random.nextInt(6));
            XmlTree next = base.edited(random, "b", random.nextInt(6));
            String shown = merged(type, next.toString(), mine.toString(), base.toString());
            Map<String, String> before = contents(base);
            Map<String, String> after = contents(mine);
            Map<String, String> below = contents(next);

            for (String id : before.keySet()) {
                boolean isUntouched = before.get(id).equals(after.get(id));
                if (!after.containsKey(id) || isUntouched && !below.containsKey(id)) {
                    assertThat(shown)
                            .as("seed %s: %s%n%s%n%s", seed, base, mine, next)
                            .doesNotContain("\"" + id + "\"");
                }
            }
            after.keySet().removeAll(before.keySet());
            assertThat(after.keySet())
                    .as("seed %s: %s%n%s%n%s%n%s", seed, base, mine, next, shown)
                    .allMatch(id -> shown.contains("\"" + id + "\""));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void noDocumentIsTooOdd(ComponentType type) {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            String base = odd(random, 0).toString();
            String mine = odd(random, 0).toString();
            String basis = random.nextBoolean() ? base : odd(random, 0).toString();

            assertThatCode(() -> merged(type, base, mine, basis))
                    .as("%s%n%s%n%s", base, mine, basis)
                    .doesNotThrowAnyException();
            assertThat(merged(type, base, mine, basis)).isEqualTo(merged(type, base, mine, basis));
        }
    }

    /** What has an id of its own, by that, with where it stands and all that is in it. */
    private static Map<String, String> contents(XmlTree definition) {
        Map<String, String> contents = new TreeMap<>();
        collect(definition, "", contents);
        return contents;
    }

    private static void collect(XmlTree parent, String above, Map<String, String> contents) {
        for (XmlTree child : parent.children) {
            String id = id(child);
            if (!id.isEmpty()) {
                contents.put(id, above + ": " + child);
            }
            collect(child, id.isEmpty() ? above : id, contents);
        }
    }

    private static String id(XmlTree node) {
        return Stream.of("id", "Id", "handlerUniqueId", "HideActionId", "uniquename")
                .flatMap(identity -> Stream.ofNullable(node.attributes.get(identity)))
                .collect(Collectors.joining());
    }

    private static String alone(ComponentType type, String xml) {
        return shown(type, List.of(new LayerXml("Base", bytes(xml))));
    }

    private static String merged(ComponentType type, String below, String mine, String basis) {
        return shown(
                type,
                List.of(
                        new LayerXml("Base", bytes(below)),
                        new LayerXml(Layer.ACTIVE, bytes(mine), Optional.of(bytes(basis)))));
    }

    private static String shown(ComponentType type, List<LayerXml> layers) {
        return new String(EffectiveDefinition.of(type, layers).xml(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static XmlTree definition(ComponentType type, Random random) {
        return new RandomDefinition(random).of(type);
    }

    private static XmlTree odd(Random random, int depth) {
        XmlTree odd = element(NAMES.get(random.nextInt(NAMES.size())));
        for (String attribute : List.of("id", "Id", "value", "a")) {
            if (random.nextInt(3) == 0) {
                odd.with(attribute, List.of("", "x", "y", "{X}").get(random.nextInt(4)));
            }
        }
        for (int i = random.nextInt(depth > 4 ? 1 : 5); i > 0; i--) {
            odd.children.add(random.nextInt(6) == 0 ? text("t") : odd(random, depth + 1));
        }
        return odd;
    }
}
