package io.github.solutionalm;

import io.github.solutionalm.mojo.GoalRun;
import io.github.solutionalm.mojo.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goals over the packages of the quick start, without Maven: what they print, and every file that they write. */
final class QuickstartRun {

    static final String BASE = "ContosoBase_1_0_0_0_managed";
    static final String ORDERS = "ContosoOrders_1_0_0_0_managed";
    static final String PATCH = "ContosoOrders_1_0_1_0_patch_managed";
    static final String NEXT_ORDERS = "ContosoOrders_2_0_0_0_managed";
    static final String TWEAKS = "ContosoTweaks_1_0_0_0";

    /** Where the pages say that it ran. */
    private static final String SHOWN = "/builds/quickstart";

    private static final Path SOLUTIONS = Path.of("src/it/quickstart/solutions").toAbsolutePath();

    private final Path directory;
    private final GoalRun build;
    private final List<String> written = new ArrayList<>();

    QuickstartRun(Path directory) {
        this.directory = directory;
        this.build = new GoalRun("list", directory);
    }

    /** A goal in the environment that the quick start declares. */
    String rehearsing(String goal, Map<String, Object> parameters, String... packages) throws IOException {
        GoalRun run = build.then(goal)
                .with(
                        "environments",
                        List.of(Parameters.environment(Map.of("id", "rehearsal"), "jdbc:sqlite:target/rehearsal.db")));
        return run(run, parameters, packages);
    }

    /** A goal in the environment that is there without one being declared. */
    String undeclared(String goal, String... packages) throws IOException {
        return run(build.then(goal), Map.of(), packages);
    }

    /** The same with parameters. */
    String undeclared(String goal, Map<String, Object> parameters, String... packages) throws IOException {
        return run(build.then(goal), parameters, packages);
    }

    private String run(GoalRun run, Map<String, Object> parameters, String... packages) throws IOException {
        parameters.forEach(run::with);
        if (packages.length > 0) {
            run.with("file", Stream.of(packages).map(QuickstartRun::path).collect(Collectors.joining(",")));
        }
        String printed = run.run().stream()
                .filter(line -> line.matches("\\[(INFO|WARNING|ERROR)].*"))
                .collect(Collectors.joining("\n", "", "\n"));
        try (Stream<Path> files = Files.walk(directory.resolve("target"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*(json|effective.*xml)"))
                    .toList()) {
                written.add(shown(Files.readString(file)));
            }
        }
        return shown(printed);
    }

    static String path(String solution) {
        return SOLUTIONS.resolve(solution).toString();
    }

    /** The content of every file that was there after a goal. */
    List<String> written() {
        return written;
    }

    private String shown(String text) {
        return text.replace(SOLUTIONS.toString(), SHOWN + "/solutions").replace(directory.toString(), SHOWN);
    }
}
