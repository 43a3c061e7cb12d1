package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.table;
import static io.github.solutionalm.engine.Planning.codes;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.ENTITY_RELATIONSHIP;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionComponent;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;

/** References inside a package that nothing satisfies: the platform imports them silently, so they are a warning. */
class UnsatisfiedReferencesTest {

    private static final String GUID = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final ComponentKey SCRIPT = key(WEB_RESOURCE, "contoso_/lib.js");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    private AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> missing(
            SolutionComponent... components) {
        return missing(managed("Orders", "1.0.0.0").with(components));
    }

    private AbstractListAssert<?, List<? extends String>, String, ObjectAssert<String>> missing(PackageFixture orders) {
        return assertThat(warnings(orders).stream()
                .map(finding -> finding.component().orElseThrow().toString())
                .toList());
    }

    private List<Finding> warnings(PackageFixture orders) {
        return new UnsatisfiedReferences(orders.build(), environment, false).warnings();
    }

    private static SolutionComponent form(ComponentKey... references) {
        return form("form", references);
    }

    private static SolutionComponent form(String id, ComponentKey... references) {
        return component(SYSTEM_FORM, id, "x").referringTo(Set.of(references));
    }

    @Test
    void whatNeitherThePackageNorTheEnvironmentHasIsAWarning() throws Exception {
        ImportPlan plan = plan(managed("Orders", "1.0.0.0").with(form(SCRIPT)), environment);

        assertThat(codes(plan.warnings())).containsExactly("0x8004F040");
        assertThat(plan.warnings().get(0).message())
                .startsWith(
                        "Neither the package nor the environment has WebResource contoso_/lib.js, which SystemForm form (Name of form) refers to. ");
        assertThat(plan.changes()).hasSize(1);
    }

    @Test
    void whatThePackageHasOrMentionsIsThere() {
        missing(form(SCRIPT), component(WEB_RESOURCE, SCRIPT.key(), "x")).isEmpty();
        missing(form(SCRIPT), context(WEB_RESOURCE, SCRIPT.key())).isEmpty();
    }

    @Test
    void whatTheEnvironmentHasIsThere() {
        environment.holding(SCRIPT, "Base=x");

        missing(form(SCRIPT)).isEmpty();
    }

    @Test
    void whatTheManifestDeclaresIsCheckedElsewhere() {
        missing(managed("Orders", "1.0.0.0").with(form(SCRIPT)).requires(WEB_RESOURCE, SCRIPT.key(), "Base", "1.0"))
                .isEmpty();
    }

    @Test
    void whatMayBeOfAProvidedSolutionCanNotBeTold() {
        environment.providing("Base");

        missing(managed("Orders", "1.0.0.0").with(form(SCRIPT)).requires(ENTITY, "contoso_region", "Base", "1.0"))
                .isEmpty();
        missing(managed("Orders", "1.0.0.0").with(form(SCRIPT)).requires(ENTITY, "fabrikam_item", "Base", "1.0"))
                .containsExactly("WebResource contoso_/lib.js");
    }

    @Test
    void onlyPublishersWhoseSolutionsAreImportedAreKnown() {
        ComponentKey other = key(WEB_RESOURCE, "fabrikam_/lib.js");

        missing(form(other)).isEmpty();
        environment.publishing("Fabrikam");
        missing(form(other)).containsExactly("WebResource fabrikam_/lib.js");
    }

    @Test
    void microsoftsComponentsAlsoComeWithThePlatform() {
        environment.publishing("msdyn", "adx");

        missing(form(key(WEB_RESOURCE, "msdyn_/lib.js"), key(ENTITY, "adx_invitation")))
                .isEmpty();
    }

    @Test
    void whatIsKnownByAnIdCanNotBeTold() {
        missing(form(key(ComponentType.SAVED_QUERY, GUID), key(ComponentType.ROLE, GUID)))
                .isEmpty();
        missing(form(key(ComponentType.named("contoso_guess"), "contoso_x"))).isEmpty();
    }

    @Test
    void whatIsOnlyMentionedNeedsNothing() {
        missing(context(SYSTEM_FORM, "form").referringTo(Set.of(SCRIPT))).isEmpty();
    }

    @Test
    void aColumnIsKnownByItsOwnPrefix() {
        missing(form(key(ATTRIBUTE, "account.contoso_limit"), key(ATTRIBUTE, "account.name")))
                .containsExactly("Attribute account.contoso_limit");
        missing(table("contoso_order", "x"), form(key(ATTRIBUTE, "contoso_order.createdon")))
                .isEmpty();
    }

    @Test
    void columnsOfATableThatIsMissingGoWithoutSaying() {
        missing(form(key(ENTITY, "contoso_order"), key(ATTRIBUTE, "contoso_order.contoso_total")))
                .containsExactly("Entity contoso_order");
        missing(context(ENTITY, "contoso_order"), form(key(ATTRIBUTE, "contoso_order.contoso_total")))
                .isEmpty();
        environment.holding(key(ENTITY, "contoso_order"), "Base=x");
        missing(context(ENTITY, "contoso_order"), form(key(ATTRIBUTE, "contoso_order.contoso_total")))
                .containsExactly("Attribute contoso_order.contoso_total");
    }

    @Test
    void somePlatformColumnsComeWithACustomizedOne() {
        missing(
                        table("contoso_order", "x"),
                        column("contoso_order.contoso_customer", "x"),
                        column("contoso_order.contoso_total", "x"),
                        form(
                                key(ATTRIBUTE, "contoso_order.contoso_customername"),
                                key(ATTRIBUTE, "contoso_order.contoso_total_base")))
                .isEmpty();
        environment.holding(key(ATTRIBUTE, "account.contoso_photo"), "Base=x");
        missing(form(key(ATTRIBUTE, "account.contoso_photo_url"))).isEmpty();
    }

    @Test
    void aRelationshipOfManyToManyIsATable() {
        missing(component(ENTITY_RELATIONSHIP, "contoso_order_tag", "x"), form(key(ENTITY, "contoso_order_tag")))
                .isEmpty();
    }

    @Test
    void relationshipsToThePlatformsTablesMayComeWithATable() {
        missing(form(
                        key(ENTITY_RELATIONSHIP, "contoso_order_annotations"),
                        key(ENTITY_RELATIONSHIP, "contoso_order_contoso_line")))
                .containsExactly("EntityRelationship contoso_order_contoso_line");
    }

    @Test
    void eachIsReportedOnceWithWhoNeedsItInOrder() {
        List<Finding> warnings = warnings(managed("Orders", "1.0.0.0")
                .with(
                        form("a", SCRIPT, key(ENTITY, "contoso_x")),
                        form("b", SCRIPT),
                        form("c", SCRIPT),
                        form("d", SCRIPT),
                        form("e", SCRIPT)));

        assertThat(warnings)
                .extracting(Finding::component)
                .extracting(component -> component.orElseThrow().toString())
                .containsExactly("Entity contoso_x", "WebResource contoso_/lib.js");
        assertThat(warnings.get(1).message())
                .contains("which SystemForm a (Name of a), SystemForm b (Name of b), SystemForm c (Name of c)"
                        + " and 2 more refer to. ");
    }
}
