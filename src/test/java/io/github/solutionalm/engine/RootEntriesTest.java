package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.Planning.codes;
import static io.github.solutionalm.engine.Planning.refusal;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.ROLE;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a package has, its manifest lists as a root component, or as a part of one. */
class RootEntriesTest {

    private static final String ID = "aaaaaaaa-0000-4000-8000-000000000001";
    private static final String OTHER_ID = "aaaaaaaa-0000-4000-8000-000000000002";

    @Test
    void allThatAreNotListedAreRefusedAtOnce() {
        RefusalException refusal = refusal(
                managed("Orders", "1.0.0.0")
                        .unlisted()
                        .root(ENTITY, "contoso_order")
                        .with(
                                component(ENTITY, "contoso_order", "x"),
                                component(WEB_RESOURCE, "contoso_/a.js", "x"),
                                component(ROLE, ID, "x")),
                new FakeEnvironmentView());

        assertThat(codes(refusal.errors())).containsExactly("0x8004803A", "0x8004803A");
        assertThat(refusal.errors().get(0).message())
                .isEqualTo("WebResource contoso_/a.js (Name of contoso_/a.js) is in the package, but the manifest"
                        + " does not list it as a root component. Use the package unchanged as exported,"
                        + " or add the component to <RootComponents>.");
    }

    @Test
    void processesAndRowsOfTablesNeedNoEntry() {
        assertThat(missing(managed("Orders", "1.0.0.0")
                        .with(
                                component(WORKFLOW, ID, "x"),
                                component(ComponentType.named("customapi"), "contoso_price", "x"))))
                .isEmpty();
    }

    @Test
    void partsOfWhatIsListedNeedNone() {
        assertThat(missing(managed("Orders", "1.0.0.0").root(ENTITY, "account").with(formOf("account"))))
                .isEmpty();
        assertThat(missing(managed("Orders", "1.0.0.0").root(ENTITY, "contact").with(formOf("account"))))
                .extracting(Finding::code)
                .containsExactly("0x8004803A");
    }

    @Test
    void whatIsOnlyMentionedNeedsNone() {
        assertThat(missing(managed("Orders", "1.0.0.0").with(context(ENTITY, "contoso_order"))))
                .isEmpty();
    }

    @Test
    void oneMayBeListedByAnotherName() {
        SolutionComponent script = component(WEB_RESOURCE, "contoso_/a.js", "x");
        SolutionComponent known = new SolutionComponent(
                script.key(),
                script.name(),
                Optional.empty(),
                script.definition(),
                Optional.empty(),
                Set.of(),
                Set.of(key(WEB_RESOURCE, ID)),
                Map.of());

        assertThat(missing(managed("Orders", "1.0.0.0").root(WEB_RESOURCE, ID).with(known)))
                .isEmpty();
    }

    @Test
    void oldPackagesListSomeByAnIdThatTheirDefinitionDoesNotBear() {
        assertThat(missing(managed("Orders", "1.0.0.0").root(ROLE, OTHER_ID).with(component(ROLE, ID, "x"))))
                .isEmpty();
    }

    private static List<Finding> missing(PackageFixture solution) {
        return RootEntries.missing(solution.unlisted().build());
    }

    private static SolutionComponent formOf(String table) {
        SolutionComponent form = component(SYSTEM_FORM, ID, "x");
        return new SolutionComponent(
                form.key(),
                form.name(),
                Optional.of(key(ENTITY, table)),
                form.definition(),
                Optional.empty(),
                Set.of());
    }
}
