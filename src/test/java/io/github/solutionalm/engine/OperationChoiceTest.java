package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.unmanaged;
import static io.github.solutionalm.engine.Planning.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.RefusalException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OperationChoiceTest {

    private final FakeEnvironmentView empty = new FakeEnvironmentView();
    private final FakeEnvironmentView withManaged = new FakeEnvironmentView().managed("Orders", "2.0.0.0");
    private final FakeEnvironmentView withUnmanaged = new FakeEnvironmentView().unmanaged("Orders", "2.0.0.0");

    @ParameterizedTest
    @EnumSource(Action.class)
    void whatIsNotInstalledIsInstalledWhateverTheActionSays(Action action) throws Exception {
        OperationChoice choice = choice(managed("Orders", "1.0.0.0"), options().action(action), empty);

        assertThat(choice.operation()).isEqualTo(Operation.INSTALL);
        assertThat(choice.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(choice.stack().base()).isEmpty();
        assertThat(choice.isSkip()).isFalse();
    }

    @Test
    void whatMustBeThereIsNotInstalled() throws Exception {
        ImportOptionsBuilder required = options().gates(new PlanGates(false, List.of(), false, false, true));

        assertThat(refusal(managed("Orders", "1.0.0.0"), required, empty))
                .hasMessageStartingWith("0x8004801E")
                .hasMessageContaining("Orders is not in the environment, and requireInstalled is true");
        assertThat(choice(managed("Orders", "3.0.0.0"), required, withManaged).operation())
                .isEqualTo(Operation.UPGRADE);
    }

    @Test
    void whatIsToBeInstalledMayNotBeThereInAnotherVersion() throws Exception {
        ImportOptionsBuilder install = options().action(Action.INSTALL);

        assertThat(refusal(managed("Orders", "3.0.0.0"), install, withManaged))
                .hasMessageStartingWith("0x8004801E")
                .hasMessageContaining("Orders 2.0.0.0 is already in the environment, and action is 'install'");
        assertThat(choice(managed("Orders", "2.0.0.0"), install, withManaged).isSkip())
                .isTrue();
    }

    @Test
    void stageWarnsWhenThereIsNothingToUpgrade() throws Exception {
        OperationChoice staged = choice(managed("Orders", "1.0.0.0"), options().action(Action.STAGE), empty);

        assertThat(staged.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("Orders")
                .contains("nothing to upgrade: it was installed"));
        assertThat(choice(managed("Orders", "1.0.0.0"), options(), empty).warnings())
                .isEmpty();
        assertThat(choice(unmanaged("Orders", "1.0.0.0"), options().action(Action.STAGE), empty)
                        .warnings())
                .isEmpty();
    }

    @Test
    void theSameVersionIsSkippedImportedOrRefused() throws Exception {
        for (FakeEnvironmentView environment : new FakeEnvironmentView[] {withManaged, withUnmanaged}) {
            PackageFixture solution =
                    environment == withManaged ? managed("Orders", "2.0") : unmanaged("Orders", "2.0");
            OperationChoice skipped = choice(solution, options(), environment);
            OperationChoice imported = choice(solution, options().sameVersion(SameVersion.IMPORT), environment);

            assertThat(skipped.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
            assertThat(skipped.isSkip()).isTrue();
            assertThat(skipped.stack().base()).isPresent();
            assertThat(imported.operation()).isEqualTo(Operation.UPDATE);
            assertThat(imported.outcome()).isEqualTo(Outcome.UPDATED);
            assertThat(refusal(solution, options().sameVersion(SameVersion.FAIL), environment))
                    .hasMessageContaining("0x80048541")
                    .hasMessageContaining("Orders 2.0.0.0 is already installed")
                    .hasMessageContaining("sameVersion");
        }
    }

    @Test
    void theSameVersionWithOtherContentIsAWarning() throws Exception {
        OperationChoice same = choice(managed("Orders", "2.0.0.0"), options(), withManaged);
        OperationChoice other = OperationChoice.of(
                managed("Orders", "2.0.0.0").manifest(), "another", options().build(), withManaged);

        assertThat(same.warnings()).isEmpty();
        assertThat(other.outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        assertThat(other.warnings()).singleElement().satisfies(warning -> assertThat(warning.message())
                .contains("Orders 2.0.0.0 is installed from another package")
                .contains("another")
                .contains("its own version"));
    }

    @Test
    void aLowerVersionIsSkippedImportedOrRefused() throws Exception {
        PackageFixture lower = managed("Orders", "1.9.9.9");

        assertThat(choice(lower, options().lowerVersion(LowerVersion.SKIP), withManaged)
                        .outcome())
                .isEqualTo(Outcome.SKIPPED_LOWER_VERSION);
        assertThat(choice(lower, options().lowerVersion(LowerVersion.IMPORT), withManaged)
                        .operation())
                .isEqualTo(Operation.UPDATE);
        assertThat(refusal(lower, options(), withManaged))
                .hasMessageContaining("0x80048541")
                .hasMessageContaining("1.9.9.9")
                .hasMessageContaining("2.0.0.0")
                .hasMessageContaining("-Dsolution.lowerVersion");
        assertThat(refusal(unmanaged("Orders", "1.0.0.0"), options(), withUnmanaged))
                .hasMessageContaining("0x80048541");
    }

    @Test
    void aHigherUnmanagedVersionIsAnUpdate() throws Exception {
        OperationChoice choice = choice(unmanaged("Orders", "2.0.0.1"), options(), withUnmanaged);

        assertThat(choice.operation()).isEqualTo(Operation.UPDATE);
        assertThat(choice.stack().base().orElseThrow().version()).hasToString("2.0.0.0");
    }

    @CsvSource({"UPGRADE,UPGRADE,UPGRADED", "UPDATE,UPDATE,UPDATED", "STAGE,STAGE_UPGRADE,STAGED"})
    @ParameterizedTest
    void aHigherManagedVersionIsWhatTheActionSays(Action action, Operation operation, Outcome outcome)
            throws Exception {
        OperationChoice choice = choice(managed("Orders", "2.1.0.0"), options().action(action), withManaged);

        assertThat(choice.operation()).isEqualTo(operation);
        assertThat(choice.outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void theActionDoesNotMatterToOtherVersionsOrToUnmanagedSolutions(Action action) throws Exception {
        ImportOptionsBuilder again = options().action(action).sameVersion(SameVersion.IMPORT);
        ImportOptionsBuilder back = options().action(action).lowerVersion(LowerVersion.IMPORT);

        assertThat(choice(managed("Orders", "2.0.0.0"), again, withManaged).operation())
                .isEqualTo(Operation.UPDATE);
        assertThat(choice(managed("Orders", "1.0.0.0"), back, withManaged).operation())
                .isEqualTo(Operation.UPDATE);
        assertThat(choice(unmanaged("Orders", "3.0.0.0"), options().action(action), withUnmanaged)
                        .operation())
                .isEqualTo(Operation.UPDATE);
        assertThat(choice(managed("Orders", "3.0.0.0"), options().action(action).convertToManaged(), withUnmanaged)
                        .operation())
                .isEqualTo(Operation.UPDATE);
    }

    @CsvSource({"UPGRADE, true", "STAGE, true", "UPDATE, false"})
    @ParameterizedTest
    void aHigherPatchThatIsRolledUpIsAWarning(Action action, boolean warns) throws Exception {
        withManaged.patch("Orders_Patch", "2.0.5.0", "Orders").patch("Orders_Patch_0", "2.0.0.1", "Orders");
        OperationChoice choice = choice(managed("Orders", "2.0.1.0"), options().action(action), withManaged);

        assertThat(choice.stack().patches()).hasSize(2);
        assertThat(codes(choice.warnings())).hasSize(warns ? 1 : 0).allMatch("0x80061771"::equals);
        assertThat(choice.warnings()).allSatisfy(warning -> assertThat(warning.message())
                .contains("removes the patch Orders_Patch 2.0.5.0"));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void aStagedUpgradeThatIsLeftOverBlocksIt(Action action) {
        withManaged.holding("Orders", "3.0.0.0");

        for (String version : new String[] {"1.0.0.0", "2.0.0.0", "3.0.0.0", "4.0.0.0"}) {
            assertThat(refusal(managed("Orders", version), options().action(action), withManaged))
                    .hasMessageStartingWith("0x80048539")
                    .hasMessageContaining("Orders_Upgrade 3.0.0.0")
                    .hasMessageContaining("-Dsolution.leftoverUpgrade=discard|apply");
        }
    }

    @Test
    void namesAreComparedInAnyCase() throws Exception {
        assertThat(choice(managed("ORDERS", "2.0.0.0"), options(), withManaged).isSkip())
                .isTrue();
    }

    @Test
    void thePublisherCannotChange() {
        assertThat(refusal(managed("Orders", "2.0.0.0").publisher("fabrikam"), options(), withManaged))
                .hasMessageContaining("0x8004801C")
                .hasMessageContaining("contoso")
                .hasMessageContaining("fabrikam");
    }

    @Test
    void managedAndUnmanagedDoNotMix() {
        assertThat(refusal(managed("Orders", "2.0.0.0"), options(), withUnmanaged))
                .hasMessageContaining("0x80048040")
                .hasMessageContaining("convertToManaged");
        assertThat(refusal(unmanaged("Orders", "2.0.0.0"), options(), withManaged))
                .hasMessageContaining("0x80048041");
        assertThat(refusal(unmanaged("Orders", "2.0.0.0"), options().convertToManaged(), withManaged))
                .hasMessageContaining("0x80048041");
    }

    @Test
    void allThatTheInstalledSolutionForbidsIsReportedAtOnce() {
        FakeEnvironmentView environment = withUnmanaged.holding("Orders", "3.0.0.0");

        RefusalException refused = refusal(managed("Orders", "1.0.0.0").publisher("fabrikam"), options(), environment);

        assertThat(codes(refused.errors())).containsExactly("0x8004801C", "0x80048040", "0x80048539");
        assertThat(refused).hasMessageContaining("Orders_Upgrade 3.0.0.0");
    }

    @Test
    void convertToManagedTakesTheSameVersionToo() throws Exception {
        for (String version : new String[] {"2.0.0.0", "2.1.0.0"}) {
            assertThat(choice(managed("Orders", version), options().convertToManaged(), withUnmanaged)
                            .operation())
                    .isEqualTo(Operation.UPDATE);
        }
    }

    @Test
    void convertToManagedFollowsThePolicyForALowerVersion() throws Exception {
        PackageFixture lower = managed("Orders", "1.0.0.0");

        assertThat(refusal(lower, options().convertToManaged(), withUnmanaged)).hasMessageContaining("0x80048541");
        assertThat(choice(lower, options().convertToManaged().lowerVersion(LowerVersion.SKIP), withUnmanaged)
                        .isSkip())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"System,0x80048046", "active,0x80048046", "BASIC,0x80048046", "Default,0x80048049"})
    void thePlatformsOwnNamesAreRefused(String name, String code) {
        assertThat(refusal(managed(name, "1.0.0.0"), options(), empty)).hasMessageStartingWith(code);
    }

    @Test
    void theUnmanagedDefaultSolutionIsLetPass() throws Exception {
        assertThat(choice(unmanaged("Default", "1.0.0.0"), options(), empty).operation())
                .isEqualTo(Operation.INSTALL);
        assertThat(refusal(unmanaged("System", "1.0.0.0"), options(), empty)).hasMessageStartingWith("0x80048046");
    }

    @Test
    void aPatchNeedsItsBase() {
        PackageFixture patch = managed("Orders_Patch_1", "2.0.1.0").patchOf("Orders");

        assertThat(refusal(patch, options(), empty))
                .hasMessageStartingWith("0x80048540")
                .hasMessageContaining("Import Orders first");
    }

    private static OperationChoice choice(
            PackageFixture solution, ImportOptionsBuilder options, EnvironmentView environment)
            throws RefusalException {
        return Planning.choose(solution.build(), options.build(), environment);
    }

    private static RefusalException refusal(
            PackageFixture solution, ImportOptionsBuilder options, EnvironmentView environment) {
        return catchThrowableOfType(RefusalException.class, () -> choice(solution, options, environment));
    }
}
