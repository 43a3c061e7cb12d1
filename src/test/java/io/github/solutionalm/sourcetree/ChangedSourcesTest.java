package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.sourcetree.Mapping.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is packed already and unchanged is not packed again. */
class ChangedSourcesTest {

    @TempDir
    private Path directory;

    private Path folder;
    private Path file;
    private PackOptions options = PackOptions.DEFAULTS;

    @BeforeEach
    void packOnce() throws Exception {
        folder = TreeCopy.into(directory.resolve("tree"));
        file = directory.resolve("target/parcels.zip");
        assertThat(isPacked()).isTrue();
    }

    @Test
    void unchangedSourcesAreUpToDateWhateverTheirTimes() throws Exception {
        Files.setLastModifiedTime(folder.resolve(TreeCopy.SCRIPT), FileTime.fromMillis(0));

        assertThat(isPacked()).isFalse();
    }

    @Test
    void aChangedFileIsPackedEvenOfTheSameSizeAndTime() throws Exception {
        Path script = folder.resolve(TreeCopy.SCRIPT);
        FileTime time = Files.getLastModifiedTime(script);
        TreeCopy.replace(script, "window", "WINDOW");
        Files.setLastModifiedTime(script, time);

        assertThat(isPacked()).isTrue();
        assertThat(isPacked()).isFalse();
    }

    @Test
    void anAddedFileIsPacked() throws Exception {
        Files.writeString(folder.resolve("readme.txt"), "");

        assertThat(isPacked()).isTrue();
    }

    @Test
    void anotherVersionOrTypeOrPackerIsAnotherPackage() throws Exception {
        options = new PackOptions(Optional.of(SolutionVersion.parse("2.0.0.0")), true, List.of());
        assertThat(isPacked()).isTrue();
        assertThat(isPacked()).isFalse();
        assertThat(pack(false, "plugin/1")).isPresent();
        assertThat(pack(false, "plugin/2")).isPresent();
    }

    @Test
    void aPackageThatIsGoneOrWasChangedIsMadeAgain() throws Exception {
        Files.delete(file);
        assertThat(isPacked()).isTrue();
        Files.writeString(file, "another");
        assertThat(isPacked()).isTrue();
    }

    @Test
    void aMappedFileThatTheTreeDoesNotHaveCounts() throws Exception {
        Files.delete(folder.resolve(TreeCopy.SCRIPT));
        Path built = Files.writeString(directory.resolve("parcel.js"), "1");
        for (Mapping mapping : List.of(
                new Mapping(Kind.FILE_TO_FILE, "parcel.js", built.toString(), "pom"),
                new Mapping(Kind.FILE_TO_PATH, "WebResources/**/*.js", directory.toString(), "pom"))) {
            options = new PackOptions(Optional.empty(), true, List.of(mapping));
            assertThat(isPacked()).isTrue();
            assertThat(isPacked()).isFalse();
            Files.writeString(built, Files.readString(built) + "2");
            assertThat(isPacked()).as("%s", mapping.kind()).isTrue();
        }
    }

    @Test
    void aTreeThatCanNoLongerBePackedIsRefused() throws Exception {
        Files.createDirectory(folder.resolve("workflows"));
        Files.writeString(folder.resolve("workflows/con.json"), "{}");

        assertThatThrownBy(this::isPacked).isInstanceOf(RefusalException.class);
    }

    @Test
    void whatIsWarnedOfIsPackedAgainSoThatItIsSeen() throws Exception {
        options = new PackOptions(Optional.empty(), false, List.of());
        Files.writeString(folder.resolve("WebResources/stray.js"), "1");

        assertThat(pack(true, "plugin/1").orElseThrow().warnings()).isNotEmpty();
        assertThat(isPacked()).isTrue();
    }

    @Test
    void aStateOfAnotherMakeIsNone() throws Exception {
        Path state = directory.resolve("states/parcels.zip.state");
        byte[] own = Files.readAllBytes(state);
        for (String other : List.of("", "inputs", "\0".repeat(100_000))) {
            Files.writeString(state, other);
            assertThat(isPacked()).isTrue();
            assertThat(state).hasBinaryContent(own);
        }
    }

    @Test
    void aLinkInPlaceOfTheStateIsNotFollowed() throws Exception {
        Path state = directory.resolve("states/parcels.zip.state");
        Path elsewhere = Files.move(state, directory.resolve("elsewhere"));
        byte[] own = Files.readAllBytes(elsewhere);
        Files.createSymbolicLink(state, elsewhere);

        assertThat(isPacked()).isTrue();
        assertThat(state).isRegularFile().hasBinaryContent(own);
        assertThat(Files.isSymbolicLink(state)).isFalse();
        assertThat(elsewhere).hasBinaryContent(own);
    }

    @Test
    void aFolderInPlaceOfTheStateIsSaid() throws Exception {
        Path state = directory.resolve("states/parcels.zip.state");
        Files.delete(state);
        Files.createDirectories(state.resolve("something"));

        assertThatThrownBy(this::isPacked)
                .isExactlyInstanceOf(SolutionException.class)
                .hasMessageContaining("because: " + state + " is a folder, and a file belongs there. Free the file");
    }

    /** The package itself is mapped into the tree, so that packing changes what is packed. */
    @Test
    void aTreeThatChangesWhileItIsPackedIsRefused() throws Exception {
        options = new PackOptions(
                Optional.empty(), true, List.of(new Mapping(Kind.FILE_TO_FILE, "parcel.js", file.toString(), "pom")));

        assertThatThrownBy(this::isPacked)
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("were changed while they were packed")
                .hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();
    }

    private boolean isPacked() throws SolutionException, IOException {
        return pack(true, "plugin/1").isPresent();
    }

    private Optional<PackedSolution> pack(boolean managed, String packer) throws SolutionException {
        return new ChangedSources(directory.resolve("states"), packer)
                .pack(SourceTree.open(folder), managed, file, options);
    }
}
