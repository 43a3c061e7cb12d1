package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Effort;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What says the same is the same: sets in any order, JSON however it is laid out, any line ends. What has an order keeps it. */
class EqualContentTest {

    private static ContentHash app(String content) {
        return hash(
                "AppModule", "<AppModules><AppModule><UniqueName>a</UniqueName>%s</AppModule></AppModules>", content);
    }

    private static ContentHash form(String content) {
        return with(table(
                        "account",
                        "",
                        "<FormXml><forms type='main'><systemform><formid>f</formid><form>" + content
                                + "</form></systemform></forms></FormXml>"))
                .only("SystemForm")
                .definition()
                .orElseThrow()
                .hash();
    }

    private static ContentHash hash(String type, String around, String content) {
        return with(around.formatted(content))
                .only(type)
                .definition()
                .orElseThrow()
                .hash();
    }

    private static Definition script(byte[] content) {
        return with("<WebResources><WebResource><Name>a</Name><FileName>/WebResources/a</FileName></WebResource></WebResources>")
                .file("WebResources/a", content)
                .only("WebResource")
                .definition()
                .orElseThrow();
    }

    private static ContentHash file(String content) {
        return script(content.getBytes(StandardCharsets.UTF_8)).hash();
    }

    private static ContentHash text(String value) {
        return app("<Text>" + value + "</Text>");
    }

