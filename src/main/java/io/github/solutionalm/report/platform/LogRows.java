package io.github.solutionalm.report.platform;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.report.platform.LogRow.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the log's second sheet says, from top to bottom: the solution with every error, the components that they are
 * about, what is missing, the warnings,
 * the components, the steps after them. What is wrong comes before the components and not, as on the platform, after
 * them, since the checks come first here too and nobody looks for the reason under thousands of rows.
 *
 * <p>There are no rows for steps of the platform that have no counterpart here, such as "Transform Package".
 */
final class LogRows {

    private final ImportResult result;
    private final Optional<Instant> started;
    private final Optional<Instant> completed;
    private final Map<ComponentKey, String> names;

    LogRows(ImportResult result) {
        this.result = result;
        this.started = Optional.of(result.startedOn());
        this.completed = Optional.of(result.completedOn());
        this.names = result.errors().isEmpty()
                ? Map.of()
                : result.components().stream()
                        .collect(Collectors.toMap(ComponentResult::key, ComponentResult::name, (a, b) -> a));
    }

    Stream<LogRow> stream() {
        Stream<Stream<LogRow>> parts = Stream.of(
                solution(),
                result.errors().stream().flatMap(this::ofComponent),
                result.missingDependencies().stream().map(this::missing),
                Warnings.besideComponents(result).stream().map(this::warning),
                result.components().stream().map(LogRows::component),
                afterwards());
        return parts.flatMap(Function.identity());
    }

    private Stream<LogRow> solution() {
        Verdict verdict = Verdict.of(result);
        if (verdict.success()) {
            return Stream.of(solutionRow(Status.PROCESSED).describedAs(verdict.message()));
        }
        LogRow failure = solutionRow(Status.FAILURE);
        if (result.errors().isEmpty()) {
            return Stream.of(failure.because("", ErrorText.prefixed(verdict.message())));
        }
        return result.errors().stream()
                .map(error -> failure.because(error.code(), ErrorText.prefixed(error.message())));
    }

    /** What one error is about, so that who filters by name finds why. */
    private Stream<LogRow> ofComponent(Finding error) {
        return error.component().stream().map(key -> LogRow.about(key, nameOf(key), Status.FAILURE, completed)
                .because(error.code(), error.message()));
    }

    private String nameOf(ComponentKey key) {
        return names.getOrDefault(key, "");
    }

    /** A package that could not be read as far as its name is called by its file. */
    private LogRow solutionRow(Status status) {
        String name = result.solution().isEmpty()
                ? result.file().map(PackageFile::file).orElse("")
                : result.solution();
        String displayName =
                result.manifest().map(SolutionManifest::friendlyName).orElse("");
        Optional<Instant> time = status == Status.PROCESSED ? started : completed;
        return new LogRow(time, "Solution", "", name, displayName, "", "", status, "", "");
    }

    private LogRow missing(MissingDependency missing) {
        MissingDependency.Part required = missing.required();
        MissingDependency.Part dependent = missing.dependent();
        Status status = result.outcome().isSuccess() ? Status.WARNING : Status.FAILURE;
        String from = required.solution()
                .map(solution ->
                        solution.isActive() ? ", which was unmanaged where the package was made," : " of " + solution)
                .orElse("");
        return LogRow.about(required.key(), required.displayName(), status, completed)
                .as("Dependencies Calculation")
                .describedAs("Missing " + required.type().label())
                .because(
                        ErrorText.MISSING_DEPENDENCIES,
                        required.type().label() + " " + title(required) + from + " is missing. "
                                + dependent.type().label() + " " + title(dependent) + " needs it.");
    }

    private static String title(MissingDependency.Part part) {
        String key = part.key().key();
        return part.displayName().isEmpty() ? key : "'" + part.displayName() + "' (" + key + ")";
    }

    private LogRow warning(Finding warning) {
        LogRow row = warning.component()
                .map(key -> LogRow.about(key, "", Status.WARNING, completed))
                .orElseGet(() -> solutionRow(Status.WARNING));
        return row.because(warning.code(), warning.message());
    }

    private static LogRow component(ComponentResult component) {
        Status status =
                switch (component.status()) {
                    case SUCCESS -> Status.PROCESSED;
                    case WARNING -> Status.WARNING;
                    case FAILURE -> Status.FAILURE;
                    case UNPROCESSED -> Status.UNPROCESSED;
                };
        boolean done = status == Status.PROCESSED || status == Status.WARNING;
        return LogRow.about(component.key(), component.name(), status, component.at())
                .describedAs(done ? ChangeText.of(component.change()) : "")
                .because(component.code().orElse(""), component.text().orElse(""));
    }

    /** Nothing where nothing was to be done, or where it is not known what was done. */
    private Stream<LogRow> afterwards() {
        boolean failed = result.outcome() == Outcome.FAILED;
        if (result.outcome().isSkip() || !failed && !result.outcome().isSuccess()) {
            return Stream.empty();
        }
        Status status = failed ? Status.UNPROCESSED : Status.PROCESSED;
        Optional<Instant> time = failed ? Optional.empty() : completed;
        LogRow roots = LogRow.step("Root Components Insertion", "", status, time);
        return result.missingDependencies().isEmpty()
                ? Stream.of(roots, LogRow.step("Dependencies Calculation", "", status, time))
                : Stream.of(roots);
    }
}
