package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.unmanaged;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingTest {

    private static final ComponentKey SCRIPT = key(WEB_RESOURCE, "contoso_/a.js");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SystemForm",
                "SavedQuery",
                "SavedQueryVisualization",
                "SiteMap",
                "RibbonCustomization",
                "AppModule",
                "WebResource",
                "Entity",
                "Attribute",
                "EntityRelationship",
                "OptionSet",
                "DisplayString"
            })
    void whatPeopleSeeIsUnpublishedAfterAnUnmanagedImport(String type) throws Exception {
        assertThat(published(unmanaged("Tweaks", "1.0.0.0"), ComponentType.named(type)))
                .isFalse();
        assertThat(published(managed("Orders", "1.0.0.0"), ComponentType.named(type)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Role", "Workflow", "PluginAssembly", "SdkMessageProcessingStep", "connectionreference"})
    void allElseIsAvailableAtOnce(String type) throws Exception {
        assertThat(published(unmanaged("Tweaks", "1.0.0.0"), ComponentType.named(type)))
                .isTrue();
    }

    @Test
    void whatDoesNotChangeStaysAsItWas() throws Exception {
        PackageFixture again = unmanaged("Tweaks", "1.1.0.0").with(component(WEB_RESOURCE, SCRIPT.key(), "x"));

        environment.unmanaged("Tweaks", "1.0.0.0").holding(SCRIPT, "Active=x");
        assertThat(change(plan(again, environment), SCRIPT).published()).isTrue();
        environment.unpublished(SCRIPT);
        assertThat(change(plan(again, environment), SCRIPT).published()).isFalse();
    }

    @Test
    void aManagedImportDoesNotPublishADraftThatItLeaves() throws Exception {
        PackageFixture orders = managed("Orders", "1.0.0.0").with(component(WEB_RESOURCE, SCRIPT.key(), "x"));

        environment
                .managed("Base", "1.0.0.0")
                .holding(SCRIPT, "Base=a", "Active=draft")
                .unpublished(SCRIPT);
        assertThat(change(plan(orders, environment), SCRIPT).published()).isFalse();
        assertThat(change(plan(orders, options().overwriteCustomizations(), environment), SCRIPT)
                        .published())
                .isTrue();
    }

    private boolean published(PackageFixture solution, ComponentType type) throws Exception {
        ImportPlan plan = plan(solution.with(component(type, "contoso_x", "x")), environment);
        return plan.changes().get(0).published();
    }
}
