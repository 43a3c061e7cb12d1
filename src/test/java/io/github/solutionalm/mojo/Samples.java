package io.github.solutionalm.mojo;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationResult;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Doubt;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Results and manifests to print. */
public final class Samples {

    public static final EnvironmentId ENVIRONMENT =
            new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:/builds/project/target/solution/environment.db");
    public static final PackageFile FILE = new PackageFile(
            "/builds/project/src/ContosoOrders_2_0_0_0_managed.zip", "zip", 188416, "1f3c9a".repeat(10) + "0000");
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private Samples() {}

    public static SolutionManifest manifest(boolean managed, Optional<String> patchOf) {
        Publisher publisher = new Publisher("contoso", "Contoso", "", "", "", "contoso", Optional.of(10000), List.of());
        return new SolutionManifest(
                "ContosoOrders",
                new LocalizedText(List.of(new LocalizedText.Label(1033, "Contoso Orders"))),
                LocalizedText.NONE,
                SolutionVersion.parse("2.0.0.0"),
                managed,
                publisher,
                patchOf,
                Optional.empty(),
                List.of(),
                List.of(),
                1033,
                new SolutionManifest.ExportPlatform("9.2.24", "9.2", "CrmLive"));
    }

    public static ImportResult result(
            Outcome outcome,
            List<Finding> errors,
            List<Finding> warnings,
            List<MissingDependency> missing,
            int unpublished) {
        return result(ENVIRONMENT, outcome, errors, warnings, missing, unpublished);
    }

    public static ImportResult failedIn(EnvironmentId environment) {
        return result(environment, Outcome.FAILED, List.of(error(1)), List.of(), List.of(), 0);
    }

    private static ImportResult result(
            EnvironmentId environment,
            Outcome outcome,
            List<Finding> errors,
            List<Finding> warnings,
            List<MissingDependency> missing,
            int unpublished) {
        return new ImportResult(
                new OperationSubject(
                        "import",
                        environment,
                        Optional.of(FILE),
                        Optional.of(manifest(true, Optional.empty())),
                        manifest(true, Optional.empty()).uniqueName(),
                        Optional.of("1.0.0.0"),
                        ImportOptions.defaults()),
                Operation.UPGRADE,
                outcome,
                new ImportResult.Timing(
                        Optional.of("00000000-0000-0000-0000-000000000001"), START, START.plusMillis(1200), 100),
                new OperationResult.Findings(errors, warnings, missing),
                new ImportResult.Effects(components(257), List.of(1033), 1, unpublished, List.of()),
                JobDocuments.NONE);
    }

    /** An installation that leaves workflows off. */
    public static ImportResult leavingOff(LeftOff... workflows) {
        ImportResult all = result(Outcome.INSTALLED, List.of(), List.of(), List.of(), 0);
        ImportResult.Effects effects = all.effects();
        return new ImportResult(
                all.subject(),
                all.operation(),
                all.outcome(),
                all.timing(),
                all.findings(),
                new ImportResult.Effects(
                        effects.components(), effects.languages(), effects.hidden(), 0, List.of(workflows)),
                all.documents());
    }

    /** The plan of an upgrade that deletes a column, with these doubts. */
    public static PlanResult planOfDeletion(Doubt... doubts) {
        return new PlanResult(
                upgraded().subject(),
                Operation.UPGRADE,
                Outcome.UPGRADED,
                new OperationResult.Findings(List.of(), List.of(), List.of()),
                PlanResult.Blocks.NONE,
                List.of(change(1, Change.DELETE, doubts)),
                List.of(),
                PlanBasis.NONE);
    }

    /** What a plan does to a column. */
    public static ComponentChange change(int number, Change change, Doubt... doubts) {
        return new ComponentChange(
                new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.contoso_" + number),
                "",
                change,
                Optional.empty(),
                new ComponentChange.After(Optional.empty(), true, Optional.empty()),
                ComponentChange.Customization.NONE,
                ComponentChange.Losses.NONE,
                Set.of(doubts));
    }

    public static ImportResult upgraded() {
        return result(Outcome.UPGRADED, List.of(), List.of(warning(1)), List.of(), 0);
    }

    public static ImportResult failed(int errors) {
        return result(
                Outcome.FAILED,
                IntStream.range(0, errors).mapToObj(Samples::error).toList(),
                List.of(),
                List.of(),
                0);
    }

    static Finding error(int number) {
        ComponentKey key = new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.contoso_" + number);
        return new Finding(
                "0x8004F01F",
                "CannotDeleteDueToAssociation",
                "Column " + number + " is used. Remove it from the form.",
                Optional.of(key));
    }

    public static Finding warning(int number) {
        return new Finding(
                "0x80072035", "UnclaimedFile", "The file Other/" + number + ".txt is not used.", Optional.empty());
    }

    public static MissingDependency missing(String solution, int number) {
        return new MissingDependency(
                new MissingDependency.Part(
                        ComponentType.ENTITY,
                        List.of("contoso_" + number),
                        "Table " + number,
                        Optional.of(new MissingDependency.RequiredSolution(
                                solution, Optional.of(SolutionVersion.parse("1.0.0.0"))))),
                new MissingDependency.Part(
                        ComponentType.SYSTEM_FORM, List.of("contoso_order.main"), "", Optional.empty()));
    }

    private static List<ComponentResult> components(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> new ComponentResult(
                        new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.contoso_" + i),
                        "",
                        Change.UNCHANGED,
                        ComponentResult.Status.SUCCESS,
                        Optional.of(START),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
    }
}
