package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentType;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * All layers of a form merge, section by section (docs/concepts.md, "What shows of a stack"). Managed packages have
 * differences of the forms that others made: cells have an ordinal, of which the ten-thousands are the column and the rest
 * the number in the section.
 */
class FormMergeTest {

    private static final Pattern ID = Pattern.compile("<(tab|section|row|cell)(?= |>)(?: [^>]*?\\bid=\"([^\"]*)\")?");

    private static final String BASE = form(tab(
            "general",
            section("address", row(cell("street")) + row(cell("zip") + cell("city")))
                    + section("notes", row(cell("text")))));

    @Nested
    class WhatALayerAdds {

        @Test
        void aCellTakesThePlaceOfItsOrdinal() {
            Merging layers = with(
                    difference("address", added("country", 10_001) + moved("zip", 10_002) + moved("city", 20_003)));

            assertThat(outline(layers))
                    .isEqualTo(
                            "tab general, section address, row, cell street, row, cell country, row, cell zip, cell city,"
                                    + " section notes, row, cell text");
        }

        @Test
        void aCellOfTheSecondColumnSitsInTheRowOfTheFirst() {
            Merging layers =
                    with(difference("address", added("number", 20_001) + moved("zip", 10_002) + moved("city", 20_003)));

            assertThat(outline(layers)).contains("row, cell street, cell number, row, cell zip");
        }

        @Test
        void aSectionTakesThePlaceOfItsOrdinal() {
            Merging layers = with(
                    "<section id=\"map\" ordinalvalue=\"1\" solutionaction=\"Added\"><rows/></section>"
                            + "<section id=\"notes\" ordinalvalue=\"2\" solutionaction=\"Modified\"/>",
                    "general");

            assertThat(outline(layers)).contains("cell city, section map, section notes");
        }

        @Test
        void aTabStandsAtTheEndIfItsOrdinalSaysSo() {
            Merging layers = with(
                    "<form><tabs><tab id=\"orders\" ordinalvalue=\"1\" solutionaction=\"Added\"><columns/></tab></tabs></form>");

            assertThat(outline(layers)).endsWith("cell text, tab orders");
        }

        @Test
        void solutionsThatAddAtTheSameOrdinalStandInInstallOrder() {
            Merging layers = with(difference("notes", added("first", 10_001)))
                    .layer("Second", difference("notes", added("second", 10_001)));

            assertThat(outline(layers)).endsWith("cell text, row, cell first, row, cell second");
            assertThat(layers.conflicts()).containsExactly("SAME_ORDINAL cell second: Extension / Second");
        }

        @Test
        void aLibraryAndAnEventHandlerJoinThoseOfOthers() {
            String script =
                    """
                    <form><formLibraries%s><Library name="%s"/></formLibraries>
                    <events><event name="onload"><Handlers>
                    <Handler handlerUniqueId="{%s}" functionName="%s"/></Handlers></event></events></form>
                    """;
            Merging layers = Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", script.formatted("", "a.js", "1", "a"))
                    .layer("Extension", script.formatted(" solutionaction=\"Added\"", "b.js", "2", "b"));

            assertThat(layers.xml())
                    .contains("<Library name=\"a.js\"></Library><Library name=\"b.js\"></Library>")
                    .containsSubsequence("functionName=\"a\"", "functionName=\"b\"", "</event></events>");
        }
    }

    @Nested
    class WhatALayerChanges {

        @Test
        void aModifiedElementKeepsWhatTheLayerDoesNotSay() {
            Merging layers = with(difference("address", modified("city", "visible=\"false\"", "")));

            assertThat(layers.xml())
                    .contains("<cell id=\"city\" visible=\"false\"><labels><label description=\"city\"");
        }

        @Test
        void theLabelOfTheTopLayerWinsLanguageByLanguage() {
            Merging layers = with(
                    difference(
                            "address",
                            modified(
                                    "city",
                                    "",
                                    "<labels><label description=\"Town\" languagecode=\"1033\" solutionaction=\"Modified\"/>"
                                            + "<label description=\"Ort\" languagecode=\"1031\" solutionaction=\"Added\"/></labels>")));

            assertThat(layers.xml())
                    .contains("<label description=\"Town\" languagecode=\"1033\"></label>"
                            + "<label description=\"Ort\" languagecode=\"1031\"></label>")
                    .doesNotContain("description=\"city\"");
        }

        @Test
        void elementsWithoutAMarkOnlyLeadToThoseThatHaveOne() {
            Merging layers = with(
                    """
                    <form><tabs><tab id="general" showlabel="as the exporter saw it" ordinalvalue="0"><columns><column>
                    <sections><section id="notes" ordinalvalue="1"><rows><row>%s</row></rows></section></sections>
                    </column></columns></tab></tabs></form>
                    """
                            .formatted(added("more", 10_001)));

            assertThat(layers.xml()).doesNotContain("exporter").contains("id=\"more\"");
        }

