package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a tree is told at once, with file and line, and no package is made. */
class PackErrorsTest {

    private static final String ROLE = "Roles/Order manager.xml";
    private static final String VIEW = "Entities/cto_Order/SavedQueries/{0b0b0b0b-0000-4000-8000-000000000001}.xml";
    private static final String FORM = "Entities/cto_Order/FormXml/quick/{0a0a0a0a-0000-4000-8000-000000000003}";
    private static final String FLOW = "Workflows/Confirmorder-0E0E0E0E-0000-4000-8000-000000000001.json";

    private static final PackOptions LENIENT = new PackOptions(Optional.empty(), false, List.of());

    @TempDir
    Path temp;

    private TreeFixture tree;

    @BeforeEach
    void copy() throws Exception {
        tree = TreeFixture.in(temp);
    }

    @Test
    void aRootComponentWithoutSource() throws Exception {
        tree.delete("OptionSets/cto_state.xml");

        assertError("Other/Solution.xml:37: The root component OptionSet cto_state has no source in the tree");
        assertThat(tree.pack(false, LENIENT).warnings())
                .singleElement()
                .asString()
                .startsWith("Other/Solution.xml:37: The root component OptionSet cto_state has no source");
    }

    @Test
    void aComponentThatTheManifestDoesNotList() throws Exception {
        tree.replace(
                "Other/Solution.xml",
                "      <RootComponent type=\"20\" id=\"{0d0d0d0d-0000-4000-8000-000000000001}\" behavior=\"0\" />\n",
                "");

        assertError(ROLE + ":2: The component Role 0d0d0d0d-0000-4000-8000-000000000001 is in the tree, but"
                + " Other/Solution.xml does not list it");
    }

    @Test
    void aDescriptionWithoutItsContent() throws Exception {
        tree.delete(FLOW);

        assertError(FLOW + ".data.xml:3: The file that <JsonFileName> names, " + FLOW + ", is not in the tree.");
    }

    @Test
    void aCanvasAppOfWhichOnlyTheSourcesAreThere() throws Exception {
        tree.delete("CanvasApps/cto_scanner_1a2b3_DocumentUri.msapp")
                .write("CanvasApps/cto_scanner_1a2b3_DocumentUri_msapp_src/Src/App.fx.yaml", "App:");

        assertError("Sources of canvas apps are not built: add the .msapp, as it is in the package.");
    }

    @Test
    void aContentWithoutItsDescription() throws Exception {
        tree.write("WebResources/cto_/scripts/lost.js", "");

        assertError("WebResources/cto_/scripts/lost.js: No component names this file: there is no"
                + " WebResources/cto_/scripts/lost.js.data.xml.");
    }

    @Test
    void aRelationshipThatIsListedAndNotThere() throws Exception {
        tree.delete("Other/Relationships/Contact.xml");

        assertError("Other/Relationships.xml:4: The relationship cto_contact_order is listed, but no file");
    }

    @Test
    void aRelationshipThatIsThereAndNotListed() throws Exception {
        tree.replace("Other/Relationships.xml", "  <EntityRelationship Name=\"cto_contact_order\" />\n", "");

        assertError("Other/Relationships/Contact.xml:3: The relationship cto_contact_order is defined, but not listed");
    }

    @Test
    void aMergeConflict() throws Exception {
        tree.write(FLOW, "{\n<<<<<<< HEAD\n  \"a\": 1\n=======\n  \"a\": 2\n>>>>>>> feature\n}\n");
        tree.write(ROLE, "<Role>\n<<<<<<< HEAD\n</Role>");

        assertError(FLOW + ":2: There is a merge conflict");
        assertError(ROLE + ":2: There is a merge conflict");
    }

    @Test
    void aPointerInPlaceOfALargeFile() throws Exception {
        tree.write(
                "CanvasApps/cto_scanner_1a2b3_DocumentUri.msapp",
                "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n");

        assertError("CanvasApps/cto_scanner_1a2b3_DocumentUri.msapp: This is a pointer of Git LFS, not the file.");
    }

