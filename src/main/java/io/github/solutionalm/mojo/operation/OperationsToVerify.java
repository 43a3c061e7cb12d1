package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.SessionOperations;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.report.json.OperationRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The operations that {@code verify} checks.
 *
 * @param records those of this project, compared with the environments
 * @param elsewhere those of other modules of the build; only their outcomes are checked
 * @param lost operations missing from a summary, in whole sentences
 * @param source the build that they belong to, if it is an earlier one; or a note that an earlier build's summary is
 * ignored
 */
public record OperationsToVerify(
        List<OperationRecord> records, List<OperationRecord> elsewhere, List<String> lost, Optional<String> source) {

    public OperationsToVerify {
        records = List.copyOf(records);
        elsewhere = List.copyOf(elsewhere);
        lost = List.copyOf(lost);
    }

    /** The operations of this project and of other modules. */
    public List<OperationRecord> all() {
        return Stream.concat(records.stream(), elsewhere.stream()).toList();
    }

    /**
     * The operations of this build in all modules and folders. If this build imports nothing and {@code verify} runs
     * alone, those of the build that wrote the summary last. Waits for running operations of other modules.
     */
    public static OperationsToVerify of(MavenBuild build, Path outputDirectory) throws IOException {
        SessionOperations session = build.operations();
        if (session.isEmpty()) {
            return earlier(build, outputDirectory);
        }
        try {
            session.awaitOthers(build.project());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while another module imported");
        }
        Set<Path> here = new LinkedHashSet<>(session.directories(build.project(), false));
        here.add(outputDirectory);
        Set<Path> others = new LinkedHashSet<>(session.directories(build.project(), true));
        others.removeAll(here);
        List<String> lost = new ArrayList<>();
        return new OperationsToVerify(read(here, build, lost), read(others, build, lost), lost, Optional.empty());
    }

    private static List<OperationRecord> read(Set<Path> directories, MavenBuild build, List<String> lost)
            throws IOException {
        List<OperationRecord> records = new ArrayList<>();
        for (Path directory : directories) {
            List<OperationRecord> found = BuildSummary.read(directory, build.id());
            records.addAll(found);
            Set<String> missing = new LinkedHashSet<>(build.operations().in(directory));
            found.forEach(record -> missing.remove(record.id()));
            if (!missing.isEmpty()) {
                lost.add("The summary.json of " + directory + " lacks " + Wording.count(missing.size(), "operation")
                        + " of this build: it was deleted or replaced since. Make sure that nothing else writes"
                        + " to the folder, run 'mvn clean', and run the imports again.");
            }
        }
        return records;
    }

    private static OperationsToVerify earlier(MavenBuild build, Path outputDirectory) throws IOException {
        List<BuildSummary.Build> builds = BuildSummary.read(outputDirectory);
        if (builds.isEmpty()) {
            return new OperationsToVerify(List.of(), List.of(), List.of(), Optional.empty());
        }
        String started = builds.get(0).id();
        if (!build.isFromCommandLine() || !build.onlyLooks()) {
            return new OperationsToVerify(
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.of("that of the build started at " + started + " is not used: this build imported"
                            + " nothing. To check what an earlier build imported, run solution:verify in a"
                            + " Maven invocation of its own."));
        }
        return new OperationsToVerify(
                builds.stream()
                        .flatMap(earlier -> earlier.operations().stream())
                        .toList(),
                List.of(),
                List.of(),
                Optional.of("of the build started at " + started));
    }
}
