package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.sourcetree.UnpackOptions.LineEndings;
import io.github.solutionalm.sourcetree.UnpackOptions.StaleFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a source tree made of packages is like, and what becomes of one that is there. */
class UnpackingTest {

    private static final String ROLE = "Roles/Order manager.xml";

    @TempDir
    Path temp;

    @Test
    void bothPackagesOfAVersionMakeTheTree() throws Exception {
        UnpackedTree tree = unpackExported(TreeFixture.UNPACK);

        assertSameFiles(temp.resolve("tree"), TreeFixture.in(temp).folder());
        assertThat(tree.added()).hasSize(49).contains("Entities/cto_Order/Entity.xml");
    }

    @Test
    void unpackingWhatWasPackedGivesTheTreeByteForByte() throws Exception {
        TreeFixture tree = TreeFixture.in(temp);

        SourceTree.unpack(
                List.of(tree.pack(false).file(), tree.pack(true).file()), temp.resolve("back"), TreeFixture.UNPACK);

        assertSameFiles(temp.resolve("back"), tree.folder());
    }

    @Test
    void packingWhatWasUnpackedGivesThePackageByteForByte() throws Exception {
        Path packed = TreeFixture.in(temp).pack(true).file();
        byte[] before = Files.readAllBytes(packed);
        SourceTree.unpack(List.of(packed), temp.resolve("tree"), TreeFixture.UNPACK);

        SourceTree tree = SourceTree.open(temp.resolve("tree"));
        tree.pack(true, temp.resolve("again.zip"), PackOptions.DEFAULTS);

        assertThat(tree.type()).isEqualTo(TreeType.MANAGED);
        assertThat(temp.resolve("again.zip")).hasBinaryContent(before);
    }

    @Test
    void filesThatSayTheSameAreNotTouched() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path tree = temp.resolve("tree");
        rewriteWithOtherLineEnds(tree);
        Path role = tree.resolve(ROLE);
        Files.writeString(role, Files.readString(role).replace("<Role ", "<!-- sales --><Role "));
        Map<String, byte[]> before = TreeFixture.files(tree);
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        for (String path : before.keySet()) {
            Files.setLastModifiedTime(tree.resolve(path), old);
        }

        UnpackedTree again = unpackExported(TreeFixture.UNPACK);