        @Test
        void namesBesideTheFormItselfAreTheTopLayers() {
            Merging layers = Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", names("Account", "1.0"))
                    .layer("Extension", names("Customer", "1.1"));

            assertThat(layers.xml()).isEqualTo(Merging.compact(names("Customer", "1.1")));
        }

        private static String names(String name, String version) {
            return "<systemform><IntroducedVersion>" + version + "</IntroducedVersion><form><tabs></tabs></form>"
                    + "<LocalizedNames><LocalizedName description=\"" + name
                    + "\" languagecode=\"1033\"></LocalizedName></LocalizedNames></systemform>";
        }
    }

    @Nested
    class WhatALayerRemoves {

        @Test
        void aCellGoesAndTheRestOfItsRowStays() {
            Merging layers = with(difference("address", removed("zip", 10_001)));

            assertThat(outline(layers)).contains("cell street, row, cell city, section notes");
            assertThat(layers.conflicts()).isEmpty();
        }

        @Test
        void whatIsRemovedHereAndAddedThereHasMoved() {
            Merging layers = with(
                    "<section id=\"address\" ordinalvalue=\"0\"><rows><row>" + removed("city", 20_002)
                            + "</row></rows></section>"
                            + "<section id=\"notes\" ordinalvalue=\"1\"><rows><row>" + added("city", 10_001)
                            + "</row></rows></section>",
                    "general");

            assertThat(outline(layers)).endsWith("cell zip, section notes, row, cell text, row, cell city");
            assertThat(layers.conflicts()).isEmpty();
        }

        @Test
        void aRemovedSectionGoesWithAllThatItsMakerPutThere() {
            assertThat(outline(with(REMOVED_NOTES, "general"))).endsWith("cell city");
        }

        @Test
        void withoutTheLayerEverythingIsBack() {
            assertThat(outline(with(REMOVED_NOTES, "general"))).doesNotContain("notes");
            assertThat(outline(Merging.of(ComponentType.SYSTEM_FORM).layer("Base", BASE)))
                    .contains("notes");
        }
    }

    private static final String REMOVED_NOTES = "<section id=\"notes\" ordinalvalue=\"1\" solutionaction=\"Removed\"/>";

    @Nested
    class TheConflictsTab {

        @Test
        void showsACellThatTwoSolutionsAddInDifferentPlaces() {
            Merging layers = with(difference("address", added("phone", 10_003)))
                    .layer("Second", difference("notes", added("phone", 10_001)));

            assertThat(outline(layers))
                    .endsWith("cell text, tab {5c6a1b1e-0f0e-4c1d-9a53-6d65726765c1},"
                            + " section {5c6a1b1e-0f0e-4c1d-9a53-6d65726765c2}, row, cell phone");
            assertThat(layers.xml()).contains("<label description=\"Conflicts Tab\" languagecode=\"1033\">");
            assertThat(layers.conflicts()).containsExactly("PLACED_TWICE cell phone: Extension / Second");
        }

        @Test
        void showsWhatIsAddedToASectionThatALowerLayerHasRemoved() {
            Merging layers = with(REMOVED_NOTES, "general").layer("Second", difference("notes", added("more", 10_001)));

            assertThat(outline(layers)).endsWith("6d65726765c2}, row, cell more");
            assertThat(layers.conflicts()).containsExactly("PARENT_GONE cell more: Extension / Second");
        }

        @Test
        void showsWhatOthersHadAddedToASectionThatAnUpperLayerRemoves() {
            Merging layers = with(difference("notes", added("more", 10_001)))
                    .layer("Second", difference(REMOVED_NOTES, "general", ""));

            assertThat(outline(layers))
                    .endsWith("6d65726765c2}, row, cell more")
                    .doesNotContain("cell text");
            assertThat(layers.conflicts()).containsExactly("PARENT_GONE cell more: Extension / Second");
        }

        @Test
        void isNotThereWhereTheMakerHasFoundAPlace() {
            Merging layers = with(difference("address", added("phone", 10_003)))
                    .layer("Second", difference("notes", added("phone", 10_001)))
                    .layer("Active", form(tab("general", section("notes", row(cell("phone"))))));

            assertThat(outline(layers)).endsWith("section notes, row, cell text, row, cell phone");
            assertThat(layers.conflicts()).isEmpty();
        }

        @Test
        void isNotThereForTwoVersionsOfOneSolution() {
            Merging layers = with(difference("address", added("phone", 10_003)))
                    .layer("Extension", difference("notes", added("phone", 10_001)));

            assertThat(outline(layers)).endsWith("section notes, row, cell text, row, cell phone");
            assertThat(layers.conflicts()).isEmpty();
        }

        @Test
        void aChangeOfWhatIsGoneIsReportedAndHasNoEffect() {
            Merging layers = with(difference("address", removed("city", 20_002)))
                    .layer("Second", difference("address", modified("city", "visible=\"false\"", "")));

            assertThat(outline(layers)).doesNotContain("city");
            assertThat(layers.conflicts()).containsExactly("TARGET_GONE cell city: Extension / Second");
        }
    }

