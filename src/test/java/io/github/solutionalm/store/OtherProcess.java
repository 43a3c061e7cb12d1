package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.NOW;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Somebody else who uses the environment: in a JVM of their own, or a class loader of their own. */
final class OtherProcess {

    private OtherProcess() {}

    /** Starts one that does something, and waits until it is in the middle of it. */
    static Process start(String what, Path folder) throws IOException {
        Process process = launch(what, folder);
        line(process);
        return process;
    }

    /** What one says that looks only. */
    static String answer(String what, Path folder) throws IOException, InterruptedException {
        Process process = launch(what, folder);
        String answer = line(process);
        process.waitFor();
        return answer;
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private static Process launch(String what, Path folder) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-Xmx64m", "-cp", classPath(), OtherProcess.class.getName(), what, folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String line(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "hold" -> hold(folder);
            case "write" -> write(folder);
            default -> System.out.println(attempt(folder));
        }
    }

    private static void hold(Path folder) throws IOException {
        try (OperationLock lock = open(folder).acquire("import by another", Duration.ZERO, (holder, waited) -> {})) {
            System.out.println("holding " + lock);
            waitUntilKilled();
        }
    }

    /** Writes 50 MB, more than SQLite keeps in memory, and never ends. */
    private static void write(Path folder) throws IOException {
        EnvironmentStore store = open(folder);
        try (OperationLock lock = store.acquire("import by another", Duration.ZERO, (holder, waited) -> {})) {
            store.change(tx -> tx.jobs()
                    .start(ImportJob.running(UUID.randomUUID(), new ImportJob.Request("import", "", "", ""), NOW)));
            store.change(tx -> {
                for (int i = 0; i < 50; i++) {
                    tx.contents().write(Fixture.hash("" + i), new byte[1 << 20], 1 << 20);
                }
                System.out.println("writing under " + lock);
                waitUntilKilled();
            });
        }
    }

    /** Or until nobody is there any more who could kill it. */
    private static void waitUntilKilled() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    static String attempt(Path folder) {
        EnvironmentStore store = open(folder);
        store.read(tx -> tx.solutions().all());
        try (OperationLock lock = store.acquire("attempt", Duration.ZERO, (holder, waited) -> {})) {
            return lock == null ? "" : "free";
        } catch (LockTimeoutException e) {
            return "held: " + e.holder();
        }
    }

    private static EnvironmentStore open(Path folder) {
        return EnvironmentStore.open(Fixture.url(folder), Clock.systemUTC());
    }
}
