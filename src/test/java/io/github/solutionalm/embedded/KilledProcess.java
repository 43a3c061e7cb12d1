package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportResult;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A process that carries out one operation and is killed while it does. */
final class KilledProcess implements AutoCloseable {

    /** What the process says, and a test waits for before it lets time pass. */
    enum Sign {
        BEGINS,
        WRITTEN,
        ENDED
    }

    /**
     * When it is killed.
     *
     * @param sign after it said this
     * @param nanosLater and so much time passed
     */
    record Moment(Sign sign, long nanosLater) {}

    /** Classes that the first process leaves in an archive, which makes the others start faster. */
    private static final String ARCHIVE = "classes.jsa";

    private final Process process;
    private final BufferedReader signs;

    private KilledProcess(Process process) {
        this.process = process;
        this.signs = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Prepares what processes share in a folder: classes that are to be shared must come from archives. */
    static void prepare(Path shared) throws IOException {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> parts = new ArrayList<>();
        for (String part : path.split(File.pathSeparator)) {
            Path archive = shared.resolve("part" + parts.size() + ".jar");
            parts.add(Files.isDirectory(Path.of(part)) ? pack(Path.of(part), archive) : part);
        }
        Files.writeString(shared.resolve("classpath"), String.join(File.pathSeparator, parts));
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

    static KilledProcess start(Path shared, Path environment, KillTest.Operation operation, Path solution)
            throws IOException {
        Path archive = shared.resolve(ARCHIVE);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        (Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + environment.getParent(), // SQLite leaves its library there when killed
                        "-cp",
                        Files.readString(shared.resolve("classpath")),
                        KilledProcess.class.getName(),
                        operation.name(),
                        environment.toString(),
                        solution.toString())
                .redirectError(new File(environment.getParent().toFile(), "errors.txt"))
                .start();
        return new KilledProcess(process);
    }

    /** Lets it run to its end and says how long the operation took. */
    long complete() throws IOException, InterruptedException {
        await(Sign.BEGINS);
        long begin = System.nanoTime();
        await(Sign.ENDED);
        long duration = System.nanoTime() - begin;
        process.getOutputStream().close();
        process.waitFor();
        return duration;
    }

    void killAt(Moment moment) throws IOException, InterruptedException {
        await(moment.sign());
        TimeUnit.NANOSECONDS.sleep(moment.nanosLater());
        process.destroyForcibly().waitFor();
    }

    private void await(Sign sign) throws IOException {
        String line = signs.readLine();
        while (line != null && !line.equals(sign.name())) {
            line = signs.readLine();
        }
        assertThat(line).as("the process lives").isEqualTo(sign.name());
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        signs.close();
    }

    /** In the process: an operation, the environment, the package. Waits for its end, or the test's. */
    public static void main(String[] args) throws Exception {
        Rehearsal rehearsal = Rehearsal.at(Path.of(args[1])).with(Clock.systemUTC());
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
        ImportResult result = KillTest.Operation.valueOf(args[0]).carryOut(rehearsal, Path.of(args[2]), listener);
        if (result.outcome().isSuccess() && rehearsal.lastJob().state() == State.COMPLETED) {
            System.out.println(Sign.ENDED);
        }
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
