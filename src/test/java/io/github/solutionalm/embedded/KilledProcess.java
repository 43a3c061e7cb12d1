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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** A process that carries out one operation and is killed while it does. */
final class KilledProcess implements AutoCloseable {

    /** What the process says and a test waits for. */
    enum Sign {
        WRITING,
        WRITTEN,
        ENDED
    }

    private final Process process;
    private final BufferedReader signs;

    private KilledProcess(Process process) {
        this.process = process;
        this.signs = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static KilledProcess start(Path environment, KillTest.Operation operation, Path solution, Sign sign)
            throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + environment.getParent(), // SQLite leaves its library there when killed
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledProcess.class.getName(),
                        operation.name(),
                        environment.toString(),
                        solution.toString(),
                        sign.name())
                .redirectError(new File(environment.getParent().toFile(), "errors.txt"))
                .start();
        return new KilledProcess(process);
    }

    void killAt(Sign sign) throws IOException, InterruptedException {
        await(sign);
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

    /** In the process: an operation, the environment, the package, and the sign at which it waits for its end, or the test's. */
    public static void main(String[] args) throws Exception {
        Rehearsal rehearsal = Rehearsal.at(Path.of(args[1])).with(Clock.systemUTC());
        ImportListener listener = new ImportListener() {
            @Override
            public void progress(String phase, int done, int total) {
                say(done == total ? Sign.WRITTEN : Sign.WRITING, args[3]);
            }
        };
        ImportResult result = KillTest.Operation.valueOf(args[0]).carryOut(rehearsal, Path.of(args[2]), listener);
        if (result.outcome().isSuccess() && rehearsal.lastJob().state() == State.COMPLETED) {
            say(Sign.ENDED, args[3]);
        }
    }

    /** It does not wait when all is written: a test then kills it while it commits. */
    private static void say(Sign sign, String last) {
        System.out.println(sign);
        if (sign.name().equals(last) && sign != Sign.WRITTEN) {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
