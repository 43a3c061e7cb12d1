package io.github.solutionalm.report.json;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.report.platform.Warnings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One operation of a build in {@code summary.json}, which {@code verify} reads. Strings are empty if the operation
 * did not get that far; none is null.
 *
 * @param id unique over all builds
 * @param goal the goal
 * @param environment where
 * @param file the package file
 * @param solution the solution in it
 * @param end how it ended
 * @param anyContent whether the build said that it accepts another package of the same version
 * @param result path of the result file, relative to the output directory
 */
public record OperationRecord(
        String id,
        String goal,
        Environment environment,
        File file,
        Solution solution,
        End end,
        boolean anyContent,
        String result) {

    /**
     * An environment.
     *
     * @param id its id
     * @param url its URL
     */
    public record Environment(String id, String url) {

        public static Environment of(EnvironmentId environment) {
            return new Environment(environment.id(), environment.url());
        }
    }

    /**
     * A package file.
     *
     * @param path where it is
     * @param sha256 its content, 64 hexadecimal digits
     * @param artifact the Maven artifact that it is
     */
    public record File(String path, String sha256, Optional<PackageArtifact> artifact) {

        /** A file of which the content is not known. */
        public static File at(String path) {
            return new File(path, "", Optional.empty());
        }
    }

    /**
     * A solution.
     *
     * @param uniqueName unique name
     * @param version version of the package
     * @param patchOf unique name of the base solution, when it is a patch
     */
    public record Solution(String uniqueName, String version, String patchOf) {

        /** A solution of which no more is known. */
        public static Solution named(String uniqueName) {
            return new Solution(uniqueName, "", "");
        }
    }

    /**
     * How an operation ended.
     *
     * @param operation what was carried out
     * @param outcome how it ended; {@link Outcome#STARTED} as long as it has not
     * @param errors {@link Finding#toString()} of each error
     * @param warnings how many warnings there were
     */
    public record End(Operation operation, Outcome outcome, List<String> errors, int warnings) {

        public End {
            errors = List.copyOf(errors);
        }

        /** The end of an operation of which no more is known. */
        public static End with(Outcome outcome, List<String> errors) {
            return new End(Operation.NONE, outcome, errors, 0);
        }
    }

    /**
     * An operation that has ended, in a build that does not make do with another package.
     *
     * @param result what came of it
     * @param resultFile path of its result file, relative to the output directory
     */
    public static OperationRecord of(String id, ImportResult result, String resultFile) {
        return new OperationRecord(
                id,
                result.goal(),
                Environment.of(result.environment()),
                new File(
                        result.file().map(PackageFile::file).orElse(""),
                        result.file().map(PackageFile::sha256).orElse(""),
                        result.file().flatMap(PackageFile::artifact)),
                new Solution(
                        result.solution(),
                        result.manifest()
                                .map(manifest -> manifest.version().toString())
                                .orElse(""),
                        result.manifest().flatMap(SolutionManifest::patchOf).orElse("")),
                new End(
                        result.operation(),
                        result.outcome(),
                        result.errors().stream().map(Finding::toString).toList(),
                        Warnings.count(result)),
                false,
                resultFile);
    }

    public Outcome outcome() {
        return end.outcome();
    }

    public List<String> errors() {
        return end.errors();
    }

    /** Solution and version, or the package file where they are not known; empty where that is not known either. */
    public String subject() {
        String solutionAndVersion = solution.uniqueName() + " " + solution.version();
        return (solution.uniqueName().isEmpty() ? file.path() : solutionAndVersion).strip();
    }

    /** This record, saying whether the build accepts another package of the same version. */
    public OperationRecord withAnyContent(boolean any) {
        return new OperationRecord(id, goal, environment, file, solution, end, any, result);
    }

    /** This record with one more error, unless it has that already. */
    public OperationRecord withError(String error) {
        if (errors().contains(error)) {
            return this;
        }
        List<String> more = Stream.concat(errors().stream(), Stream.of(error)).toList();
        End other = new End(end.operation(), end.outcome(), more, end.warnings());
        return new OperationRecord(id, goal, environment, file, solution, other, anyContent, result);
    }
}
