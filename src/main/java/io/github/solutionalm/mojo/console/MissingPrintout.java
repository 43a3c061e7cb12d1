package io.github.solutionalm.mojo.console;

import io.github.solutionalm.model.MissingDependency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Prints missing dependencies, grouped by the solution that contains them. */
final class MissingPrintout {

    private static final int LISTED = 20;

    private final BiConsumer<String, String> print;
    private final String file;

    /**
     * A printout to a level of the log.
     *
     * @param print takes label and text
     * @param file file that contains all of them
     */
    MissingPrintout(BiConsumer<String, String> print, String file) {
        this.print = print;
        this.file = file;
    }

    void print(List<MissingDependency> all) {
        Map<String, List<MissingDependency>> bySolution = all.stream()
                .collect(Collectors.groupingBy(MissingPrintout::solution, LinkedHashMap::new, Collectors.toList()));
        bySolution.forEach((solution, missing) -> {
            print.accept("Missing", solution + ": " + Wording.count(missing.size(), "dependency", "dependencies"));
            missing.stream()
                    .limit(LISTED)
                    .forEach(dependency -> print.accept(
                            "", "  " + part(dependency.required()) + ", needed by " + part(dependency.dependent())));
            if (missing.size() > LISTED) {
                print.accept("", "  … and " + (missing.size() - LISTED) + " more in " + file);
            }
        });
    }

    private static String solution(MissingDependency dependency) {
        return dependency
                .required()
                .solution()
                .map(solution -> solution.isActive() ? Wording.UNMANAGED : solution.toString())
                .orElse("unknown solution");
    }

    private static String part(MissingDependency.Part part) {
        String name = part.displayName();
        boolean saysMore = !name.isEmpty() && !name.equalsIgnoreCase(part.key().key());
        return part.key() + (saysMore ? " \"" + name + "\"" : "");
    }
}
