package io.github.solutionalm.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.schema.ByHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.print.PrintOptions;

/** The page as people have it: in a browser, from the disk. */
@Tag("thorough")
@ByHand("what a page needs of each file")
class ReportInBrowserTest {

    private static Browser browser;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingLeavesThePageAndItsPolicyIsKept() {
        assertThat(browser.requests()).allMatch(url -> url.startsWith("file:") || url.startsWith("about:"));
        assertThat(browser.console()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "1280, true", "390, false", "390, true"})
    void theFirstScreenHasTheVerdictAndEverybodyCanReadIt(int width, boolean dark) throws IOException {
        everything();
        browser.screen(width, dark);
        open("");

        assertThat(text("h1")).isEqualTo("An import failed");
        assertThat((Long) browser.ask("Math.round(document.querySelector('header').getBoundingClientRect().bottom)"))
                .isLessThan(900);
        assertThat((Long) browser.ask("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        browser.driver().findElements(By.cssSelector("details")).forEach(details -> browser.driver()
                .executeScript("arguments[0].open = true", details));
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    @Test
    void withoutScriptsItSaysAllThatMatters() throws IOException {
        everything();
        try (Browser plain = Browser.start()) {
            plain.withoutScripts();
            plain.open(page(), "");
            String text = plain.driver().findElement(By.tagName("body")).getText();

            assertThat(text)
                    .contains(
                            "An import failed",
                            "Data at risk: 12,480 rows have a value",
                            "Used by SystemForm f, of ContosoTweaks",
                            "Import Base first.",
                            "orders.contoso.example",
                            "contoso_Url");
        }
    }

    @Test
    void aComponentIsFoundByTheKeyboardAlone() throws IOException {
        ReportSamples.bigPlan(folder, 1000);
        open("");
        browser.driver().executeScript("document.querySelector('.explorer summary').focus()");
        type(Keys.ENTER);
        type(Keys.TAB);
        type("duration777");

        await("document.querySelectorAll('.explorer tbody tr').length === 1");
        assertThat(text(".explorer tbody")).contains("contoso_estimatedduration777");
        assertThat(text(".explorer [role=status]")).isEqualTo("1 of 1000");
    }

    @Test
    void columnsAreSortedAndTypesChosen() throws IOException {
        ReportSamples.plan(
                folder,
                "Orders",
                ReportSamples.change("Entity", "b", "ADD"),
                ReportSamples.change("Attribute", "c", "CHANGE"),
                ReportSamples.change("Entity", "a", "UNCHANGED"));
        open("");
        unfold();
        assertThat(keys()).as("the worst first").containsExactly("c", "b", "a");

        browser.driver().findElement(By.xpath("//th/button[.='Component']")).click();
        assertThat(keys()).containsExactly("a", "b", "c");
        browser.driver().findElement(By.xpath("//th/button[.='Component']")).click();
        assertThat(keys()).containsExactly("c", "b", "a");
        browser.driver().findElement(By.xpath("//option[.='Entity (2)']")).click();
        assertThat(keys()).containsExactly("b", "a");
    }

    @Test
    void aComponentUnfoldsIntoWhatItUsesAndWhatUsesIt() throws IOException {
        ReportSamples.environment(folder);
        open("");
        unfold();
        browser.driver()
                .findElement(By.cssSelector("[aria-label='Details of A']"))
                .click();
        assertThat(text(".explorer tbody")).contains("Uses", "Attribute B", "Entity account (not in this list)");

        browser.driver()
                .findElement(By.cssSelector("[aria-label='Details of B']"))
                .click();
        assertThat(text(".explorer tbody")).contains("Layers, from the top down\nOrders\nBase", "Used by\nAttribute A");
    }

    @Test
    void everyComponentHasALinkThatLeadsToIt() throws IOException {
        ReportSamples.bigPlan(folder, 1000);
        String id = "plan/Orders/Attribute/contoso_servicerequest9.contoso_estimatedduration999";
        open(id);

        await("document.activeElement.id === '" + id + "'");
    }

    @Test
    void twentyThousandComponentsAreShownAFewAtATime() throws IOException {
        ReportSamples.bigPlan(folder, 20_000);
        open("");
        unfold();

        assertThat(rows()).isEqualTo(200L);
        assertThat(text(".explorer [role=status]")).isEqualTo("20000 of 20000, the first 200 shown");
        browser.driver().findElement(By.xpath("//button[.='Show 200 more']")).click();
        assertThat(rows()).isEqualTo(400L);
        assertThat((Long) browser.ask("Math.round(performance.now())"))
                .as("milliseconds since the page was asked for, by far")
                .isLessThan(30_000L);
    }

    @Test
    void itPrints() throws IOException {
        everything();
        open("");

        assertThat(browser.driver().print(new PrintOptions()).getContent()).startsWith("JVBERi0"); // %PDF-
    }

    @Test
    void nothingThatAPackageSaysRuns() throws IOException {
        String hostile = "</script><script>document.title='x'</script><img src=x onerror=document.title='x'>";
        ReportSamples.plan(
                folder,
                "Orders",
                ReportSamples.change(hostile, hostile, "DELETE"),
                ReportSamples.change(hostile, "javascript:document.title='x'", "CHANGE"));
        open("");
        unfold();

        assertThat(browser.driver().getTitle()).contains("solution report");
        assertThat(browser.ask("document.querySelectorAll('img, a[href^=javascript]').length"))
                .isEqualTo(0L);
        assertThat(browser.ask("document.querySelectorAll('script:not([type])').length"))
                .isEqualTo(1L);
        assertThat(text(".explorer tbody")).contains(hostile);
    }

    /** One of each section. */
    private void everything() throws IOException {
        ReportSamples.plan(
                folder,
                "Orders",
                ReportSamples.deletion("contoso_order.contoso_fax", 12480),
                "{\"type\":\"Attribute\",\"key\":\"x\",\"name\":\"\",\"change\":\"DELETE\",\"blockedBy\":[{\"type\":"
                        + "\"SystemForm\",\"key\":\"f\",\"solution\":\"ContosoTweaks\",\"code\":\"0x8004F01F\"}]}",
                ReportSamples.change("Entity", "contoso_order", "CHANGE"));
        ReportSamples.result(folder, "Orders", "FAILED", "The solution needs Base. Import Base first.");
        ReportSamples.environment(folder);
        ReportSamples.inspection(folder);
    }

    private Path page() throws IOException {
        Path page = folder.resolve("report.html");
        if (Files.notExists(page)) {
            HtmlReport.write(page, List.of(new HtmlReport.Source("", folder)));
        }
        return page;
    }

    private void open(String fragment) throws IOException {
        browser.open(page(), fragment);
    }

    private static void unfold() {
        browser.driver().findElement(By.cssSelector(".explorer summary")).click();
        await("document.querySelectorAll('.explorer tbody tr').length > 0");
    }

    private static void await(String condition) {
        browser.driver()
                .executeAsyncScript("const done = arguments[0]; const look = () => (" + condition
                        + ") ? done() : setTimeout(look, 20); look();");
    }

    private static void type(CharSequence keys) {
        browser.driver().switchTo().activeElement().sendKeys(keys);
    }

    private static String text(String selector) {
        return browser.driver().findElement(By.cssSelector(selector)).getText();
    }

    private static Object rows() {
        return browser.ask("document.querySelectorAll('.explorer tbody tr').length");
    }

    private static List<String> keys() {
        return browser.driver().findElements(By.cssSelector(".explorer tbody code")).stream()
                .map(WebElement::getText)
                .toList();
    }
}
