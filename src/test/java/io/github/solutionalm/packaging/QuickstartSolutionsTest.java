package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.PackageInspection.Code;
import io.github.solutionalm.PackageInspection.RequiredSolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages of the quick start hold what their README says, which was counted from the files by hand. */
class QuickstartSolutionsTest {

    private static final Path SOLUTIONS = Path.of("src/it/quickstart/solutions");

    /** The columns of the table, and the folders that they are about. */
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("Base 1.0.0.0", "ContosoBase_1_0_0_0_managed");
        COLUMNS.put("Orders 1.0.0.0", "ContosoOrders_1_0_0_0_managed");
        COLUMNS.put("Orders patch 1.0.1.0", "ContosoOrders_1_0_1_0_patch_managed");
        COLUMNS.put("Orders 2.0.0.0", "ContosoOrders_2_0_0_0_managed");
        COLUMNS.put("Tweaks 1.0.0.0", "ContosoTweaks_1_0_0_0");
        COLUMNS.put("FabrikamBroken 1.0.0.0", "FabrikamBroken_1_0_0_0_managed");
    }

    /** Folder and its column of the table: row label to count, without the empty cells. */
    static Stream<Arguments> columns() throws IOException {
        List<List<String>> table = Files.readAllLines(SOLUTIONS.resolve("README.md")).stream()
                .dropWhile(line -> !line.startsWith("| component type"))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|---"))
                .map(QuickstartSolutionsTest::cells)
                .toList();
        List<String> head = table.get(0);
        assertThat(head.subList(1, head.size())).containsExactlyElementsOf(COLUMNS.keySet());
        List<Arguments> columns = new ArrayList<>();
        for (int column = 1; column < head.size(); column++) {
            Map<String, Integer> counts = new TreeMap<>();
            for (List<String> row : table.subList(1, table.size())) {
                if (!row.get(column).isEmpty()) {
                    counts.put(row.get(0), Integer.valueOf(row.get(column)));
                }
            }
            columns.add(Arguments.of(COLUMNS.get(head.get(column)), counts));
        }
        return columns.stream();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.replace("*", "").strip())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("columns")
    void holdWhatTheirReadmeSays(String folder, Map<String, Integer> readme) throws Exception {
        PackageInspection inspection = inspect(folder);

        Map<String, Integer> counted = new TreeMap<>(inspection.counts());
        counted.put(
                "components",
                inspection.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        count(counted, "tables as context", inspection.context().getOrDefault("Entity", 0));
        count(counted, "root components", inspection.manifest().rootComponents().size());
        count(
                counted,
                "missing dependencies",
                inspection.manifest().missingDependencies().size());
        count(counted, "files", files(folder));
        assertThat(counted).isEqualTo(readme);
        assertThat(inspection.warnings()).isEmpty();
    }

    private static void count(Map<String, Integer> counts, String what, int count) {
        if (count > 0) {
            counts.put(what, count);
        }
    }

    private static PackageInspection inspect(String folder) throws Exception {
        return PackageInspector.inspect(SOLUTIONS.resolve(folder), Optional.empty());
    }

    private static int files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(SOLUTIONS.resolve(folder))) {
            return (int) files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void whatTheyAreAndNeed() throws Exception {
        PackageInspection patch = inspect("ContosoOrders_1_0_1_0_patch_managed");

        assertThat(patch.manifest().patchOf()).contains("ContosoOrders");
        assertThat(patch.manifest().version()).hasToString("1.0.1.0");
        assertThat(patch.file().format()).isEqualTo("folder");
        assertThat(inspect("FabrikamBroken_1_0_0_0_managed").requiredSolutions())
                .containsExactly(
                        new RequiredSolution("ContosoBase (1.2.0.0)", 1),
                        new RequiredSolution("FabrikamCore (2.1.0.0)", 3));
        assertThat(inspect("ContosoOrders_1_0_0_0_managed").languages()).containsExactlyInAnyOrder(1031, 1033);
    }

    @Test
    void whatInThemCanRun() throws Exception {
        assertThat(inspect("ContosoOrders_1_0_0_0_managed").code())
                .extracting(Code::type)
                .contains("Connector", "PluginAssembly", "WebResource", "Workflow");
    }
}
