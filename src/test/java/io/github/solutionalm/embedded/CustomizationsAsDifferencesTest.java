package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The user's full definition of a form, site map or app counts as what it changes of the layers below, now and later. */
class CustomizationsAsDifferencesTest {

    private static final String TABLE = "contoso_order";
    private static final String BASE = cell("contoso_fax") + cell("contoso_mail");

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @Nested
    class OfAForm {

        private final ComponentKey form = new ComponentKey(ComponentType.SYSTEM_FORM, id("main"));

        @BeforeEach
        void aTableWithAForm() throws Exception {
            rehearsal = Rehearsal.in(folder);
            rehearsal.holding(orders("1.0", columns("contoso_fax", "contoso_mail"), BASE));
        }

        @Test
        void whatTheBaseDropsBlocksNothingAndIsGone() throws Exception {
            rehearsal.holding(mine("1.0", BASE));
            ImportResult result = rehearsal.imports(orders("2.0", columns("contoso_mail"), cell("contoso_mail")));

            assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
            assertThat(rehearsal.component(ATTRIBUTE, TABLE + ".contoso_fax")).isEmpty();
            assertThat(shown()).contains("contoso_mail").doesNotContain("contoso_fax");
        }

        @Test
        void whatTheUserAddedBlocks() throws Exception {
            rehearsal.imports(orders("1.1", columns("contoso_fax", "contoso_mail", "contoso_telex"), BASE));
            rehearsal.holding(mine("1.0", BASE + cell("contoso_telex")));
            ImportResult result = rehearsal.imports(orders("2.0", columns("contoso_fax", "contoso_mail"), BASE));

            assertThat(codes(result.errors())).containsExactly("0x8004F01D", "0x8004F01F");
            assertThat(result.errors().get(1).message()).contains("contoso_telex", "of the unmanaged customizations");
        }

        @Test
        void whatTheUserRemovedNeitherBlocksNorComesBack() throws Exception {
            rehearsal.holding(mine("1.0", cell("contoso_mail")));
            rehearsal.imports(orders(
                    "2.0", columns("contoso_fax", "contoso_mail"), "<cell id=\"top\"/>" + BASE + "<cell id=\"end\"/>"));
            assertThat(shown())
                    .containsSubsequence("\"top\"", "contoso_mail", "\"end\"")
                    .doesNotContain("contoso_fax");

            assertThat(rehearsal
                            .imports(orders("3.0", columns("contoso_mail"), cell("contoso_mail")))
                            .outcome())
                    .isEqualTo(Outcome.UPGRADED);
            assertThat(shown()).doesNotContain("contoso_fax", "\"top\"");
        }

        @Test
        void aLaterExportOfWhatShowsChangesNothing() throws Exception {
            rehearsal.holding(mine("1.0", BASE));
            String next = BASE + "<cell id=\"new\"/>";
            rehearsal.imports(orders("2.0", columns("contoso_fax", "contoso_mail"), next));
            String before = shown();
            rehearsal.imports(mine("1.1", next));
            assertThat(shown()).isEqualTo(before);

            rehearsal.imports(orders("3.0", columns("contoso_fax", "contoso_mail"), BASE));
            assertThat(shown()).doesNotContain("\"new\"");
        }

        @Test
        void withNothingBelowItIsTheUsersOwnAndHoldsOnToAllItNames() throws Exception {
            rehearsal.holding(unmanaged("Mine", "1.0")
                    .mainForm(TABLE, "my form", "contoso_fax")
                    .zip(folder));
            ImportResult result = rehearsal.imports(orders("2.0", columns("contoso_mail"), cell("contoso_mail")));

            assertThat(codes(result.errors())).containsExactly("0x8004F01D", "0x8004F01F");
            assertThat(result.errors().get(1).message()).contains("\"my form\" of the unmanaged customizations");
        }

        private String shown() {
            return Shown.of(rehearsal, form);
        }

        private Path mine(String version, String cells) throws Exception {
            return form(unmanaged("Mine", version), "", cells);
        }

        private Path orders(String version, String columns, String cells) throws Exception {
            return form(managed("Orders", version), columns, cells);
        }

        private Path form(PackageBuilder solution, String columns, String cells) throws Exception {
            return solution.section(
                            "Entities",
                            """
                            <Entity><Name>contoso_order</Name>%s<FormXml><forms type="main"><systemform><formid>{%s}</formid>\
                            <form><tabs><tab id="t"><columns><column><sections><section id="s"><rows><row>%s</row></rows></section>\
                            </sections></column></columns></tab></tabs></form></systemform></forms></FormXml></Entity>
                            """
                                    .formatted(columns, form.key(), cells))
                    .zip(folder);
        }
    }

    @Nested
    class OfASiteMap {

        private final ComponentKey map = new ComponentKey(ComponentType.SITE_MAP, "contoso_map");

        @BeforeEach
        void thatOpensADashboard() throws Exception {
            rehearsal = Rehearsal.in(folder);
            rehearsal.holding(map(managed("Base", "1.0").form("dashboard", "D"), opening("dashboard")));
        }

        @Test
        void whatTheBaseDropsBlocksNothing() throws Exception {
            rehearsal.holding(map(unmanaged("Mine", "1.0"), opening("dashboard") + "<SubArea Id=\"mine\"/>"));

            assertThat(rehearsal.imports(map(managed("Base", "2.0"), "")).outcome())
                    .isEqualTo(Outcome.UPGRADED);
            assertThat(Shown.of(rehearsal, map)).contains("\"mine\"").doesNotContain(id("dashboard"));
        }

        @Test
        void whatTheUserChangedToItBlocks() throws Exception {
            rehearsal.imports(
                    map(managed("Base", "1.1").form("dashboard", "D").form("other", "O"), opening("dashboard")));
            rehearsal.holding(map(unmanaged("Mine", "1.0"), opening("other")));

            assertThat(codes(rehearsal
                            .imports(map(managed("Base", "2.0").form("dashboard", "D"), opening("dashboard")))
                            .errors()))
                    .containsExactly("0x8004F01D", "0x8004F01F");
        }

        private static String opening(String dashboard) {
            return "<SubArea Id=\"start\" DefaultDashboard=\"%s\"/>".formatted(id(dashboard));
        }

        private Path map(PackageBuilder solution, String subAreas) throws Exception {
            return solution.section(
                            "AppModuleSiteMaps",
                            """
                            <AppModuleSiteMap><SiteMapUniqueName>contoso_map</SiteMapUniqueName><SiteMap><Area Id="A">\
                            <Group Id="G">%s</Group></Area></SiteMap></AppModuleSiteMap>
                            """
                                    .formatted(subAreas))
                    .zip(folder);
        }
    }

    private static String cell(String column) {
        return "<cell id=\"c-%s\"><control id=\"%s\" datafieldname=\"%s\"/></cell>".formatted(column, column, column);
    }

    private static String columns(String... columns) {
        StringBuilder attributes = new StringBuilder();
        for (String column : columns) {
            attributes.append("<attribute PhysicalName=\"%s\"><Type>nvarchar</Type></attribute>".formatted(column));
        }
        return "<EntityInfo><entity Name=\"%s\"><IsCustomizable>1</IsCustomizable><attributes>%s</attributes></entity></EntityInfo>"
                .formatted(TABLE, attributes);
    }
}
