package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several writers append to one summary and nothing is lost: threads ({@code mvn -T}), plugin realms (each module may
 * load the plugin anew) and processes (two builds in one workspace).
 */
class ParallelBuildsTest {

    private static final int EACH = 20;

    @TempDir
    private Path output;

    @Test
    void threadsClassLoadersAndProcesses() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String thread = "thread" + i;
            writers.add(() -> {
                SummaryAppender.main(arguments(thread));
                return null;
            });
            String loader = "loader" + i;
            writers.add(() -> inClassLoader(arguments(loader)));
        }
        writers.add(() -> inProcess(arguments("process0")));
        writers.add(() -> inProcess(arguments("process1")));

        runAtOnce(writers);

        assertThat(BuildSummary.read(output, "build-1"))
                .extracting(record -> record.solution().uniqueName())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(expected("thread", 3), expected("loader", 3), expected("process", 2))
                                .flatMap(names -> names)
                                .toList());
        try (Stream<Path> left = Files.list(output)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("summary.json");
        }
    }

    private static Stream<String> expected(String kind, int writers) {
        return IntStream.range(0, writers).boxed().flatMap(writer -> IntStream.range(0, EACH)
                .mapToObj(i -> kind + writer + "-" + i));
    }

    private String[] arguments(String writer) {
        return new String[] {output.toString(), writer, String.valueOf(EACH)};
    }

    private static void runAtOnce(List<Callable<Void>> writers) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(writers.size());
        try {
            for (Future<Void> writer : pool.invokeAll(writers)) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** With classes of its own, as a plugin realm has them. */
    private static Void inClassLoader(String[] arguments) throws Exception {
        URL[] urls = classPath().toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            Class<?> appender = loader.loadClass(SummaryAppender.class.getName());
            assertThat(appender).isNotSameAs(SummaryAppender.class);
            appender.getMethod("main", String[].class).invoke(null, (Object) arguments);
        }
        return null;
    }

    private static Void inProcess(String[] arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(
                        File.pathSeparator,
                        classPath().stream().map(ParallelBuildsTest::file).toList()),
                SummaryAppender.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(printed).isZero();
        return null;
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<URL> classPath() {
        return Stream.of(
                        BuildSummary.class,
                        SummaryAppender.class,
                        JsonMapper.class,
                        JsonFactory.class,
                        JsonProperty.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .toList();
    }
}
