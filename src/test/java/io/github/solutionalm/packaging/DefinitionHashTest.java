package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ContentHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two definitions are the same when they mean the same: exports differ in layout from one day to the next. */
class DefinitionHashTest {

    private static final String ROLE =
            "<Role id='r' name='Clerk &amp; Co' isinherited='1'><RolePrivileges><RolePrivilege name='prvRead' level='Deep'/></RolePrivileges><Description>All &lt;of&gt; them</Description></Role>";

    private static ContentHash hash(String type, PackageFixture fixture) {
        return fixture.only(type).definition().orElseThrow().hash();
    }

    private static ContentHash role(String role) {
        return hash("Role", PackageFixture.with("<Roles>" + role + "</Roles>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the order of attributes
                "<Role isinherited='1' name='Clerk &amp; Co' id='r'><RolePrivileges><RolePrivilege level='Deep' name='prvRead'/></RolePrivileges><Description>All &lt;of&gt; them</Description></Role>",
                // white space between and within tags
                "<Role id='r'\n   name='Clerk &amp; Co' isinherited='1' >\r\n  <RolePrivileges>\n\t<RolePrivilege name='prvRead' level='Deep' />\n</RolePrivileges>\n<Description>All &lt;of&gt; them</Description>\n</Role>",
                // empty elements
                "<Role id='r' name='Clerk &amp; Co' isinherited='1'><RolePrivileges><RolePrivilege name='prvRead' level='Deep'></RolePrivilege></RolePrivileges><Description>All &lt;of&gt; them</Description></Role>",
                // comments and processing instructions, within a text too
                "<!-- a --><Role id='r' name='Clerk &amp; Co' isinherited='1'><!-- b --><RolePrivileges><RolePrivilege name='prvRead' level='Deep'/></RolePrivileges><?pi x?><Description>All <!-- c -->&lt;of&gt; them</Description></Role>",
                // a prefix that is declared at the component, as sources have it that were split into files
                "<Role id='r' name='Clerk &amp; Co' isinherited='1' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><RolePrivileges><RolePrivilege name='prvRead' level='Deep'/></RolePrivileges><Description>All &lt;of&gt; them</Description></Role>",
                // CDATA and character references
                "<Role id='r' name='Clerk &#38; Co' isinherited='1'><RolePrivileges><RolePrivilege name=\"prvRead\" level='Deep'/></RolePrivileges><Description><![CDATA[All <of>]]> &#116;hem</Description></Role>",
            })
    void layoutIsNoMatter(String sameRole) {
        assertThat(role(sameRole)).isEqualTo(role(ROLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Role id='r' name='Clerk'/>",
                "<Role id='r' name='Clerk &amp; Co' isinherited='0'><RolePrivileges><RolePrivilege name='prvRead' level='Deep'/></RolePrivileges><Description>All &lt;of&gt; them</Description></Role>",
                "<Role id='r' name='Clerk &amp; Co' isinherited='1'><RolePrivileges><RolePrivilege name='prvRead' level='Deep'/></RolePrivileges><Description>All &lt;of&gt; them </Description></Role>",
                "<Role id='r' name='Clerk &amp; Co' isinherited='1'><RolePrivileges><RolePrivilege name='prvRead' level='Deep'/></RolePrivileges><Description>All <of/> them</Description></Role>",
                "<Role id='r' name='Clerk &amp; Co' isinherited='1'><Description>All &lt;of&gt; them</Description><RolePrivileges><RolePrivilege name='prvRead' level='Deep'/></RolePrivileges></Role>",
            })
    void contentIs(String otherRole) {
        assertThat(role(otherRole)).isNotEqualTo(role(ROLE));
    }

    @Test
    void whiteSpaceThatIsATextCounts() {
        assertThat(role("<Role id='r'><Description> </Description></Role>"))
                .isNotEqualTo(role("<Role id='r'><Description></Description></Role>"));
    }

    @Test
    void attributeLookalikesDoNotCollide() {
        assertThat(role("<Role id='r' a='1\" b=\"2'/>")).isNotEqualTo(role("<Role id='r' a='1' b='2'/>"));
        assertThat(role("<Role id='r'><A>&lt;B/&gt;</A></Role>")).isNotEqualTo(role("<Role id='r'><A><B/></A></Role>"));
    }

    @Test
    void partsDoNotChangeTheTableTheyBelongTo() {
        String own = "<IsAuditEnabled>1</IsAuditEnabled>";
        ContentHash plain = hash("Entity", PackageFixture.with(table("contoso_order", own, "")));

        assertThat(hash(
                        "Entity",
                        PackageFixture.with(table(
                                "contoso_order",
                                "<attributes><attribute PhysicalName='contoso_total'/></attributes>" + own,
                                "<FormXml><forms type='main'><systemform><formid>f</formid></systemform></forms></FormXml>"
                                        + "<SavedQueries><savedqueries/></SavedQueries>"))))
                .isEqualTo(plain);
        assertThat(hash("Entity", PackageFixture.with(table("contoso_order", own.replace('1', '0'), ""))))
                .isNotEqualTo(plain);
    }

    @Test
    void partsDoNotChangeAProfileOrAStep() {
        String profile =
                "<FieldSecurityProfiles><FieldSecurityProfile fieldsecurityprofileid='p' name='P'>%s</FieldSecurityProfile></FieldSecurityProfiles>";
        String permissions =
                "<FieldPermissions><FieldPermission><EntityName>a</EntityName><AttributeName>b</AttributeName></FieldPermission></FieldPermissions>";

        assertThat(hash("FieldSecurityProfile", PackageFixture.with(profile.formatted(permissions))))
                .isEqualTo(hash("FieldSecurityProfile", PackageFixture.with(profile.formatted(""))));
    }

    @Test
    void theKindOfAFormIsPartOfItsDefinition() {
        String forms = "<FormXml><forms type='%s'><systemform><formid>f</formid></systemform></forms></FormXml>";

        assertThat(hash("SystemForm", PackageFixture.with(table("account", "", forms.formatted("main")))))
                .isNotEqualTo(hash("SystemForm", PackageFixture.with(table("account", "", forms.formatted("card")))));
    }

    @Test
    void aDeclaredPrefixAroundAFormIsNot() {
        String forms = "<FormXml><forms type='main' %s><systemform><formid>f</formid></systemform></forms></FormXml>";
        String views = "<SavedQueries %1$s><savedqueries %1$s><savedquery><savedqueryid>v</savedqueryid></savedquery>"
                + "</savedqueries></SavedQueries>";
        String xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";

        assertThat(hash("SystemForm", PackageFixture.with(table("account", "", forms.formatted(xsi)))))
                .isEqualTo(hash("SystemForm", PackageFixture.with(table("account", "", forms.formatted("")))));
        assertThat(hash("SavedQuery", PackageFixture.with(table("account", "", views.formatted(xsi)))))
                .isEqualTo(hash("SavedQuery", PackageFixture.with(table("account", "", views.formatted("")))));
    }

    @Test
    void theOtherFormsAroundAFormAreNot() {
        String one = "<systemform><formid>f</formid></systemform>";
        String forms = "<FormXml><forms type='main'>%s</forms></FormXml>";
        PackageFixture two = PackageFixture.with(table(
                "account", "", forms.formatted("<systemform unmodified='1'><formid>g</formid></systemform>" + one)));

        assertThat(two.read().components())
                .filteredOn(component -> component.key().key().equals("f"))
                .singleElement()
                .satisfies(form -> assertThat(form.definition().orElseThrow().hash())
                        .isEqualTo(
                                hash("SystemForm", PackageFixture.with(table("account", "", forms.formatted(one))))));
    }

    @Test
    void filesArePartOfTheDefinition() {
        PackageFixture script = PackageFixture.with(
                "<WebResources><WebResource><Name>a.js</Name><FileName>/WebResources/ajs1</FileName></WebResource></WebResources>");
        ContentHash one = hash("WebResource", script.file("WebResources/ajs1", "one"));
        ContentHash two = hash("WebResource", script.file("WebResources/ajs1", "two"));

        assertThat(two).isNotEqualTo(one);
        assertThat(hash("WebResource", script.file("WebResources/ajs1", "one"))).isEqualTo(one);
    }

    @Test
    void theOrderOfFilesInTheArchiveIsNoMatter() {
        String control =
                "<CustomControls><CustomControl><Name>c</Name><FileName>/Controls/c/ControlManifest.xml</FileName></CustomControl></CustomControls>";
        PackageFixture one = PackageFixture.with(control)
                .file("Controls/c/ControlManifest.xml", "<manifest/>")
                .file("Controls/c/bundle.js", "x")
                .file("Controls/c/css/a.css", "y");
        PackageFixture other = PackageFixture.with(control)
                .file("Controls/c/css/a.css", "y")
                .file("Controls/c/bundle.js", "x")
                .file("Controls/c/ControlManifest.xml", "<manifest/>");

        assertThat(hash("CustomControl", one)).isEqualTo(hash("CustomControl", other));
    }
}
