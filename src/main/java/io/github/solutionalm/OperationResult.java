package io.github.solutionalm;

import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.util.List;
import java.util.Optional;

/** What an operation came to, or would come to: what a result and a plan have in common. */
public sealed interface OperationResult permits ImportResult, PlanResult {

    /** What it is about. */
    OperationSubject subject();

    /** What was carried out, or would be. */
    Operation operation();

    /** How it ended, or would end. */
    Outcome outcome();

    /** What is wrong with it. */
    Findings findings();

    /**
     * What is wrong with an operation.
     *
     * @param errors why it failed, or would be refused for other reasons than blocked deletions; empty when it did not
     * @param warnings what the user should know, although it is no reason to fail
     * @param missingDependencies what the environment lacks, all of it
     */
    record Findings(List<Finding> errors, List<Finding> warnings, List<MissingDependency> missingDependencies) {

        public Findings {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
            missingDependencies = List.copyOf(missingDependencies);
        }
    }

    default String goal() {
        return subject().goal();
    }

    default EnvironmentId environment() {
        return subject().environment();
    }

    default Optional<PackageFile> file() {
        return subject().file();
    }

    default Optional<SolutionManifest> manifest() {
        return subject().manifest();
    }

    default String solution() {
        return subject().solution();
    }

    default Optional<String> previousVersion() {
        return subject().previousVersion();
    }

    default ImportOptions options() {
        return subject().options();
    }

    default List<Finding> errors() {
        return findings().errors();
    }

    default List<Finding> warnings() {
        return findings().warnings();
    }

    default List<MissingDependency> missingDependencies() {
        return findings().missingDependencies();
    }
}
