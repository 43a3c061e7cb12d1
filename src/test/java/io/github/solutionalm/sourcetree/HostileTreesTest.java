package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees that are broken, unfinished or made to do harm: refused, with the file and the line, and nothing is left behind. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileTreesTest {

    private static final String ROLE = "Roles/Order manager.xml";
    private static final String FLOW = "Workflows/Confirmorder-0E0E0E0E-0000-4000-8000-000000000001.json";
    private static final String SCRIPT = "WebResources/cto_/scripts/order.js";
    private static final String FORM = "Entities/cto_Order/FormXml/main/{0a0a0a0a-0000-4000-8000-000000000001}.xml";

    @TempDir
    private Path temp;

    private TreeFixture tree;

    @BeforeEach
    void orders() throws IOException {
        tree = TreeFixture.in(temp.resolve("here"));
    }

    private List<String> errors() throws Exception {
        RefusalException refusal = catchThrowableOfType(RefusalException.class, () -> tree.pack(false));
        assertThat(refusal).as("the tree is refused").isNotNull();
        try (var left = Files.list(temp.resolve("here"))) {
            assertThat(left.map(Path::getFileName)).containsExactly(Path.of("orders"));
        }
        return refusal.errors().stream().map(Finding::message).toList();
    }

    private String error() throws Exception {
        List<String> errors = errors();
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0)).endsWith(".").doesNotContain("\n", "..");
        return errors.get(0);
    }

    // Links and other things that are no files

    @ParameterizedTest
    @ValueSource(strings = {ROLE, FLOW, FORM, "Other/Customizations.xml", "Other/Solution.xml"})
    void aLinkToAFileOutsideIsNotFollowed(String path) throws Exception {
        Path secret = temp.resolve("secret.xml");
        Files.move(tree.file(path), secret);
        Files.createSymbolicLink(tree.file(path), secret);

        assertThat(errors()).anyMatch(error -> error.startsWith(path + ": This is a link to"));
    }

    @Test
    void aLinkToAFolderOutsideIsNotFollowed() throws Exception {
        Files.move(tree.file("WebResources"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(tree.file("WebResources"), temp.resolve("elsewhere"));

        assertThat(errors()).anyMatch(error -> error.startsWith("WebResources: This is a link to a folder"));
    }

    @Test
    void linksThatLeadNowhereOrInCircles() throws Exception {
        Files.createSymbolicLink(tree.file("Roles/nowhere.xml"), Path.of("none.xml"));
        Files.createSymbolicLink(tree.file("Roles/itself.xml"), Path.of("itself.xml"));
        Files.createSymbolicLink(tree.file("Roles/up"), Path.of(".."));

        assertThat(errors())
                .filteredOn(error -> error.contains("This is a link to"))
                .extracting(error -> error.substring(0, error.indexOf(':')))
                .containsExactlyInAnyOrder("Roles/nowhere.xml", "Roles/itself.xml", "Roles/up");
    }

    @Test
    void aLinkToAnotherFileOfTheTreeIsThatFile() throws Exception {
        byte[] before = Files.readAllBytes(tree.pack(false).file());
        Files.move(tree.file(FLOW), tree.file(".gitflow"));
        Files.createSymbolicLink(tree.file(FLOW), tree.file(".gitflow"));

        assertThat(tree.pack(false).file()).hasBinaryContent(before);
    }

    /** Reading one would wait for somebody who writes. */
    @Test
    void aPipeIsNotRead() throws Exception {
        Path pipe = tree.file("WebResources/cto_/pipe.js");
        try {
            Assumptions.assumeTrue(
                    new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        } catch (IOException e) {
            Assumptions.abort("There are no pipes here");
        }

        assertThat(errors()).anyMatch(error -> error.startsWith("WebResources/cto_/pipe.js: This is no file"));
    }

    /** It would grow with each time that it is packed. */
    @Test
    void aPackageInItsOwnTree() throws Exception {
        SourceTree opened = SourceTree.open(tree.file("."));

        assertThatThrownBy(() -> opened.pack(false, tree.file("target/orders.zip"), PackOptions.DEFAULTS))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("would lie in the source tree")
                .hasMessageContaining("-Dsolution.outputFile");
        assertThat(tree.file("target")).doesNotExist();
        assertThat(opened.pack(false, tree.file("orders.zip"), PackOptions.DEFAULTS)
                        .file())
                .as("a .zip beside the folders of the tree is not packed")
                .isRegularFile();
    }

    // What version control left unfinished

    @ParameterizedTest
    @ValueSource(strings = {ROLE, FLOW, SCRIPT, FORM, "Other/Relationships.xml", "Other/Customizations.xml"})
    void aMergeConflict(String path) throws Exception {
        String text = Files.readString(tree.file(path));
        int line = text.indexOf('\n') + 1;
        tree.write(
                path, text.substring(0, line) + "<<<<<<< ours\r\n=======\r\n>>>>>>> theirs\r\n" + text.substring(line));

        assertThat(errors()).contains(path + ":2: There is a merge conflict, '<<<<<<<'. Resolve it.");
    }

    @Test
    void aMergeConflictOfTheManifest() throws Exception {
        tree.replace("Other/Solution.xml", "    <Version>", "<<<<<<< ours\n    <Version>");

        assertThat(errors()).anyMatch(error -> error.contains("Other/Solution.xml:9: There is a merge conflict"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ROLE, SCRIPT, "CanvasApps/cto_scanner_1a2b3_DocumentUri.msapp", "Other/Customizations.xml"})
    void aPointerOfLfs(String path) throws Exception {
        tree.write(path, "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");

        assertThat(errors())
                .anyMatch(error ->
                        error.startsWith(path + ": This is a pointer of Git LFS") && error.contains("git lfs pull"));
    }

    @Test
    void theManifestAsAPointerOfLfs() throws Exception {
        tree.write("Other/Solution.xml", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n");

        assertThat(errors()).anyMatch(error -> error.contains("Other/Solution.xml: This is a pointer of Git LFS"));
    }

    // XML that does harm

    @ParameterizedTest
    @ValueSource(strings = {ROLE, FORM, "Other/Customizations.xml", "Other/Relationships.xml"})
    void aDocumentTypeIsRefusedAndNothingIsExpanded(String path) throws Exception {
        String text = Files.readString(tree.file(path)).replace("\uFEFF", "").replaceFirst("<\\?xml.*?\\?>\\s*", "");
        tree.write(
                path,
                "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'><!ENTITY x SYSTEM 'file:///etc/hostname'>]>\n"
                        + text.replaceFirst(">", ">&x;&b;"));

        assertThat(errors())
                .anyMatch(error -> error.startsWith(path) && error.contains("it has a document type (<!DOCTYPE>)"));
    }

    @Test
    void theManifestWithADocumentType() throws Exception {
        tree.write(
                "Other/Solution.xml",
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><ImportExportXml>&x;</ImportExportXml>");

        assertThat(error()).contains("Other/Solution.xml").contains("document type");
    }

    @Test
    void anEntityThatNobodyDeclared() throws Exception {
        tree.replace(ROLE, "</Role>", "<a>&nbsp;</a></Role>");

        assertThat(errors()).anyMatch(error -> error.startsWith(ROLE + ":") && error.contains("nbsp"));
    }

    @Test
    void elementsThatAreDeep() throws Exception {
        tree.replace(ROLE, "</Role>", "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</Role>");

        assertThat(errors()).anyMatch(error -> error.startsWith(ROLE + ":") && error.contains("not valid XML"));
    }

    @Test
    void elementsThatAreAsDeepAsTheyMayBe() throws Exception {
        tree.replace(ROLE, "</Role>", "<a>".repeat(490) + "</a>".repeat(490) + "</Role>");

        assertThat(tree.pack(false).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ROLE + " | <Role name='Order manager'",
                ROLE + " | ''",
                ROLE + " | <?xml version='1.0'?>",
                ROLE + " | {}",
                FORM + " | <forms><systemform>",
                "Other/Customizations.xml | <ImportExportXml><Entities></ImportExportXml>",
            })
    void xmlThatIsNone(String path, String text) throws Exception {
        tree.write(path, text);

        assertThat(errors())
                .anyMatch(error -> error.startsWith(path)
                        && error.contains("This is not valid XML")
                        && error.endsWith("Correct the file."));
    }

    @Test
    void bytesThatAreNoText() throws Exception {
        Files.write(tree.file(ROLE), "<Role name='caf\u00e9'/>".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(errors()).anyMatch(error -> error.startsWith(ROLE) && error.contains("This is not valid XML"));
    }

    @Test
    void anotherEncodingIsRead() throws Exception {
        byte[] before = TreeFixture.entry(tree.pack(false).file(), "customizations.xml");
        String text = Files.readString(tree.file(ROLE)).replace("utf-8", "utf-16");
        Files.write(tree.file(ROLE), text.getBytes(StandardCharsets.UTF_16LE));

        assertThat(TreeFixture.entry(tree.pack(false).file(), "customizations.xml"))
                .isEqualTo(before);
    }

    @Test
    void anElementThatIsAnotherKind() throws Exception {
        tree.write(ROLE, "<Workflow WorkflowId='{0e0e0e0e-0000-4000-8000-000000000009}'/>");

        assertThat(errors()).anyMatch(error -> error.startsWith(ROLE + ":1: ") && error.contains("Role"));
    }

    @Test
    void skeletonsOfAnotherKind() throws Exception {
        tree.write("Other/Customizations.xml", "<Solution><Entities /></Solution>");

        assertThat(errors()).anyMatch(error -> error.startsWith("Other/Customizations.xml"));
    }

    // Two for one, and one for two

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ROLE + " | Roles/Copy.xml",
                FORM + " | Entities/cto_Order/FormXml/main/{0a0a0a0a-0000-4000-8000-000000000009}.xml",
                FORM + " | Entities/cto_Order/FormXml/quick/{0a0a0a0a-0000-4000-8000-000000000001}.xml",
                FLOW + ".data.xml | Workflows/Copy.json.data.xml",
                "OptionSets/cto_state.xml | OptionSets/cto_copy.xml",
                "Entities/cto_Order/Entity.xml | Entities/cto_Copy/Entity.xml",
                "Dashboards/{1b1b1b1b-0000-4000-8000-000000000001}.xml | Dashboards/{1b1b1b1b-0000-4000-8000-000000000002}.xml",
            })
    void twoFilesForOneComponent(String path, String copy) throws Exception {
        Files.createDirectories(tree.file(copy).getParent());
        Files.copy(tree.file(path), tree.file(copy));

        assertThat(errors())
                .anyMatch(error -> error.contains("This is the same component as in ")
                        && error.contains(path)
                        && error.contains(copy));
    }

    /** A copied description that still names the file of the first: one of the contents would be lost. */
    @Test
    void twoComponentsForOneFileOfThePackage() throws Exception {
        String copy = Files.readString(tree.file(SCRIPT + ".data.xml"))
                .replace("order.js", "other.js")
                .replace("1c1c1c1c-0000-4000-8000-000000000001", "1c1c1c1c-0000-4000-8000-000000000002");
        tree.write("WebResources/cto_/scripts/other.js.data.xml", copy)
                .write("WebResources/cto_/scripts/other.js", "other")
                .replace(
                        "Other/Solution.xml",
                        "<RootComponents>",
                        "<RootComponents><RootComponent type=\"61\" schemaName=\"cto_/scripts/other.js\" behavior=\"0\" />");

        assertThat(errors())
                .anyMatch(error -> error.startsWith("WebResources/cto_/scripts/other.js.data.xml:")
                        && error.contains("cto_scriptsorderjs1C1C1C1C-0000-4000-8000-000000000001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customizations.xml", "/solution.xml", "/[Content_Types].xml", "/Solution.XML"})
    void aContentThatWouldTakeThePlaceOfARootFile(String name) throws Exception {
        tree.replace(
                SCRIPT + ".data.xml", "/WebResources/cto_scriptsorderjs1C1C1C1C-0000-4000-8000-000000000001", name);

        assertThat(errors())
                .anyMatch(error ->
                        error.startsWith(SCRIPT + ".data.xml:7: A package has a file of its own that is called "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"customizations.xml", "Solution.xml", "[Content_Types].xml"})
    void aFileThatWouldTakeThePlaceOfARootFile(String name) throws Exception {
        byte[] before = Files.readAllBytes(tree.pack(false).file());
        tree.delete("../unmanaged.zip").write(name, "<ImportExportXml />");

        RefusalException refusal = catchThrowableOfType(RefusalException.class, () -> tree.pack(false));

        if (refusal == null) {
            assertThat(temp.resolve("here/unmanaged.zip")).hasBinaryContent(before);
        } else {
            assertThat(refusal).hasMessageContaining(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../secret.js", "/WebResources/../../secret.js", "//secret.js", "/C:\\secret.js"})
    void aContentOutsideOfThePackage(String name) throws Exception {
        Files.writeString(temp.resolve("secret.js"), "secret");
        tree.replace(
                SCRIPT + ".data.xml", "/WebResources/cto_scriptsorderjs1C1C1C1C-0000-4000-8000-000000000001", name);

        assertThat(errors()).isNotEmpty();
    }

    @Test
    void aFlowThatNamesAFileOutsideOfTheTree() throws Exception {
        Files.writeString(temp.resolve("secret.json"), "{}");
        tree.replace(FLOW + ".data.xml", "/" + FLOW, "/Workflows/../../../secret.json");

        assertThat(errors())
                .anyMatch(error -> error.startsWith(FLOW + ".data.xml:3: ") && error.contains("is not in the tree"));
    }

    // What is not built here

    @Test
    void anAppOfWhichOnlyTheSourcesAreThere() throws Exception {
        tree.delete("CanvasApps/cto_scanner_1a2b3_DocumentUri.msapp")
                .write("CanvasApps/src/cto_scanner_1a2b3/Src/App.pa.yaml", "App:");

        assertThat(errors())
                .anyMatch(error -> error.startsWith("CanvasApps/cto_scanner_1a2b3.meta.xml:")
                        && error.contains("cto_scanner_1a2b3_DocumentUri.msapp"));
    }

    // Of another type

    @ParameterizedTest
    @CsvSource({"0, true, an unmanaged", "1, false, a managed"})
    void aTreeOfOneTypeMakesNoPackageOfTheOther(String managed, boolean asked, String what) throws Exception {
        tree.replace("Other/Solution.xml", "<Managed>2", "<Managed>" + managed);

        assertThatThrownBy(() -> tree.pack(asked))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(what);
    }

    @Test
    void textsThatWereTakenOut() throws Exception {
        tree.write("Resources/template_resources.resx", "<root/>");

        assertThat(errors())
                .anyMatch(error -> error.startsWith("Resources: The texts of this source tree were taken out"));
    }

    // Much of it

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void aContentOfAnySizeIsNotHeldInMemory() throws Exception {
        byte[] megabyte = new byte[1 << 20];
        new Random(1).nextBytes(megabyte);
        try (var out = Files.newOutputStream(tree.file("CanvasApps/cto_scanner_1a2b3_DocumentUri.msapp"))) {
            for (int i = 0; i < 200; i++) {
                out.write(megabyte);
            }
        }

        assertThat(tree.pack(false).entries()).isEqualTo(15);
    }

    @Test
    void aDocumentIsBounded() throws Exception {
        try (var out = Files.newBufferedWriter(tree.file(ROLE))) {
            out.write("<Role name='Order manager' id='{0d0d0d0d-0000-4000-8000-000000000001}'><RolePrivileges>");
            for (int i = 0; i < 2_000_000; i++) {
                out.write("<RolePrivilege name='prvRead" + i + "' level='Global'/>");
            }
            out.write("</RolePrivileges></Role>");
        }

        assertThat(errors()).anyMatch(error -> error.contains("limit"));
    }
}
