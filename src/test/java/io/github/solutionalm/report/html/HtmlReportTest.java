package io.github.solutionalm.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.schema.ByHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ByHand("what a page needs of each file")
class HtmlReportTest {

    @TempDir
    private Path folder;

    @Test
    void theVerdictComesFirst() throws IOException {
        ReportSamples.plan(folder, "Orders", ReportSamples.deletion("contoso_order.contoso_fax", 12480));

        String page = page();

        assertThat(page)
                .containsSubsequence(
                        "<body>",
                        "<h1>Look at this before the import</h1>",
                        "deletes 1 component; data at risk in 1.",
                        "<h2>",
                        "Deleted (1)",
                        "id=\"plan/Orders/Attribute/contoso_order.contoso_fax\"",
                        "Data at risk: 12,480 rows have a value");
    }

    @Test
    void deletionsWithDataComeBeforeTablesColumnsAndTheRest() throws IOException {
        ReportSamples.plan(
                folder,
                "Orders",
                ReportSamples.change("SavedQuery", "a", "DELETE"),
                ReportSamples.change("Attribute", "b", "DELETE"),
                ReportSamples.change("Entity", "c", "DELETE"),
                ReportSamples.deletion("z", 1));

        assertThat(page())
                .containsSubsequence(
                        "Deleted (4)",
                        "plan/Orders/Attribute/z",
                        "plan/Orders/Entity/c",
                        "plan/Orders/Attribute/b",
                        "plan/Orders/SavedQuery/a");
    }

    @Test
    void whatBlocksIsNamedWithItsSolution() throws IOException {
        ReportSamples.plan(
                folder,
                "Orders",
                "{\"type\":\"Attribute\",\"key\":\"x\",\"name\":\"\",\"change\":\"DELETE\",\"blockedBy\":[{\"type\":"
                        + "\"SystemForm\",\"key\":\"f\",\"solution\":\"ContosoTweaks\",\"code\":\"0x8004F01F\"}]}");

        assertThat(page())
                .containsSubsequence(
                        "<h1>The import would be refused</h1>",
                        "would be refused, since 1 deletion is blocked",
                        "Blocked deletions (1)",
                        "Used by <bdi>SystemForm f, of ContosoTweaks</bdi>");
    }

    @Test
    void oldAndNewOfAChangeAreShown() throws IOException {
        ReportSamples.plan(
                folder,
                "Orders",
                "{\"type\":\"Attribute\",\"key\":\"x\",\"name\":\"\",\"change\":\"CHANGE\",\"hiddenBy\":\"Active\","
                        + "\"details\":[{\"what\":\"MaxLength\",\"old\":\"100\",\"new\":\"200\"},"
                        + "{\"what\":\"option\",\"old\":\"Red\",\"new\":null},"
                        + "{\"what\":\"label\",\"old\":null,\"new\":\"Blue\"}]}");

        assertThat(page())
                .containsSubsequence("Changes that will not show (1)", "Hidden by <bdi>Active</bdi>")
                .containsSubsequence("Changed (1)", "MaxLength: 100 → 200", "option removed: Red", "label added: Blue");
    }

    @Test
    void aFailedImportSaysWhyAndWhatToDo() throws IOException {
        ReportSamples.result(folder, "Orders", "FAILED", "The solution needs Base. Import Base first.");

        assertThat(page())
                .containsSubsequence(
                        "<header class=\"bad\">",
                        "<h1>An import failed</h1>",
                        "Failed: Orders 2.0.0.0 in rehearsal",
                        "Errors (1)",
                        "The solution needs Base. Import Base first.",
                        "0x8004801D ImportMissingDependenciesError",
                        "Time by phase",
                        "Carrying out",
                        "0.9 s",
                        "75 %");
    }

    @Test
    void whatEndedBeforeItHadAResultIsTold() throws IOException {
        ReportSamples.summary(folder, "STARTED", "");

        assertThat(page()).containsSubsequence("<h1>An import failed</h1>", "Started and not ended: import Orders");
    }

    @Test
    void codeIsShownWithTheHostsThatItCalls() throws IOException {
        ReportSamples.inspection(folder);

        assertThat(page())
                .containsSubsequence(
                        "Hosts called",
                        "orders.contoso.example",
                        "Code inside",
                        "Send order",
                        "Settings",
                        "contoso_Url",
                        "needs a value",
                        "contoso_dataverse");
    }

