package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentType;
import org.junit.jupiter.api.Test;

/**
 * The options of all layers are available; a label is that of the top layer that has one (docs/concepts.md, "What shows of
 * a stack").
 */
class OptionSetUnionTest {

    private static final String BASE = optionSet("picklist", option(1, "Low", 1033) + option(2, "High", 1033));
    private static final String EXTENSION =
            optionSet("picklist", option(100_000_000, "Urgent", 1033) + option(2, "Very high", 1033));

    @Test
    void optionsUniteAndTheTopLabelOfAValueWins() {
        String merged = Merging.of(ComponentType.OPTION_SET)
                .layer("Base", BASE)
                .layer("Extension", EXTENSION)
                .xml();

        assertThat(merged)
                .isEqualTo(optionSet(
                        "picklist",
                        option(1, "Low", 1033) + option(100_000_000, "Urgent", 1033) + option(2, "Very high", 1033)));
    }

    @Test
    void aLayerThatGoesTakesItsOptionsWithIt() {
        assertThat(Merging.of(ComponentType.OPTION_SET).layer("Base", BASE).xml())
                .isEqualTo(BASE);
    }

    @Test
    void labelsOfOtherLanguagesStay() {
        String merged = Merging.of(ComponentType.OPTION_SET)
                .layer("Base", BASE)
                .layer("German", optionSet("picklist", option(1, "Niedrig", 1031)))
                .xml();

        assertThat(merged).containsSubsequence("<option value=\"1\">", "Low", "Niedrig", "<option value=\"2\">");
    }

    @Test
    void allElseIsTheTopLayers() {
        String merged = Merging.of(ComponentType.OPTION_SET)
                .layer(
                        "Base",
                        "<optionset Name=\"p\"><ExternalTypeName>x</ExternalTypeName><options></options></optionset>")
                .layer("Extension", "<optionset Name=\"p\"><options></options></optionset>")
                .xml();

        assertThat(merged).isEqualTo("<optionset Name=\"p\"><options></options></optionset>");
    }

    @Test
    void soItIsWithTheOptionsOfAColumn() {
        String merged = Merging.of(ComponentType.ATTRIBUTE)
                .layer("Base", column("Rating", BASE))
                .layer("Extension", column("Score", EXTENSION))
                .xml();

        assertThat(merged)
                .contains("description=\"Score\"", "Low", "Urgent", "Very high")
                .doesNotContain("Rating", "\"High\"");
    }

    @Test
    void ofAColumnWithoutOptionsTheTopLayerWins() {
        String merged = Merging.of(ComponentType.ATTRIBUTE)
                .layer("Base", column("Name", "<MaxLength>100</MaxLength>"))
                .layer("Extension", column("Title", ""))
                .xml();

        assertThat(merged).isEqualTo(column("Title", ""));
    }

    private static String column(String name, String content) {
        return "<attribute PhysicalName=\"p\">" + content + "<displaynames><displayname description=\"" + name
                + "\" languagecode=\"1033\"></displayname></displaynames></attribute>";
    }

    private static String optionSet(String type, String options) {
        return "<optionset Name=\"p\"><OptionSetType>" + type + "</OptionSetType><options>" + options
                + "</options></optionset>";
    }

    private static String option(int value, String label, int language) {
        return "<option value=\"" + value + "\"><labels><label description=\"" + label + "\" languagecode=\"" + language
                + "\"></label></labels></option>";
    }
}
