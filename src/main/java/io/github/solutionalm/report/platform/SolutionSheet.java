package io.github.solutionalm.report.platform;

import static io.github.solutionalm.report.platform.Spreadsheet.LABEL;
import static io.github.solutionalm.report.platform.Spreadsheet.TITLE;
import static io.github.solutionalm.report.platform.Spreadsheet.VALUE;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.report.platform.Spreadsheet.Resource;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/**
 * The log's first sheet: which solution of whom, and how the import ended (rows: docs/platform-facts.md, "The formatted
 * log").
 */
final class SolutionSheet {

    private static final String SOLUTION = "Solution";
    private static final String PUBLISHER = "Publisher";

    private final Spreadsheet book;
    private final ImportResult result;
    private final Verdict verdict;

    SolutionSheet(Spreadsheet book, ImportResult result) {
        this.book = book;
        this.result = result;
        this.verdict = Verdict.of(result);
    }

    void write() throws IOException {
        book.startSheet("Solution", 129, 420);
        solution();
        gap();
        publisher();
        gap();
        outcome();
        gap();
        environment();
        book.endSheet();
    }

    private void solution() throws IOException {
        book.startRow();
        book.resourceCell(TITLE, Resource.table("3ffa7e2c-9d9c-4923-bf59-645d04c10063"), SOLUTION);
        book.emptyCell(VALUE);
        book.endRow();
        row(SOLUTION, "Name", Resource.column("c7f1c81a-18f5-40af-a1c1-afebf1005382"), result.solution());
        manifestRow("Display Name", "bd8fd21d-7ae0-4cd8-9fe5-755c3aaf89fc", SolutionManifest::friendlyName);
        manifestRow("Description", "cd786c2c-2706-4629-a824-2e3611111e7a", SolutionManifest::description);
        manifestRow("Version", "8eaec995-d351-42f8-ae47-89e4743482ce", manifest -> manifest.version()
                .toString());
        manifestRow(
                "Package Type",
                "4b51b5d3-e656-4f84-a159-2c235e9d2719",
                manifest -> manifest.managed() ? "Managed" : "Unmanaged");
    }

    private void publisher() throws IOException {
        book.startRow("parent", PUBLISHER);
        book.resourceCell(TITLE, Resource.table("fcd2b9c5-4a53-4083-880d-16da4be49ac3"), PUBLISHER);
        book.endRow();
        publisherRow("Name", "97207f18-8fa6-4056-ba1f-18b3abd6e8d9", Publisher::uniqueName);
        publisherRow("Display Name", "9e19102f-6e1a-4c4a-a62a-604bfb802306", Publisher::displayName);
        publisherRow("Description", "9cb8b826-564b-47c8-b901-eee3e429ecc6", Publisher::description);
        publisherRow("Email", "61784fc3-cad1-473a-abca-3b75bb304c48", Publisher::email);
        publisherRow("Website", "f4f2ae6e-e1c8-4b6b-8147-ba31fe6c7eae", Publisher::website);
        addressRow("City", "b33eada2-e138-41e6-83bb-6ab9f6742a0f", "City");
        addressRow("Country/Region", "c0b16553-22b6-4b15-94aa-9206d4123b1d", "Country");
        addressRow("Street 1", "2ccee14b-98ea-4f57-8f8c-d7b37b5a8f7a", "Line1");
        addressRow("Street 2", "8b7b0dec-5f6e-4671-901b-681c9a4192f8", "Line2");
        addressRow("ZIP/Postal Code", "34836951-ff33-4383-8d45-54bd187d7620", "PostalCode");
        addressRow("State/Province", "a0ddb9af-d81a-4ad9-8c8f-453713b3a158", "StateOrProvince");
        addressRow("Phone", "cc3a9f14-8167-4580-803c-fea04779b5bd", "Telephone1");
    }

    private void outcome() throws IOException {
        outcomeRow("Status", "Sol_Status", verdict.status());
        outcomeRow("Message", "Sol_Message", verdict.message());
        outcomeRow("Progress [%]", "Sol_Progress", PlatformFormat.percent(result.progress()));
        Duration duration = Duration.between(result.startedOn(), result.completedOn());
        outcomeRow("Duration [s]", "Sol_Duration", PlatformFormat.seconds(duration));
        // The unit is wrong, but it is what the platform writes; the id of the job is how one finds it again.
        outcomeRow("ActivityId [s]", "Sol_ActivityId", result.importJobId().orElse(""));
        outcomeRow("StartTime [s]", "Sol_StartTime", PlatformFormat.moment(result.startedOn()));
        outcomeRow("StopTime [s]", "Sol_StopTime", PlatformFormat.moment(result.completedOn()));
    }

    /** Below all that the platform's own log has, which is downloaded from the environment and need not name it. */
    private void environment() throws IOException {
        environmentRow("Environment", result.environment().id());
        environmentRow("Environment URL", result.environment().url());
    }

    private void environmentRow(String label, String value) throws IOException {
        book.startRow("parent", "Environment");
        book.cell(LABEL, label);
        book.cell(VALUE, value);
        book.endRow();
    }

    private void manifestRow(String label, String column, Function<SolutionManifest, String> value) throws IOException {
        row(
                SOLUTION,
                label,
                Resource.column(column),
                result.manifest().map(value).orElse(""));
    }

    private void publisherRow(String label, String column, Function<Publisher, String> value) throws IOException {
        String text =
                result.manifest().map(SolutionManifest::publisher).map(value).orElse("");
        row(PUBLISHER, label, Resource.column(column), text);
    }

    private void addressRow(String label, String column, String field) throws IOException {
        publisherRow(label, column, publisher -> publisher.address(field));
    }

    private void outcomeRow(String label, String resource, String value) throws IOException {
        row(SOLUTION, label, Resource.customization(resource), value);
    }

    private void row(String parent, String label, Resource resource, String value) throws IOException {
        book.startRow("parent", parent);
        book.resourceCell(LABEL, resource, label);
        book.cell(VALUE, value);
        book.endRow();
    }

    private void gap() throws IOException {
        book.startRow();
        book.emptyCell(LABEL);
        book.endRow();
    }
}
