package io.github.solutionalm.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * Times the upload of a package beside curl, which posts the very same bytes, encoded beforehand, to the same server. Pair by
 * pair, cold and warm. curl streams the file (-T) and does not ask first whether it may (no Expect).
 */
public final class UploadBenchmark {

    private static final int MEGABYTE = 1 << 20;
    private static final int SIZE = 128;
    private static final int FORKS = 7;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    private final Path zip;
    private final Path body;
    private final String url;

    private UploadBenchmark(Path folder, String url) throws IOException {
        this.zip = folder.resolve("upload.zip");
        this.body = folder.resolve("upload.json");
        this.url = url;
        write();
    }

    /** Prints the figures. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("benchmark.folder", "target/benchmark"))
                .toAbsolutePath());
        Process server = java("-Xmx128m", DrainServer.class);
        try {
            UploadBenchmark benchmark = new UploadBenchmark(
                    folder,
                    "http://localhost:"
                            + server.inputReader(StandardCharsets.UTF_8).readLine());
            for (int transfer = 0; transfer < WARM_UP; transfer++) {
                // The server is a JVM too.
                benchmark.curl();
            }
            benchmark.cold();
            benchmark.warm();
        } finally {
            server.destroy();
        }
    }

    private void write() throws IOException {
        byte[] block = new byte[3 * MEGABYTE];
        Random random = new Random(1);
        try (OutputStream file = Files.newOutputStream(zip)) {
            for (int left = SIZE * MEGABYTE; left > 0; left -= block.length) {
                random.nextBytes(block);
                file.write(block, 0, Math.min(left, block.length));
            }
        }
        try (InputStream file = Files.newInputStream(zip);
                OutputStream json = Files.newOutputStream(body)) {
            json.write("{\"CustomizationFile\":\"".getBytes(StandardCharsets.US_ASCII));
            for (int length = file.readNBytes(block, 0, block.length);
                    length > 0;
                    length = file.readNBytes(block, 0, block.length)) {
                json.write(Base64.getEncoder().encode(Arrays.copyOf(block, length)));
            }
            json.write("\"}".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Each time a new curl, with its start, and the first upload of a JVM, without its start. */
    private void cold() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (int fork = 0; fork < FORKS; fork++) {
            double curl = curl().process();
            try (Uploader jvm = new Uploader(url, zip)) {
                pairs.add(new Pair(curl, jvm.upload()));
            }
        }
        print("Cold", pairs);
    }

    /** What curl itself counts, and one JVM that has uploaded before. */
    private void warm() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        try (Uploader jvm = new Uploader(url, zip)) {
            for (int upload = 0; upload < WARM_UP; upload++) {
                jvm.upload();
            }
            for (int round = 0; round < ROUNDS; round++) {
                pairs.add(new Pair(curl().transfer(), jvm.upload()));
            }
        }
        print("Warm", pairs);
    }

    /** Milliseconds for the same upload. */
    private record Pair(double curl, double plugin) {}

    /** Milliseconds from start to end of the process, and what it says of the transfer alone. */
    private record Curl(double process, double transfer) {}

    private Curl curl() throws IOException {
        long begin = System.nanoTime();
        Process curl = new ProcessBuilder(
                        "curl",
                        "-sS",
                        "-o",
                        "-",
                        "-w",
                        "%{time_total}",
                        "-X",
                        "POST",
                        "-T",
                        body.toString(),
                        "-H",
                        "Expect:",
                        "-H",
                        "Content-Type: application/json",
                        url + "/api/data/v9.2/StageSolution")
                .redirectError(Redirect.INHERIT)
                .start();
        String seconds = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        curl.onExit().join();
        return new Curl((System.nanoTime() - begin) / 1e6, Double.parseDouble(seconds) * 1e3);
    }

    private static void print(String what, List<Pair> pairs) {
        System.out.printf(
                Locale.ROOT,
                "%s, %d pairs: curl %s ms, plugin %s ms, rate of the plugin / rate of curl %s%n",
                what,
                pairs.size(),
                spread("%.0f", pairs, Pair::curl),
                spread("%.0f", pairs, Pair::plugin),
                spread("%.2f", pairs, pair -> pair.curl() / pair.plugin()));
    }

    private static String spread(String format, List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        double[] sorted = pairs.stream().mapToDouble(figure).sorted().toArray();
        return String.format(
                Locale.ROOT,
                format + " (" + format + " to " + format + ")",
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }

    /** Another JVM, which uploads whenever it is told. */
    private static final class Uploader implements AutoCloseable {

        private final Process process;
        private final BufferedReader said;

        Uploader(String url, Path zip) throws IOException {
            process = java("-Xmx128m", UploadingJvm.class, url, zip.toString());
            said = process.inputReader(StandardCharsets.UTF_8);
            said.readLine();
        }

        double upload() throws IOException {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            return Long.parseLong(said.readLine()) / 1e6;
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    private static Process java(String heap, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }
}
