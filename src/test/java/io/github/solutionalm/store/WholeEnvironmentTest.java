package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.CLOCK;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.files.ObstacleException;
import io.github.solutionalm.store.OriginTable.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a captured environment is there whole or not at all. */
class WholeEnvironmentTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Path file;

    @BeforeEach
    void place() {
        folder = temporary.resolve("new").resolve("place");
        file = folder.resolve("environment.db");
    }

    @Test
    void itIsOneFileWithOneNameThatIsAnEnvironment() throws IOException {
        capture("Orders");

        assertThat(folder.toFile().list()).containsExactly("environment.db");
        assertThat(ObstacleException.names(file)).isEqualTo(1);
        assertThat(solution()).isEqualTo("Orders");
        Fixture.open(folder).change(tx -> install(tx, Fixture.solution("More", "1.0")));
        assertThat(folder.toFile().list()).containsExactly("environment.db");
    }

    @Test
    void aNewCaptureTakesThePlaceOfAnEarlierOne() {
        capture("Orders");
        capture("Invoices");

        assertThat(solution()).isEqualTo("Invoices");
    }

    @Test
    void alsoBehindALink() throws IOException {
        Path real = temporary.resolve("real.db");
        Files.createDirectories(folder);
        WholeEnvironment.write(real, CLOCK, tx -> fill(tx, "Orders"));
        Files.createSymbolicLink(file, real);

        capture("Invoices");

        assertThat(file).isSymbolicLink();
        assertThat(solution()).isEqualTo("Invoices");
    }

    @Test
    void whatFailsLeavesWhatWasThere() {
        capture("Orders");

        assertThatThrownBy(() -> WholeEnvironment.write(file, CLOCK, tx -> {
                    fill(tx, "Invoices");
                    throw new IOException("the network is down");
                }))
                .hasMessage("the network is down");
        assertThat(solution()).isEqualTo("Orders");
        assertThat(folder.toFile().list()).containsExactly("environment.db");
    }

    @Test
    void whatOthersImportedIsNotReplaced() {
        Fixture.open(folder).change(tx -> install(tx, Fixture.solution("Mine", "1.0")));

        assertThatThrownBy(() -> capture("Orders"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Tried to write the captured environment " + file)
                .hasMessageContaining("what was imported into it would be lost")
                .hasMessageContaining("Choose another file");
        assertThat(solution()).isEqualTo("Mine");
    }

    @Test
    void whatIsNoEnvironmentIsNotReplaced() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file, "This is a text. ".repeat(1000));

        assertThatThrownBy(() -> capture("Orders")).hasMessageContaining("it is not an SQLite database");
        assertThat(file).content().startsWith("This is a text.");
    }

    @Test
    void norWhatAnotherIsUsing() {
        capture("Orders");
        try (EnvironmentStore other = Fixture.open(folder)) {
            other.change(tx -> assertThatThrownBy(() -> capture("Invoices"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("another process is using the file")
                    .hasMessageContaining("Try again"));
            try (OperationLock lock = other.acquire("import", Duration.ZERO, (holder, waited) -> {})) {
                assertThat(lock).isNotNull();
                assertThatThrownBy(() -> capture("Invoices")).isInstanceOf(LockTimeoutException.class);
            }
        }
        assertThat(solution()).isEqualTo("Orders");
    }

    private void capture(String solution) {
        WholeEnvironment.write(file, CLOCK, tx -> fill(tx, solution));
    }

    private static void fill(StoreTransaction tx, String solution) {
        tx.origin().save(new Origin("https://contoso.crm.dynamics.com", "", "", Fixture.NOW));
        install(tx, Fixture.solution(solution, "1.0"));
    }

    private String solution() {
        try (EnvironmentStore store = EnvironmentStore.reading(url(folder), CLOCK)) {
            return store.read(tx -> tx.solutions().all().get(0).uniqueName());
        }
    }
}
