package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patches lie over their base until an upgrade rolls them up (docs/concepts.md, "Patches"). */
class PatchesTest {

    private static final String SCRIPT = "contoso_/a.js";
    private static final String PATCHED_COLUMN = "contoso_order.contoso_note";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void aBase() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(base("1.0.0.0").webResource(SCRIPT, "base").zip(folder));
    }

    @Test
    void aPatchLiesOverItsBase() throws Exception {
        ImportResult result = rehearsal.imports(patch("P1", "1.0.1.0", "first"));

        assertThat(result.operation()).isEqualTo(Operation.PATCH);
        assertThat(result.outcome()).isEqualTo(Outcome.PATCHED);
        assertThat(result.count(Change.ADD)).isEqualTo(1);
        assertThat(result.count(Change.CHANGE)).isEqualTo(1);
        assertThat(result.count(Change.UNCHANGED)).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "P1");
        assertThat(rehearsal.layers(ATTRIBUTE, PATCHED_COLUMN)).containsExactly("P1");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("first");
    }

    @Test
    void itIsListedWithItsBase() throws Exception {
        rehearsal.holding(patch("P1", "1.0.1.0", "first"));

        assertThat(rehearsal.content().solutions())
                .filteredOn(solution -> solution.uniqueName().equals("P1"))
                .singleElement()
                .satisfies(solution -> {
                    assertThat(solution.patchOf()).contains("Orders");
                    assertThat(solution.holdingFor()).isEmpty();
                    assertThat(solution.components()).hasValue(3);
                });
        assertThat(rehearsal.content().solutions().get(0))
                .extracting(EnvironmentContent.Solution::version)
                .isEqualTo("1.0.0.0");
    }

    @Test
    void laterPatchesLieOverEarlierOnes() throws Exception {
        rehearsal.holding(patch("P2", "1.0.1.0", "first"), patch("P1", "1.0.2.0", "second"));

        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "P2", "P1");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("second");
    }

    @Test
    void patchesStandInThePlaceOfTheirBase() throws Exception {
        rehearsal.holding(
                managed("Later", "1.0.0.0").webResource(SCRIPT, "later").zip(folder));
        ImportResult result = rehearsal.imports(patch("P1", "1.0.1.0", "first"));

        assertThat(result.hidden()).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "P1", "Later");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("later");
    }

    @Test
    void anUpgradeRollsAllOfThemUp() throws Exception {
        rehearsal.holding(patch("P1", "1.0.1.0", "first"), patch("P2", "1.0.2.0", "second"));
        ImportResult result =
                rehearsal.imports(base("1.1.0.0").webResource(SCRIPT, "second").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.solutions()).containsExactly("Orders 1.1.0.0");
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders");
        assertThat(rehearsal.component(ATTRIBUTE, PATCHED_COLUMN)).isEmpty();
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("second");
        assertThat(rehearsal.content().solutions().get(0).components()).hasValue(3);
    }

    @Test
    void anUpdateGoesUnderThem() throws Exception {
        rehearsal.holding(patch("P1", "1.0.1.0", "first"));
        ImportResult result = rehearsal.imports(
                base("1.1.0.0").webResource(SCRIPT, "updated").zip(folder),
                options().action(Action.UPDATE));

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.hidden()).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "P1");
        assertThat(rehearsal.text(SCRIPT, "Orders")).isEqualTo("updated");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("first");
    }

    @Test
    void whatAnUpgradeOnlyMentionsKeepsWhatThePatchMadeOfIt() throws Exception {
        rehearsal.holding(patch("P1", "1.0.1.0", "first"));
        ImportResult result = rehearsal.imports(
                base("1.1.0.0").root(61, SCRIPT).root(2, PATCHED_COLUMN).zip(folder));

        assertThat(result.count(Change.KEEP)).isEqualTo(2);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders");
        assertThat(rehearsal.layers(ATTRIBUTE, PATCHED_COLUMN)).containsExactly("Orders");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("first");
        assertThat(rehearsal.content().solutions().get(0).components()).hasValue(4);
    }

    @Test
    void aPatchOfAnUnmanagedBaseCustomizesTheSameLayer() throws Exception {
        rehearsal.holding(unmanaged("Mine", "1.0.0.0")
                .webResource("contoso_/m.js", "mine")
                .zip(folder));
        ImportResult result = rehearsal.imports(unmanaged("Mine_Patch", "1.0.1.0")
                .patchOf("Mine")
                .webResource("contoso_/m.js", "patched")
                .zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.PATCHED);
        assertThat(rehearsal.solutions()).contains("Mine 1.0.0.0", "Mine_Patch 1.0.1.0");
        assertThat(rehearsal.layers(WEB_RESOURCE, "contoso_/m.js")).containsExactly("Active");
        assertThat(rehearsal.shown("contoso_/m.js")).isEqualTo("patched");
        assertThat(result.unpublished()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "P1, 1.0.1.0, Nobody, 0x80048540",
        "P1, 1.1.1.0, Orders, 0x80048539",
        "P1, 1.0.0.0, Orders, 0x80048539",
        "P1, 1.0.6.0, P0, 0x80048539",
        "P1, 1.0.5.0, Orders, 0x80061771",
        "P1, 1.0.4.0, Orders, 0x80061771",
        "P0, 1.0.6.0, Orders, 0x8004F042",
        "Orders, 1.0.6.0, Orders, 0x8004F023"
    })
    void aPatchThatDoesNotFitIsRefusedAndNothingChanges(String name, String version, String base, String code)
            throws Exception {
        rehearsal.holding(patch("P0", "1.0.5.0", "there"));
        String before = EnvironmentDump.everything(rehearsal.file());
        ImportResult result = rehearsal.imports(
                managed(name, version).patchOf(base).webResource(SCRIPT, "no").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly(code);
        assertThat(EnvironmentDump.everything(rehearsal.file())).isEqualTo(before);
    }

    @Test
    void aPatchThatIsInstalledIsSkipped() throws Exception {
        Path patch = patch("P1", "1.0.1.0", "first");
        rehearsal.holding(patch);

        ImportResult again = rehearsal.imports(patch);
        assertThat(again.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(again.previousVersion()).contains("1.0.1.0");
    }

    private static PackageBuilder base(String version) {
        return managed("Orders", version).column("contoso_order", "contoso_total", "Total");
    }

    private Path patch(String name, String version, String content) throws Exception {
        return managed(name, version)
                .patchOf("Orders")
                .column("contoso_order", "contoso_note", "Note")
                .webResource(SCRIPT, content)
                .zip(folder);
    }
}
