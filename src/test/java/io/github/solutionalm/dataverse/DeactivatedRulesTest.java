package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.model.ComponentType.ROUTING_RULE;
import static io.github.solutionalm.model.ComponentType.SLA;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are active in a real environment are drafts while an import runs that brings them, and active again afterwards. */
class DeactivatedRulesTest {

    private static final ComponentKey RULE = new ComponentKey(ROUTING_RULE, id("cases"));
    private static final ComponentKey AGREEMENT = new ComponentKey(SLA, id("gold"));

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void activeRules() throws Exception {
        contoso = new Contoso(folder);
        assertThat(imports("1.0.0.0", ImportOptionsBuilder.options()).outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(contoso.server.active(RULE)).contains(true);
        assertThat(contoso.server.active(AGREEMENT)).contains(true);
    }

    @AfterEach
    void stop() {
        contoso.close();
    }

    @Test
    void aRefusalNamesTheWayOut() throws Exception {
        ImportResult result = imports("2.0.0.0", options());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .anySatisfy(error -> assertThat(error.message()).contains("-Dsolution.activeRules=deactivate"));
        assertThat(patched()).isZero();
    }

    @Test
    void theyAreDeactivatedBeforeAndActivatedAfterwards() throws Exception {
        ImportResult result = imports("2.0.0.0", deactivating());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(contoso.server.active(RULE)).contains(true);
        assertThat(contoso.server.active(AGREEMENT)).contains(true);
        assertThat(told(result.warnings(), "deactivated for the import and activated again"))
                .containsExactlyInAnyOrder("0x8004F851", "0x8004F871");
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void theyAreActivatedAgainWhenTheImportFails() throws Exception {
        contoso.script().on("StageAndUpgradeAsync").jobFails("0x80040216", "It broke.");

        ImportResult result = imports("2.0.0.0", deactivating());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(contoso.server.active(RULE)).contains(true);
        assertThat(patched()).isEqualTo(4);
        assertThat(told(result.warnings(), "deactivated for the import and activated again"))
                .hasSize(2);
    }

    @Test
    void theyAreActivatedAgainWhenTheStartIsRefused() throws Exception {
        contoso.script().on("StageAndUpgradeAsync").refuse(400, "0x80040216", "Not now.");

        ImportResult result = imports("2.0.0.0", deactivating());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(contoso.server.active(AGREEMENT)).contains(true);
    }

    @Test
    void onesOfOthersAndDraftsAreLeftAlone() throws Exception {
        contoso.server.set(AGREEMENT, false);
        contoso.server.set(RULE, false);

        ImportResult result = imports("2.0.0.0", deactivating());

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(patched()).isZero();
    }

    @Test
    void whatCannotBeActivatedAgainIsAnErrorAndTriedAgainByTheNextBuild() throws Exception {
        contoso.script().on("slas").skip(2).always().refuse(400, "0x80040216", "Its workflow has errors.");

        ImportResult result = imports("2.0.0.0", deactivating());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(told(result.errors(), "could not be activated again")).containsExactly("0x8004F871");
        assertThat(result.errors().get(0).message()).contains("Its workflow has errors.");
        assertThat(contoso.server.active(RULE)).contains(true);

        contoso.script().clear();
        contoso.server.set(AGREEMENT, false);
        ImportResult again = imports("2.0.0.0", options());
        assertThat(again.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(contoso.server.active(AGREEMENT)).contains(true);
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    @Test
    void aLaterBuildActivatesThemWhenItSeesTheEnd() throws Exception {
        contoso.script().on("StageAndUpgradeAsync").jobLasts(60);

        ImportResult late = imports("2.0.0.0", deactivating().timeout(Duration.ofSeconds(60)));
        assertThat(late.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(told(late.errors(), "it is unknown whether that import has ended"))
                .hasSize(2);
        assertThat(contoso.jobs).isDirectoryContaining(file -> file.toString().endsWith(".rules.json"));
        contoso.server.set(RULE, false);

        ImportResult result = imports("2.0.0.0", deactivating());
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(contoso.server.active(RULE)).contains(true);
        assertThat(contoso.server.active(AGREEMENT)).contains(true);
        assertThat(contoso.jobs).isEmptyDirectory();
    }

    private ImportResult imports(String version, ImportOptionsBuilder options) throws Exception {
        Path file = managed("Orders", version)
                .webResource("contoso_/a.js", version)
                .routingRule("cases", true)
                .section("Slas", "<Sla SLAId=\"{" + id("gold") + "}\" Name=\"Gold\"><StateCode>1</StateCode></Sla>")
                .zip(folder);
        ImportOptions built = options.build();
        return contoso.environment().importSolution(Contoso.importing(file, built), ImportListener.NONE);
    }

    private static ImportOptionsBuilder deactivating() {
        return options().activeRules(ActiveRules.DEACTIVATE);
    }

    private static List<String> told(List<Finding> findings, String what) {
        return findings.stream()
                .filter(finding -> finding.message().contains(what))
                .map(Finding::code)
                .toList();
    }

    private long patched() {
        return contoso.server.requests().stream()
                .filter(request -> request.method().equals("PATCH"))
                .count();
    }
}
