package io.github.solutionalm.report;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationResult;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes results: an upgrade of Contoso Orders that went well, unless a test says otherwise. */
public final class ResultFixture {

    static final Instant STARTED = Instant.parse("2026-11-22T10:00:00.120Z");
    static final Instant COMPLETED = Instant.parse("2026-11-22T10:00:01.356Z");
    public static final String JOB = "5c1d8f2e-0c5b-4d7a-9a53-0f2b6f1c7e11";
    public static final String FORM = "65e22d70-2665-475d-873d-e23bda6b232a";

    private EnvironmentId environment = new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:target/rehearsal.db");
    private String uniqueName = "ContosoOrders";
    private String friendlyName = "Contoso Orders";
    private String file = "ContosoOrders_2_0_0_0_managed.zip";
    private boolean readable = true;
    private Outcome outcome = Outcome.UPGRADED;
    private int unpublished;
    private final List<LeftOff> leftOff = new ArrayList<>();
    private boolean publish;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private final List<MissingDependency> missing = new ArrayList<>();
    private final List<ComponentResult> components = new ArrayList<>();

    public static ResultFixture upgrade() {
        return new ResultFixture();
    }

    /** Refused, with the one missing dependency of a real failing import job and another that nobody provides. */
    public static ResultFixture refusedForMissingDependencies() {
        return upgrade()
                .outcome(Outcome.FAILED)
                .error(
                        "0x8004801D",
                        "ImportMissingDependenciesError",
                        "Import ContosoBase (1.0.0.0) first: 2 components of it are missing.")
                .missing(
                        required(ComponentType.ENTITY, "contoso_x", "Contoso X", "ContosoBase", "1.0.0.0"),
                        part(ComponentType.SYSTEM_FORM, FORM, "Information"))
                .missing(
                        required(ComponentType.ATTRIBUTE, "account.contoso_y", "Y", "ContosoBase", "1.0.0.0"),
                        part(ComponentType.SYSTEM_FORM, FORM, "Information"))
                .missing(
                        part(ComponentType.WEB_RESOURCE, "contoso_/js/order.js", ""),
                        part(ComponentType.SYSTEM_FORM, FORM, "Information"))
                .component(ComponentType.SYSTEM_FORM, FORM, "Information", Change.ADD, Status.UNPROCESSED);
    }

    ResultFixture in(EnvironmentId other) {
        environment = other;
        return this;
    }

    public ResultFixture named(String newUniqueName, String newFriendlyName) {
        uniqueName = newUniqueName;
        friendlyName = newFriendlyName;
        return this;
    }

    /** A package that could not be read as far as its manifest. */
    public ResultFixture unreadable(String packageFile) {
        file = packageFile;
        readable = false;
        return outcome(Outcome.FAILED);
    }

    public ResultFixture outcome(Outcome newOutcome) {
        outcome = newOutcome;
        return this;
    }

    ResultFixture publishing(boolean newPublish, int newUnpublished) {
        publish = newPublish;
        unpublished = newUnpublished;
        return this;
    }

    /** A workflow that stays off. */
    public ResultFixture leftOff(LeftOff workflow) {
        leftOff.add(workflow);
        return this;
    }

    public ResultFixture error(String code, String name, String message) {
        errors.add(new Finding(code, name, message, Optional.empty()));
        return this;
    }

    public ResultFixture warning(String code, String name, String message, ComponentKey... component) {
        warnings.add(
                new Finding(code, name, message, List.of(component).stream().findFirst()));
        return this;
    }

    public ResultFixture error(Finding error) {
        errors.add(error);
        return this;
    }

    public ResultFixture warning(Finding warning) {
        warnings.add(warning);
        return this;
    }

    public ResultFixture missing(MissingDependency.Part required, MissingDependency.Part dependent) {
        missing.add(new MissingDependency(required, dependent));
        return this;
    }

    public ResultFixture component(ComponentType type, String key, String name, Change change, Status status) {
        return component(type, key, name, change, status, "", "");
    }

    public ResultFixture component(
            ComponentType type, String key, String name, Change change, Status status, String code, String text) {
        Optional<Instant> at = status == Status.UNPROCESSED ? Optional.empty() : Optional.of(STARTED.plusMillis(500));
        components.add(new ComponentResult(
                new ComponentKey(type, key),
                name,
                change,
                status,
                at,
                Optional.of(code).filter(c -> !c.isEmpty()),
                Optional.of(text).filter(t -> !t.isEmpty())));
        return this;
    }

    public static MissingDependency.Part part(ComponentType type, String key, String displayName) {
        return new MissingDependency.Part(type, List.of(key), displayName, Optional.empty());
    }

    public static MissingDependency.Part required(
            ComponentType type, String key, String displayName, String solution, String version) {
        return new MissingDependency.Part(
                type,
                List.of(key),
                displayName,
                Optional.of(
                        new MissingDependency.RequiredSolution(solution, Optional.of(SolutionVersion.parse(version)))));
    }

    public ImportResult build() {
        ImportOptions options = options();
        return new ImportResult(
                new OperationSubject(
                        "import",
                        environment,
                        Optional.of(
                                new PackageFile(file, readable ? "zip" : "unknown", 188_416, readable ? "1f3c9a" : "")),
                        readable ? Optional.of(manifest()) : Optional.empty(),
                        readable ? manifest().uniqueName() : "",
                        readable ? Optional.of("1.0.0.0") : Optional.empty(),
                        options),
                Operation.UPGRADE,
                outcome,
                new ImportResult.Timing(
                        Optional.of(JOB), STARTED, COMPLETED, outcome.isSuccess() ? 100 : 14.8387096774194),
                new OperationResult.Findings(errors, warnings, missing),
                new ImportResult.Effects(components, List.of(1033, 1031), 1, unpublished, leftOff),
                JobDocuments.NONE);
    }

    private ImportOptions options() {
        ImportOptionsBuilder options = ImportOptionsBuilder.options();
        return (publish ? options.publish() : options).build();
    }

    SolutionManifest manifest() {
        return new SolutionManifest(
                uniqueName,
                text(friendlyName),
                text("Orders of Contoso"),
                SolutionVersion.parse("2.0.0.0"),
                true,
                new Publisher(
                        "contoso",
                        "Contoso Ltd.",
                        "",
                        "orders@contoso.example",
                        "",
                        "contoso",
                        Optional.of(10_000),
                        List.of(Map.of("City", "Redmond", "Country", "USA"), Map.of("AddressNumber", "2"))),
                Optional.empty(),
                Optional.empty(),
                List.of(new RootComponent(
                        ComponentType.ENTITY,
                        List.of("contoso_order"),
                        "contoso_order",
                        RootComponent.Behavior.INCLUDE_SUBCOMPONENTS)),
                List.of(),
                1033,
                new SolutionManifest.ExportPlatform("9.2.22121.162", "9.2", "CrmLive"));
    }

    private static LocalizedText text(String text) {
        return new LocalizedText(List.of(new LocalizedText.Label(1033, text)));
    }
}
