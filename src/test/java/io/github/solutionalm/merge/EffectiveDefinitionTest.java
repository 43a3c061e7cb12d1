package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.merge.EffectiveDefinition.Merged;
import io.github.solutionalm.model.ComponentType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of all types. */
class EffectiveDefinitionTest {

    private static final int DEEPEST = 500;

    @Test
    void ofATypeThatDoesNotMergeTheTopLayerWins() {
        String views = "<savedquery solutionaction=\"as it is\">%s</savedquery>";
        Merged merged = Merging.of(ComponentType.SAVED_QUERY)
                .layer("Base", views.formatted("1"))
                .layer("Extension", views.formatted("2"))
                .merged();

        assertThat(new String(merged.xml(), StandardCharsets.UTF_8)).isEqualTo(views.formatted("2"));
        assertThat(EffectiveDefinition.merges(ComponentType.SAVED_QUERY)).isFalse();
    }

    @Test
    void everyTypeThatMergesHasItsRules() {
        assertThat(ComponentType.known())
                .filteredOn(ComponentType::merges)
                .isNotEmpty()
                .allMatch(EffectiveDefinition::merges);
    }

    @Test
    void aComponentWithoutALayerHasNone() {
        assertThatThrownBy(() -> EffectiveDefinition.of(ComponentType.SYSTEM_FORM, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLayerThatIsNoXmlIsNamed() {
        for (String broken :
                List.of("", "<form>", "text", "<form/><form/>", "<!DOCTYPE form><form/>", "<form>&x;</form>")) {
            assertThatThrownBy(() -> Merging.of(ComponentType.SYSTEM_FORM)
                            .layer("Base", "<form/>")
                            .layer("Extension", broken)
                            .merged())
                    .as(broken)
                    .isInstanceOf(MalformedLayerException.class)
                    .hasMessageContaining("Extension");
        }
    }

    @Test
    void theDeepestDocumentThatAReaderTakesMerges() {
        String deep = "<a>".repeat(DEEPEST) + "</a>".repeat(DEEPEST);

        assertThat(Merging.of(ComponentType.SYSTEM_FORM)
                        .layer("Base", deep)
                        .layer("Extension", deep)
                        .xml())
                .isEqualTo(deep);
        assertThatThrownBy(() -> Merging.of(ComponentType.SYSTEM_FORM)
                        .layer("Base", "<a>" + deep + "</a>")
                        .merged())
                .isInstanceOf(MalformedLayerException.class);
    }

    @Test
    void textsAndSpecialCharactersStay() {
        String form =
                "<form><parameters>a &lt; b &amp; \"c\" \u00e9 \ud83d\ude00<b>mixed</b> tail</parameters><x a=\"&quot;&lt;\"> </x></form>";

        assertThat(Merging.of(ComponentType.SYSTEM_FORM).layer("Base", form).xml())
                .isEqualTo(form);
        assertThat(Merging.of(ComponentType.SYSTEM_FORM)
                        .layer("Base", form)
                        .layer("Active", form)
                        .xml())
                .isEqualTo(form);
    }
}
