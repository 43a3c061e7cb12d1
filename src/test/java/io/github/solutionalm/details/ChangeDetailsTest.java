package io.github.solutionalm.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.details.ChangeDetails.FileContent;
import io.github.solutionalm.details.ChangeDetails.Version;
import io.github.solutionalm.model.ChangeDetail;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What changes inside a component, in its own words (docs/plan-and-gates.md, "What changes inside"). */
class ChangeDetailsTest {

    @Test
    void columns() {
        assertThat(
                        changes(
                                ComponentType.ATTRIBUTE,
                                """
                        <attribute PhysicalName="a"><Type>nvarchar</Type><MaxLength>100</MaxLength><RequiredLevel>none</RequiredLevel>
                          <displaynames><displayname description="Fax" languagecode="1033"/></displaynames></attribute>
                        """,
                                """
                        <attribute PhysicalName="a"><Type>ntext</Type><MaxLength>200</MaxLength><RequiredLevel>required</RequiredLevel>
                          <displaynames><displayname description="Fax number" languagecode="1033"/>
                            <displayname description="Faxnummer" languagecode="1031"/></displaynames></attribute>
                        """))
                .containsExactly(
                        "Type: nvarchar -> ntext",
                        "MaxLength: 100 -> 200",
                        "RequiredLevel: none -> required",
                        "label 1033: Fax -> Fax number",
                        "label 1031: + Faxnummer");
    }

    @Test
    void choices() {
        assertThat(changes(
                        ComponentType.OPTION_SET,
                        optionset(option(1, "Low"), option(2, "High"), option(3, "Later")),
                        optionset(option(1, "Low"), option(2, "Urgent"), option(4, "Never"))))
                .containsExactly("option 2, label 1033: High -> Urgent", "option 4: + Never", "option 3: - Later");
    }

    private static String optionset(String... options) {
        return "<optionset Name=\"c\"><options>" + String.join("", options) + "</options></optionset>";
    }

    private static String option(int value, String label) {
        return "<option value=\"%d\"><labels><label description=\"%s\" languagecode=\"1033\"/></labels></option>"
                .formatted(value, label);
    }

    @Test
    void controlsOfAFormWithTheirSection() {
        assertThat(changes(
                        ComponentType.SYSTEM_FORM,
                        form(cell("a", "name", "false"), cell("b", "fax", "false")),
                        form(cell("c", "email", "false"), cell("a", "name", "true"))))
                .containsExactly(
                        "control email: + section Details",
                        "control name, disabled: false -> true",
                        "control fax: - section Details");
    }

    private static String form(String... cells) {
        return """
                <systemform><form><tabs><tab name="t"><columns><column width="100%"><sections><section name="s">
                  <labels><label description="Details" languagecode="1033"/></labels>
                """
                + "<rows><row>" + String.join("</row><row>", cells)
                + "</row></rows></section></sections></column></columns></tab></tabs></form></systemform>";
    }

    private static String cell(String id, String control, String disabled) {
        return "<cell id=\"%s\"><control id=\"%s\" disabled=\"%s\"/></cell>".formatted(id, control, disabled);
    }

    @Test
    void viewsWithTheOrderOfTheirColumns() {
        assertThat(changes(
                        ComponentType.SAVED_QUERY,
                        view("<cell name=\"a\" width=\"100\"/><cell name=\"b\" width=\"50\"/>", "eq"),
                        view("<cell name=\"b\" width=\"50\"/><cell name=\"a\" width=\"150\"/>", "ne")))
                .containsExactly(
                        "condition statecode ne: + 0",
                        "column a, width: 100 -> 150",
                        "condition statecode eq: - 0",
                        "order of column: a, b -> b, a");
    }

    private static String view(String cells, String operator) {
        return "<savedquery><fetchxml><fetch><entity name=\"account\"><filter><condition attribute=\"statecode\" operator=\""
                + operator
                + "\" value=\"0\"/></filter></entity></fetch></fetchxml><layoutxml><grid name=\"g\"><row name=\"r\">"
                + cells
                + "</row></grid></layoutxml></savedquery>";
    }

    @Test
    void privilegesOfARole() {
        assertThat(
                        changes(
                                ComponentType.ROLE,
                                """
                        <Role id="r"><RolePrivileges><RolePrivilege name="prvRead" level="Basic"/>
                          <RolePrivilege name="prvWrite" level="Basic"/></RolePrivileges></Role>
                        """,
                                """
                        <Role id="r"><RolePrivileges><RolePrivilege name="prvDelete" level="Global"/>
                          <RolePrivilege name="prvRead" level="Global"/></RolePrivileges></Role>
                        """))
                .containsExactly(
                        "privilege prvDelete: + Global",
                        "privilege prvRead, level: Basic -> Global",
                        "privilege prvWrite: - Basic");
    }

