package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.ZipOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages and trees that would have unpacking write or delete where it should not. */
@Timeout(60)
class HostileUnpackingTest {

    private static final String NAME = "cto_/scripts/order.js";

    @TempDir
    private Path temp;

    private Path folder;
    private final Map<String, byte[]> parts = new TreeMap<>();

    @BeforeEach
    void orders() throws IOException {
        folder = temp.resolve("inner/tree");
        try (ZipFile zip = new ZipFile(TreeFixture.exported(temp, false).toFile())) {
            for (var entry : zip.stream().toList()) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private void replace(String part, String text, String other) {
        String before = new String(parts.get(part), StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        parts.put(part, before.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }

    private UnpackedTree unpack() throws Exception {
        Path zip = temp.resolve("hostile.zip");
        try (ZipOutput out = new ZipOutput(zip)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.add(part.getKey(), target -> target.write(part.getValue()));
            }
        }
        return SourceTree.unpack(List.of(zip), folder, TreeFixture.UNPACK);
    }

    private void isRefusedAndNothingIsWritten(String... texts) throws Exception {
        List<Path> before = all();
        assertThatThrownBy(this::unpack).isInstanceOf(RefusalException.class).satisfies(e -> assertThat(e.getMessage())
                .contains(texts));
        Files.delete(temp.resolve("hostile.zip"));
        assertThat(all()).isEqualTo(before);
    }

    private List<Path> all() throws IOException {
        try (var files = Files.walk(temp)) {
            return files.filter(file -> !file.getFileName().toString().equals("hostile.zip"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../out.js",
                "/../out.js",
                "a/../../b.js",
                "a//b.js",
                "..\\..\\out.js",
                "C:out.js",
                "con.js",
                "a./b.js"
            })
    void aComponentWhoseNameLeadsOutOfTheTreeOrIsNoneOnSomeSystem(String name) throws Exception {
        replace("customizations.xml", "<Name>" + NAME + "</Name>", "<Name>" + name + "</Name>");

        isRefusedAndNothingIsWritten("WebResources/");
    }

    @ParameterizedTest
    @CsvSource({"Order manager, ../../out", "Order manager, a/b", "Order manager, con", "Order manager, 'a '"})
    void aRoleWhoseNameIsNoneOfAFile(String name, String other) throws Exception {
        replace("customizations.xml", "\"" + name + "\"", "\"" + other + "\"");

        try {
            unpack();
        } catch (RefusalException e) {
            assertThat(e).hasMessageContaining("Roles/");
        }
        assertThat(temp.resolve("out.xml")).doesNotExist();
        assertThat(temp.resolve("inner/out.xml")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../out.json", "/Other/Solution.xml", "/../Other/Customizations.xml"})
    void aFlowWhoseFileLeadsElsewhere(String name) throws Exception {
        replace(
                "customizations.xml",
                "<JsonFileName>/Workflows/Confirmorder",
                "<JsonFileName>" + name + "/Workflows/Confirmorder");
        byte[] flow = parts.remove("Workflows/Confirmorder-0E0E0E0E-0000-4000-8000-000000000001.json");
        parts.put("Workflows/x.json", flow);

        try {
            unpack();
        } catch (RefusalException e) {
            assertThat(e.errors()).isNotEmpty();
        }
        assertThat(temp.resolve("inner/out.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Other/Solution.xml", "Other/Customizations.xml", "Other/Relationships.xml", "other/SOLUTION.xml"
            })
    void aFileOfThePackageInThePlaceOfOneOfTheTree(String name) throws Exception {
        parts.put(name, "<Planted />".getBytes(StandardCharsets.UTF_8));

        isRefusedAndNothingIsWritten(name);
    }

    /** A tree's folder that is a link would have files written to where it leads. */
    @Test
    void aTreeWithALinkToAFolderOutside() throws Exception {
        unpack();
        Path outside = temp.resolve("outside");
        Files.move(folder.resolve("Roles"), outside);
        Files.createSymbolicLink(folder.resolve("Roles"), outside);
        Files.writeString(outside.resolve("mine.xml"), "mine");
        Files.delete(outside.resolve("Order manager.xml"));

        isRefusedAndNothingIsWritten("Roles: This is a link");
        assertThat(outside.resolve("Order manager.xml")).doesNotExist();
    }

    @Test
    void aTreeWithALinkToAFileOutside() throws Exception {
        unpack();
        Path outside = Files.writeString(temp.resolve("outside.xml"), "mine");
        Files.delete(folder.resolve("Roles/Order manager.xml"));
        Files.createSymbolicLink(folder.resolve("Roles/Order manager.xml"), outside);

        isRefusedAndNothingIsWritten("Roles/Order manager.xml: This is a link");
        assertThat(outside).hasContent("mine");
    }

    @Test
    void aLinkWithinTheTreeIsTheUsers() throws Exception {
        unpack();
        Path role = folder.resolve("Roles/Order manager.xml");
        Files.move(role, folder.resolve("shared.xml"));
        Files.createSymbolicLink(role, Path.of("../shared.xml"));

        assertThat(unpack().isSame()).isTrue();
        assertThat(role).isSymbolicLink();
    }

    @Test
    void thePackageOfAnotherSolution() throws Exception {
        unpack();
        replace("solution.xml", "<UniqueName>ContosoOrders", "<UniqueName>Fabrikam");

        isRefusedAndNothingIsWritten("ContosoOrders", "Fabrikam");
    }

    @Test
    void aFolderThatIsNoTree() throws Exception {
        Files.createDirectories(folder.resolve("documents"));
        Files.writeString(folder.resolve("documents/thesis.txt"), "mine");

        isRefusedAndNothingIsWritten("is no source tree");
        assertThat(folder.resolve("documents/thesis.txt")).hasContent("mine");
    }

    @Test
    void aTreeWithAMergeConflictIsUnpackedOver() throws Exception {
        unpack();
        Path role = folder.resolve("Roles/Order manager.xml");
        String before = Files.readString(role);
        Files.writeString(role, "<<<<<<< ours\n" + before);

        assertThat(unpack().changed()).containsExactly("Roles/Order manager.xml");
        assertThat(role).hasContent(before);
    }

    /** The second stays in its section. */
    @Test
    void componentsThatWouldBeOneFile() throws Exception {
        replace(
                "customizations.xml",
                "<Roles>",
                "<Roles><Role id=\"{0d0d0d0d-0000-4000-8000-000000000009}\" name=\"ORDER MANAGER\"><RolePrivileges /></Role>");

        unpack();

        assertThat(Files.readString(folder.resolve("Roles/ORDER MANAGER.xml")))
                .contains("0d0d0d0d-0000-4000-8000-000000000009");
        assertThat(Files.readString(folder.resolve("Other/Customizations.xml"))).contains("name=\"Order manager\"");
    }

    @Test
    void xmlWithADocumentType() throws Exception {
        replace(
                "customizations.xml",
                "<ImportExportXml",
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><ImportExportXml");

        isRefusedAndNothingIsWritten("document type");
    }

    @Test
    void xmlThatIsDeep() throws Exception {
        replace("customizations.xml", "<Roles>", "<Roles>" + "<a>".repeat(100_000) + "</a>".repeat(100_000));

        isRefusedAndNothingIsWritten("customizations.xml");
    }
}
