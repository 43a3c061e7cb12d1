package io.github.solutionalm.archive.cab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cabinets made by others: what cabextract reads we read alike, and what it refuses we refuse. libmspack's own test
 * cabinets ({@code -Dsolution.cabinets}) and real packages ({@code -Dsolution.corpus}).
 */
class CabinetOracleTest {

    /** cabextract finds cabinets within other files, knows Quantum, and does not look where coffFiles points. */
    private static final Set<String> OTHERWISE =
            Set.of("search_basic.cab", "search_tricky1.cab", "mszip_lzx_qtm.cab", "hidden-files.cab");

    @TempDir
    private Path folder;

    static Stream<Path> cabinets() throws IOException {
        return Oracles.files("solution.cabinets", "../shared/cabinets", ".cab");
    }

    static Stream<Path> comparableCabinets() throws IOException {
        return cabinets().filter(file -> !OTHERWISE.contains(file.getFileName().toString()));
    }

    static Stream<Path> corpus() throws IOException {
        return Oracles.files("solution.corpus", "../shared/corpus", ".cab");
    }

    @ParameterizedTest
    @MethodSource("comparableCabinets")
    void testCabinets(Path file) throws Exception {
        Oracles.assumePresent(file);
        assertThat(ours(file)).isEqualTo(Oracles.cabextract(file, folder).map(CabinetOracleTest::comparable));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void realPackages(Path file) throws Exception {
        Oracles.assumePresent(file);
        assertThat(ours(file))
                .isPresent()
                .isEqualTo(Oracles.cabextract(file, folder).map(CabinetOracleTest::comparable));
    }

    @Test
    void theFilesBesideAQuantumFolder() throws Exception {
        Path file = cabinet("mszip_lzx_qtm.cab");
        Map<String, byte[]> theirs = Oracles.cabextract(file, folder).orElseThrow();

        try (Cabinet cabinet = Cabinet.open(file)) {
            for (CabFile each : cabinet.files().subList(0, 2)) {
                assertThat(bytes(cabinet, each)).isEqualTo(theirs.get(each.name()));
            }
        }
    }

    /** [MS-CAB] 2.1: coffFiles is where the files are. 7-Zip lists these, too. */
    @Test
    void theFilesAreWhereTheHeaderSays() throws Exception {
        assertThat(ours(cabinet("hidden-files.cab")).orElseThrow()).containsOnlyKeys("hidden1.txt", "hidden2.txt");
    }

    private static Path cabinet(String name) throws IOException {
        Path file = cabinets().filter(each -> each.endsWith(name)).findAny().orElse(Path.of(name));
        Oracles.assumePresent(file);
        return file;
    }

    private static Optional<Map<String, String>> ours(Path file) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Cabinet cabinet = Cabinet.open(file)) {
            for (CabFile each : cabinet.files()) {
                files.put(each.name(), bytes(cabinet, each));
            }
            return Optional.of(comparable(files));
        } catch (CabException refused) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Cabinet cabinet, CabFile file) throws IOException {
        try (InputStream in = cabinet.open(file)) {
            return in.readAllBytes();
        }
    }

    /** Arrays are not compared by what is in them. */
    private static Map<String, String> comparable(Map<String, byte[]> files) {
        Map<String, String> hex = new HashMap<>();
        files.forEach((name, bytes) -> hex.put(name, HexFormat.of().formatHex(bytes)));
        return hex;
    }
}