    private static String reversed(String list) {
        List<String> children = new ArrayList<>(List.of(list.split("(?<=/>)|(?<=</\\w{1,30}>)")));
        Collections.reverse(children);
        return String.join("", children);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AppModuleComponents|<AppModuleComponent type='1' schemaName='b'/><AppModuleComponent type='1' schemaName='a'/><AppModuleComponent type='26' id='{1}'/>",
                "AppModuleRoleMaps|<Role id='{2}'/><Role id='{1}'/>",
                "appelements|<appelement uniquename='b'/><appelement uniquename='a'/>",
                "appsettings|<appsetting settingdefinitionid.uniquename='b'/><appsetting settingdefinitionid.uniquename='a'/>",
                "RolePrivileges|<RolePrivilege name='prvWrite' level='Deep'/><RolePrivilege name='prvRead' level='Deep'/>",
                "LookupTypes|<LookupType id='{2}'>account</LookupType><LookupType id='{1}'>contact</LookupType>",
                "LocalizedNames|<LocalizedName description='x' languagecode='1033'/><LocalizedName description='a' languagecode='1031'/>",
                "LocalizedCollectionNames|<LocalizedCollectionName description='x' languagecode='1033'/><LocalizedCollectionName description='a' languagecode='1031'/>",
                "Descriptions|<Description description='x' languagecode='1033'/><Description description='a' languagecode='1031'/>",
                "displaynames|<displayname description='x' languagecode='1033'/><displayname description='a' languagecode='1031'/>",
                "CustomLabels|<CustomLabel description='x' languagecode='1033'/><CustomLabel description='a' languagecode='1031'/>",
                "labels|<label description='x' languagecode='1033'/><label description='a' languagecode='1031'/>",
                "Titles|<Title LCID='1033' Title='x'/><Title LCID='1031' Title='a'/>",
                "RootComponents|<RootComponent type='1' schemaName='b'/><RootComponent type='1' schemaName='a'/>",
                "MissingDependencies|<MissingDependency key='2'/><MissingDependency key='1'/>",
            })
    void theOrderOfASetIsNoMatter(String set) {
        String list = set.substring(0, set.indexOf('|'));
        String children = set.substring(list.length() + 1);
        String element = "<%1$s>%2$s</%1$s>";

        assertThat(app(element.formatted(list, reversed(children)))).isEqualTo(app(element.formatted(list, children)));
        assertThat(app(element.formatted(list, children.replaceFirst("1|Read|='a", "$0x"))))
                .isNotEqualTo(app(element.formatted(list, children)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formLibraries|<Library name='b'/><Library name='a'/>",
                "Handlers|<Handler functionName='b'/><Handler functionName='a'/>",
                "events|<event name='b'/><event name='a'/>",
                "tabs|<tab id='b'/><tab id='a'/>",
                "row|<cell id='b'/><cell id='a'/>",
                "options|<option value='2'/><option value='1'/>",
                "EntityKeyAttributes|<AttributeName>b</AttributeName><AttributeName>a</AttributeName>",
                "SiteMap|<Area Id='b'/><Area Id='a'/>",
                // another list of the same children, texts in one language twice or in none, something else between
                // them
                "Roles|<Role id='b'/><Role id='a'/>",
                "labels|<label description='b' languagecode='1033'/><label description='a' languagecode='1033'/>",
                "labels|<label description='b'/><label description='a'/>",
                "labels|<label description='b' languagecode='1033'/><steplabels/>",
                "labels|<label description=' languagecode='/><label description='a' languagecode='1033'/>",
                "RolePrivileges|<RolePrivilege name='prvRead' level='Deep'/><RolePrivilege name='prvRead' level='Basic'/>",
            })
    void anyOtherOrderIs(String list) {
        String name = list.substring(0, list.indexOf('|'));
        String children = list.substring(name.length() + 1);
        String element = "<%1$s>%2$s</%1$s>";

        assertThat(form(element.formatted(name, reversed(children))))
                .isNotEqualTo(form(element.formatted(name, children)));
    }

    @Test
    void theOrderOfRibbonActionsIs() {
        String ribbon = "<RibbonDiffXml><CustomActions>%s</CustomActions></RibbonDiffXml>";
        String actions = "<CustomAction Id='b'/><CustomAction Id='a'/>";

        assertThat(hash("RibbonCustomization", ribbon, actions))
                .isNotEqualTo(hash("RibbonCustomization", ribbon, reversed(actions)));
    }

    @Test
    void theOrderOfViewColumnsIs() {
        String view =
                "<SavedQueries><savedqueries><savedquery><savedqueryid>v</savedqueryid><layoutxml><grid><row>%s</row></grid></layoutxml></savedquery></savedqueries></SavedQueries>";
        String columns = "<cell name='b'/><cell name='a'/>";

        assertThat(hash("SavedQuery", table("account", "", view), columns))
                .isNotEqualTo(hash("SavedQuery", table("account", "", view), reversed(columns)));
    }

    @Test
    void setsWithinSets() {
        String one =
                "<appelement uniquename='a'><labels><label languagecode='1'/><label languagecode='2'/></labels></appelement>";
        String same =
                "<appelement uniquename='a'><labels><label languagecode='2'/><label languagecode='1'/></labels></appelement>";
        String other = "<appelement uniquename='b'/>";

        assertThat(app("<appelements>" + one + other + "</appelements>"))
                .isEqualTo(app("<appelements>" + other + same + "</appelements>"));
    }

    @Test
    void whatIsStoredIsWhatCame() {
        Definition unix = script("a\nb".getBytes(StandardCharsets.UTF_8));
        Definition windows = script("a\r\nb".getBytes(StandardCharsets.UTF_8));

        assertThat(windows.hash()).isEqualTo(unix.hash());
        assertThat(windows.files().get(0).hash())
                .isNotEqualTo(unix.files().get(0).hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,\"b\":[1,2]}|{\"b\":[1,2],\"a\":1}",
                "{\"a\":1,\"b\":[1,2]}| { \"a\" : 1 ,\t\"b\":[ 1,2 ] } ",
                "[{\"a\":{\"c\":true,\"d\":null}}]|[{\"a\":{\"d\":null,\"c\":true}}]",
                "{\"a\":\"\\u00e9\\/\"}|{\"a\":\"é/\"}",
                "{}|{ }",
            })
    void jsonThatSaysTheSame(String one, String other) {
        assertThat(file(other)).isEqualTo(file(one));
        assertThat(file("\uFEFF" + other)).isEqualTo(file(one));
        assertThat(text(other)).isEqualTo(text(one));
        assertThat(text(other.replace(" ", "&#13;\n"))).isEqualTo(text(one));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":[1,2]}|{\"a\":[2,1]}",
                "{\"a\":1}|{\"a\":1.0}",
                "{\"a\":1}|{\"a\":\"1\"}",
                "{\"a\":{}}|{\"a\":[]}",
                "{\"a\":{\"b\":1}}|{\"a\":{},\"b\":1}",
                "[[1],2]|[[1,2]]",
                "{\"a\":\"x\\ud800\"}|{\"a\":\"x?\"}",
                "{\"a\":\"1\\n2\"}|{\"a\":\"1\\r\\n2\"}",
                // which of two members of one name counts is for others to say
                "{\"a\":1,\"a\":2}|{\"a\":2,\"a\":1}",
                // no JSON
                "{\"a\":1} x|{\"a\": 1} x",
                "{\"a\":1}{\"b\":1}|{\"a\":1} {\"b\":1}",
                "[1,]|[1, ]",
                "{a:1,b:2}|{b:2,a:1}",
            })
    void jsonAndOtherTextThatDoesNot(String one, String other) {
        assertThat(file(other)).isNotEqualTo(file(one));
        assertThat(text(other)).isNotEqualTo(text(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb\r\n", "a\rb\r", "a\nb\r"})
    void lineEndsOfTexts(String other) {
        assertThat(file(other)).isEqualTo(file("a\nb\n"));
        assertThat(text(other.replace("\r", "&#13;"))).isEqualTo(text("a\nb\n"));
        assertThat(app("<Text a='" + other.replace("\r", "&#13;").replace("\n", "&#10;") + "'/>"))
                .isEqualTo(app("<Text a='a&#10;b&#10;'/>"));
    }

    @Test
    void emptyLinesCount() {
        assertThat(file("a\r\rb")).isEqualTo(file("a\n\nb")).isNotEqualTo(file("a\nb"));
        assertThat(file("a\r\n\r\nb")).isEqualTo(file("a\n\nb"));
        assertThat(text("a&#13;&#13;b")).isNotEqualTo(text("a\nb"));
    }

    @Test
    void binaryFilesAreTakenAsTheyAre() {
        assertThat(file("a\r\nb\0")).isNotEqualTo(file("a\nb\0"));
        assertThat(file("\0a\r\nb")).isNotEqualTo(file("\0a\nb"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 65_535, 65_536, 100_000})
    void lineEndsOfLargeFiles(int first) {
        StringBuilder windows = new StringBuilder("x".repeat(first)).append("\r\n");
        windows.append("line\r\n".repeat(1 << 20)).append("\r");
        String unix = windows.toString().replace("\r\n", "\n").replace('\r', '\n');

        assertThat(file(windows.toString())).isEqualTo(file(unix));
        assertThat(file(windows + "\0")).isNotEqualTo(file(unix + "\0"));
    }

    @Test
    void aTextThatIsASectionOfItsOwn() {
        assertThat(hash("Note", "<Note>%s</Note>", "a&#13;\nb")).isEqualTo(hash("Note", "<Note>%s</Note>", "a\nb"));
        assertThat(hash("Note", "<Note>%s</Note>", "<![CDATA[<a> & b]]>"))
                .isNotEqualTo(hash("Note", "<Note>%s</Note>", "<![CDATA[<a> & c]]>"));
    }

    /** A section's text may look like anything. */
    @Test
    void anyTextHasAHash() {
        List<String> parts = List.of(
                "<",
                ">",
                "/",
                "</",
                "\"",
                "=",
                " ",
                "&",
                "&#13;",
                "&amp;",
                "\r",
                "\n",
                "{",
                "}",
                "[",
                "]",
                "\0",
                "é",
                "<labels>",
                "</labels>",
                "<label",
                "languagecode=\"",
                "label",
                "{\"a\":1}");
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            String text = "<"
                    + random.ints(random.nextInt(20), 0, parts.size())
                            .mapToObj(parts::get)
                            .collect(Collectors.joining());
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(EqualContent.hash(bytes)).as(text).isEqualTo(EqualContent.hash(bytes));
        }
    }

    @Test
    void jsonThatIsDeepOrLong() {
        assertThat(Effort.ofFourTimesAsMuch(1 << 18, EqualContentTest::deepOrLongJson))
                .isLessThan(9);
    }

    private static void deepOrLongJson(int length) {
        String deep = "[".repeat(length) + "]".repeat(length);
        String objects = "{\"a\":".repeat(900) + "\"" + "x".repeat(3 * length) + "\"" + ",\"b\":1}".repeat(900);
        String members = "{" + "\"\":1,".repeat(length / 2) + "\"b\":1}";

        assertThat(file(deep)).isNotEqualTo(file(deep + " "));
        assertThat(file(objects)).isEqualTo(file(objects + " "));
        assertThat(file(members)).isNotEqualTo(file(members + " "));
        assertThat(text(deep)).isNotEqualTo(text(deep + " "));
    }

    @Test
    void setsThatAreDeepOrLong() {
        assertThat(Effort.ofFourTimesAsMuch(1 << 14, EqualContentTest::deepOrLongSets))
                .isLessThan(9);
    }

    private static void deepOrLongSets(int length) {
        String labels = "<labels><label languagecode='2'/><label languagecode='1'>".repeat(200)
                + "x".repeat(16 * length)
                + "</label></labels>".repeat(200);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < length; i++) {
            many.append("<AppModuleComponent type='").append(i * 7919 % length).append("'/>");
        }

        assertThat(app(labels)).isNotEqualTo(app(labels.replaceFirst("x", "y")));
        assertThat(app("<AppModuleComponents>" + many + "</AppModuleComponents>"))
                .isEqualTo(app("<AppModuleComponents>" + reversed(many.toString()) + "</AppModuleComponents>"));
    }
}