    @Test
    void anEnvironmentIsAStackOfSolutionsAndTheLayersOfComponents() throws IOException {
        ReportSamples.environment(folder);

        assertThat(page())
                .containsSubsequence(
                        "Solutions, from the top layer down",
                        "<bdi>Orders</bdi>",
                        "<bdi>Base</bdi>",
                        "1 component of 2 in more than one layer.")
                .contains(
                        "{\"id\":\"environment\",\"rows\":[[0,\"a\",\"A\",0,\"\",\"not published\",{\"uses\":[1,\"Entity account\"]}],"
                                + "[0,\"b\",\"B\",1,\"2\",\"\",{\"layers\":[0,1]}]],\"types\":[\"Attribute\"],"
                                + "\"columns\":[{\"title\":\"Top layer\",\"words\":[\"Base\",\"Orders\"]},{\"title\":\"Layers\"},"
                                + "{\"title\":\"State\"}],\"owners\":[\"Base\",\"Orders\"]}");
    }

    @Test
    void aFileThatCanNotBeReadIsNamedAndTheOthersAreShown() throws IOException {
        ReportSamples.inspection(folder);
        Files.createDirectories(folder.resolve("Orders"));
        Files.writeString(folder.resolve("Orders/plan.json"), "{\"schema\": 1, \"components\": [");
        Files.writeString(folder.resolve("environment.json"), "{\"schema\": 2}");

        assertThat(page())
                .contains("plan.json is damaged")
                .contains("environment.json is of another version of the plugin: its schema is 2, not 1")
                .contains("Hosts called");
    }

    @Test
    void aComparisonHasWhatIsInOneOnly() throws IOException {
        Files.writeString(
                folder.resolve("diff.json"),
                "{\"schema\":1,\"package\":{\"file\":\"new.zip\"},\"against\":{\"file\":\"old.zip\"},\"components\":["
                        + ReportSamples.change("Entity", "a", "ADD") + ","
                        + ReportSamples.change("Entity", "b", "DELETE") + "]}");

        assertThat(page())
                .containsSubsequence(
                        "1 only in the old one, 0 changed and 1 only in the new one.",
                        "new.zip",
                        "old.zip",
                        "Only in the old one (1)",
                        "Only in the new one (1)");
    }

    @Test
    void dependenciesThatDoNotFitAreABadVerdict() throws IOException {
        Files.writeString(
                folder.resolve("dependencies.json"),
                "{\"schema\":1,\"packages\":[],\"problems\":[{\"kind\":\"MISSING\",\"fails\":true,\"solution\":\"Base\","
                        + "\"message\":\"Base is missing. Add it.\"}]}");

        assertThat(page())
                .containsSubsequence(
                        "<h1>A check failed</h1>", "do not fit what the packages require", "Base is missing.");
    }

    @Test
    void thePolicyNamesExactlyTheStyleAndTheScriptOfThePage() throws IOException {
        ReportSamples.inspection(folder);

        String page = page();

        assertThat(page)
                .contains("default-src 'none'; style-src " + inline(page, "style") + "; script-src "
                        + inline(page, "script") + "; base-uri 'none'; form-action 'none'");
    }

    private static String inline(String page, String tag) {
        String begin = "<" + tag + ">";
        int from = page.indexOf(begin) + begin.length();
        return new Asset(page.substring(from, page.indexOf("</" + tag + ">", from))).source();
    }

    @Test
    void hashesAreTakenAsBrowsersTakeThem() {
        // https://www.w3.org/TR/CSP3/#external-hash has this form; the hash is that of `openssl dgst -sha256 -binary |
        // base64`
        assertThat(new Asset("alert('Hello, world.');").source())
                .isEqualTo("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
    }

    @Test
    void severalModulesAreToldApart() throws IOException {
        ReportSamples.inspection(folder.resolve("a"));
        ReportSamples.inspection(folder.resolve("b"));
        Path page = folder.resolve("report.html");

        HtmlReport.write(
                page,
                List.of(
                        new HtmlReport.Source("orders", folder.resolve("a")),
                        new HtmlReport.Source("base", folder.resolve("b"))));

        assertThat(Files.readString(page))
                .contains("id=\"orders/inspection\"", "id=\"base/inspection\"", "orders: Inspection of 1 package");
    }

    @Test
    void listsAreShortAndSayHowManyMoreThereAre() throws IOException {
        ReportSamples.bigPlan(folder, 1000);

        assertThat(page()).contains("Deleted (500)", "… and 400 more, in the table of all components.");
    }

    @Test
    void aPageIsSmall() throws IOException {
        ReportSamples.inspection(folder);
        assertThat(bytes()).isLessThan(40 << 10);

        ReportSamples.bigPlan(folder, 1000);
        assertThat(bytes()).isLessThan(300 << 10);

        ReportSamples.bigPlan(folder, 20_000);
        assertThat(bytes()).isLessThan(4 << 20);
    }

    private long bytes() throws IOException {
        return Files.size(written());
    }

    @Test
    void theScriptIsSmall() throws IOException {
        assertThat(Asset.named("report.js").text()).hasSizeLessThan(15 << 10);
    }

    private String page() throws IOException {
        return Files.readString(written());
    }

    private Path written() throws IOException {
        return HtmlReport.write(folder.resolve("report.html"), List.of(new HtmlReport.Source("", folder)));
    }
}
