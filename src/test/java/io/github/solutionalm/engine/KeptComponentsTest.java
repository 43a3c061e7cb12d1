package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.Planning.applying;
import static io.github.solutionalm.engine.Planning.change;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.PLUGIN_ASSEMBLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A component that the new version mentions, or lists as a root, without a definition of its own stays the solution's. */
class KeptComponentsTest {

    private static final ComponentKey TABLE = key(ENTITY, "contoso_order");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();

    @BeforeEach
    void aTable() {
        environment
                .managed("Orders", "1.0.0.0")
                .patch("Orders_Patch", "1.0.1.0", "Orders")
                .holding(TABLE, "Orders=table", "Orders_Patch=patched");
    }

    @Test
    void whatItMentionsAsContext() throws Exception {
        PackageFixture next = managed("Orders", "2.0.0.0").with(context(ENTITY, TABLE.key()));

        for (Action action : List.of(Action.UPGRADE, Action.UPDATE, Action.STAGE)) {
            ImportPlan plan = plan(next, options().action(action), environment);
            assertThat(plan.changes()).extracting(ComponentChange::change).containsExactly(Change.KEEP);
            assertThat(plan.deferred()).isEmpty();
        }
    }

    @Test
    void whatItListsAsARoot() throws Exception {
        PackageFixture next = managed("Orders", "2.0.0.0").root(ENTITY, TABLE.key());

        assertThat(change(plan(next, environment), TABLE).change()).isEqualTo(Change.KEEP);
        assertThat(plan(next, options().action(Action.STAGE), environment).deferred())
                .isEmpty();
    }

    @Test
    void whatItListsAsARootByAnyOfItsKeys() throws Exception {
        ComponentKey assembly = key(PLUGIN_ASSEMBLY, "orders, version=1.0");
        environment.holding(assembly, "Orders=a");
        PackageFixture next = managed("Orders", "2.0.0.0")
                .root(PLUGIN_ASSEMBLY, "00000000-0000-4000-8000-000000000001", assembly.key());

        assertThat(change(plan(next, environment), assembly).change()).isEqualTo(Change.KEEP);
    }

    @Test
    void whatTheStagedUpgradeLists() {
        environment.holding("Orders", "2.0.0.0").member("Orders_Upgrade", TABLE);

        assertThat(applying("Orders", environment).changes())
                .extracting(ComponentChange::change)
                .containsExactly(Change.KEEP);
    }

    @Test
    void notWhatOnlyAnotherSolutionLists() {
        environment.holding("Orders", "2.0.0.0").member("Other", TABLE).member("Orders", TABLE);

        assertThat(applying("Orders", environment).keys(Change.DELETE)).containsExactly(TABLE);
    }
}
