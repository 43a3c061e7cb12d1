package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static io.github.solutionalm.packaging.PackageFixture.table;
import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import org.junit.jupiter.api.Test;

/** Exports of CRM 2011 and 2013 define a lookup in its relationship: it is a column of its table all the same. */
class LookupsOfRelationshipsTest {

    private static final ComponentKey COLUMN = key("Attribute", "contoso_order.contoso_accountid");

    private static final String LOOKUP =
            "<field name='contoso_accountid' requiredlevel='none'><displaynames><displayname description='Account' languagecode='1033'/></displaynames></field>";

    private static final String ENDS =
            "<ReferencingEntityName>Contoso_Order</ReferencingEntityName><ReferencedEntityName>Account</ReferencedEntityName><ReferencingAttributeName>contoso_AccountId</ReferencingAttributeName>";

    private static final String ATTRIBUTE =
            "<attributes><attribute PhysicalName='contoso_AccountId'><Type>lookup</Type><LogicalName>contoso_accountid</LogicalName></attribute></attributes>";

    private static String relationship(String content) {
        return "<EntityRelationships><EntityRelationship Name='contoso_account_order'>" + content
                + "</EntityRelationship></EntityRelationships>";
    }

    private static SolutionComponent column(PackageFixture fixture) {
        return fixture.only("Attribute");
    }

    @Test
    void isAColumnOfTheReferencingTable() {
        PackageFixture fixture = with(relationship(ENDS + LOOKUP));

        SolutionComponent column = column(fixture);
        assertThat(column.key()).isEqualTo(COLUMN);
        assertThat(column.name()).isEqualTo("Account");
        assertThat(column.parent()).contains(key("Entity", "contoso_order"));
        assertThat(fixture.only("EntityRelationship").references())
                .contains(COLUMN, key("Entity", "contoso_order"), key("Entity", "account"));
    }

    @Test
    void isFoundBeforeTheNameOfItsTableIsRead() {
        assertThat(column(with(relationship(LOOKUP + ENDS))).key()).isEqualTo(COLUMN);
        assertThat(column(with(relationship(LOOKUP + ENDS))).parent()).contains(key("Entity", "contoso_order"));
    }

    @Test
    void itsDefinitionIsItsOwn() {
        PackageFixture before = with(relationship(ENDS + LOOKUP));
        PackageFixture after = with(relationship(ENDS + LOOKUP.replace("'none'", "'required'")));

        assertThat(hash(column(after))).isNotEqualTo(hash(column(before)));
        assertThat(hash(after.only("EntityRelationship"))).isEqualTo(hash(before.only("EntityRelationship")));
    }

    @Test
    void standsBesideTheOtherColumnsOfATableOfThePackage() {
        String other = "<attributes><attribute PhysicalName='contoso_name'/></attributes>";

        assertThat(with(table("contoso_order", other, "") + relationship(ENDS + LOOKUP))
                        .keys())
                .contains(key("Attribute", "contoso_order.contoso_name"), COLUMN);
    }

    @Test
    void whereItIsAmongTheColumnsTooThatOneCounts() {
        String table = table("contoso_order", ATTRIBUTE, "");
        Definition alone = column(with(table)).definition().orElseThrow();

        assertThat(column(with(table + relationship(ENDS + LOOKUP))).definition())
                .contains(alone);
        assertThat(column(with(relationship(ENDS + LOOKUP) + table)).definition())
                .contains(alone);
    }

    @Test
    void whereTheColumnIsOnlyMentionedItCounts() {
        String table = table("contoso_order", ATTRIBUTE.replace("<attribute ", "<attribute unmodified='1' "), "");

        assertThat(column(with(table + relationship(ENDS + LOOKUP))).isContext())
                .isFalse();
        assertThat(column(with(relationship(ENDS + LOOKUP) + table)).isContext())
                .isFalse();
    }

    @Test
    void aLookupToSeveralTablesIsOneColumn() {
        String two = relationship(ENDS + LOOKUP)
                .replace(
                        "</EntityRelationships>",
                        "<EntityRelationship Name='contoso_contact_order'>" + ENDS.replace("Account<", "Contact<")
                                + LOOKUP + "</EntityRelationship></EntityRelationships>");

        assertThat(column(with(two)).key()).isEqualTo(COLUMN);
    }

    @Test
    void aColumnThatIsTwiceAmongTheColumnsIsStillRefused() {
        String twice = table("contoso_order", ATTRIBUTE.replaceAll("(<attribute .*</attribute>)", "$1$1"), "");

        assertThat(with(relationship(ENDS + LOOKUP) + twice).refusal())
                .singleElement()
                .satisfies(error -> assertThat(error.component()).contains(COLUMN));
    }

    private static String hash(SolutionComponent component) {
        return component.definition().orElseThrow().hash().toString();
    }
}