        assertThat(again.isSame()).isTrue();
        assertThat(again.unchanged()).isEqualTo(49);
        for (String path : before.keySet()) {
            assertThat(Files.getLastModifiedTime(tree.resolve(path))).isEqualTo(old);
        }
    }

    private static void rewriteWithOtherLineEnds(Path tree) throws Exception {
        for (String path : TreeFixture.files(tree).keySet()) {
            Path file = tree.resolve(path);
            Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        }
    }

    @Test
    void linesEndAsInTheTreeThatIsThere() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path tree = temp.resolve("tree");
        rewriteWithOtherLineEnds(tree);
        Files.delete(tree.resolve(ROLE));

        UnpackedTree again = unpackExported(new UnpackOptions(StaleFiles.DELETE, false, LineEndings.AUTO, false));

        assertThat(again.added()).containsExactly(ROLE);
        assertThat(Files.readString(tree.resolve(ROLE))).contains("?>\r\n<Role");
    }

    @Test
    void filesThatThePackageDoesNotHaveAreDeletedAndTheirFoldersToo() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path stale = withStaleFile();

        UnpackedTree again = unpackExported(TreeFixture.UNPACK);

        assertThat(again.stale()).containsExactly("WebResources/cto_/old/gone.js");
        assertThat(stale.getParent()).doesNotExist();
        assertThat(temp.resolve("tree/WebResources/cto_/scripts")).exists();
    }

    @Test
    void filesThatThePackageDoesNotHaveCanStay() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path stale = withStaleFile();

        UnpackedTree again = unpackExported(new UnpackOptions(StaleFiles.KEEP, false, LineEndings.LF, false));

        assertThat(again.stale()).containsExactly("WebResources/cto_/old/gone.js");
        assertThat(stale).exists();
    }

    @Test
    void filesThatThePackageDoesNotHaveCanFail() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        withStaleFile();
        Files.writeString(temp.resolve("tree").resolve(ROLE), "<Role />");

        assertThatThrownBy(() -> unpackExported(new UnpackOptions(StaleFiles.FAIL, false, LineEndings.LF, false)))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("WebResources/cto_/old/gone.js")
                .hasMessageContaining("Nothing was written");
        assertThat(temp.resolve("tree").resolve(ROLE)).hasContent("<Role />");
    }

    private Path withStaleFile() throws Exception {
        Path stale = temp.resolve("tree/WebResources/cto_/old/gone.js");
        Files.createDirectories(stale.getParent());
        return Files.writeString(stale, "");
    }

    @Test
    void filesBesideTheSolutionAreTheUsers() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path tree = temp.resolve("tree");
        for (String path : List.of("notes.txt", ".gitattributes", "Orders.cdsproj", "Other/notes.txt")) {
            Files.writeString(tree.resolve(path), "");
        }

        assertThat(unpackExported(TreeFixture.UNPACK).stale()).isEmpty();
    }

    @Test
    void aCheckWritesNothingAndTellsWhatDiffers() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path tree = temp.resolve("tree");
        Files.writeString(tree.resolve(ROLE), "<Role />");
        Files.delete(tree.resolve("OptionSets/cto_state.xml"));
        withStaleFile();

        UnpackedTree checked = unpackExported(new UnpackOptions(StaleFiles.DELETE, false, LineEndings.LF, true));

        assertThat(checked.isSame()).isFalse();
        assertThat(checked.changed()).containsExactly(ROLE);
        assertThat(checked.added()).containsExactly("OptionSets/cto_state.xml");
        assertThat(checked.stale()).containsExactly("WebResources/cto_/old/gone.js");
        assertThat(tree.resolve(ROLE)).hasContent("<Role />");
        assertThat(tree.resolve("WebResources/cto_/old/gone.js")).exists();
    }

    @Test
    void theVersionInTheTreeCanStay() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path manifest = temp.resolve("tree/Other/Solution.xml");
        Files.writeString(manifest, Files.readString(manifest).replace("1.2.0.0", "9.0.0.0"));

        assertThat(unpackExported(new UnpackOptions(StaleFiles.DELETE, true, LineEndings.LF, false))
                        .isSame())
                .isTrue();
        assertThat(unpackExported(TreeFixture.UNPACK).changed()).containsExactly("Other/Solution.xml");
    }

    @Test
    void whatAnExportShufflesIsSortedOrStaysInTheOrderOfTheTree() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path manifest = temp.resolve("tree/Other/Solution.xml");
        String sorted = Files.readString(manifest);
        assertThat(sorted)
                .containsSubsequence("type=\"1\"", "type=\"20\"", "type=\"300\"", "type=\"61\"", "type=\"9\"");

        String first = "      <RootComponent type=\"1\" schemaName=\"cto_order\" behavior=\"0\" />\n";
        Files.writeString(
                manifest, sorted.replace(first, "").replace("    </RootComponents>", first + "    </RootComponents>"));

        assertThat(unpackExported(TreeFixture.UNPACK).isSame()).isTrue();
    }

    @Test
    void whatAPackageListsAndDoesNotHaveIsSaid() throws Exception {
        TreeFixture tree = TreeFixture.in(temp).delete("OptionSets/cto_state.xml");
        Path packed = tree.pack(false, new PackOptions(Optional.empty(), false, List.of()))
                .file();

        assertThat(SourceTree.unpack(List.of(packed), temp.resolve("back"), TreeFixture.UNPACK)
                        .warnings())
                .containsExactly(
                        "Other/Solution.xml: The package lists components that it does not have: 1, such as OptionSet"
                                + " cto_state. The tree lacks them too, and solution:pack refuses it unless uncovered is 'warn'.");
    }

    @Test
    void packagesOfDifferentVersionsOrTypesMakeNoTree() throws Exception {
        Path exported = TreeFixture.exported(temp, false);

        assertThatThrownBy(() -> SourceTree.unpack(List.of(exported, exported), temp.resolve("t"), TreeFixture.UNPACK))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("don't belong together")
                .hasMessageContaining("ContosoOrders 1.2.0.0, unmanaged");
    }

    @Test
    void onePackageOfTwoIsNotEnoughForATreeOfBoth() throws Exception {
        unpackExported(TreeFixture.UNPACK);

        assertThatThrownBy(() -> SourceTree.unpack(
                        List.of(TreeFixture.exported(temp, false)), temp.resolve("tree"), TreeFixture.UNPACK))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("Give both packages");
    }

    @Test
    void aTreeOfAnotherSolutionIsLeftAlone() throws Exception {
        unpackExported(TreeFixture.UNPACK);
        Path manifest = temp.resolve("tree/Other/Solution.xml");
        Files.writeString(manifest, Files.readString(manifest).replace("ContosoOrders", "ContosoSales"));

        assertThatThrownBy(() -> unpackExported(TreeFixture.UNPACK))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("has the solution ContosoSales");
    }

    @Test
    void aFolderWithSomethingElseIsLeftAlone() throws Exception {
        Files.createDirectories(temp.resolve("tree/src/main/java"));

        assertThatThrownBy(() -> unpackExported(TreeFixture.UNPACK))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("is no source tree, and it is not empty: it has src");
    }

    private UnpackedTree unpackExported(UnpackOptions options) throws Exception {
        return SourceTree.unpack(
                List.of(TreeFixture.exported(temp, true), TreeFixture.exported(temp, false)),
                temp.resolve("tree"),
                options);
    }

    private static void assertSameFiles(Path one, Path other) throws Exception {
        Map<String, byte[]> a = TreeFixture.files(one);
        Map<String, byte[]> b = TreeFixture.files(other);
        assertThat(a.keySet()).isEqualTo(b.keySet());
        a.forEach((path, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                .as(path)
                .isEqualTo(new String(b.get(path), StandardCharsets.UTF_8)));
    }
}
