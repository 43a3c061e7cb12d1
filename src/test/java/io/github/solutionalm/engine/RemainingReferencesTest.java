package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.referring;
import static io.github.solutionalm.engine.Planning.applying;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What remains and refers to a component, in its effective definition, blocks its deletion (docs/concepts.md, "What blocks
 * a deletion").
 */
class RemainingReferencesTest {

    private static final ComponentKey COLUMN = key(ATTRIBUTE, "contoso_order.contoso_total");
    private static final ComponentKey VIEW = key(SAVED_QUERY, "view");
    private static final ComponentKey FORM = key(SYSTEM_FORM, "form");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @BeforeEach
    void aColumn() {
        environment
                .managed("Base", "1.0.0.0")
                .managed("Orders", "1.0.0.0")
                .patch("Orders_Patch", "1.0.1.0", "Orders")
                .managed("Later", "1.0.0.0")
                .holding(COLUMN, "Orders=column");
    }

    @Test
    void anotherSolutionUsesIt() throws Exception {
        environment.holding(VIEW, "Later=view").refers(VIEW, "Later", COLUMN);

        assertThat(blockers()).containsExactly(new Blocker(VIEW, "Name of view", "Later", "0x8004F01F"));
    }

    @Test
    void aCustomizationUsesIt() throws Exception {
        environment.holding(VIEW, "Active=mine").refers(VIEW, "Active", COLUMN);

        assertThat(blockers()).extracting(Blocker::solution).containsExactly("Active");
    }

    @Test
    void ofMostTypesOnlyTheTopLayerCounts() throws Exception {
        environment.holding(VIEW, "Base=view", "Later=other").refers(VIEW, "Base", COLUMN);
        assertThat(blockers()).isEmpty();

        environment.holding(VIEW, "Later=other", "Active=mine").refers(VIEW, "Later", COLUMN);
        assertThat(blockers()).isEmpty();

        environment.refers(VIEW, "Active", COLUMN);
        assertThat(blockers()).extracting(Blocker::solution).containsExactly("Active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SystemForm", "SiteMap", "RibbonCustomization", "AppModule"})
    void ofTypesThatMergeAllLayersCount(String name) throws Exception {
        ComponentKey source = key(ComponentType.named(name), "f");
        environment
                .holding(source, "Base=a", "Later=b", "Active=c")
                .refers(source, "Base", COLUMN)
                .refers(source, "Active", COLUMN);

        assertThat(blockers()).extracting(Blocker::solution).containsExactlyInAnyOrder("Base", "Active");
    }

    @Test
    void aReferenceThatOnlyTheLeavingLayerHadDoesNotCount() throws Exception {
        environment
                .holding(VIEW, "System", "Orders=view", "Orders_Patch=view")
                .refers(VIEW, "Orders", COLUMN)
                .refers(VIEW, "Orders_Patch", COLUMN)
                .holding(FORM, "Base=form", "Orders=form")
                .refers(FORM, "Orders", COLUMN);

        assertThat(blockers()).isEmpty();
    }

    @Test
    void aLayerThatShowsOnceTheLeavingOneIsGoneCounts() throws Exception {
        environment.holding(VIEW, "Base=view", "Orders=other").refers(VIEW, "Base", COLUMN);

        assertThat(blockers()).extracting(Blocker::solution).containsExactly("Base");
    }

    @Test
    void whatIsDeletedTooDoesNotCount() throws Exception {
        environment
                .holding(VIEW, "Orders=view", "Active=mine")
                .refers(VIEW, "Active", COLUMN)
                .holding(FORM, "Orders_Patch=form")
                .refers(FORM, "Orders_Patch", COLUMN)
                .refers(COLUMN, "Orders", COLUMN);

        assertThat(blockers()).isEmpty();
    }

    @Test
    void theNewVersionsReferencesCountInsteadOfTheOldOnes() throws Exception {
        environment.holding(VIEW, "Orders=view").refers(VIEW, "Orders", COLUMN);
        PackageFixture without = managed("Orders", "2.0.0.0").with(component(SAVED_QUERY, "view", "new"));
        PackageFixture with = managed("Orders", "2.0.0.0").with(referring(SAVED_QUERY, "view", COLUMN));

        assertThat(blockers(plan(without, environment))).isEmpty();
        assertThat(blockers(plan(with, environment)))
                .containsExactly(new Blocker(VIEW, "Name of view", "Orders", "0x8004F01F"));
    }

    @Test
    void theNewVersionsReferencesCountOfWhatIsNewToo() throws Exception {
        PackageFixture next = managed("Orders", "2.0.0.0").with(referring(SAVED_QUERY, "view", COLUMN));

        assertThat(blockers(plan(next, environment))).extracting(Blocker::key).containsExactly(VIEW);
    }

    @Test
    void theNewVersionsReferencesDoNotCountUnderALayerThatCoversThem() throws Exception {
        PackageFixture next = managed("Orders", "2.0.0.0")
                .with(referring(SAVED_QUERY, "view", COLUMN), referring(SYSTEM_FORM, "form", COLUMN));
        environment.holding(VIEW, "Orders=view", "Later=other").holding(FORM, "Orders=form", "Later=other");

        assertThat(blockers(plan(next, environment))).extracting(Blocker::key).containsExactly(FORM);
    }

    @Test
    void anOverwrittenCustomizationHasTheNewVersionsReferences() throws Exception {
        environment.holding(VIEW, "Orders=view", "Active=mine").refers(VIEW, "Active", COLUMN);
        PackageFixture without = managed("Orders", "2.0.0.0").with(component(SAVED_QUERY, "view", "new"));
        PackageFixture with = managed("Orders", "2.0.0.0").with(referring(SAVED_QUERY, "view", COLUMN));
        ImportOptionsBuilder overwrite = options().overwriteCustomizations();

        assertThat(blockers(plan(without, environment)))
                .extracting(Blocker::solution)
                .containsExactly("Active");
        assertThat(blockers(plan(without, overwrite, environment))).isEmpty();
        assertThat(blockers(plan(with, overwrite, environment)))
                .extracting(Blocker::solution)
                .containsExactly("Active");
    }

    @Test
    void whenAppliedTheStagedLayersCount() {
        environment
                .holding("Orders", "2.0.0.0")
                .holding(VIEW, "Orders=view", "Orders_Upgrade=new")
                .refers(VIEW, "Orders", COLUMN)
                .holding(FORM, "Base=form", "Orders=form", "Orders_Upgrade=new")
                .refers(FORM, "Orders", COLUMN);
        assertThat(blockers(applying("Orders", environment))).isEmpty();

        environment.refers(VIEW, "Orders_Upgrade", COLUMN).refers(FORM, "Base", COLUMN);
        assertThat(blockers(applying("Orders", environment)))
                .extracting(Blocker::solution)
                .containsExactlyInAnyOrder("Base", "Orders_Upgrade");
    }

    @Test
    void whatIsKeptRefersAsBefore() throws Exception {
        environment
                .holding(VIEW, "Orders=view", "Orders_Patch=patched")
                .refers(VIEW, "Orders_Patch", COLUMN)
                .holding("Orders", "2.0.0.0")
                .member("Orders_Upgrade", VIEW);
        PackageFixture next = managed("Orders", "2.0.0.0").with(context(SAVED_QUERY, "view"));

        FakeEnvironmentView unstaged = environment.without("Orders_Upgrade");
        assertThat(blockers(plan(next, unstaged)))
                .containsExactly(new Blocker(VIEW, "Name of view", "Orders", "0x8004F01F"));
        assertThat(blockers(applying("Orders", environment)))
                .containsExactly(new Blocker(VIEW, "Name of view", "Orders_Upgrade", "0x8004F01F"));
    }

    @Test
    void whatOnlyALayerUnderAKeptOneUsesDoesNotCount() throws Exception {
        environment.holding(VIEW, "Orders=view", "Orders_Patch=patched").refers(VIEW, "Orders", COLUMN);

        assertThat(blockers(plan(managed("Orders", "2.0.0.0").root(SAVED_QUERY, "view"), environment)))
                .isEmpty();
    }

    @Test
    void aLayerThatShowsOnceAnOldOneGoesThatIsOnlyListedNowCounts() throws Exception {
        environment
                .holding(VIEW, "Base=view", "Orders=view", "Orders_Patch=patched")
                .refers(VIEW, "Base", COLUMN);

        assertThat(blockers(plan(managed("Orders", "2.0.0.0").root(SAVED_QUERY, "view"), environment)))
                .containsExactly(new Blocker(VIEW, "Name of view", "Base", "0x8004F01F"));
    }

    @Test
    void stagingNamesWhatWillBlock() throws Exception {
        environment.holding(VIEW, "Later=view").refers(VIEW, "Later", COLUMN);
        ImportPlan plan = plan(managed("Orders", "2.0.0.0"), options().action(Action.STAGE), environment);

        assertThat(plan.isBlocked()).isFalse();
        assertThat(plan.deferred()).singleElement().satisfies(deferred -> assertThat(deferred.isBlocked())
                .isTrue());
    }

    private List<Blocker> blockers() throws Exception {
        return blockers(plan(managed("Orders", "2.0.0.0"), environment));
    }

    private static List<Blocker> blockers(ImportPlan plan) {
        ComponentChange deleted = change(plan, COLUMN);
        return deleted.blockedBy();
    }
}
