package io.github.solutionalm.benchmark;

import io.github.solutionalm.ImportResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Times reading and import of a package beside bare passes over the same bytes and rows, and prints the figures. */
public final class Benchmark {

    /** As the compiler of the JVM works on what takes time, and small packages take little. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    private final Settings settings;
    private final Report report = new Report(System.out);

    private Benchmark(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] args) throws Exception {
        new Benchmark(Settings.fromSystemProperties()).run();
    }

    private void run() throws Exception {
        Path zip = settings.zip();
        report.machine();
        report.contents(zip);
        Scenario scenario = new Scenario(settings.folder(), zip);
        ImportResult result = scenario.setUp();
        report.environment(result, scenario.inserts());
        report.upgrade(scenario.planUpgrade());
        if (settings.rounds() > 0 || settings.forks() > 0) {
            Times cold = cold(zip);
            Times warm = warm(scenario);
            for (Sample.Clock clock : Sample.Clock.values()) {
                report.times(clock, cold, warm, settings);
            }
        }
        if (!settings.heap().equals("none")) {
            for (Measure measure : List.of(Measure.IMPORT, Measure.PLAN)) {
                FreshJvm.Run run = FreshJvm.run(measure, settings, zip, List.of("-Xmx" + settings.heap()));
                report.memory(measure, settings.heap(), run);
            }
        }
    }

    private Times cold(Path zip) throws Exception {
        String heap = "-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m";
        Times times = new Times();
        for (int fork = 0; fork < settings.forks(); fork++) {
            for (Measure measure : Measure.values()) {
                times.add(
                        measure,
                        FreshJvm.run(measure, settings, zip, List.of(heap)).sample());
            }
        }
        return times;
    }

    /** All measures in turn, so that a busy machine slows them alike. */
    private Times warm(Scenario scenario) throws Exception {
        Times times = new Times();
        if (settings.rounds() > 0) {
            long end = System.nanoTime() + WARM_UP.toNanos();
            do {
                round(scenario, new Times());
            } while (System.nanoTime() < end);
        }
        for (int round = 0; round < settings.rounds(); round++) {
            round(scenario, times);
        }
        return times;
    }

    private static void round(Scenario scenario, Times times) throws Exception {
        for (Measure measure : Measure.values()) {
            times.add(measure, measure.time(scenario));
        }
    }
}
