package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.sourcetree.Mapping.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder that is read in place of one of the tree: by the same rules. */
class MappedFolderTest {

    private static final String SCRIPTS = "WebResources/contoso_/scripts";

    @TempDir
    private Path directory;

    private Path folder;
    private Path web;

    @BeforeEach
    void mapTheScripts() throws Exception {
        folder = TreeCopy.into(directory.resolve("tree"));
        web = Files.createDirectory(directory.resolve("web"));
        Files.move(folder.resolve(TreeCopy.SCRIPT), web.resolve("parcel.js"));
    }

    @Test
    void whatSystemsAndVersionControlLeaveIsNoPartOfIt() throws Exception {
        int entries = packed().entries();
        Files.writeString(web.resolve(".gitignore"), "*.map");
        Files.writeString(web.resolve("Thumbs.db"), "");
        Files.writeString(Files.createDirectories(web.resolve(".git/objects")).resolve("1"), "");

        assertThat(packed().entries()).isEqualTo(entries);
    }

    @Test
    void aLinkToAFileOutsideIsNotFollowed() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret.js"), "secret");
        Files.delete(web.resolve("parcel.js"));
        Files.createSymbolicLink(web.resolve("parcel.js"), secret);

        assertRefused("web/parcel.js is a link to a folder or to a file outside of");
    }

    @Test
    void norOneToAFolder() throws Exception {
        Files.createSymbolicLink(web.resolve("more"), Files.createDirectory(directory.resolve("elsewhere")));

        assertRefused("web/more is a link to a folder or to a file outside of");
    }

    @Test
    void aLinkWithinItIsTheFileThatItLeadsTo() throws Exception {
        Files.move(web.resolve("parcel.js"), web.resolve(".gitparcel"));
        Files.createSymbolicLink(web.resolve("parcel.js"), Path.of(".gitparcel"));

        assertThat(packed().warnings()).isEmpty();
    }

    /** Whoever maps it says where it is. */
    @Test
    void theFolderItselfMayBeALink() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), web);

        assertThat(packed(new Mapping(Kind.FOLDER, SCRIPTS, link.toString(), "map.xml:1")))
                .isEqualTo(packed().entries());
        assertThat(packed(new Mapping(Kind.FILE_TO_PATH, SCRIPTS + "/*.js", link.toString(), "map.xml:1")))
                .isEqualTo(packed().entries());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../../elsewhere", "/tmp/elsewhere", "C:\\elsewhere", "WebResources/../.."})
    void itsPlaceInTheTreeIsInTheTree(String from) {
        assertThatThrownBy(() -> pack(new Mapping(Kind.FOLDER, from, web.toString(), "map.xml:1")))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(from.replace('\\', '/') + "/parcel.js: This path ");
    }

    private void assertRefused(String what) {
        assertThatThrownBy(this::packed)
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("map.xml:1: The mapping of 'WebResources/contoso_/scripts' can't be used: ")
                .hasMessageContaining(what);
    }

    private PackedSolution packed() throws Exception {
        return pack(new Mapping(Kind.FOLDER, SCRIPTS, web.toString(), "map.xml:1"));
    }

    private int packed(Mapping mapping) throws Exception {
        return pack(mapping).entries();
    }

    /** The description of the script stays in the tree. */
    private PackedSolution pack(Mapping mapping) throws Exception {
        return SourceTree.open(folder)
                .pack(
                        true,
                        directory.resolve("parcels.zip"),
                        new PackOptions(Optional.empty(), true, List.of(mapping)));
    }
}
