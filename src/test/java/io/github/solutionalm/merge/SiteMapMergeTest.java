package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentType;
import org.junit.jupiter.api.Test;

/**
 * Areas, groups and subareas of site maps merge by id; new ones appear at the bottom (docs/concepts.md, "What shows of a
 * stack").
 */
class SiteMapMergeTest {

    private static final String BASE =
            """
            <SiteMap><Area Id="Sales"><Group Id="Customers"><SubArea Id="accounts" Icon="a.png"></SubArea>
            <SubArea Id="contacts"></SubArea></Group></Area><Area Id="Service"></Area></SiteMap>
            """;

    @Test
    void newElementsAppearAtTheBottomWhereverTheirLayerHasThem() {
        Merging layers = base().layer(
                        "Extension",
                        """
                        <SiteMap><Area Id="Training"/><Area Id="Sales"><Group Id="Customers"><SubArea Id="leads"/>
                        <SubArea Id="accounts" Icon="a.png"/></Group></Area></SiteMap>
                        """);

        assertThat(layers.xml())
                .containsSubsequence(
                        "\"Sales\"", "\"accounts\"", "\"contacts\"", "\"leads\"", "\"Service\"", "\"Training\"");
    }

    @Test
    void soDoThoseOfADifferenceWhateverTheirOrdinal() {
        Merging layers = base().layer("Extension", difference("leads", 0)).layer("Second", difference("orders", 0));

        assertThat(layers.xml()).containsSubsequence("\"accounts\"", "\"contacts\"", "\"leads\"", "\"orders\"");
        assertThat(layers.conflicts()).isEmpty();
    }

    @Test
    void theMakerPlacesThemExactly() {
        Merging layers = base().layer("Extension", difference("leads", 0))
                .layer(
                        "Active",
                        """
                        <SiteMap><Area Id="Sales"><Group Id="Customers"><SubArea Id="leads"/><SubArea Id="contacts"/>
                        <SubArea Id="accounts"/></Group></Area></SiteMap>
                        """);

        assertThat(layers.xml()).containsSubsequence("\"leads\"", "\"contacts\"", "\"accounts\"", "\"Service\"");
    }

    @Test
    void whatADifferenceMovesItMoves() {
        Merging layers = base().layer(
                        "Extension",
                        """
                        <SiteMap><Area Id="Service" ordinalvalue="0" solutionaction="Modified"/>
                        <Area Id="Sales" ordinalvalue="1" solutionaction="Modified"/></SiteMap>
                        """);

        assertThat(layers.xml()).containsSubsequence("\"Service\"", "\"Sales\"", "\"accounts\"");
    }

    @Test
    void whatADifferenceRemovesGoesWithAllInIt() {
        Merging layers = base().layer("Second", difference("leads", 2))
                .layer(
                        "Extension",
                        """
                        <SiteMap><Area Id="Sales" ordinalvalue="0"><Group Id="Customers" ordinalvalue="0" solutionaction="Removed"/>
                        </Area></SiteMap>
                        """);

        assertThat(layers.xml()).isEqualTo("<SiteMap><Area Id=\"Sales\"></Area><Area Id=\"Service\"></Area></SiteMap>");
        assertThat(layers.conflicts()).isEmpty();
    }

    @Test
    void titlesUniteAndAttributesAreTheTopLayers() {
        String titles =
                """
                <SiteMap><Area Id="Sales" Icon="%s"><Titles><Title LCID="%s" Title="%s"></Title></Titles></Area></SiteMap>
                """;
        Merging layers = Merging.of(ComponentType.SITE_MAP)
                .layer("Base", titles.formatted("sales.png", "1033", "Sales"))
                .layer("Extension", titles.formatted("new.png", "1031", "Vertrieb"));

        assertThat(layers.xml())
                .isEqualTo(
                        "<SiteMap><Area Icon=\"new.png\" Id=\"Sales\"><Titles><Title LCID=\"1033\" Title=\"Sales\"></Title>"
                                + "<Title LCID=\"1031\" Title=\"Vertrieb\"></Title></Titles></Area></SiteMap>");
    }

    private static Merging base() {
        return Merging.of(ComponentType.SITE_MAP).layer("Base", BASE);
    }

    private static String difference(String subArea, int ordinal) {
        return """
                <SiteMap><Area Id="Sales" ordinalvalue="0"><Group Id="Customers" ordinalvalue="0">
                <SubArea Id="%s" ordinalvalue="%d" solutionaction="Added"/></Group></Area></SiteMap>
                """
                .formatted(subArea, ordinal);
    }
}
