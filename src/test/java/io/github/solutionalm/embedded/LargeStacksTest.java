package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Layers that merge are in memory together. Each may be as large as one definition may be, but all of one component must not be
 * much more than one such: that is refused when the layer comes, and not met as a want of memory when it is merged.
 */
class LargeStacksTest {

    /** Actions of 100 kB each, so 5 MB. */
    private static final int MUCH = 50;

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void twoLargeLayers() throws Exception {
        rehearsal = Rehearsal.in(folder);
        assertThat(rehearsal
                        .imports(ribbon(managed("One", "1.0.0.0"), MUCH, 100_000))
                        .errors())
                .isEmpty();
        assertThat(rehearsal
                        .imports(ribbon(managed("Two", "1.0.0.0"), MUCH, 100_000))
                        .errors())
                .isEmpty();
    }

    @Test
    void aThirdIsRefusedWithTheLimitAndTheOwnersOfTheOthers() throws Exception {
        ImportResult refused = rehearsal.imports(ribbon(managed("Three", "1.0.0.0"), MUCH, 100_000));

        assertThat(codes(refused.errors())).containsExactly("0x80048491");
        assertThat(refused.errors().get(0).message())
                .contains(
                        "in the layers of One, Two and of this package",
                        "the limit of 12,582,912 bytes",
                        "Remove from");
        assertThat(rehearsal.solutions()).doesNotContain("Three 1.0.0.0");
    }

    @Test
    void soIsOneThatIsUnmanaged() throws Exception {
        assertThat(codes(rehearsal
                        .imports(ribbon(unmanaged("Mine", "1.0.0.0"), MUCH, 100_000))
                        .errors()))
                .containsExactly("0x80048491");
    }

    @Test
    void manySmallElementsAreAsMuchAsFewLargeOnes() throws Exception {
        Rehearsal other = Rehearsal.at(folder.resolve("other.db"));
        assertThat(other.imports(ribbon(managed("One", "1.0.0.0"), 95_000, 1)).errors())
                .isEmpty();
        assertThat(other.imports(ribbon(managed("Two", "1.0.0.0"), 95_000, 1)).errors())
                .isEmpty();

        ImportResult refused = other.imports(ribbon(managed("Three", "1.0.0.0"), 20_000, 1));

        assertThat(codes(refused.errors())).containsExactly("0x80048491");
        assertThat(refused.errors().get(0).message()).contains("the limit of 600,000 elements and attributes");
    }

    @Test
    void aSmallOneIsNot() throws Exception {
        assertThat(rehearsal
                        .imports(ribbon(managed("Three", "1.0.0.0"), 1, 100_000))
                        .errors())
                .isEmpty();
    }

    @Test
    void anUpgradeTakesThePlaceOfWhatItReplaces() throws Exception {
        assertThat(rehearsal
                        .imports(ribbon(managed("One", "2.0.0.0"), MUCH + 1, 100_000))
                        .errors())
                .isEmpty();
    }

    /** Until a staged upgrade is applied, both versions are there. */
    @Test
    void oneThatIsStagedDoesNot() throws Exception {
        assertThat(codes(rehearsal
                        .stages(ribbon(managed("One", "2.0.0.0"), MUCH + 1, 100_000))
                        .errors()))
                .containsExactly("0x80048491");
    }

    private Path ribbon(PackageBuilder solution, int actions, int text) throws Exception {
        StringBuilder ribbon = new StringBuilder("<CustomActions>");
        for (int i = 0; i < actions; i++) {
            ribbon.append("<CustomAction Id=\"a")
                    .append(i)
                    .append("\" Location=\"")
                    .append("x".repeat(text))
                    .append("\"/>");
        }
        return solution.section(
                        "RibbonDiffXml", ribbon.append("</CustomActions>").toString())
                .folder(folder);
    }
}
