package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Effort;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.report.json.OperationRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReleaseGateTest {

    private static final EnvironmentId HERE = new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:/r.db");
    private static final ReleaseGate.Options STRICT = new ReleaseGate.Options(false, false, Optional.empty());

    @Test
    void aReleaseThatIsThereMayPass() {
        assertThat(findings(
                        List.of(record(Operation.UPGRADE, Outcome.UPGRADED, "A", "2.0.0.0")),
                        content(0, solution("A", "2.0"))))
                .isEmpty();
    }

    @Test
    void aBuildWithoutImportsIsNoRelease() {
        assertThat(findings(List.of(), content(0)))
                .singleElement()
                .asString()
                .contains("missing, empty or from another build");
    }

    @Test
    void everythingIsListed() {
        List<OperationRecord> records = List.of(
                record(Operation.INSTALL, Outcome.FAILED, "A", "1.0.0.0"),
                record(Operation.INSTALL, Outcome.TIMED_OUT, "B", "1.0.0.0"),
                record(Operation.INSTALL, Outcome.INCONCLUSIVE, "C", "1.0.0.0"),
                record(Operation.INSTALL, Outcome.INSTALLED, "D", "1.0.0.0"),
                record(Operation.INSTALL, Outcome.INSTALLED, "E", "1.0.0.0"));
        assertThat(findings(records, content(3, solution("E", "0.9"))))
                .satisfiesExactly(
                        finding -> assertThat(finding).contains("A 1.0.0.0 is FAILED in rehearsal"),
                        finding -> assertThat(finding).contains("B 1.0.0.0 is TIMED_OUT"),
                        finding -> assertThat(finding).contains("C 1.0.0.0 is INCONCLUSIVE"),
                        finding -> assertThat(finding).contains("does not hold D 1.0.0.0"),
                        finding -> assertThat(finding).contains("holds E 0.9 and not E 1.0.0.0"),
                        finding -> assertThat(finding).contains("3 unpublished components"));
    }

    @Test
    void aPackageThatChangedSinceIsFound() {
        List<OperationRecord> records = List.of(record(Operation.INSTALL, Outcome.INSTALLED, "A", "1.0.0.0"));
        List<EnvironmentContent> contents = List.of(content(0, solution("A", "1.0.0.0")));
        assertThat(ReleaseGate.findings(records, contents, STRICT, file -> Optional.of("other")))
                .singleElement()
                .asString()
                .contains("has changed since it was imported", "other", "a1");
        assertThat(ReleaseGate.findings(records, contents, STRICT, file -> Optional.empty()))
                .singleElement()
                .asString()
                .contains("no longer exists");
    }

    @Test
    void whatGaveWayToALaterImportIsNotExpected() {
        List<OperationRecord> records = List.of(
                record(Operation.INSTALL, Outcome.INSTALLED, "A", "1.0.0.0"),
                record(Operation.PATCH, Outcome.PATCHED, "A_Patch_7f", "1.0.1.0"),
                record(Operation.UPGRADE, Outcome.UPGRADED, "A", "2.0.0.0"));
        assertThat(findings(records, content(0, solution("A", "2.0.0.0")))).isEmpty();
    }

    @Test
    void aPatchOfWhateverNameIsRolledUp() {
        OperationRecord patch = new OperationRecord(
                "id",
                "import",
                OperationRecord.Environment.of(HERE),
                new OperationRecord.File("p.zip", "a1", Optional.empty()),
                new OperationRecord.Solution("HotFix", "1.0.1.0", "A"),
                new OperationRecord.End(Operation.PATCH, Outcome.PATCHED, List.of(), 0),
                false,
                "");
        List<OperationRecord> records =
                List.of(patch, record(Operation.APPLY_UPGRADE, Outcome.APPLIED, "a", "2.0.0.0"));
        assertThat(findings(records, content(0, solution("A", "2.0.0.0")))).isEmpty();
    }

    @Test
    void aPatchThatItsBaseHasOvertakenIsNotExpected() {
        List<OperationRecord> records =
                List.of(record(Operation.NONE, Outcome.SKIPPED_LOWER_VERSION, "A_Patch_7f", "1.0.1.0"));
        assertThat(findings(records, content(0, solution("A", "2.0.0.0")))).isEmpty();
        assertThat(findings(records, content(0))).hasSize(1);
    }

    @Test
    void aPatchIsExpectedUntilAnUpgradeRollsItUp() {
        List<OperationRecord> records = List.of(record(Operation.PATCH, Outcome.PATCHED, "A_Patch_7f", "1.0.1.0"));
        assertThat(findings(records, content(0, solution("A", "1.0.0.0"))))
                .singleElement()
                .asString()
                .contains("A_Patch_7f");
    }

    @Test
    void aStagedUpgradeIsHeldBesideTheInstalledVersion() {
        List<OperationRecord> records = List.of(record(Operation.STAGE_UPGRADE, Outcome.STAGED, "A", "2.0.0.0"));
        assertThat(findings(records, content(0, solution("A", "1.0.0.0"), holding("A", "2.0.0.0"))))
                .isEmpty();
        assertThat(findings(records, content(0, solution("A", "1.0.0.0"))))
                .singleElement()
                .asString()
                .contains("the staged upgrade of A 2.0.0.0");
    }

    @Test
    void anUpgradeThatSomebodyElseStagedIsLeftOver() {
        List<OperationRecord> records = List.of(record(Operation.INSTALL, Outcome.INSTALLED, "B", "1.0.0.0"));
        EnvironmentContent content =
                content(0, solution("A", "1.0.0.0"), holding("A", "2.0.0.0"), solution("B", "1.0.0.0"));
        assertThat(findings(records, content)).singleElement().asString().contains("A_Upgrade 2.0.0.0");
        assertThat(ReleaseGate.findings(
                        records,
                        List.of(content),
                        new ReleaseGate.Options(true, false, Optional.empty()),
                        file -> Optional.of("a1")))
                .isEmpty();
    }

    @Test
    void unpublishedChangesMayBeAllowed() {
        assertThat(ReleaseGate.findings(
                        List.of(record(Operation.INSTALL, Outcome.INSTALLED, "A", "1.0.0.0")),
                        List.of(content(5, solution("A", "1.0.0.0"))),
                        new ReleaseGate.Options(false, true, Optional.empty()),
                        file -> Optional.of("a1")))
                .isEmpty();
    }

    @Test
    void aSkipForALowerVersionExpectsAHigherOne() {
        List<OperationRecord> records = List.of(record(Operation.NONE, Outcome.SKIPPED_LOWER_VERSION, "A", "1.0.0.0"));
        assertThat(findings(records, content(0, solution("A", "2.0.0.0")))).isEmpty();
        assertThat(findings(records, content(0, solution("A", "1.0.0.0")))).hasSize(1);
    }

    @Test
    void anEnvironmentThatCannotBeReadIsFound() {
        assertThat(ReleaseGate.findings(
                        List.of(record(Operation.INSTALL, Outcome.INSTALLED, "A", "1.0.0.0")),
                        List.of(),
                        STRICT,
                        file -> Optional.of("a1")))
                .singleElement()
                .asString()
                .contains("can't be read");
    }

    @Test
    void theChosenEnvironmentIsOneThatWasImportedInto() {
        assertThat(ReleaseGate.findings(
                        List.of(record(Operation.INSTALL, Outcome.INSTALLED, "A", "1.0.0.0")),
                        List.of(content(0, solution("A", "1.0.0.0"))),
                        new ReleaseGate.Options(false, false, Optional.of("jdbc:sqlite:/other.db")),
                        file -> Optional.of("a1")))
                .singleElement()
                .asString()
                .contains("Nothing was imported into the environment jdbc:sqlite:/other.db");
    }

    @Test
    void whatTookEffectAndIsNotAcceptedDoesNotPass() {
        OperationRecord objected =
                record(Operation.INSTALL, Outcome.INSTALLED, "A", "1.0.0.0").withError("1 warning.");

        assertThat(findings(List.of(objected), content(0, solution("A", "1.0.0.0"))))
                .containsExactly("The import of A 1.0.0.0 is not accepted: 1 warning.");
    }

    @Test
    void aLaterVersionIsNotTheOneThatWasImported() {
        assertThat(findings(
                        List.of(record(Operation.INSTALL, Outcome.INSTALLED, "A", "1.0.0.0")),
                        content(0, solution("A", "1.0.0.1"))))
                .containsExactly(
                        "The environment rehearsal holds A 1.0.0.1 and not A 1.0.0.0, which this build imported.");
    }

    @Test
    void anImportOfItsBaseDidNotStageAnUpgrade() {
        assertThat(findings(
                        List.of(record(Operation.UPDATE, Outcome.UPDATED, "A", "1.0.0.0")),
                        content(0, solution("A", "1.0.0.0"), holding("A", "2.0.0.0"))))
                .singleElement()
                .asString()
                .contains("holds the staged upgrade A_Upgrade 2.0.0.0, which this build did not stage");
    }

    @Test
    void whatHasBegunAndNotEndedDoesNotPass() {
        assertThat(findings(List.of(record(Operation.NONE, Outcome.STARTED, "A", "")), content(0)))
                .singleElement()
                .asString()
                .startsWith("The import of A was begun in rehearsal and has not ended");
    }

    @Test
    void anotherPackageOfTheSameVersionIsNotTheRelease() {
        OperationRecord skipped = record(Operation.NONE, Outcome.SKIPPED_SAME_VERSION, "A", "1.0.0.0");
        EnvironmentContent other = content(0, solution("A", "1.0.0.0", "b2"));

        assertThat(findings(List.of(skipped), other))
                .singleElement()
                .asString()
                .contains("from a package other than A.zip", "b2", "sameVersion=import");
        assertThat(findings(List.of(skipped.withAnyContent(true)), other)).isEmpty();
        assertThat(findings(List.of(skipped), content(0, solution("A", "1.0.0.0", "a1"))))
                .isEmpty();
    }

    @Test
    void whatFailedBeforeItsEnvironmentWasKnownIsFoundOnce() {
        OperationRecord failed = new OperationRecord(
                "id",
                "import",
                new OperationRecord.Environment("", ""),
                OperationRecord.File.at(""),
                OperationRecord.Solution.named(""),
                OperationRecord.End.with(Outcome.FAILED, List.of("There is no such file.")),
                false,
                "");
        assertThat(ReleaseGate.findings(
                        List.of(failed),
                        List.of(),
                        new ReleaseGate.Options(false, false, Optional.of(HERE.url())),
                        file -> Optional.empty()))
                .containsExactly("The import is FAILED: There is no such file.");
    }

    /** Each operation is held against what the environment has of its solution, and against its patches. */
    @Test
    void anyNumberOfOperationsIsJudgedInTheTimeOfItsNumber() {
        assertThat(Effort.ofFourTimesAsMuch(4_000, count -> {
                    List<OperationRecord> records = IntStream.range(0, count)
                            .mapToObj(i -> record(Operation.UPGRADE, Outcome.UPGRADED, "Contoso" + i, "1.0.0.0"))
                            .toList();
                    EnvironmentContent.Solution[] solutions = IntStream.range(0, count)
                            .mapToObj(i -> solution("Contoso" + i, "1.0.0.0"))
                            .toArray(EnvironmentContent.Solution[]::new);
                    assertThat(findings(records, content(0, solutions))).isEmpty();
                }))
                .as("time for four times as many operations")
                .isLessThan(9);
    }

    private static List<String> findings(List<OperationRecord> records, EnvironmentContent content) {
        return ReleaseGate.findings(records, List.of(content), STRICT, file -> Optional.of("a1"));
    }

    private static OperationRecord record(Operation operation, Outcome outcome, String solution, String version) {
        return new OperationRecord(
                "id",
                "import",
                OperationRecord.Environment.of(HERE),
                new OperationRecord.File(solution + ".zip", "a1", Optional.empty()),
                new OperationRecord.Solution(
                        solution,
                        version,
                        solution.contains("_Patch_") ? solution.substring(0, solution.indexOf("_Patch_")) : ""),
                new OperationRecord.End(operation, outcome, List.of(), 0),
                false,
                "");
    }

    private static EnvironmentContent content(int unpublished, EnvironmentContent.Solution... solutions) {
        return new EnvironmentContent(HERE, List.of(solutions), List.of(), OptionalInt.of(unpublished));
    }

    private static EnvironmentContent.Solution solution(String name, String version) {
        return solution(name, version, "");
    }

    private static EnvironmentContent.Solution solution(String name, String version, String sha256) {
        return installed(name, name, version, Optional.empty(), sha256);
    }

    private static EnvironmentContent.Solution holding(String base, String version) {
        return installed(base + "_Upgrade", base, version, Optional.of(base), "");
    }

    private static EnvironmentContent.Solution installed(
            String name, String friendlyName, String version, Optional<String> holdingFor, String sha256) {
        return new EnvironmentContent.Solution(
                new InstalledSolution(
                        name,
                        friendlyName,
                        SolutionVersion.parse(version),
                        true,
                        "p",
                        Optional.empty(),
                        holdingFor,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        sha256),
                OptionalInt.of(1));
    }
}
