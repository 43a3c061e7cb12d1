package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.table;
import static io.github.solutionalm.engine.Planning.codes;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.engine.Planning.refusal;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.PLUGIN_ASSEMBLY;
import static io.github.solutionalm.model.ComponentType.ROLE;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import org.junit.jupiter.api.Test;

class PackageChecksTest {

    private static final String ID = "6a7f8c9d-0000-4000-8000-000000000001";

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @Test
    void rootComponentsAreInThePackageOrTheEnvironment() throws Exception {
        environment.holding(key(ENTITY, "contoso_region"), "Base=x");
        PackageFixture solution = orders().with(table("contoso_order", "x"))
                .root(ENTITY, "contoso_order")
                .root(ENTITY, "contoso_region")
                .root(ENTITY, "account")
                .root(ATTRIBUTE, "contoso_region.createdon");

        assertThat(plan(solution, environment).warnings()).isEmpty();
    }

    @Test
    void allMissingRootComponentsAreReportedAtOnce() {
        RefusalException refused =
                refusal(orders().root(ENTITY, "contoso_order").root(WEB_RESOURCE, "contoso_/a.js"), environment);

        assertThat(codes(refused.errors())).containsExactly("0x8004801F", "0x8004801F");
        assertThat(refused.errors())
                .extracting(Finding::component)
                .extracting(component -> component.orElseThrow().toString())
                .containsExactly("Entity contoso_order", "WebResource contoso_/a.js");
        assertThat(refused).hasMessageContaining("neither in the package nor in the environment");
    }

    @Test
    void aRootComponentThatIsListedTwiceIsRefused() {
        PackageFixture solution = orders().with(table("contoso_order", "x"))
                .root(ENTITY, "contoso_order")
                .root(ENTITY, "contoso_order");

        RefusalException refused = refusal(solution, environment);
        assertThat(codes(refused.errors())).containsExactly("0x80071153");
        assertThat(refused).hasMessageContaining("lists the component Entity contoso_order twice");
    }

    @Test
    void aRootComponentMayBeKnownByAnyOfItsKeys() throws Exception {
        PackageFixture solution = orders().with(component(PLUGIN_ASSEMBLY, "orders, version=1.0", "x"))
                .root(PLUGIN_ASSEMBLY, ID, "orders, version=1.0");

        assertThat(plan(solution, environment).warnings()).isEmpty();
    }

    @Test
    void anIdThatThePackageDoesNotGoByCannotBeTold() throws Exception {
        PackageFixture byName =
                orders().with(component(WEB_RESOURCE, "contoso_/a.js", "x")).root(WEB_RESOURCE, ID);
        PackageFixture byId = orders().with(component(ROLE, "6a7f8c9d-0000-4000-8000-000000000002", "x"))
                .root(ROLE, ID);

        assertThat(codes(plan(byName, environment).warnings())).containsExactly("0x8004801F");
        assertThat(codes(refusal(byId, environment).errors())).containsExactly("0x8004801F");
    }

    @Test
    void aRootComponentThatIsOnlyMentionedShouldBeInTheEnvironment() throws Exception {
        PackageFixture solution = orders().with(
                        context(ENTITY, "contoso_region"), column("contoso_region.contoso_a", "x"))
                .root(ENTITY, "contoso_region");

        assertThat(plan(solution, environment).warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("0x8004801F");
            assertThat(warning.message()).contains("has only parts of the root component Entity contoso_region");
        });
        environment.holding(key(ENTITY, "contoso_region"), "Base=x");
        assertThat(plan(solution, environment).warnings()).isEmpty();
    }

    @Test
    void languagesThatAreNotEnabledAreAWarning() throws Exception {
        PackageFixture solution = orders().languages(1033, 1031, 1036);

        assertThat(plan(solution, environment).warnings()).isEmpty();
        assertThat(plan(solution, environment.enabling(1033)).warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("0x80048026");
                    assertThat(warning.message()).contains("1031, 1036").contains("<languages>");
                });
    }

    @Test
    void aFileThatNothingClaimsIsAWarning() throws Exception {
        assertThat(plan(orders().unclaimed("odd.txt", "Other/b.bin"), environment)
                        .warnings())
                .hasSize(2)
                .allMatch(warning -> warning.code().equals("0x80072035"))
                .first()
                .satisfies(warning -> assertThat(warning.message()).contains("odd.txt"));
    }

    private static PackageFixture orders() {
        return managed("Orders", "1.0.0.0");
    }
}
