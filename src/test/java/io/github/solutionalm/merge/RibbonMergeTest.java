package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentType;
import org.junit.jupiter.api.Test;

/**
 * The parts of ribbons merge by id; where several layers have one, it is that of the top layer (docs/concepts.md, "What
 * shows of a stack").
 */
class RibbonMergeTest {

    @Test
    void partsOfAllKindsUnite() {
        Merging layers = Merging.of(ComponentType.RIBBON_CUSTOMIZATION)
                .layer("Base", ribbon("approve", "a.js"))
                .layer("Extension", ribbon("reject", "r.js"));

        assertThat(layers.xml())
                .containsSubsequence("<CustomAction Id=\"approve\"", "<CustomAction Id=\"reject\"", "</CustomActions>")
                .containsSubsequence("HideActionId=\"hide.approve\"", "HideActionId=\"hide.reject\"")
                .containsSubsequence("<CommandDefinition Id=\"approve\"", "<CommandDefinition Id=\"reject\"")
                .containsSubsequence("<TabDisplayRule TabCommand=\"approve\"", "<TabDisplayRule TabCommand=\"reject\"")
                .containsSubsequence("<EnableRule Id=\"approve\"", "<EnableRule Id=\"reject\"")
                .containsSubsequence("<DisplayRule Id=\"approve\"", "<DisplayRule Id=\"reject\"")
                .containsSubsequence("<GroupTemplate Id=\"approve\"", "<GroupTemplate Id=\"reject\"")
                .containsSubsequence("<LocLabel Id=\"approve\"", "<LocLabel Id=\"reject\"")
                .containsOnlyOnce("<RibbonTemplates Id=\"Mscrm.Templates\">");
    }

    @Test
    void ofOneIdTheTopLayersWinsWithAllThatIsInIt() {
        Merging layers = Merging.of(ComponentType.RIBBON_CUSTOMIZATION)
                .layer("Base", ribbon("approve", "old.js"))
                .layer("Extension", ribbon("approve", "new.js"));

        assertThat(layers.xml()).isEqualTo(Merging.compact(ribbon("approve", "new.js")));
    }

    @Test
    void aLanguageSolutionAddsTitles() {
        String label =
                "<RibbonDiffXml><LocLabels><LocLabel Id=\"approve\"><Titles><Title description=\"%s\" languagecode=\"%s\">"
                        + "</Title></Titles></LocLabel></LocLabels></RibbonDiffXml>";
        Merging layers = Merging.of(ComponentType.RIBBON_CUSTOMIZATION)
                .layer("Base", label.formatted("Approve", "1033"))
                .layer("German", label.formatted("Genehmigen", "1031"));

        assertThat(layers.xml())
                .containsSubsequence("\"Approve\"", "\"Genehmigen\"")
                .containsOnlyOnce("<LocLabel ");
    }

    private static String ribbon(String id, String library) {
        return """
                <RibbonDiffXml><CustomActions><CustomAction Id="ID"><CommandUIDefinition><Button Id="b"></Button>
                </CommandUIDefinition></CustomAction><HideCustomAction HideActionId="hide.ID"></HideCustomAction></CustomActions>
                <Templates><RibbonTemplates Id="Mscrm.Templates"><GroupTemplate Id="ID"></GroupTemplate></RibbonTemplates></Templates>
                <CommandDefinitions><CommandDefinition Id="ID"><EnableRules><EnableRule Id="ID"></EnableRule></EnableRules>
                <Actions><JavaScriptFunction Library="LIBRARY"></JavaScriptFunction></Actions></CommandDefinition></CommandDefinitions>
                <RuleDefinitions><TabDisplayRules><TabDisplayRule TabCommand="ID"></TabDisplayRule></TabDisplayRules>
                <DisplayRules><DisplayRule Id="ID"></DisplayRule></DisplayRules>
                <EnableRules><EnableRule Id="ID"></EnableRule></EnableRules></RuleDefinitions>
                <LocLabels><LocLabel Id="ID"></LocLabel></LocLabels></RibbonDiffXml>
                """
                .replaceAll("\\bID\"", id + "\"")
                .replace("LIBRARY", library);
    }
}
