package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.sourcetree.UnpackOptions.LineEndings;
import io.github.solutionalm.sourcetree.UnpackOptions.StaleFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real source trees ({@code -Dsolution.trees}), most of them with the package that SolutionPackager made of them: ours has the
 * same root files, byte for byte, and the same others.
 */
class RealTreesTest {

    private static final Path TREES = Path.of(System.getProperty("solution.trees", "../shared/trees"));

    private static final List<String> ROOTS = List.of("customizations.xml", "solution.xml", "[Content_Types].xml");

    /** Trees that are no output of SolutionPackager: packages that somebody unzipped, with folders renamed. */
    private static final Set<String> BY_HAND = Set.of("charts-4-powerapps");

    @TempDir
    Path temp;

    /** One line of the index of the trees. */
    record Pair(String folder, String zip, String madeBy, String type) {

        Path tree() throws IOException {
            try (Stream<Path> all = Files.walk(TREES.resolve(folder))) {
                return all.filter(SourceTree::is).findFirst().orElseThrow();
            }
        }

        @Override
        public String toString() {
            return folder;
        }
    }

    static Stream<Pair> trees() throws IOException {
        Path index = TREES.resolve("INDEX.tsv");
        if (!Files.exists(index)) {
            return Stream.of(new Pair("", "", "", ""));
        }
        return Files.readAllLines(index).stream().skip(1).map(line -> {
            String[] columns = line.split("\t");
            return new Pair(columns[0], columns[1], columns[4], columns[5]);
        });
    }

    @ParameterizedTest
    @MethodSource("trees")
    void thePackageIsThatOfSolutionPackager(Pair pair) throws Exception {
        assumeThat(TREES.resolve("INDEX.tsv")).as("real source trees").exists();
        assumeThat(pair.zip()).as("the package of the tree").endsWith(".zip");
        assumeThat(pair.madeBy()).as("who made the package").startsWith("pac");
        Path theirs = TREES.resolve(pair.folder()).resolve(pair.zip());

        Path ours = SourceTree.open(pair.tree())
                .pack(pair.type().equals("managed"), temp.resolve("ours.zip"), PackOptions.DEFAULTS)
                .file();

        assertThat(new TreeSet<>(TreeFixture.names(ours))).isEqualTo(new TreeSet<>(TreeFixture.names(theirs)));
        for (String name : TreeFixture.names(ours)) {
            byte[] our = TreeFixture.entry(ours, name);
            byte[] their = TreeFixture.entry(theirs, name);
            if (!ROOTS.contains(name)) {
                // Checked out with other line ends, and apps that were built from their sources.
                assertThat(name.endsWith(".msapp") || text(our).equals(text(their)))
                        .as(name)
                        .isTrue();
            } else if (pair.madeBy().endsWith("Linux")) {
                // There the order of siblings is that of the folder.
                assertThat(sortedLines(our)).as(name).isEqualTo(sortedLines(their));
            } else if (!BY_HAND.contains(pair.folder()) || !name.startsWith("c")) {
                assertThat(Arrays.equals(our, their)).as(name).isTrue();
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    private static List<String> sortedLines(byte[] bytes) {
        return text(bytes).replace("><", ">\n<").lines().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("trees")
    void unpackingWhatWasPackedGivesTheTree(Pair pair) throws Exception {
        assumeThat(TREES.resolve("INDEX.tsv")).as("real source trees").exists();
        assumeThat(BY_HAND).as("trees that were made by hand").doesNotContain(pair.folder());
        SourceTree tree = SourceTree.open(pair.tree());
        List<Path> packages = new ArrayList<>();
        for (boolean managed : new boolean[] {false, true}) {
            if (tree.type().holds(managed)) {
                packages.add(tree.pack(managed, temp.resolve(managed + ".zip"), PackOptions.DEFAULTS)
                        .file());
            }
        }
        Map<String, byte[]> before = inAnyCase(TreeFixture.files(tree.folder()));
        boolean windows = text(before.get("other/solution.xml")).length() < before.get("other/solution.xml").length;

        SourceTree.unpack(
                packages,
                temp.resolve("back"),
                new UnpackOptions(StaleFiles.DELETE, false, windows ? LineEndings.CRLF : LineEndings.LF, false));

        Map<String, byte[]> after = inAnyCase(TreeFixture.files(temp.resolve("back")));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((path, bytes) ->
                assertThat(Arrays.equals(bytes, before.get(path))).as(path).isTrue());
    }

    /** Without sources of canvas apps, which are in no package. */
    private static Map<String, byte[]> inAnyCase(Map<String, byte[]> files) {
        Map<String, byte[]> lower = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (!TreeFiles.CANVAS_SOURCES.matcher(path).matches()) {
                lower.put(path.toLowerCase(java.util.Locale.ROOT), bytes);
            }
        });
        return lower;
    }
}
