package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.store.ImportJob.State;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * "After a crash at any point the environment is either as before or as after, and the job is marked as interrupted"
 * (engine.md, Operations): imports in processes of their own that are killed at moments spread over their duration.
 */
@Tag("kill")
class KillTest {

    private static final int KILLS = 50;
    private static final long SEED = 20_261_122;

    /** What an importing process says, and the test waits for before it lets time pass. */
    private enum Sign {
        BEGINS,
        WRITTEN,
        ENDED
    }

    private record Moment(Sign sign, long nanosLater) {}

    @TempDir
    private Path folder;

    private String classPath;
    private Path solution;
    private Path base;
    private String before;
    private String after;

    @BeforeEach
    void environments() throws Exception {
        classPath = classPathOfArchives();
        solution = managed("Big", "1.0.0.0")
                .columns("contoso_big", 2000, "Column")
                .webResource("contoso_/big.js", "x".repeat(200_000))
                .zip(folder);
        base = holdingBase("base");
        before = EnvironmentDump.content(base);
        Rehearsal complete = Rehearsal.at(holdingBase("complete"));
        complete.holding(solution);
        after = EnvironmentDump.content(complete.file());
        assertThat(after).isNotEqualTo(before);
    }

    private Path holdingBase(String name) throws Exception {
        Rehearsal rehearsal = Rehearsal.at(folder.resolve(name).resolve("environment.db"));
        rehearsal.holding(managed("Base", "1.0.0.0")
                .columns("contoso_base", 50, "Column")
                .webResource("contoso_/base.js", "base")
                .zip(folder));
        return rehearsal.file();
    }

    @Test
    @Timeout(300)
    void aKilledImportLeavesTheEnvironmentAsBeforeOrAsAfter() throws Exception {
        List<Callable<Boolean>> rounds = new ArrayList<>();
        for (Moment moment : moments(durationOfImport())) {
            Path round = folder.resolve("round" + rounds.size());
            rounds.add(() -> killAt(moment, round));
        }
        int completed = 0;
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> round : executor.invokeAll(rounds)) {
                completed += round.get() ? 1 : 0;
            }
        } finally {
            executor.shutdownNow();
        }
        assertThat(completed).as("of " + KILLS + " imports").isBetween(1, KILLS / 2);
    }

    /** Mostly spread over the whole duration; some close to the commit, before and after. */
    private static List<Moment> moments(long duration) {
        Random random = new Random(SEED);
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            moments.add(
                    switch (i % 10) {
                        case 0, 1 -> new Moment(Sign.WRITTEN, (long) (random.nextDouble() * duration / 5));
                        case 2 -> new Moment(Sign.ENDED, 0);
                        default -> new Moment(Sign.BEGINS, (long) (random.nextDouble() * duration));
                    });
        }
        return moments;
    }

    /** Measured on the second import; the first leaves the archive of classes that makes the others start faster. */
    private long durationOfImport() throws Exception {
        measured("first", "-XX:ArchiveClassesAtExit=" + archive());
        return measured("second", "-XX:SharedArchiveFile=" + archive());
    }

    private long measured(String name, String archive) throws Exception {
        Process process = start(copyOfBase(folder.resolve(name)), archive);
        try (BufferedReader signs = signs(process)) {
            await(Sign.BEGINS, signs);
            long begin = System.nanoTime();
            await(Sign.ENDED, signs);
            long duration = System.nanoTime() - begin;
            process.getOutputStream().close();
            process.waitFor();
            return duration;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private Path copyOfBase(Path directory) throws IOException {
        return Files.copy(base, Files.createDirectories(directory).resolve("environment.db"));
    }

    /** Says whether the killed import took effect. */
    private boolean killAt(Moment moment, Path round) throws Exception {
        Path file = copyOfBase(round);
        Process process = start(file, "-XX:SharedArchiveFile=" + archive());
        try (BufferedReader signs = signs(process)) {
            await(moment.sign(), signs);
            TimeUnit.NANOSECONDS.sleep(moment.nanosLater());
        } finally {
            process.destroyForcibly().waitFor();
        }
        String content = EnvironmentDump.content(file);
        boolean completed = content.equals(after);
        assertThat(completed || content.equals(before))
                .as("as before or as after, %s", moment)
                .isTrue();
        importNext(Rehearsal.at(file).with(Clock.systemUTC()), completed);
        return completed;
    }

    private void importNext(Rehearsal rehearsal, boolean completed) throws Exception {
        int killed = rehearsal.jobs().size() - 1;
        ImportResult next = rehearsal.imports(solution);

        assertThat(next.outcome()).isEqualTo(completed ? Outcome.SKIPPED_SAME_VERSION : Outcome.INSTALLED);
        assertThat(EnvironmentDump.content(rehearsal.file()).equals(after)).isTrue();
        List<State> states = new ArrayList<>(List.of(State.COMPLETED, State.COMPLETED));
        if (killed > 0) { // else it was killed before there was a job
            states.add(1, completed ? State.COMPLETED : State.INTERRUPTED);
        }
        assertThat(rehearsal.jobs()).extracting(job -> job.state()).isEqualTo(states);
        assertThat(rehearsal.file().getParent().toFile().list((dir, name) -> name.startsWith("environment")))
                .containsExactly("environment.db");
    }

    private Process start(Path file, String archive) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Xmx128m",
                        archive,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + file.getParent(), // SQLite leaves its library there when it is killed
                        "-cp",
                        classPath,
                        KillTest.class.getName(),
                        file.toString(),
                        solution.toString())
                .redirectError(new File(file.getParent().toFile(), "errors.txt"))
                .start();
    }

    /** Classes that are to be shared must come from archives, not from folders. */
    private String classPathOfArchives() throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> parts = new ArrayList<>();
        for (String part : path.split(File.pathSeparator)) {
            Path archive = folder.resolve("part" + parts.size() + ".jar");
            parts.add(Files.isDirectory(Path.of(part)) ? pack(Path.of(part), archive) : part);
        }
        return String.join(File.pathSeparator, parts);
    }

    private static String pack(Path classes, Path archive) throws IOException {
        try (Stream<Path> walk = Files.walk(classes);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        }
        return archive.toString();
    }

    private static BufferedReader signs(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void await(Sign sign, BufferedReader signs) throws IOException {
        String line = signs.readLine();
        while (line != null && !line.equals(sign.name())) {
            line = signs.readLine();
        }
        assertThat(line).as("the process lives").isEqualTo(sign.name());
    }

    /** The process that is killed: imports one package, then waits for its end, or the test's. */
    public static void main(String[] args) throws Exception {
        Rehearsal rehearsal = Rehearsal.at(Path.of(args[0])).with(Clock.systemUTC());
        rehearsal.content(); // all is loaded that only opening needs
        ImportListener listener = new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                if (done == total) {
                    System.out.println(Sign.WRITTEN);
                }
            }
        };
        System.out.println(Sign.BEGINS);
        ImportResult result = rehearsal.imports(Path.of(args[1]), options().build(), listener);
        if (result.outcome() == Outcome.INSTALLED) {
            System.out.println(Sign.ENDED);
        }
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
