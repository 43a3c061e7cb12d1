package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.Operation;
import io.github.solutionalm.RefusalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that stand for something else in the environment. */
class NameChecksTest {

    private final FakeEnvironmentView environment = new FakeEnvironmentView()
            .managed("Orders", "1.0.0.0")
            .patch("Orders_Patch", "1.0.1.0", "Orders")
            .managed("Staged", "1.0.0.0")
            .holding("Staged", "2.0.0.0");

    @ParameterizedTest
    @ValueSource(strings = {"Orders_Upgrade", "ORDERS_UPGRADE", "Staged_Upgrade"})
    void theNameOfAStagedUpgradeIsTaken(String name) {
        assertThat(refusal(managed(name, "1.0.0.0")))
                .hasMessageStartingWith("0x8004F023")
                .hasMessageContaining(name + " is the name of a staged upgrade of")
                .hasMessageContaining("another unique name");
        assertThat(refusal(unmanaged(name, "1.0.0.0"))).hasMessageStartingWith("0x8004F023");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Big_Upgrade", "_Upgrade", "Upgrade", "OrdersUpgrade", "Orders_Upgrade_2"})
    void othersMayEndLikeOne(String name) throws Exception {
        assertThat(choose(managed(name, "1.0.0.0")).operation()).isEqualTo(Operation.INSTALL);
    }

    @Test
    void aSolutionThatBearsTheNameOfAStagedUpgradeBlocksStagingAlone() throws Exception {
        environment.managed("Big_Upgrade", "1.0.0.0");

        assertThat(choose(managed("Big", "1.0.0.0")).operation()).isEqualTo(Operation.INSTALL);
        assertThat(catchThrowableOfType(RefusalException.class, () -> NameChecks.checkHolding("Big", environment)))
                .hasMessageStartingWith("0x8004F023")
                .hasMessageContaining("Big_Upgrade")
                .hasMessageContaining("Use the action 'upgrade' instead");
    }

    @Test
    void thePatchOfAnotherSolutionCannotBecomeASolution() {
        assertThat(refusal(managed("Orders_Patch", "2.0.0.0")))
                .hasMessageStartingWith("0x8004F023")
                .hasMessageContaining("a patch of Orders")
                .hasMessageContaining("a solution of its own");
    }

    @Test
    void aSolutionCannotBecomeAPatch() {
        environment.managed("Loose", "1.0.0.0");

        assertThat(refusal(managed("Loose", "1.0.1.0").patchOf("Orders"))).hasMessageStartingWith("0x8004F023");
        assertThat(refusal(managed("Orders", "1.0.1.0").patchOf("Orders"))).hasMessageStartingWith("0x8004F023");
    }

    @Test
    void thePatchOfOneSolutionCannotBecomeThatOfAnother() {
        assertThat(refusal(managed("Orders_Patch", "1.0.1.0").patchOf("Staged")))
                .hasMessageStartingWith("0x8004F023")
                .hasMessageContaining("a patch of Orders")
                .hasMessageContaining("a patch of Staged");
    }

    @Test
    void namesOfBasesAreComparedInAnyCase() throws Exception {
        assertThat(choose(managed("Orders_Patch", "1.0.1.0").patchOf("ORDERS")).isSkip())
                .isTrue();
    }

    private OperationChoice choose(PackageFixture solution) throws RefusalException {
        return Planning.choose(solution.build(), options().build(), environment);
    }

    private RefusalException refusal(PackageFixture solution) {
        return catchThrowableOfType(RefusalException.class, () -> choose(solution));
    }
}
