package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.TextFields.Field;
import io.github.solutionalm.schema.ByHand;
import io.github.solutionalm.sourcetree.TreeCopy;
import io.github.solutionalm.text.HostileTexts;
import io.github.solutionalm.text.LogReaders;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in any text of a package, of deployment settings, of a saved plan, of the POM: no goal prints, throws or
 * writes anything that a terminal, a CI system or a reader of the files takes for more than text.
 */
class TextFromElsewhereTest {

    private static final List<String> OF_PACKAGES =
            List.of("inspect", "import", "plan", "diff", "settings", "stage-upgrade");

    private final List<String> wrong = new ArrayList<>();
    /** How often each goal was run with something in each kind of field, and came to each sink. */
    private final Map<String, Integer> covered = new TreeMap<>();

    private int texts;

    @TempDir
    private Path directory;

    @AfterEach
    void tell() {
        System.out.println(covered);
    }

    @Test
    void everyTextOfAPackage() throws Exception {
        Path filled = environment("filled", Packages.WAREHOUSE, Packages.PICKING);
        for (Path original : List.of(Packages.NEXT_PICKING, Packages.NEXT_WAREHOUSE)) {
            TextFields texts = new TextFields(original);
            List<Field> fields = texts.fields();
            for (int i = 0; i < 3 * fields.size(); i++) {
                Field field = fields.get(i % fields.size());
                Path changed = texts.write(directory.resolve("changed.zip"), List.of(field), List.of(next()));
                run(OF_PACKAGES.get(i % OF_PACKAGES.size()), "package", changed, copy(filled));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered.keySet())
                .contains("package > import > console", "package > import > exception", "package > import > JSON")
                .contains("package > import > SpreadsheetML", "package > import > XML", "package > import > attached")
                .contains("package > import > JUnit", "package > import > Markdown", "package > plan > JUnit")
                .contains("package > inspect > JSON", "package > plan > JSON", "package > settings > JSON")
                .contains("package > stage-upgrade > SpreadsheetML");
    }

    @Test
    void everyHostileTextInAllLabelsAtOnce() throws Exception {
        for (Path original : List.of(Packages.BASE, Packages.NEXT_PICKING)) {
            TextFields fields = new TextFields(original);
            List<Field> labels = fields.all().stream().filter(Field::isLabel).toList();
            List<String> harmlessForXml = HostileTexts.ALL.stream()
                    .filter(text -> text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t'))
                    .filter(text -> !text.matches("(?s).*[\ud800\udc00].*"))
                    .toList();
            for (int shift = 0; shift < 3; shift++) {
                int first = shift;
                List<String> chosen = IntStream.range(0, labels.size())
                        .mapToObj(i -> harmlessForXml.get((7 * i + first) % harmlessForXml.size()))
                        .toList();
                Path changed = fields.write(directory.resolve("labels.zip"), labels, chosen);
                Path file = directory.resolve("labels" + shift + ".db");
                for (String goal : List.of("inspect", "settings", "plan", "import", "diff")) {
                    run(goal, "labels", changed, file);
                }
                run("list", "labels", changed, file);
                run("verify", "labels", changed, file);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered.keySet())
                .contains("labels > inspect > JSON", "labels > plan > JSON", "labels > import > SpreadsheetML")
                .contains("labels > list > JSON", "labels > verify > console");
    }

    @Test
    void everyTextOfAComplicatedPackageWhenItIsInspected() throws Exception {
        TextFields texts = new TextFields(Packages.TWEAKS);
        for (Field field : texts.fields()) {
            Path changed = texts.write(directory.resolve("changed.zip"), List.of(field), List.of(next()));
            run("inspect", "package", changed, directory.resolve("none.db"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void namesOfEntriesAndFiles() throws Exception {
        TextFields texts = new TextFields(Packages.PICKING);
        Path filled = environment("filled", Packages.WAREHOUSE);
        for (String hostile : HostileTexts.ALL) {
            String whole = new String(
                    hostile.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
            String entry = whole.length() > 200 ? whole.substring(0, 200) : whole;
            Path changed = texts.renamed(
                    directory.resolve("entries.zip"),
                    name -> name.equals("customizations.xml") && entry.hashCode() % 2 == 0 || name.startsWith("[")
                            ? entry + "/" + name
                            : name);
            run(entry.hashCode() % 3 == 0 ? "inspect" : "import", "entry names", changed, copy(filled));
        }
        for (String hostile : HostileTexts.ALL) {
            Path file;
            try {
                file = Files.writeString(
                        Files.createDirectories(directory.resolve("files")).resolve(hostile.replace("/", "_") + ".zip"),
                        "no archive");
            } catch (IOException | RuntimeException e) {
                continue;
            }
            run("import", "file names", file, copy(filled));
        }
        assertThat(wrong).isEmpty();
        assertThat(covered).containsKeys("entry names > import > console", "file names > import > folder");
    }

    @Test
    void whatThePomSays() throws Exception {
        Path environment = environment("filled", Packages.WAREHOUSE);
        List<String> goals = List.of(
                "inspect",
                "import",
                "plan",
                "diff",
                "settings",
                "stage-upgrade",
                "apply-upgrade",
                "list",
                "publish",
                "verify",
                "snapshot",
                "check-dependencies",
                "report",
                "rehearse");
        for (String hostile : HostileTexts.ALL) {
            for (String parameter : List.of("file", "environment", "action", "timeout", "savedPlan", "name")) {
                String goal = goals.get((hostile.hashCode() & 0xffff) % goals.size());
                GoalRun run = new GoalRun(goal, directory).with("file", Packages.PICKING.toString());
                run.with("environment", "jdbc:sqlite:" + environment).with(parameter, hostile);
                judge(run, goal, "POM");
            }
        }
        assertThat(wrong).isEmpty();
        goals.forEach(goal -> assertThat(covered).containsKey("POM > " + goal + " > console"));
    }

    @Test
    void sourceTreesAndWhatThePomSaysOfThem() throws Exception {
        int texts = 0;
        for (String hostile : HostileTexts.ALL) {
            Path tree = TreeCopy.into(directory.resolve("tree" + texts++));
            for (String parameter : List.of("solutionVersion", "buildNumber", "packageType", "uncovered")) {
                GoalRun run = new GoalRun("pack", directory).project("solution", "parcels", "1.0");
                judge(run.with("sourceDirectory", tree.toFile()).with(parameter, hostile), "pack", "POM");
            }
            GoalRun version = new GoalRun("pack", directory).project("solution", "parcels", hostile);
            judge(version.with("sourceDirectory", tree.toFile()), "pack", "POM");
            for (String parameter : List.of("file", "staleFiles", "lineEndings")) {
                GoalRun run = new GoalRun("unpack", directory).with("file", Packages.TWEAKS.toString());
                judge(run.with(parameter, hostile), "unpack", "POM");
            }
            String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(hostile);
            write(directory.resolve("map.xml"), "<Mapping><Folder map=" + json + " to=" + json + "/></Mapping>");
            GoalRun mapped = new GoalRun("pack", directory).with("sourceDirectory", tree.toFile());
            judge(mapped.with("mapFile", new File("map.xml")), "pack", "mapping files");
            if (isNamed(tree, hostile)) {
                GoalRun run = new GoalRun("pack", directory).with("sourceDirectory", tree.toFile());
                judge(run, "pack", "file names");
                GoalRun check = new GoalRun("unpack", directory).with("sourceDirectory", tree.toFile());
                judge(check.with("file", Packages.TWEAKS.toString()), "unpack", "file names");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(covered).containsKeys("file names > pack > exception", "mapping files > pack > exception");
    }

    /** Puts a file of that name into a tree, and the name into its manifest, as far as the system takes it. */
    private static boolean isNamed(Path tree, String hostile) throws IOException {
        try {
            write(tree.resolve("WebResources").resolve(hostile.replace("/", "_") + ".js"), "");
            TreeCopy.replace(tree.resolve(TreeCopy.MANIFEST), ">ContosoParcels<", ">" + hostile + "<");
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    @ByHand("plan.json")
    @Test
    void deploymentSettingsAndSavedPlans() throws Exception {
        Path environment = environment("filled", Packages.BASE);
        for (String hostile : HostileTexts.ALL) {
            String json = new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(hostile);
            Path settings = write(
                    directory.resolve("settings.json"),
                    "{\"EnvironmentVariables\":[{\"SchemaName\":" + json + ",\"Value\":" + json
                            + "}],\"ConnectionReferences\":[{\"LogicalName\":" + json + ",\"ConnectionId\":" + json
                            + ",\"ConnectorId\":" + json + "}]" + (hostile.length() % 5 == 0 ? hostile : "") + "}");
            GoalRun run = new GoalRun("import", directory)
                    .with("file", Packages.ORDERS.toString())
                    .with("environment", "jdbc:sqlite:" + environment)
                    .with("deploymentSettingsFile", settings.toFile());
            judge(run, "import", "settings");
            Path plan = write(
                    directory.resolve("plan.json"),
                    "{\"schema\":1,\"goal\":" + json + ",\"environment\":{\"id\":" + json + ",\"url\":" + json
                            + "},\"solution\":" + json + ",\"version\":" + json + ",\"file\":" + json + "}");
            run = new GoalRun("import", directory)
                    .with("file", Packages.ORDERS.toString())
                    .with("environment", "jdbc:sqlite:" + environment)
                    .with("savedPlan", plan.toString());
            judge(run, "import", "saved plans");
        }
        assertThat(wrong).isEmpty();
        assertThat(covered).containsKeys("settings > import > exception", "saved plans > import > exception");
    }

    /** Half a pair of surrogates becomes a question mark. */
    private static Path write(Path file, String text) throws IOException {
        return Files.write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private String next() {
        return HostileTexts.ALL.get(texts++ % HostileTexts.ALL.size());
    }

    private Path environment(String name, Path... packages) {
        Path file = directory.resolve(name + ".db");
        for (Path one : packages) {
            GoalRun run = new GoalRun("import", directory)
                    .with("file", one.toString())
                    .with("environment", "jdbc:sqlite:" + file);
            List<String> lines = run.run();
            assertThat(run.failed()).as(() -> String.join("\n", lines)).isFalse();
        }
        return file;
    }

    private Path copy(Path environment) throws IOException {
        Path copy = directory.resolve("copy.db");
        Files.copy(environment, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    private void run(String goal, String fields, Path file, Path environment) throws Exception {
        GoalRun run = new GoalRun(goal, directory)
                .with("file", file.toString())
                .with("environment", "jdbc:sqlite:" + environment)
                .with("components", true);
        judge(run, goal, fields);
    }

    private void judge(GoalRun run, String goal, String fields) throws Exception {
        Path output = directory.resolve("target/solution");
        if (!goal.equals("verify")) {
            delete(output);
        }
        List<String> lines = run.run();
        count(fields, goal, "console");
        if (run.failed()) {
            count(fields, goal, "exception");
        }
        lines.forEach(line -> wrong.addAll(LogReaders.taken(line)));
        WrittenFiles files = WrittenFiles.in(output);
        wrong.addAll(files.wrong());
        files.kinds().stream().distinct().forEach(kind -> count(fields, goal, kind));
        for (String attached : run.attached()) {
            count(fields, goal, "attached");
            if (!attached.matches("(xml|json) [A-Za-z0-9._-]+ [a-z-]+\\.(xml|json)")) {
                wrong.add("attached " + attached);
            }
        }
    }

    private void count(String fields, String goal, String sink) {
        covered.merge(fields + " > " + goal + " > " + sink, 1, Integer::sum);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(one);
                }
            }
        }
    }
}