    @Test
    void twoFilesForOneComponent() throws Exception {
        tree.write("Roles/Copy.xml", Files.readString(tree.file(ROLE)));
        tree.write(VIEW.replace("0001}", "0003}"), Files.readString(tree.file(VIEW)));

        assertError("Roles/Order manager.xml:2: This is the same component as in Roles/Copy.xml");
        assertError(VIEW.replace("0001}", "0003}") + ":3: This is the same component as in " + VIEW);
    }

    @Test
    void namesThatDifferInCaseOnly() throws Exception {
        tree.write("Roles/order Manager.xml", "<Role />");

        assertThatThrownBy(() -> tree.pack(false))
                .hasMessageContaining("names differ in upper and lower case only. Remove one of them.")
                .hasMessageContaining("order Manager.xml");
    }

    @Test
    void aLinkThatLeadsOutside() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(tree.file("Workflows/link.txt"), secret);
        Files.createSymbolicLink(tree.file("elsewhere"), temp);

        assertError("Workflows/link.txt: This is a link to a folder or to a file outside the source tree.");
        assertError("elsewhere: This is a link to a folder or to a file outside the source tree.");
    }

    @Test
    void aLinkInsideTheTreeIsFollowed() throws Exception {
        byte[] before = Files.readAllBytes(tree.pack(false).file());
        Files.move(tree.file(FLOW), tree.file(".shared.json"));
        Files.createSymbolicLink(tree.file(FLOW), tree.file(".shared.json"));

        assertThat(tree.pack(false).file()).hasBinaryContent(before);
    }

    @Test
    void aTableWithoutItsFile() throws Exception {
        tree.delete("Entities/cto_Order/Entity.xml");

        assertError("Entities/cto_Order: There is no Entity.xml");
    }

    @Test
    void anotherRootElement() throws Exception {
        tree.write(ROLE, "<Rolle />");

        assertError(ROLE + ":1: The root element is <Rolle>, where <Role> was expected.");
    }

    @Test
    void whatIsNoXml() throws Exception {
        tree.write(ROLE, "<Role>\n</Rolle>");

        assertError(ROLE + ":2: This is not valid XML:");
    }

    @Test
    void aDocumentType() throws Exception {
        tree.write(ROLE, "<!DOCTYPE Role [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Role>&x;</Role>");

        assertError(ROLE + ": This is not valid XML: it has a document type");
    }

    @Test
    void aFormOfBothTypesWithoutItsTwin() throws Exception {
        tree.delete(FORM + "_managed.xml");

        assertThatThrownBy(() -> tree.pack(true))
                .hasMessageContaining(
                        FORM + ".xml: There is no {0a0a0a0a-0000-4000-8000-000000000003}_managed.xml beside it");
        assertThat(tree.pack(true, LENIENT).warnings()).hasSize(1);
        assertThat(tree.pack(false).warnings()).isEmpty();
    }

    @Test
    void aMissingSkeleton() throws Exception {
        tree.delete("Other/Customizations.xml");

        assertError("Other/Customizations.xml: This file of a source tree is missing.");
    }

    @Test
    void whatIsTooLargeIsSaidOfThePackageAndNotOfItsDraft() throws Exception {
        Files.write(tree.file("WebResources/cto_/scripts/order.js"), new byte[64 << 20]);

        assertThatThrownBy(() -> tree.pack(false))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(" in unmanaged.zip inflates ");
    }

    @Test
    void allOfItIsToldAtOnceAndNothingIsWritten() throws Exception {
        Path before = tree.pack(false).file();
        byte[] bytes = Files.readAllBytes(before);
        tree.delete(FLOW).delete("OptionSets/cto_state.xml").write(ROLE, "<Role>");

        assertThatThrownBy(() -> tree.pack(false))
                .isInstanceOfSatisfying(
                        RefusalException.class, e -> assertThat(e.errors()).hasSizeGreaterThan(1));
        assertThat(before).hasBinaryContent(bytes);
        try (var left = Files.list(temp)) {
            assertThat(left).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    private void assertError(String text) {
        assertThatThrownBy(() -> tree.pack(false))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining(text);
    }
}
