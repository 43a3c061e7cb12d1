package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ComponentResult.Status.FAILURE;
import static io.github.solutionalm.ComponentResult.Status.SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.api.FormattedLog;
import io.github.solutionalm.dataverse.api.LogEntry;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A large import has a large log: it goes to disk, and says what it says all the same. */
class LargeLogTest extends AgainstContoso {

    private static final int ROWS = 20_000;
    /** So that a log has some 60 MB. */
    private static final String TEXT = "x".repeat(2_500);

    private static final long MEGABYTE = 1024 * 1024;

    @Test
    void yieldsItsComponents() throws Exception {
        contoso.script().on("RetrieveSolutionImportResult").always().replay(answer("Success"));

        ImportResult result = contoso.imports("ContosoBase_1_0_0_0_managed", ImportOptions.defaults());

        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.documents().log().orElseThrow())
                .satisfies(log -> assertThat(Files.size(log)).isGreaterThan(50 * MEGABYTE));
        List<LogEntry> entries = FormattedLog.read(result.documents().log().orElseThrow());
        assertThat(entries).hasSize(ROWS).allMatch(entry -> entry.status() == SUCCESS);
        result.documents().discard();
        assertThat(result.documents().log().orElseThrow()).doesNotExist();
    }

    @Test
    void failsTheImportWhenItsLastRowDoes() throws Exception {
        contoso.script().on("RetrieveSolutionImportResult").always().replay(answer("Failure"));

        ImportResult result = contoso.imports("ContosoBase_1_0_0_0_managed", ImportOptions.defaults());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.components()).anyMatch(component -> component.status() == FAILURE);
        result.documents().discard();
    }

    /** All rows succeed but perhaps the last one. */
    private Path answer(String last) throws IOException {
        Path file = folder.resolve("answer.json");
        try (Writer json = Files.newBufferedWriter(file)) {
            json.write("{\"SolutionOperationResult\":{\"Status\":\"Passed\",\"FormattedResults\":\"");
            json.write(
                    "<?xml version=\\\"1.0\\\"?><Workbook xmlns:ss=\\\"urn:x\\\"><Worksheet ss:Name=\\\"Components\\\">"
                            + "<Table>");
            json.write(row("Time", "ItemType", "Id", "Name", "LocalizedName", "OriginalName", "Description", "Status"));
            for (int row = 1; row <= ROWS; row++) {
                String status = row == ROWS ? last : "Success";
                json.write(row("10:00", "Entity", "", "contoso_x" + row, "X", "", TEXT, status));
            }
            json.write("</Table></Worksheet></Workbook>\",\"ErrorMessages\":[]}}");
        }
        return file;
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<Row>");
        for (String cell : cells) {
            row.append("<Cell><Data>").append(cell).append("<\\/Data></Cell>");
        }
        return row.append("</Row>\\r\\n").toString();
    }
}
