package io.github.solutionalm.benchmark;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.sourcetree.PackOptions;
import io.github.solutionalm.sourcetree.SourceTree;
import io.github.solutionalm.sourcetree.TreeType;
import io.github.solutionalm.sourcetree.UnpackOptions;
import io.github.solutionalm.sourcetree.UnpackOptions.LineEndings;
import io.github.solutionalm.sourcetree.UnpackOptions.StaleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Times packing a source tree, unpacking the package again where nothing changes, and reading the package, turn about. The tree
 * is unpacked from the package of the other benchmark; without one, from a generated one with 2 MB of customizations.
 */
public final class PackBenchmark {

    private static final int SIZE = 2;
    private static final int WARM_UP = 20;

    private final Path zip;
    private final Path tree;
    private final Path packed;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

    private PackBenchmark(Path folder, Path zip) {
        this.zip = zip;
        this.tree = folder.resolve("tree");
        this.packed = folder.resolve("packed.zip");
    }

    /** Prints the figures. */
    public static void main(String[] args) throws Exception {
        Settings settings = Settings.fromSystemProperties();
        Files.createDirectories(settings.folder());
        Path zip = System.getProperty("benchmark.package", "").isBlank() && settings.generate() == 0
                ? LargePackage.write(settings.folder().resolve("generated-" + SIZE + "MB.zip"), (long) SIZE << 20)
                : settings.zip();
        PackBenchmark benchmark = new PackBenchmark(settings.folder(), zip);
        benchmark.unpack();
        benchmark.contents();
        for (int round = -WARM_UP; round < settings.rounds(); round++) {
            if (round == 0) {
                benchmark.samples.clear();
            }
            benchmark.round();
        }
        benchmark.print();
    }

    private void unpack() throws SolutionException {
        SourceTree.unpack(List.of(zip), tree, new UnpackOptions(StaleFiles.DELETE, false, LineEndings.LF, false));
    }

    private void pack() throws SolutionException {
        SourceTree source = SourceTree.open(tree);
        source.pack(source.type() != TreeType.UNMANAGED, packed, new PackOptions(Optional.empty(), false, List.of()));
    }

    private void round() throws Exception {
        time("Pack", this::pack);
        time("Unpack, nothing changed", this::unpack);
    }

    private interface Step {
        void run() throws SolutionException;
    }

    private void time(String label, Step step) throws SolutionException {
        Sample begin = Sample.now();
        step.run();
        samples.computeIfAbsent(label, any -> new ArrayList<>())
                .add(Sample.now().since(begin));
    }

    private void contents() throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : all) {
                bytes += Files.size(file);
            }
            System.out.printf(Locale.ROOT, "%-10s %,d files, %,.2f MB%n", "Tree", all.size(), bytes / 1048576.0);
        }
    }

    private void print() {
        for (Sample.Clock clock : Sample.Clock.values()) {
            System.out.printf("%nWarm, %s, ms%n", clock.label());
            samples.forEach((label, all) -> {
                List<Double> sorted =
                        all.stream().map(clock::milliseconds).sorted().toList();
                System.out.printf(
                        Locale.ROOT,
                        "%-25s %,.0f (%,.0f to %,.0f)%n",
                        label,
                        sorted.get(sorted.size() / 2),
                        sorted.get(0),
                        sorted.get(sorted.size() - 1));
            });
        }
    }
}