    @Test
    void actionsOfAFlowWhereverTheyAreNested() {
        assertThat(
                        file(
                                ComponentType.WORKFLOW,
                                "flow.json",
                                """
                        {"properties": {"definition": {"triggers": {"manual": {"type": "Request", "inputs": {}}},
                          "actions": {"Scope": {"type": "Scope", "actions": {"Send": {"type": "Http", "inputs": {"uri": "a"},
                            "metadata": {"operationMetadataId": "1"}}}}}}}}
                        """,
                                """
                        {"properties": {"definition": {"triggers": {"manual": {"type": "Request", "inputs": {}}},
                          "actions": {"Scope": {"type": "Scope", "actions": {"Wait": {"type": "Delay"}, "Send": {"type": "Http", "inputs": {"uri": "b"},
                            "metadata": {"operationMetadataId": "2"}}}}}}}}
                        """))
                .containsExactly("action Wait: + Delay", "action Send, inputs, uri: a -> b");
    }

    @Test
    void textFilesByTheirLinesAndOthersByTheirSize() {
        assertThat(file(ComponentType.WEB_RESOURCE, "a.js", "one\n", "one\ntwo\n"))
                .singleElement()
                .satisfies(detail -> {
                    assertThat(detail).matches("file: 1 line, 4 bytes, [0-9a-f]{12} -> 2 lines, 8 bytes, [0-9a-f]{12}");
                });
        assertThat(file(ComponentType.PLUGIN_ASSEMBLY, "a.dll", "\0", "\0\0"))
                .singleElement()
                .satisfies(detail -> {
                    assertThat(detail).matches("file: 1 bytes, [0-9a-f]{12} -> 2 bytes, [0-9a-f]{12}");
                });
    }

    @Test
    void ofTypesWithoutWordsOfTheirOwnThePath() {
        assertThat(changes(
                        ComponentType.named("novelty"),
                        "<novelty><rules><rule id=\"1\"><limit>5</limit></rule></rules></novelty>",
                        "<novelty><rules><rule id=\"1\"><limit>6</limit></rule><rule id=\"2\"/></rules></novelty>"))
                .containsExactly("rule 1, limit: 5 -> 6", "rule 2: + 2");
    }

    @Test
    void whatAnExportChangesByItselfOnlyWhereNothingElseChanges() {
        String version = "<a><IntroducedVersion>%s</IntroducedVersion><b>%s</b></a>";

        assertThat(changes(ComponentType.named("a"), version.formatted("1.0", "x"), version.formatted("2.0", "y")))
                .containsExactly("b: x -> y");
        assertThat(changes(ComponentType.named("a"), version.formatted("1.0", "x"), version.formatted("2.0", "x")))
                .containsExactly("IntroducedVersion: 1.0 -> 2.0");
    }

    @Test
    void atLeastSomethingIsSaid() {
        assertThat(changes(ComponentType.named("a"), "<a><b/>text</a>", "<a>text<b/></a>"))
                .singleElement()
                .asString()
                .startsWith("order: ");
    }

    @Test
    void atMostAHundredAndTheNumberOfTheRest() {
        String all = IntStream.range(0, 150)
                .mapToObj(i -> "<c id=\"%d\">x</c>".formatted(i))
                .collect(Collectors.joining());

        assertThat(changes(ComponentType.named("a"), "<a/>", "<a>" + all + "</a>"))
                .hasSize(101)
                .endsWith("and 50 more");
    }

    /** A list of a megabyte, whose entries have no name: each is numbered once. */
    @Test
    @Timeout(60)
    void manyEntriesWithoutANameAreNumbered() {
        String list = "{},".repeat(300_000);

        assertThat(file(ComponentType.WORKFLOW, "flow.json", "[" + list + "1]", "[" + list + "2]"))
                .containsExactly("entry #300001: 1 -> 2");
    }

    @Test
    void ofLongValuesTheDifference() {
        String same = "x".repeat(1000);

        assertThat(changes(ComponentType.named("a"), "<a><b>" + same + "1</b></a>", "<a><b>" + same + "2</b></a>"))
                .singleElement()
                .satisfies(detail ->
                        assertThat(detail).contains("1 -> …").endsWith("2").hasSizeLessThan(500));
    }

    private static List<String> changes(ComponentType type, String old, String now) {
        return said(ChangeDetails.between(type, xml(old), xml(now)));
    }

    private static Version xml(String xml) {
        return new Version(xml.strip().getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static List<String> file(ComponentType type, String name, String old, String now) {
        return said(ChangeDetails.between(type, file(name, old), file(name, now)));
    }

    private static Version file(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Version(
                new byte[0],
                Map.of(name, new FileContent(bytes.length, ContentHash.ofContent(bytes), Optional.of(bytes))));
    }

    /** {@code what: old -> new}, {@code what: + new}, {@code what: - old}. */
    private static List<String> said(List<ChangeDetail> details) {
        return details.stream()
                .map(detail -> detail.what()
                        + (detail.old().isPresent() && detail.now().isPresent()
                                ? ": " + detail.old().get() + " -> "
                                        + detail.now().get()
                                : detail.now().map(now -> ": + " + now).orElse("")
                                        + detail.old().map(old -> ": - " + old).orElse("")))
                .toList();
    }
}
