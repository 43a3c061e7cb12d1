package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.report.json.OperationRecord;
import io.github.solutionalm.schema.ByHand;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        BuildSummary.put(output, "build-1", SummaryAppender.record("A"));
        BuildSummary.put(output, "build-1", SummaryAppender.record("B"));

        assertThat(BuildSummary.read(output, "build-1"))
                .containsExactly(SummaryAppender.record("A"), SummaryAppender.record("B"));
    }

    @Test
    void anOperationThatEndsTakesThePlaceOfWhatWasBegun() throws Exception {
        BuildSummary.put(output, "build-1", SummaryAppender.record("A"));
        BuildSummary.put(output, "build-1", SummaryAppender.record("B"));
        OperationRecord ended = SummaryAppender.record("A").withError("It was refused.");
        BuildSummary.put(output, "build-1", ended);
        BuildSummary.remove(output, "build-1", SummaryAppender.record("B").id());

        assertThat(BuildSummary.read(output, "build-1")).containsExactly(ended);
    }

    @Test
    void beginsAnewWithEachBuild() throws Exception {
        BuildSummary.put(output, "build-1", SummaryAppender.record("A"));
        BuildSummary.put(output, "build-2", SummaryAppender.record("B"));

        assertThat(BuildSummary.read(output))
                .singleElement()
                .returns("build-2", BuildSummary.Build::id)
                .returns(List.of(SummaryAppender.record("B")), BuildSummary.Build::operations);
    }

    @Test
    void aBuildThatStillRunsKeepsItsPart() throws Exception {
        Process running = new ProcessBuilder("sleep", "600").start();
        try {
            BuildSummary.put(output, "outer", SummaryAppender.record("A"));
            writeProcess(running.pid());
            BuildSummary.put(output, "inner", SummaryAppender.record("B"));

            assertThat(BuildSummary.read(output))
                    .extracting(BuildSummary.Build::id)
                    .containsExactly("inner", "outer");
            assertThat(BuildSummary.read(output, "outer")).containsExactly(SummaryAppender.record("A"));
        } finally {
            running.destroyForcibly().waitFor();
        }
        BuildSummary.put(output, "inner", SummaryAppender.record("C"));
        assertThat(BuildSummary.read(output)).extracting(BuildSummary.Build::id).containsExactly("inner");
    }

    @Test
    void aProcessThatBeganLaterIsAnotherOne() throws Exception {
        Process running = new ProcessBuilder("sleep", "600").start();
        try {
            BuildSummary.put(output, "2026-11-20T10:00:00Z", SummaryAppender.record("A"));
            writeProcess(running.pid());
            BuildSummary.put(output, "inner", SummaryAppender.record("B"));

            assertThat(BuildSummary.read(output))
                    .extracting(BuildSummary.Build::id)
                    .containsExactly("inner");
        } finally {
            running.destroyForcibly().waitFor();
        }
    }

    /** Has the summary say that the build runs in another process. */
    private void writeProcess(long pid) throws IOException {
        Path file = output.resolve("summary.json");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"process\": " + ProcessHandle.current().pid(), "\"process\": " + pid));
    }

    @Test
    void isThisFile() throws Exception {
        BuildSummary.put(output, "build-1", SummaryAppender.record("A"));

        assertThat(output.resolve("summary.json"))
                .hasContent(
                        """
                        {
                          "schema": 1,
                          "build": "build-1",
                          "process": 4711,
                          "operations": [
                            {
                              "id": "id-A",
                              "goal": "import",
                              "operation": "UPGRADE",
                              "outcome": "UPGRADED",
                              "environment": "rehearsal",
                              "url": "jdbc:sqlite:target/rehearsal.db",
                              "file": "src/A.zip",
                              "sha256": "1f3c9a",
                              "artifact": {
                                "groupId": "com.contoso",
                                "artifactId": "A",
                                "version": "2.0.0",
                                "type": "zip",
                                "classifier": null,
                                "from": "releases"
                              },
                              "solution": "A",
                              "version": "2.0.0.0",
                              "patchOf": "",
                              "anyContent": false,
                              "errors": [],
                              "warnings": 1,
                              "result": "rehearsal/A/1-import/import-result.json"
                            }
                          ],
                          "otherBuilds": []
                        }
                        """
                                .replace(
                                        "4711",
                                        String.valueOf(ProcessHandle.current().pid())));
    }

    @Test
    void anEntryComesFromAResultAndItsFiles() throws Exception {
        ImportResult result = ResultFixture.refusedForMissingDependencies().build();
        OperationRecord record = BuildSummary.of("id", result, ImportReport.write(result, output), output);
        BuildSummary.put(output, "build-1", record);

        assertThat(record)
                .isEqualTo(new OperationRecord(
                        "id",
                        "import",
                        new OperationRecord.Environment("rehearsal", "jdbc:sqlite:target/rehearsal.db"),
                        new OperationRecord.File("ContosoOrders_2_0_0_0_managed.zip", "1f3c9a", Optional.empty()),
                        new OperationRecord.Solution("ContosoOrders", "2.0.0.0", ""),
                        new OperationRecord.End(
                                Operation.UPGRADE,
                                Outcome.FAILED,
                                List.of(
                                        "0x8004801D ImportMissingDependenciesError: Import ContosoBase (1.0.0.0) first: 2 components"
                                                + " of it are missing."),
                                0),
                        false,
                        "rehearsal/ContosoOrders/1-import/import-result.json"));
        assertThat(BuildSummary.read(output, "build-1")).containsExactly(record);
    }

    @Test
    void anEntryOfAnUnreadablePackageHasEmptyTextsAndNoNulls() throws Exception {
        ImportResult result = ResultFixture.upgrade().unreadable("broken.zip").build();
        BuildSummary.put(output, "b", BuildSummary.of("id", result, ImportReport.write(result, output), output));

        assertThat(BuildSummary.read(output, "b").get(0))
                .returns(new OperationRecord.Solution("", "", ""), OperationRecord::solution)
                .returns("", entry -> entry.file().sha256())
                .returns("rehearsal/broken/1-import/import-result.json", OperationRecord::result);
    }

    @ByHand("summary.json")
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
                "{\"schema\":1,\"build\":\"b\",\"operations\":[],\"otherBuilds\":[]}",
                "{\"schema\":1,\"build\":\"b\",\"process\":7,\"operations\":[]}",
                "{\"schema\":1,\"build\":\"b\",\"operations\":[null]}",
                "{\"schema\":1,\"build\":\"b\",\"operations\":[{\"goal\":\"import\"}]}",
                "{\"schema\":1,\"build\":\"b\",\"operations\":[]} more"
            })
    void aDamagedOneIsAnErrorThatSaysWhatToDo(String content) throws Exception {
        Path file = Files.writeString(output.resolve("summary.json"), content);

        assertThatThrownBy(() -> BuildSummary.read(output))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete it or run 'mvn clean'");
        assertThatThrownBy(() -> BuildSummary.put(output, "b", SummaryAppender.record("A")))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent(content);
    }

    @ByHand("summary.json")
    @Test
    void anyTruncationIsNoticed() throws Exception {
        BuildSummary.put(output, "build-1", SummaryAppender.record("A"));
        Path file = output.resolve("summary.json");
        String whole = Files.readString(file);

        for (int length = 0; length < whole.stripTrailing().length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> BuildSummary.read(output)).isInstanceOf(IOException.class);
        }
    }

    @ByHand("summary.json")
    /** It is held in memory. */
    @Test
    void oneThatIsTooLargeIsNotRead() throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(output.resolve("summary.json").toFile(), "rw")) {
            file.setLength((32 << 20) + 1);
        }

        assertThatThrownBy(() -> BuildSummary.read(output))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it has 33554433 bytes; the limit is 33554432")
                .hasMessageContaining("run 'mvn clean'");
    }

    @ByHand("summary.json")
    @Test
    void otherBytesThanUtf8AreDamageToo() throws Exception {
        Files.write(output.resolve("summary.json"), new byte[] {'{', '"', (byte) 0xFF, '"', '}'});

        assertThatThrownBy(() -> BuildSummary.read(output))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged");
    }
}
