package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationRecord;
import io.github.solutionalm.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The summary holds what one build did, operation by operation, for the gate to read. */
class BuildSummaryTest {

    @TempDir
    private Path output;

    @Test
    void thereIsNoneBeforeTheFirstOperation() throws Exception {
        assertThat(BuildSummary.read(output)).isEmpty();
        assertThat(BuildSummary.read(output.resolve("not-there"))).isEmpty();
    }

    @Test
    void holdsTheOperationsOfABuildInTheirOrder() throws Exception {
        BuildSummary.append(output, "build-1", SummaryAppender.record("A"));
        BuildSummary.append(output, "build-1", SummaryAppender.record("B"));

        assertThat(BuildSummary.read(output))
                .contains(List.of(SummaryAppender.record("A"), SummaryAppender.record("B")));
    }

    @Test
    void beginsAnewWithEachBuild() throws Exception {
        BuildSummary.append(output, "build-1", SummaryAppender.record("A"));
        BuildSummary.append(output, "build-2", SummaryAppender.record("B"));

        assertThat(BuildSummary.read(output)).contains(List.of(SummaryAppender.record("B")));
    }

    @Test
    void saysWhichBuildWroteIt() throws Exception {
        assertThat(BuildSummary.build(output)).isEmpty();
        BuildSummary.append(output, "build-1", SummaryAppender.record("A"));
        BuildSummary.append(output, "build-2", SummaryAppender.record("B"));

        assertThat(BuildSummary.build(output)).contains("build-2");
    }

    @Test
    void isThisFile() throws Exception {
        BuildSummary.append(output, "build-1", SummaryAppender.record("A"));

        assertThat(output.resolve("summary.json"))
                .hasContent(
                        """
                        {
                          "schema": 1,
                          "build": "build-1",
                          "operations": [
                            {
                              "goal": "import",
                              "operation": "UPGRADE",
                              "outcome": "UPGRADED",
                              "environment": "rehearsal",
                              "url": "jdbc:sqlite:target/rehearsal.db",
                              "file": "src/A.zip",
                              "sha256": "1f3c9a",
                              "solution": "A",
                              "version": "2.0.0.0",
                              "patchOf": "",
                              "errors": [],
                              "warnings": 1,
                              "result": "A/import-result.json"
                            }
                          ]
                        }
                        """);
    }

    @Test
    void anEntryComesFromAResultAndItsFiles() throws Exception {
        ImportResult result = ResultFixture.refusedForMissingDependencies().build();
        OperationRecord record = BuildSummary.of(result, ImportReport.write(result, output), output);
        BuildSummary.append(output, "build-1", record);

        assertThat(record)
                .isEqualTo(new OperationRecord(
                        "import",
                        Operation.UPGRADE,
                        Outcome.FAILED,
                        "rehearsal",
                        "jdbc:sqlite:target/rehearsal.db",
                        "ContosoOrders_2_0_0_0_managed.zip",
                        "1f3c9a",
                        "ContosoOrders",
                        "2.0.0.0",
                        "",
                        List.of(
                                "0x8004801D ImportMissingDependenciesError: Import ContosoBase (1.0.0.0) first: 2 components"
                                        + " of it are missing."),
                        0,
                        "ContosoOrders/import-result.json"));
        assertThat(BuildSummary.read(output)).contains(List.of(record));
    }

    @Test
    void anEntryOfAnUnreadablePackageHasEmptyTextsAndNoNulls() throws Exception {
        ImportResult result = ResultFixture.upgrade().unreadable("broken.zip").build();
        BuildSummary.append(output, "b", BuildSummary.of(result, ImportReport.write(result, output), output));

        assertThat(BuildSummary.read(output).orElseThrow().get(0))
                .returns("", OperationRecord::solution)
                .returns("", OperationRecord::version)
                .returns("", OperationRecord::sha256)
                .returns("broken/import-result.json", OperationRecord::result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"schema\":2,\"build\":\"b\",\"operations\":[]}",
                "{\"schema\":1,\"operations\":[]}",
                "{\"schema\":1,\"build\":\"b\"}",
                "{\"schema\":1,\"build\":\"b\",\"operations\":[null]}",
                "{\"schema\":1,\"build\":\"b\",\"operations\":[{\"goal\":\"import\"}]}",
                "{\"schema\":1,\"build\":\"b\",\"operations\":[]} more"
            })
    void aDamagedOneIsAnErrorThatSaysWhatToDo(String content) throws Exception {
        Path file = Files.writeString(output.resolve("summary.json"), content);

        assertThatThrownBy(() -> BuildSummary.read(output))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete it, or run 'mvn clean'");
        assertThatThrownBy(() -> BuildSummary.append(output, "b", SummaryAppender.record("A")))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent(content);
    }

    @Test
    void anyTruncationIsNoticed() throws Exception {
        BuildSummary.append(output, "build-1", SummaryAppender.record("A"));
        Path file = output.resolve("summary.json");
        String whole = Files.readString(file);

        for (int length = 0; length < whole.stripTrailing().length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> BuildSummary.read(output)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void otherBytesThanUtf8AreDamageToo() throws Exception {
        Files.write(output.resolve("summary.json"), new byte[] {'{', '"', (byte) 0xFF, '"', '}'});

        assertThatThrownBy(() -> BuildSummary.read(output))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }
}
