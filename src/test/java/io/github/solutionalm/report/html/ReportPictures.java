package io.github.solutionalm.report.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of docs/reports.md: of the report of the quick start, whose folder it shows as {@code /builds/quickstart}. */
public final class ReportPictures {

    private ReportPictures() {}

    /** Arguments: the folder of the quick start after its build, and the folder of the pictures. */
    public static void main(String[] arguments) throws IOException {
        Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path folder = Path.of(arguments[1]);
        Path page = Files.createTempFile("report", ".html");
        String text = Files.readString(project.resolve("target/solution/report.html"), StandardCharsets.UTF_8);
        Files.writeString(page, text.replace(project.toString(), "/builds/quickstart"), StandardCharsets.UTF_8);
        try (Browser browser = Browser.start()) {
            take(browser, 1100, false, page, folder.resolve("report.png"));
            take(browser, 390, true, page, folder.resolve("report-dark.png"));
        } finally {
            Files.delete(page);
        }
    }

    private static void take(Browser browser, int width, boolean dark, Path page, Path picture) throws IOException {
        browser.screen(width, dark);
        browser.open(page, "");
        browser.picture(picture);
    }
}
