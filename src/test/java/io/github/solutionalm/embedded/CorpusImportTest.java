package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentContent.Component;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/**
 * Every real package ({@code -Dsolution.corpus}) is imported into a fresh environment, or refused with the platform's
 * code for a reason that another reader confirms; nothing else may happen. What is installed is what that other reader
 * counts in the package.
 */
@Tag("thorough")
@TestMethodOrder(OrderAnnotation.class)
class CorpusImportTest {

    private static final CorpusOutcomes OUTCOMES = new CorpusOutcomes();
    /** Of processor time, which does not depend on what else the machine does. */
    private static final long MAX_MILLIS = 20_000;

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    /** Damaged or no packages at all: nothing could install them. */
    private static final Set<String> MALFORMED =
            Set.of(PlatformCode.BAD_ZIP_FILE.code(), PlatformCode.INVALID_XML.code());

    @TempDir
    Path temp;

    static Stream<Path> packages() throws IOException {
        return Stream.concat(
                        Oracles.files("solution.corpus", "../shared/corpus", ".zip"),
                        Oracles.files("solution.corpus", "../shared/corpus", ".cab"))
                .distinct();
    }

    /** Some of each kind. */
    static Stream<Path> some() throws IOException {
        List<Path> all = packages().toList();
        return all.stream().filter(file -> all.indexOf(file) % 20 == 0);
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("packages")
    void isInstalledOrRefusedForAReasonThatHolds(Path file) throws Exception {
        Oracles.assumePresent(file);
        try (EmbeddedEnvironment environment = fresh("environment")) {
            ImportResult result = timed(environment, file, MissingDependencies.FAIL);
            if (result.outcome() == Outcome.FAILED) {
                IndependentReason.confirm(file, result);
                assertThat(environment.list(true).components()).isEmpty();
                assertThat(environment.list(true).solutions()).isEmpty();
            }
            // where nothing is missing, the policy makes no difference
            if (!result.missingDependencies().isEmpty()) {
                result = timed(environment, file, MissingDependencies.WARN);
            }
            if (result.outcome() == Outcome.FAILED) {
                IndependentReason.confirm(file, result);
                return;
            }
            assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
            EnvironmentContent content = environment.list(true);
            PackageDom dom = PackageDom.of(file);
            assertThat(counts(content, result)).isEqualTo(IndependentCount.of(dom));
            rootComponentsAreThere(dom, content, result);
        }
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("some")
    void importedAgainNothingChanges(Path file) throws Exception {
        Oracles.assumePresent(file);
        try (EmbeddedEnvironment environment = fresh("environment")) {
            ImportResult first = imported(environment, file, MissingDependencies.WARN, SameVersion.SKIP);
            assumeThat(first.outcome()).isEqualTo(Outcome.INSTALLED);
            EnvironmentContent before = environment.list(true);

            ImportResult skipped = imported(environment, file, MissingDependencies.WARN, SameVersion.SKIP);
            ImportResult again = imported(environment, file, MissingDependencies.WARN, SameVersion.IMPORT);

            assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
            assertThat(again.outcome().isSuccess()).isTrue();
            assertThat(again.components()).allMatch(component -> component.change() == Change.UNCHANGED);
            assertThat(again.components()).hasSameSizeAs(first.components());
            assertThat(environment.list(true).components()).isEqualTo(before.components());
        }
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("some")
    void anUnzippedFolderIsTheSamePackage(Path file) throws Exception {
        Oracles.assumePresent(file);
        try (EmbeddedEnvironment packed = fresh("packed");
                EmbeddedEnvironment unpacked = fresh("unpacked")) {
            ImportResult one = imported(packed, file, MissingDependencies.WARN, SameVersion.SKIP);
            assumeThat(one.errors()).extracting(Finding::code).doesNotContainAnyElementsOf(MALFORMED);

            ImportResult other = imported(unpacked, unzipped(file), MissingDependencies.WARN, SameVersion.SKIP);

            assertThat(other.outcome()).isEqualTo(one.outcome());
            assertThat(other.errors()).isEqualTo(one.errors());
            assertThat(other.warnings()).isEqualTo(one.warnings());
            assertThat(unpacked.list(true).components())
                    .isEqualTo(packed.list(true).components());
        }
    }

    @Order(3)
    @Test
    void nearlyAllWellFormedPackagesAreInstalled() {
        assumeThat(OUTCOMES.isEmpty()).as("no corpus").isFalse();
        List<CorpusOutcomes.Row> wellFormed = OUTCOMES.last().stream()
                .filter(row -> !MALFORMED.contains(row.code()))
                .toList();
        long installed =
                wellFormed.stream().filter(CorpusOutcomes.Row::isInstalled).count();
        assertThat(installed).isGreaterThanOrEqualTo(Math.round(wellFormed.size() * 0.95));
    }

    @AfterAll
    static void table() throws IOException {
        if (!OUTCOMES.isEmpty()) {
            OUTCOMES.write(Path.of("target", "corpus-outcomes.txt"));
        }
    }

    private EmbeddedEnvironment fresh(String name) throws SolutionException {
        String url = "jdbc:sqlite:" + temp.resolve(name + ".db");
        return EmbeddedEnvironment.open(
                new EnvironmentId(name, "embedded", url), EmbeddedSettings.defaults(), Clock.systemUTC());
    }

    private static ImportResult timed(EmbeddedEnvironment environment, Path file, MissingDependencies policy)
            throws SolutionException {
        long start = PROCESSOR.getCurrentThreadCpuTime();
        ImportResult result = imported(environment, file, policy, SameVersion.SKIP);
        long millis = TimeUnit.NANOSECONDS.toMillis(PROCESSOR.getCurrentThreadCpuTime() - start);
        assertThat(OUTCOMES.add(file, result, millis).millis()).isLessThan(MAX_MILLIS);
        return result;
    }

    private static ImportResult imported(
            EmbeddedEnvironment environment, Path file, MissingDependencies policy, SameVersion sameVersion)
            throws SolutionException {
        ImportOptions options = ImportOptionsBuilder.options()
                .action(ImportOptions.Action.UPDATE)
                .sameVersion(sameVersion)
                .missingDependencies(policy)
                .build();
        return environment.importSolution(
                new ImportRequest("import", file, Optional.empty(), options), ImportListener.NONE);
    }

    /** What has a layer of the package's, by type. */
    private static Map<String, Integer> counts(EnvironmentContent content, ImportResult result) {
        boolean managed = result.manifest().orElseThrow().managed();
        String owner = managed ? result.manifest().orElseThrow().uniqueName() : "Active";
        Map<String, Integer> counts = new TreeMap<>();
        content.components().stream()
                .filter(component -> component.layers().contains(owner))
                .forEach(component -> counts.merge(component.key().type().name(), 1, Integer::sum));
        return counts;
    }

    private static void rootComponentsAreThere(PackageDom dom, EnvironmentContent content, ImportResult result) {
        Set<ComponentKey> there =
                content.components().stream().map(Component::key).collect(Collectors.toSet());
        result.warnings().forEach(warning -> warning.component().ifPresent(there::add));
        Set<String> ofOtherSolutions = PackageDom.elements(dom.solution(), "Required").stream()
                .filter(required -> !Set.of("", "Active").contains(required.getAttribute("solution")))
                .map(required -> required.getAttribute("schemaName"))
                .collect(Collectors.toSet());
        for (Element root : PackageDom.elements(dom.solution(), "RootComponent")) {
            ComponentType type = type(root.getAttribute("type"));
            Stream<String> keys = Stream.of("id", "schemaName", "id.schemaname", "id.name", "id.uniquename", "parentId")
                    .map(root::getAttribute)
                    // an image configuration is named "table column" in the manifest
                    .flatMap(name -> Stream.of(name, name.replace(' ', '.')))
                    .filter(name -> !name.isEmpty());
            if (ofOtherSolutions.contains(root.getAttribute("schemaName"))) {
                continue;
            }
            boolean isNamed = root.hasAttribute("id") || root.hasAttribute("schemaName");
            assertThat(isNamed ? keys : Stream.of(type.name()))
                    .as("root component %s %s", type, root.getAttribute("schemaName") + root.getAttribute("id"))
                    .anyMatch(key -> there.contains(new ComponentKey(type, key)));
        }
    }

    private static ComponentType type(String type) {
        return type.matches("\\d+") ? ComponentType.coded(Integer.parseInt(type)) : ComponentType.named(type);
    }

    private Path unzipped(Path file) throws IOException {
        Path folder = temp.resolve("unzipped");
        try (SolutionArchive archive = Archives.open(file, ArchiveLimits.DEFAULT)) {
            for (SolutionArchive.Entry entry : archive.entries()) {
                Path target = folder.resolve(entry.name());
                Files.createDirectories(target.getParent());
                try (InputStream in = archive.open(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        return folder;
    }
}