    @Nested
    class FormsOfThePlatform {

        @Test
        void areNotKnownSoThatADifferenceMakesItsOwnSurroundings() {
            Merging layers = Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("First", difference("notes", added("b", 10_005)))
                    .layer("Second", difference("address", added("a", 10_002)))
                    .layer("Third", difference("notes", added("c", 10_003)));

            assertThat(outline(layers))
                    .isEqualTo("tab general, section address, row, cell a, section notes, row, cell c, row, cell b");
            assertThat(layers.conflicts()).isEmpty();
        }
    }

    @Nested
    class FullDefinitions {

        @Test
        void uniteAndTheTopOneSaysWhereThingsStand() {
            Merging layers = Merging.of(ComponentType.SYSTEM_FORM)
                    .layer("Base", BASE)
                    .layer(
                            "Active",
                            form(tab(
                                    "general",
                                    section("notes", row(cell("city")) + row(cell("new")) + row(cell("text")))
                                            + section("address", row(cell("zip")) + row(cell("street"))))));

            assertThat(outline(layers))
                    .isEqualTo("tab general, section notes, row, cell city, row, cell new, row, cell text,"
                            + " section address, row, cell zip, row, cell street");
        }

        @Test
        void rowsWithoutCellsMakeRoomAndStay() {
            String form = form(
                    tab("general", section("notes", row(cell("text")) + "<row></row><row></row>" + row(cell("more")))));

            assertThat(Merging.of(ComponentType.SYSTEM_FORM).layer("Base", form).xml())
                    .isEqualTo(form);
            assertThat(Merging.of(ComponentType.SYSTEM_FORM)
                            .layer("Base", form)
                            .layer("Active", form)
                            .xml())
                    .isEqualTo(form);
        }
    }

    @Test
    void aTextBetweenRowsTakesNoCellWithIt() {
        String form = form(tab("general", section("notes", "odd" + row(cell("text") + cell("more")))));

        assertThat(Merging.of(ComponentType.SYSTEM_FORM).layer("Base", form).xml())
                .isEqualTo(form);
    }

    private static Merging with(String difference) {
        return Merging.of(ComponentType.SYSTEM_FORM).layer("Base", BASE).layer("Extension", difference);
    }

    private static Merging with(String sections, String tab) {
        return with(difference(sections, tab, ""));
    }

    private static String difference(String section, String cells) {
        String place = section.equals("notes") ? "1" : "0";
        return difference(
                "<section id=\"" + section + "\" ordinalvalue=\"" + place + "\"><rows><row>" + cells
                        + "</row></rows></section>",
                "general",
                "");
    }

    private static String difference(String sections, String tab, String attributes) {
        return "<form><tabs><tab id=\"" + tab + "\" ordinalvalue=\"0\"" + attributes
                + "><columns><column id=\"0\"><sections>" + sections
                + "</sections></column></columns></tab></tabs></form>";
    }

    private static String added(String id, int ordinal) {
        return cell(id, "ordinalvalue=\"" + ordinal + "\" solutionaction=\"Added\"");
    }

    private static String moved(String id, int ordinal) {
        return "<cell id=\"" + id + "\" ordinalvalue=\"" + ordinal + "\" solutionaction=\"Modified\"/>";
    }

    private static String modified(String id, String attributes, String content) {
        return "<cell id=\"" + id + "\" " + attributes + " ordinalvalue=\"20002\" solutionaction=\"Modified\">"
                + content + "</cell>";
    }

    private static String removed(String id, int ordinal) {
        return "<cell id=\"" + id + "\" ordinalvalue=\"" + ordinal + "\" solutionaction=\"Removed\"/>";
    }

    private static String form(String tabs) {
        return "<form><tabs>" + tabs + "</tabs></form>";
    }

    private static String tab(String id, String sections) {
        return "<tab id=\"" + id + "\"><columns><column width=\"100%\"><sections>" + sections
                + "</sections></column></columns></tab>";
    }

    private static String section(String id, String rows) {
        return "<section id=\"" + id + "\"><rows>" + rows + "</rows></section>";
    }

    private static String row(String cells) {
        return "<row>" + cells + "</row>";
    }

    private static String cell(String id) {
        return cell(id, "");
    }

    private static String cell(String id, String attributes) {
        return "<cell id=\"" + id + "\"" + (attributes.isEmpty() ? "" : " " + attributes)
                + "><labels><label description=\"" + id + "\" languagecode=\"1033\"></label></labels></cell>";
    }

    /** Tabs, sections, rows and cells in the order of the document. */
    private static String outline(Merging layers) {
        List<String> elements =
                ID.matcher(layers.xml()).results().map(FormMergeTest::name).toList();
        return String.join(", ", elements);
    }

    private static String name(MatchResult element) {
        return element.group(2) == null ? element.group(1) : element.group(1) + " " + element.group(2);
    }
}
