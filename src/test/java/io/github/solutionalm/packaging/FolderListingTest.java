package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever names the wrong folder, such as a whole disk, gets an answer soon: not all that lies in it is looked at. */
class FolderListingTest {

    private static final int MOST = 20_000;

    @TempDir
    private Path folder;

    @Test
    void sixFoldersDownIsAsDeepAsItGoes() throws Exception {
        Path deep = folder;
        for (int i = 1; i <= 8; i++) {
            deep = Files.createDirectory(deep.resolve("f" + i));
            Files.createFile(deep.resolve("file"));
        }

        assertThat(FolderListing.of(folder)).hasSize(6).contains("f1/file", "f1/f2/f3/f4/f5/f6/file");
    }

    /** In one folder as well as in many. */
    @Test
    void ofVeryManyFilesThoseSeenFirstAreEnough() throws Exception {
        fill(folder, MOST + 5);

        assertThat(FolderListing.of(folder)).hasSize(MOST);
    }

    @Test
    void foldersAreCountedToo() throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        for (int i = 0; i < MOST; i++) {
            Files.createDirectory(first.resolve("f" + i));
        }
        Files.createFile(first.resolve("f0").resolve("file"));

        assertThat(FolderListing.of(folder)).isEmpty();
    }

    private static void fill(Path folder, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            Files.createFile(folder.resolve("file" + i));
        }
    }
}
