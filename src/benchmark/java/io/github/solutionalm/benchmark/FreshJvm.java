package io.github.solutionalm.benchmark;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Times one measure in a JVM that has done nothing else. Starting the JVM itself is not counted. */
final class FreshJvm {

    private static final Path STATUS = Path.of("/proc/self/status");

    /**
     * What a JVM says of its run.
     *
     * @param sample how long it took
     * @param peakKilobytes most memory that the process ever had resident; 0 where the system does not tell
     */
    record Run(Sample sample, long peakKilobytes) {}

    private FreshJvm() {}

    static Run run(Measure measure, Settings settings, Path zip, List<String> options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FreshJvm.class.getName()));
        command.addAll(List.of(measure.name(), settings.folder().toString(), zip.toString()));
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(measure.label() + " failed in a JVM with " + options + ": " + output);
        }
        String[] figures = output.split(" ");
        return new Run(new Sample(Long.parseLong(figures[0]), Long.parseLong(figures[1])), Long.parseLong(figures[2]));
    }

    /** In the new JVM: a measure, the folder and the package. */
    public static void main(String[] args) throws Exception {
        Sample sample = Measure.valueOf(args[0]).time(new Scenario(Path.of(args[1]), Path.of(args[2])));
        System.out.println(sample.elapsed() + " " + sample.processor() + " " + peakKilobytes());
    }

    private static long peakKilobytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
