package io.github.solutionalm.report.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the pictures of docs/reports.md: of a report, into a folder. */
public final class ReportPictures {

    private ReportPictures() {}

    /** Arguments: the page, and the folder of the pictures. */
    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[0]).toAbsolutePath();
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (Browser browser = Browser.start()) {
            browser.screen(1100, false);
            browser.open(page, "");
            browser.picture(folder.resolve("report.png"));
            browser.screen(390, true);
            browser.open(page, "");
            browser.picture(folder.resolve("report-dark.png"));
        }
    }
}
