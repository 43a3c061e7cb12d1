package io.github.solutionalm.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Any text as the name of a file or folder: on every system, and its own. */
class PortableNameTest {

    private static final String HASH = "-[0-9a-f]{12}";

    /** What leads elsewhere, is a device, is our own, cannot be written on some system, or cannot be told apart there. */
    private static final List<String> NAMES = List.of(
            "..",
            ".",
            "",
            " ",
            "../../etc",
            "/etc/passwd",
            "..\\..\\windows",
            "C:",
            "a/../../b",
            "\0",
            "name.",
            "name",
            "trailing ",
            "trailing",
            "a:b",
            "a_b",
            "a/b",
            "a\\b",
            "a|b",
            "*?",
            "<>",
            "\"q\"",
            "\uD800",
            "\uD801",
            "\uDC00",
            "日本語",
            "日本诘",
            "é",
            "e\u0301",
            "ß",
            "ss",
            "ẞ",
            "ı",
            "\u212A",
            "-rf",
            "--help",
            "~",
            "~root",
            "CONTOS~1",
            "con",
            "prn",
            "AUX",
            "nul",
            "COM1",
            "com0",
            "lpt0",
            "LPT9",
            "com¹",
            "com²",
            "lpt³",
            "conin$",
            "CONOUT$",
            "clock$",
            "con.txt",
            "CON.tar.gz",
            "con .txt",
            "com1.xml",
            "summary.json",
            "Summary.JSON",
            "summary.json.lock",
            "environment.json",
            "environment.db",
            "inspection.json",
            "effective",
            "Effective",
            "jobs",
            "spooled",
            "snapshots",
            "reports",
            "junit-reports",
            "report.html",
            "summary.md",
            "x".repeat(100),
            "x".repeat(101),
            "x".repeat(5_000),
            "x".repeat(87) + "-0123456789ab",
            "a-0123456789ab",
            "a-0123456789AB",
            ".hidden",
            "...",
            "a\nb",
            "a\u202eb",
            "a\u200bb",
            "##vso[task.x]",
            "::set-output name=a::b",
            "$(id)",
            "`id`",
            "%PATH%",
            "a b",
            "a,b",
            "a;b",
            "a&b",
            "a'b",
            "a#b",
            "a?b",
            "a%2fb",
            "a@b",
            "a+b",
            "a(b)",
            "a=b",
            "a!b",
            "{a}",
            "[a]",
            "8448b78f-8f42-454e-8e2a-f8196b0419af",
            ".8448b78f-8f42-454e-8e2a",
            "8448b78f-8f42-454e-8e2a");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ContosoOrders",
                "contoso_orders",
                "_x",
                "1",
                "Contoso.Orders_1.2.0",
                "a-b",
                "console",
                "common",
                "com10",
                "summary",
                "8448b78f-8f42-454e-8e2a-f8196b0419af"
            })
    void aPortableNameStaysAsItIs(String name) {
        assertThat(PortableName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "Contoso Orders, Contoso_Orders",
        "../../etc, _.._etc",
        "con, con",
        "CON.tar.gz, CON_tar_gz",
        "name., name",
        "-rf, rf",
        "jobs, jobs",
        "'', unnamed",
        "..., unnamed",
        "a-0123456789ab, a-0123456789ab"
    })
    void anotherOneCanBeRecognisedAndHasAHash(String name, String stem) {
        assertThat(PortableName.of(name)).matches(stem.replace(".", "\\.") + HASH);
    }

    @Test
    void whateverTheNameEverySystemCanMakeIt() {
        assertThat(NAMES).allSatisfy(name -> assertThat(PortableName.of(name))
                .matches("[A-Za-z0-9_][A-Za-z0-9._-]*(?<!\\.)")
                .hasSizeLessThanOrEqualTo(100)
                .doesNotMatch("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?")
                .doesNotMatch("(?i)(summary|environment|inspection|report)\\..*")
                .doesNotMatch("(?i)effective|jobs|spooled|snapshots|reports|junit-reports"));
    }

    @Test
    void twoNamesNeverBecomeOneUnlessTheyDifferInCaseOnly() {
        Map<String, String> taken = new HashMap<>();
        for (String name : NAMES) {
            String other = taken.putIfAbsent(PortableName.of(name).toLowerCase(Locale.ROOT), name);
            assertThat(other == null ? name : other).isEqualToIgnoringCase(name);
        }
    }

    @Test
    void nobodyCanAimAtTheFolderOfAnother() {
        for (String victim : NAMES) {
            String folder = PortableName.of(victim);
            if (!folder.equals(victim)) {
                assertThat(PortableName.of(folder)).isNotEqualToIgnoringCase(folder);
                assertThat(PortableName.of(folder.toUpperCase(Locale.ROOT))).isNotEqualToIgnoringCase(folder);
            }
        }
        String id = "8448b78f-8f42-454e-8e2a";
        assertThat(PortableName.of("." + id)).doesNotMatch(id + HASH);
    }

    @Test
    void namesThatDifferInCaseOnlyAreOne() {
        assertThat(PortableName.of("contosoORDERS")).isEqualToIgnoringCase(PortableName.of("ContosoOrders"));
        assertThat(PortableName.of("contoso ORDERS")).isEqualToIgnoringCase(PortableName.of("Contoso Orders"));
    }

    @Test
    void theFolderThatIsThereIsTakenWhateverItsCase(@TempDir Path parent) throws IOException {
        assertThat(PortableName.in(parent, "Contoso")).isEqualTo(parent.resolve("Contoso"));

        Path there = Files.createDirectory(parent.resolve("CONTOSO"));

        assertThat(PortableName.in(parent, "Contoso")).isEqualTo(there);
        assertThat(PortableName.in(parent, "Contoso1")).isEqualTo(parent.resolve("Contoso1"));
        assertThat(PortableName.in(parent.resolve("nothing"), "Contoso"))
                .isEqualTo(parent.resolve("nothing").resolve("Contoso"));
    }

    @Test
    void aFileIsNotInTheWayOfAFolder(@TempDir Path parent) throws IOException {
        Files.createFile(parent.resolve("rehearsal.db"));

        Path folder = PortableName.in(parent, "Rehearsal.DB");

        assertThat(folder.getFileName().toString()).matches("Rehearsal\\.DB" + HASH);
        assertThat(PortableName.in(parent, "Rehearsal.DB")).isEqualTo(Files.createDirectory(folder));
    }

    @Test
    void anEndingIsWithinTheLimit() {
        assertThat(PortableName.of("a", ".xml")).isEqualTo("a.xml");
        assertThat(PortableName.of("x".repeat(96), ".xml")).isEqualTo("x".repeat(96) + ".xml");
        assertThat(PortableName.of("x".repeat(97), ".xml")).hasSize(100).matches("x+" + HASH + "\\.xml");
    }
}
