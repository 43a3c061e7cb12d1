package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.law.Choices;
import io.github.solutionalm.law.Law;
import io.github.solutionalm.merge.EffectiveDefinition.LayerXml;
import io.github.solutionalm.model.ComponentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What holds of forms in general, whatever their layers. */
class MergeLawsTest {

    private static final Pattern CELL = Pattern.compile("<cell id=\"([^\"]*)\"");
    private static final int CELLS = 12;

    @Law(tries = 300)
    void oneLayerAloneIsItsOwnDefinition(Choices choices) {
        String form = full(choices);

        assertThat(merged(List.of(form))).isEqualTo(form);
    }

    @Law(tries = 300)
    void aDefinitionOverItselfChangesNothing(Choices choices) {
        String form = full(choices);

        assertThat(merged(List.of(form, form, form))).isEqualTo(form);
    }

    @Law(tries = 300)
    void whatWasMergedStaysAsItIs(Choices choices) {
        String merged = merged(layers(choices));

        assertThat(merged(List.of(merged))).isEqualTo(merged);
    }

    @Law(tries = 300)
    void everyElementThatALayerAddsIsThereOnce(Choices choices) {
        List<String> layers = layers(choices);
        Set<String> added =
                layers.stream().flatMap(layer -> cells(layer).stream()).collect(Collectors.toSet());

        assertThat(cells(merged(layers))).containsExactlyInAnyOrderElementsOf(added);
    }

    @Law(tries = 100)
    void theSameLayersGiveTheSameBytes(Choices choices) {
        List<String> layers = layers(choices);

        assertThat(merged(layers)).isEqualTo(merged(layers)).doesNotContain("solutionaction", "ordinalvalue");
    }

    /** Full definitions and differences that add, of several owners; cells of the same name in different places. */
    static List<String> layers(Random random) {
        List<String> layers = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            layers.add(random.nextBoolean() ? full(random) : difference(random));
        }
        return layers;
    }

    static String full(Random random) {
        List<String> left = names();
        Collections.shuffle(left, random);
        StringBuilder form = new StringBuilder("<form><tabs><tab id=\"t\"><columns><column><sections>");
        for (int section = 0; section < 3; section++) {
            form.append("<section id=\"s").append(section).append("\"><rows>");
            for (int row = random.nextInt(4); row > 0; row--) {
                form.append("<row>");
                for (int cell = random.nextInt(3); cell > 0 && !left.isEmpty(); cell--) {
                    form.append("<cell id=\"").append(left.remove(0)).append("\"></cell>");
                }
                form.append("</row>");
            }
            form.append("</rows></section>");
        }
        return form.append("</sections></column></columns></tab></tabs></form>").toString();
    }

    private static String difference(Random random) {
        List<String> left = names();
        Collections.shuffle(left, random);
        StringBuilder form =
                new StringBuilder("<form><tabs><tab id=\"t\" ordinalvalue=\"0\"><columns><column id=\"0\"><sections>");
        for (int section = 0; section < 3; section++) {
            form.append("<section id=\"s%d\" ordinalvalue=\"%d\"><rows>".formatted(section, section));
            for (int cell = random.nextInt(4); cell > 0; cell--) {
                int ordinal = 10_000 * (1 + random.nextInt(2)) + random.nextInt(5);
                form.append("<row><cell id=\"%s\" ordinalvalue=\"%d\" solutionaction=\"Added\"></cell></row>"
                        .formatted(left.remove(0), ordinal));
            }
            form.append("</rows></section>");
        }
        return form.append("</sections></column></columns></tab></tabs></form>").toString();
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            names.add("c" + i);
        }
        return names;
    }

    private static List<String> cells(String form) {
        return CELL.matcher(form).results().map(cell -> cell.group(1)).toList();
    }

    private static String merged(List<String> forms) {
        List<LayerXml> layers = new ArrayList<>();
        for (String form : forms) {
            layers.add(new LayerXml("Layer" + layers.size(), form.getBytes(StandardCharsets.UTF_8)));
        }
        return new String(
                EffectiveDefinition.of(ComponentType.SYSTEM_FORM, layers).xml(), StandardCharsets.UTF_8);
    }
}
