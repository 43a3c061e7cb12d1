package io.github.solutionalm.mojo.console;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.model.UniqueName;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the content of an environment: solutions, each followed by its patches and staged upgrade, then components. */
public final class ContentPrintout {

    private final Printout out;

    public ContentPrintout(Printout out) {
        this.out = out;
    }

    public void print(EnvironmentContent content) {
        content.captured()
                .ifPresent(origin -> out.line(
                        "Captured",
                        "from " + origin.url() + " at " + origin.takenAt().truncatedTo(ChronoUnit.SECONDS)));
        List<EnvironmentContent.Solution> solutions = content.solutions();
        out.line("Solutions", solutions.isEmpty() ? "none" : String.valueOf(solutions.size()));
        if (!solutions.isEmpty()) {
            out.table(rows(solutions));
        }
        if (!content.components().isEmpty()) {
            out.line("Components", String.valueOf(content.components().size()));
            out.table(content.components().stream().map(ContentPrintout::row).toList());
        }
        content.unpublished().stream()
                .filter(number -> number > 0)
                .forEach(number -> out.line(
                        "Unpublished", Wording.count(number, "component") + ": publish with solution:publish"));
    }

    private static List<List<String>> rows(List<EnvironmentContent.Solution> solutions) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SOLUTION", "VERSION", "KIND", "PUBLISHER", "COMPONENTS", "INSTALLED", "NAME"));
        Set<String> names =
                solutions.stream().map(s -> UniqueName.key(s.uniqueName())).collect(Collectors.toSet());
        for (EnvironmentContent.Solution solution : solutions) {
            boolean isTopLevel = solution.patchOf().or(solution::holdingFor).stream()
                    .noneMatch(base -> names.contains(UniqueName.key(base)));
            if (isTopLevel) {
                rows.add(row("", solution));
                of(solution, solutions, EnvironmentContent.Solution::patchOf)
                        .forEach(patch -> rows.add(row("  ", patch)));
                of(solution, solutions, EnvironmentContent.Solution::holdingFor)
                        .forEach(holding -> rows.add(row("", holding)));
            }
        }
        return rows;
    }

    /** The patches or the staged upgrade of a solution. */
    private static Stream<EnvironmentContent.Solution> of(
            EnvironmentContent.Solution base,
            List<EnvironmentContent.Solution> solutions,
            Function<EnvironmentContent.Solution, Optional<String>> relation) {
        return solutions.stream().filter(other -> relation.apply(other)
                .filter(name -> UniqueName.same(base.uniqueName(), name))
                .isPresent());
    }

    private static List<String> row(String indent, EnvironmentContent.Solution solution) {
        String kind = solution.patchOf().isPresent()
                ? "patch"
                : solution.holdingFor()
                        .map(name -> "staged upgrade of " + name)
                        .orElse(solution.managed() ? "managed" : "unmanaged");
        return List.of(
                indent + solution.uniqueName(),
                solution.version(),
                kind,
                solution.publisher(),
                solution.components().isPresent()
                        ? String.valueOf(solution.components().getAsInt())
                        : "",
                solution.installedOn().truncatedTo(ChronoUnit.SECONDS).toString(),
                solution.friendlyName());
    }

    private static List<String> row(EnvironmentContent.Component component) {
        return List.of(
                component.key().type().name(),
                component.key().key(),
                String.join(" < ", component.layers()),
                component
                        .state()
                        .map(state -> state.name().toLowerCase(Locale.ROOT))
                        .orElse(""),
                component.published().orElse(true) ? "" : "unpublished",
                component.name());
    }
}
