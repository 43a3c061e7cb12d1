package io.github.solutionalm.report;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.report.junit.Suite;
import io.github.solutionalm.report.junit.SuiteDocument;
import io.github.solutionalm.text.PortableName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code junit-reports/TEST-<environment>-<UniqueName>.xml}: one file for each operation of a build, for the views of tests
 * that CI systems have. What the same goal of an earlier build wrote goes when a goal begins, or an old failure would be reported
 * again; what other goals wrote stays, since a pipeline may run Maven once for each.
 *
 * <p>Each goal has one file more while it runs, which says that it did not end; if it is killed, that is what stays.
 */
public final class JunitReport {

    /** Where the files are, below the output directory; many CI systems look in folders of this name. */
    static final String FOLDER = "junit-reports";

    private static final String BUILD = "solution.build";
    private static final String GOAL = "solution.goal";
    /** The properties are at the beginning. */
    private static final int HEAD = 4096;

    private final Path outputDirectory;
    private final String buildId;
    private final String goal;
    private Optional<Path> started = Optional.empty();

    private JunitReport(Path outputDirectory, String buildId, String goal) {
        this.outputDirectory = outputDirectory.toAbsolutePath().normalize();
        this.buildId = buildId;
        this.goal = goal;
    }

    /**
     * The files of one goal.
     *
     * @param outputDirectory the parameter of that name
     * @param buildId the same for all goals of one build; of Maven's goals the time of its start
     */
    public static JunitReport of(Path outputDirectory, String buildId, String goal) {
        return new JunitReport(outputDirectory, buildId, goal);
    }

    /**
     * What a file is about.
     *
     * @param environment where; may be unknown
     * @param solution unique name, as far as it is known
     * @param file the package, as far as it is known
     * @param word what is done: {@code import}, or the goal
     */
    public record Subject(EnvironmentId environment, String solution, Optional<PackageFile> file, String word) {

        private String place() {
            String name = ReportFolder.environment(environment);
            return name.isEmpty() ? "unknown" : name;
        }

        private String object() {
            String name = ReportFolder.name(solution, file);
            return name.isEmpty() ? word : name;
        }

        /** An import is what one expects; anything else says what it is. */
        private String ending() {
            return word.equals("import") || object().equals(word) ? "" : "-" + word;
        }

        /** The name of the file without that part of it that all have. */
        private String stem() {
            // Room for what is put around it, and for its number.
            String around = "TEST-" + ending() + "-999.xml";
            String name = PortableName.of(place() + "-" + object(), around);
            return name.substring(0, name.length() - around.length()) + ending();
        }

        /** Without dots in names: what follows the last one is the class, what is before it the package. */
        private String suite() {
            return "solution." + dotless(place()) + "." + dotless(object()) + ending();
        }

        private static String dotless(String name) {
            return PortableName.of(name).replace('.', '_');
        }
    }

    /**
     * Writes the file of an operation that has ended. A second one on the same solution in the same environment gets
     * {@code -2} at the end of its names, and so on.
     *
     * @return the file
     * @throws IOException when it cannot be written; the message names it and says what to do
     */
    public Path write(Subject subject, Suite suite) throws IOException {
        return claim(subject, suite);
    }

    /**
     * Writes down that an operation has begun, in the place of what this goal had begun before.
     *
     * @throws IOException as {@link #write}
     */
    public void started(Subject subject, Suite suite) throws IOException {
        Optional<Path> before = started;
        started = Optional.empty();
        Subject whole =
                new Subject(subject.environment(), subject.solution(), subject.file(), subject.word() + "-started");
        started = Optional.of(claim(whole, suite));
        remove(before);
    }

    /**
     * The goal has ended, and its results are written.
     *
     * @throws IOException when a file cannot be deleted; the message names it
     */
    public void ended() throws IOException {
        remove(started);
        started = Optional.empty();
    }

    private Path claim(Subject subject, Suite suite) throws IOException {
        Path folder = outputDirectory.resolve(FOLDER);
        Path[] claimed = new Path[1];
        SummaryLock.with(outputDirectory.resolve(BuildSummary.NAME), () -> {
            removeEarlier(folder);
            int n = 1;
            Path file = folder.resolve("TEST-" + subject.stem() + ".xml");
            while (Files.exists(file)) {
                n++;
                file = folder.resolve("TEST-" + subject.stem() + "-" + n + ".xml");
            }
            String name = subject.suite() + (n == 1 ? "" : "-" + n);
            claimed[0] = ReportFile.write(file, out -> SuiteDocument.write(ofBuild(suite), name, out));
        });
        return claimed[0];
    }

    private Suite ofBuild(Suite suite) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(BUILD, buildId);
        properties.put(GOAL, goal);
        properties.putAll(suite.properties());
        return new Suite(suite.startedOn(), suite.time(), properties, suite.cases());
    }

    /** Those of a build that began later than this one stay: it still runs. */
    private void removeEarlier(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path file : files) {
                if (isOfEarlierBuild(file)) {
                    remove(Optional.of(file));
                }
            }
        }
    }

    private boolean isOfEarlierBuild(Path file) throws IOException {
        String head = head(file);
        String build = property(BUILD, head);
        if (build.isEmpty() || !property(GOAL, head).equals(goal)) {
            return false;
        }
        try {
            return Instant.parse(build).isBefore(Instant.parse(buildId));
        } catch (DateTimeException e) {
            return !build.equals(buildId);
        }
    }

    private static String property(String name, String head) {
        String begin = "<property name=\"" + name + "\" value=\"";
        int at = head.indexOf(begin);
        int end = head.indexOf('"', at + begin.length());
        return at < 0 || end < 0 ? "" : head.substring(at + begin.length(), end);
    }

    private static String head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    private static void remove(Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            try {
                Files.deleteIfExists(file.get());
            } catch (IOException e) {
                throw WriteFailure.of(file.get(), e);
            }
        }
    }
}
