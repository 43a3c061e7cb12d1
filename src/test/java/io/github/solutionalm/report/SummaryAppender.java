package io.github.solutionalm.report;

import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.report.json.OperationRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A build that appends to a summary: {@code main} runs it in a process of its own or from another class loader. */
public final class SummaryAppender {

    private SummaryAppender() {}

    public static void main(String[] args) throws Exception {
        Path outputDirectory = Path.of(args[0]);
        String writer = args[1];
        int count = Integer.parseInt(args[2]);
        for (int i = 0; i < count; i++) {
            BuildSummary.put(outputDirectory, "build-1", record(writer + "-" + i));
        }
    }

    static OperationRecord record(String solution) {
        return new OperationRecord(
                "id-" + solution,
                "import",
                new OperationRecord.Environment("rehearsal", "jdbc:sqlite:target/rehearsal.db"),
                new OperationRecord.File(
                        "src/" + solution + ".zip",
                        "1f3c9a",
                        Optional.of(new PackageArtifact("com.contoso", solution, "2.0.0", "zip", "", "releases"))),
                new OperationRecord.Solution(solution, "2.0.0.0", ""),
                new OperationRecord.End(Operation.UPGRADE, Outcome.UPGRADED, List.of(), 1),
                false,
                "rehearsal/" + solution + "/1-import/import-result.json");
    }
}
