package io.github.solutionalm.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Chromium and its driver as the system has them; nothing is fetched. */
final class Browser implements AutoCloseable {

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the tests, and says so, where there is none. */
    static Browser start() {
        Optional<File> browser = program("chromium", "chromium-browser", "google-chrome");
        Optional<File> server = program("chromedriver");
        assumeTrue(
                browser.isPresent() && server.isPresent(),
                "Chromium and its driver are not installed: apt-get install chromium chromium-driver");
        LoggingPreferences logged = new LoggingPreferences();
        logged.enable(LogType.BROWSER, Level.ALL);
        logged.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.get());
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-dev-shm-usage");
        options.setCapability("goog:loggingPrefs", logged);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(server.get())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Optional<File> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Opens a page, at a place of it if one is given. */
    void open(Path page, String fragment) {
        driver.get("about:blank");
        driver.get(page.toUri() + (fragment.isEmpty() ? "" : "#" + fragment));
    }

    void screen(int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void withoutScripts() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    Object ask(String script, Object... arguments) {
        return driver.executeScript("return " + script, arguments);
    }

    /** What axe finds against WCAG 2.2 AA and its own best practices: rule and place of each. */
    @SuppressWarnings("unchecked") // a list of strings of the script
    List<String> accessibilityFindings() {
        driver.executeScript(axe());
        return (List<String>)
                driver.executeAsyncScript(
                        """
                const done = arguments[0];
                axe.run(document).then(found => done(found.violations.flatMap(
                    violation => violation.nodes.map(node => violation.id + ': ' + node.html.slice(0, 200)))));
                """);
    }

    private static String axe() {
        try (var in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the console says, such as violations of the page's policy. */
    List<String> console() {
        return StreamSupport.stream(driver.manage().logs().get(LogType.BROWSER).spliterator(), false)
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that were asked for since the last time. */
    List<String> requests() {
        String begin = "\"request\":{";
        return StreamSupport.stream(
                        driver.manage().logs().get(LogType.PERFORMANCE).spliterator(), false)
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("Network.requestWillBeSent\"") && message.contains(begin))
                .map(message -> message.substring(message.indexOf("\"url\":\"", message.indexOf(begin)) + 7))
                .map(url -> url.substring(0, url.indexOf('"')))
                .toList();
    }

    /** A picture of the screen, for who wants to look. */
    void picture(Path file) throws IOException {
        Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
