package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.SolutionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plans and lists leave the environment as it is, be it missing or read-only. */
@Timeout(600)
class ReadingTest {

    @TempDir
    private Path folder;

    private Path place;
    private Path file;
    private Path first;
    private Path second;

    @BeforeEach
    void packages() throws Exception {
        place = folder.resolve("place");
        file = place.resolve("environment.db");
        first = managed("Orders", "1.0.0.0").webResource("contoso_/a.js", "1").zip(folder);
        second = managed("Orders", "2.0.0.0").webResource("contoso_/a.js", "2").zip(folder);
    }

    @Test
    void aMissingEnvironmentIsNewAndEmptyAndNotMade() throws Exception {
        assertThat(EmbeddedEnvironment.exists(id())).isFalse();
        try (EmbeddedEnvironment environment = reading()) {
            assertThat(environment.list(true).solutions()).isEmpty();
            assertThat(plans(environment, first)).containsExactly(Outcome.INSTALLED);
            assertThat(plans(environment, first, second)).containsExactly(Outcome.INSTALLED, Outcome.UPGRADED);
        }
        assertThat(place).doesNotExist();
    }

    @Test
    void anEmptyFileIsNewAndStaysEmpty() throws Exception {
        Files.createDirectories(place);
        Files.createFile(file);

        assertThat(EmbeddedEnvironment.exists(id())).isFalse();
        try (EmbeddedEnvironment environment = reading()) {
            assertThat(plans(environment, first)).containsExactly(Outcome.INSTALLED);
        }
        assertThat(file).isEmptyFile();
        assertThat(place.toFile().list()).containsExactly("environment.db");
    }

    @Test
    void anEnvironmentIsReadAsItIs() throws Exception {
        Rehearsal.at(file).holding(first);
        Map<String, byte[]> before = files();

        assertThat(EmbeddedEnvironment.exists(id())).isTrue();
        assertReads(second);
        assertThat(files()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void aReadOnlyFileInAReadOnlyFolderIsRead() throws Exception {
        Rehearsal.at(file).holding(first);
        Map<String, byte[]> before = files();
        assertThat(file.toFile().setReadOnly()).isTrue();
        assertThat(place.toFile().setReadOnly()).isTrue();
        try {
            assumeFalse(Files.isWritable(place), "This user may write everything");
            assertReads(second);
            assertThat(files()).usingRecursiveComparison().isEqualTo(before);
        } finally {
            assertThat(place.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void aRunningImportIsNotWaitedFor() throws Exception {
        Rehearsal.at(file).holding(first);
        Rehearsal.at(file).store().change(tx -> {
            tx.solutions().delete("Orders");
            assertReads(second);
        });
    }

    @Test
    void whatIsOpenedForReadingDoesNotWrite() throws Exception {
        Rehearsal.at(file).holding(first);
        try (EmbeddedEnvironment environment = reading()) {
            assertThatThrownBy(
                            () -> environment.publish(new PublishRequest(Duration.ofMinutes(1)), ImportListener.NONE))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() ->
                            environment.importSolution(Rehearsal.importing(second, options()), ImportListener.NONE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatIsNoEnvironmentIsRefused() throws Exception {
        Files.createDirectories(place);
        Files.writeString(file, "This is a text. ".repeat(1000));

        assertThat(EmbeddedEnvironment.exists(id())).isTrue();
        assertThatThrownBy(this::reading)
                .isInstanceOf(SolutionException.class)
                .hasMessageContaining("it is not an SQLite database");
        assertThat(place.toFile().list()).containsExactly("environment.db");
    }

    private void assertReads(Path update) throws SolutionException {
        try (EmbeddedEnvironment environment = reading()) {
            EnvironmentContent content = environment.list(true);
            assertThat(content.solutions()).hasSize(1);
            assertThat(content.components()).isNotEmpty();
            assertThat(plans(environment, update)).containsExactly(Outcome.UPGRADED);
            List<PlanResult> sequence = environment.plan(
                    List.of(Rehearsal.importing(update, options().action(Action.STAGE)), Rehearsal.applying(update)),
                    ImportListener.NONE);
            assertThat(sequence).extracting(PlanResult::outcome).containsExactly(Outcome.STAGED, Outcome.APPLIED);
        }
    }

    private static List<Outcome> plans(EmbeddedEnvironment environment, Path... packages) throws SolutionException {
        return environment
                .plan(
                        Stream.of(packages)
                                .<OperationRequest>map(path -> Rehearsal.importing(path, options()))
                                .toList(),
                        ImportListener.NONE)
                .stream()
                .map(PlanResult::outcome)
                .toList();
    }

    private EmbeddedEnvironment reading() throws SolutionException {
        return EmbeddedEnvironment.reading(id(), EmbeddedSettings.defaults(), Rehearsal.CLOCK);
    }

    private EnvironmentId id() {
        return new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:" + file);
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(place)) {
            for (Path path : all.toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }
}
