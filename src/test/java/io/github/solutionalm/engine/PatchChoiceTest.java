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
import io.github.solutionalm.RefusalException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which patches can be imported over a base and its patches (docs/concepts.md, "Patches"). */
class PatchChoiceTest {

    private final FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.2.3.0");

    @ParameterizedTest
    @CsvSource({"1.2.3.1", "1.2.4.0", "1.2.4", "1.2.99.99"})
    void theSameMajorAndMinorVersionAndAHigherRestIsAPatch(String version) throws Exception {
        OperationChoice choice = choice("Orders_Patch_1", version, options());

        assertThat(choice.operation()).isEqualTo(Operation.PATCH);
        assertThat(choice.outcome()).isEqualTo(Outcome.PATCHED);
        assertThat(choice.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void itIsAPatchWhateverTheActionSays(Action action) throws Exception {
        assertThat(choice("Orders_Patch_1", "1.2.4.0", options().action(action)).operation())
                .isEqualTo(Operation.PATCH);
    }

    @ParameterizedTest
    @CsvSource({"1.3.0.0", "2.2.4.0", "2.0.0.0"})
    void anotherMajorOrMinorVersionIsRefused(String version) {
        assertThat(refusal("Orders_Patch_1", version, options()))
                .hasMessageStartingWith("0x80048539")
                .hasMessageContaining("not valid for a patch of Orders 1.2.3.0")
                .hasMessageContaining("Import the matching version of Orders");
    }

    @ParameterizedTest
    @CsvSource({"1.2.3.0", "1.2.3"})
    void theBasesOwnVersionIsRefused(String version) {
        for (LowerVersion policy : LowerVersion.values()) {
            assertThat(refusal("Orders_Patch_1", version, options().lowerVersion(policy)))
                    .hasMessageStartingWith("0x80048539");
        }
    }

    @ParameterizedTest
    @CsvSource({"1.2.2.9", "1.1.9.0", "0.9.0.0"})
    void whatTheBaseHasGoneBeyondIsSkippedOrRefused(String version) throws Exception {
        assertThat(choice("Orders_Patch_1", version, options().lowerVersion(LowerVersion.SKIP))
                        .outcome())
                .isEqualTo(Outcome.SKIPPED_LOWER_VERSION);
        for (LowerVersion policy : new LowerVersion[] {LowerVersion.FAIL, LowerVersion.IMPORT}) {
            assertThat(refusal("Orders_Patch_1", version, options().lowerVersion(policy)))
                    .hasMessageStartingWith("0x80048539")
                    .hasMessageContaining("The base has been upgraded since; set lowerVersion to 'skip'");
        }
    }

    @Test
    void aLaterPatchIsHigherThanAllBeforeIt() throws Exception {
        environment.patch("Orders_Patch_1", "1.2.5.0", "Orders").patch("Orders_Patch_2", "1.2.4.0", "Orders");

        assertThat(choice("Orders_Patch_3", "1.2.5.1", options()).operation()).isEqualTo(Operation.PATCH);
    }

    @ParameterizedTest
    @CsvSource({"1.2.5.0", "1.2.4.9", "1.2.3.1"})
    void aMatchingOrHigherPatchThatIsInstalledIsNamed(String version) {
        environment.patch("Orders_Patch_1", "1.2.5.0", "Orders").patch("Orders_Patch_2", "1.2.4.0", "Orders");

        assertThat(refusal("Orders_Patch_3", version, options()))
                .hasMessageStartingWith("0x80061771")
                .hasMessageContaining("not higher than the patch Orders_Patch_1 1.2.5.0");
    }

    @Test
    void aLowerPatchIsSkippedByPolicyAndOneOfTheSameVersionIsNot() throws Exception {
        environment.patch("Orders_Patch_1", "1.2.5.0", "Orders");
        ImportOptionsBuilder skip = options().lowerVersion(LowerVersion.SKIP);

        assertThat(choice("Orders_Patch_2", "1.2.4.0", skip).outcome()).isEqualTo(Outcome.SKIPPED_LOWER_VERSION);
        assertThat(refusal("Orders_Patch_2", "1.2.5.0", skip)).hasMessageStartingWith("0x80061771");
    }

    @Test
    void aPatchThatIsInstalledIsSkippedOrRefused() throws Exception {
        environment.patch("Orders_Patch_1", "1.2.4.0", "Orders").patch("Orders_Patch_2", "1.2.5.0", "Orders");

        assertThat(choice("orders_patch_1", "1.2.4", options()).outcome()).isEqualTo(Outcome.SKIPPED_SAME_VERSION);
        for (SameVersion policy : new SameVersion[] {SameVersion.FAIL, SameVersion.IMPORT}) {
            assertThat(refusal("Orders_Patch_1", "1.2.4.0", options().sameVersion(policy)))
                    .hasMessageStartingWith("0x8004F042")
                    .hasMessageContaining("already installed")
                    .hasMessageContaining("keep sameVersion=skip");
        }
    }

    @Test
    void anInstalledPatchIsNotUpdatedToAnotherVersion() {
        environment.patch("Orders_Patch_1", "1.2.4.0", "Orders");

        assertThat(refusal("Orders_Patch_1", "1.2.5.0", options()))
                .hasMessageStartingWith("0x8004F042")
                .hasMessageContaining("the package has 1.2.5.0")
                .hasMessageContaining("its own unique name");
    }

    @Test
    void itNeedsItsBase() {
        RefusalException refused = refusal(managed("Other_Patch", "1.2.4.0").patchOf("Other"), options());

        assertThat(refused)
                .hasMessageStartingWith("0x80048540")
                .hasMessageContaining("Other_Patch 1.2.4.0")
                .hasMessageContaining("Import Other first");
    }

    @Test
    void thereIsNoPatchOfAPatchOrOfAStagedUpgrade() {
        environment.patch("Orders_Patch_1", "1.2.4.0", "Orders").holding("Orders", "2.0.0.0");

        assertThat(refusal(managed("P", "1.2.5.0").patchOf("Orders_Patch_1"), options()))
                .hasMessageStartingWith("0x80048539")
                .hasMessageContaining("itself a patch");
        assertThat(refusal(managed("P", "2.0.1.0").patchOf("Orders_Upgrade"), options()))
                .hasMessageStartingWith("0x80048539")
                .hasMessageContaining("itself a staged upgrade");
    }

    @Test
    void aPendingUpgradeBlocksIt() {
        environment.holding("Orders", "2.0.0.0");

        assertThat(refusal("Orders_Patch_1", "1.2.4.0", options()))
                .hasMessageStartingWith("0x80048539")
                .hasMessageContaining("Orders_Upgrade 2.0.0.0")
                .hasMessageContaining("solution:apply-upgrade")
                .hasMessageContaining("leftoverUpgrade");
    }

    @Test
    void baseAndPatchAreManagedAlike() throws Exception {
        FakeEnvironmentView unmanaged = new FakeEnvironmentView().unmanaged("Mine", "1.0.0.0");
        PackageFixture patch = managed("Mine_Patch", "1.0.1.0").patchOf("Mine");

        assertThat(codes(refusal(unmanaged("Orders_Patch", "1.2.4.0").patchOf("Orders"), options())
                        .errors()))
                .containsExactly("0x80048041");
        for (ImportOptionsBuilder options :
                new ImportOptionsBuilder[] {options(), options().convertToManaged()}) {
            RefusalException refused = catchThrowableOfType(
                    RefusalException.class, () -> Planning.choose(patch.build(), options.build(), unmanaged));
            assertThat(refused).hasMessageStartingWith("0x80048040").hasMessageContaining("Import the unmanaged patch");
        }
        assertThat(Planning.choose(
                                unmanaged("Mine_Patch", "1.0.1.0")
                                        .patchOf("Mine")
                                        .build(),
                                options().build(),
                                unmanaged)
                        .operation())
                .isEqualTo(Operation.PATCH);
    }

    @Test
    void baseAndPatchAreOfOnePublisher() {
        assertThat(codes(refusal(
                                managed("Orders_Patch", "1.2.4.0")
                                        .patchOf("Orders")
                                        .publisher("fabrikam"),
                                options())
                        .errors()))
                .containsExactly("0x8004801C");
    }

    private OperationChoice choice(String name, String version, ImportOptionsBuilder options) throws RefusalException {
        return Planning.choose(managed(name, version).patchOf("Orders").build(), options.build(), environment);
    }

    private RefusalException refusal(String name, String version, ImportOptionsBuilder options) {
        return refusal(managed(name, version).patchOf("Orders"), options);
    }

    private RefusalException refusal(PackageFixture patch, ImportOptionsBuilder options) {
        return catchThrowableOfType(
                RefusalException.class, () -> Planning.choose(patch.build(), options.build(), environment));
    }
}
