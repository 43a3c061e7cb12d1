package io.github.solutionalm.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Fuzzes the targets one after another, each in a process of its own, and says how many inputs each was given. It fails when
 * there is a finding: an exception that is not documented, too much time, too much memory.
 *
 * <p>Set by system properties: {@code fuzz.folder} (where it writes), {@code fuzz.seeds} (what is kept), {@code
 * fuzz.seconds} per target, {@code fuzz.seed}, {@code fuzz.targets} (labels, or empty for all), {@code fuzz.input} (one file,
 * given to one target, instead of fuzzing).
 */
public final class FuzzRun {

    private static final int GROWN_A_SECOND = 2;

    private final Path folder;
    private final Seeds seeds;
    private final int seconds;
    private final long seed;

    private FuzzRun(Path folder, Path kept, int seconds, long seed) {
        this.folder = folder;
        this.seeds = new Seeds(kept, seed);
        this.seconds = seconds;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = setting("fuzz.seed").isBlank() ? new java.util.Random().nextInt(1 << 30) : number("fuzz.seed");
        FuzzRun run = new FuzzRun(
                Path.of(setting("fuzz.folder")), Path.of(setting("fuzz.seeds")), (int) number("fuzz.seconds"), seed);
        List<FuzzTarget> targets = FuzzTarget.of(setting("fuzz.targets"));
        String input = setting("fuzz.input");
        boolean sound = input.isBlank() ? run.fuzz(targets) : run.repeat(targets, Path.of(input));
        if (!sound) {
            System.exit(1);
        }
    }

    private static String setting(String name) {
        return System.getProperty(name, "");
    }

    private static long number(String name) {
        return Long.parseLong(setting(name));
    }

    private boolean fuzz(List<FuzzTarget> targets) throws IOException, InterruptedException {
        say("Fuzzing %d targets for %d s each; to repeat: -Dfuzz.seed=%d", targets.size(), seconds, seed);
        int findings = 0;
        for (FuzzTarget target : targets) {
            findings += fuzz(target);
        }
        say("%d targets, %d findings", targets.size(), findings);
        return findings == 0;
    }

    private int fuzz(FuzzTarget target) throws IOException, InterruptedException {
        Path work = emptied(folder.resolve("work").resolve(target.label()));
        Path corpus = Files.createDirectories(work.resolve("corpus"));
        seeds.write(target, corpus, seconds * GROWN_A_SECOND);
        Path dictionary = work.resolve("dictionary");
        Seeds.writeDictionary(target, dictionary);
        List<String> options = List.of(
                "-max_total_time=" + seconds,
                "-seed=" + seed,
                "-dict=" + dictionary,
                "-artifact_prefix=" + work.resolve("finding-"),
                "-max_len=100000",
                "-len_control=0",
                "-print_final_stats=1",
                corpus.toString());
        FuzzLog log = new FuzzLog(work.resolve("log.txt"));
        int status = start(target, options, work, log);
        List<Path> findings = findings(work);
        say(
                "%-16s %,9d runs  %d findings%s",
                target.label(),
                log.runs(),
                findings.size(),
                status == 0 || !findings.isEmpty() ? "" : "  (ended with " + status + ")");
        if (status != 0 || !findings.isEmpty()) {
            log.complaints().forEach(line -> say("    %s", line));
            findings.forEach(file ->
                    say("    again: mvn -Pfuzz verify -Dfuzz.targets=%s -Dfuzz.input=%s", target.label(), file));
        }
        return status == 0 ? findings.size() : Math.max(1, findings.size());
    }

    private boolean repeat(List<FuzzTarget> targets, Path input) throws IOException, InterruptedException {
        boolean sound = true;
        for (FuzzTarget target : targets) {
            Path work = emptied(folder.resolve("again"));
            FuzzLog log = new FuzzLog(work.resolve("log.txt"));
            int status = start(target, List.of(input.toAbsolutePath().toString()), work, log);
            say("%-16s %s", target.label(), status == 0 ? "reads it" : "has a finding");
            log.complaints().forEach(line -> say("    %s", line));
            sound &= status == 0;
        }
        return sound;
    }

    /** Runs the fuzzer on one target; the bound on memory is its heap. */
    private int start(FuzzTarget target, List<String> options, Path work, FuzzLog log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir="
                        + Files.createDirectories(work.resolve("tmp").toAbsolutePath()),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=io.github.solutionalm.**",
                "--custom_hook_includes=io.github.solutionalm.**",
                "--reproducer_path=" + work,
                // it looks at every text that is compared, which takes minutes where texts are long
                "--disabled_hooks=com.code_intelligence.jazzer.runtime.TraceCmpHooks:com.code_intelligence.jazzer.sanitizers.RegexRoadblocks",
                "--keep_going=3",
                // of the wall clock, for what never ends; what is slow is found by its processor time
                "-timeout=120",
                "-report_slow_units=120",
                "-rss_limit_mb=2048"));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.file().toFile())
                .start();
        return process.waitFor();
    }

    private static List<Path> findings(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.filter(file -> file.getFileName().toString().startsWith("finding-"))
                    .sorted()
                    .toList();
        }
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
