package io.github.solutionalm.dataverse;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.PublishResult;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SnapshotPlanner;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.Findings;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.OperationTimeoutException;
import io.github.solutionalm.dataverse.api.RetrieveVersion;
import io.github.solutionalm.dataverse.auth.CredentialsChoice;
import io.github.solutionalm.dataverse.auth.SignIn;
import io.github.solutionalm.dataverse.capture.EnvironmentCapture;
import io.github.solutionalm.dataverse.http.AccessTokens;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Redaction;
import io.github.solutionalm.dataverse.http.Retry;
import io.github.solutionalm.dataverse.http.RetryListener;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.WebApi;
import io.github.solutionalm.dataverse.job.JobEnd;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.Publication;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.time.Deadline;
import io.github.solutionalm.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A real Dataverse environment, over its Web API (docs/web-api.md). The operation is chosen by the same rules as in an
 * embedded environment; what the environment itself refuses is reported in the same form.
 */
public final class DataverseEnvironment implements SolutionEnvironment {

    private static final Duration LISTING = Duration.ofMinutes(15);
    /** A publication has no time-out of its own. */
    private static final Duration PUBLISHING = Duration.ofHours(1);

    private final EnvironmentId id;
    private final WebApi api;
    private final DataverseSettings settings;
    private final Clock clock;
    private final Sleeper sleeper;
    private final PackageOpener packages;
    private final SnapshotPlanner planner;

    private DataverseEnvironment(
            EnvironmentId id,
            WebApi api,
            DataverseSettings settings,
            Clock clock,
            Sleeper sleeper,
            PackageOpener packages,
            SnapshotPlanner planner) {
        this.id = id;
        this.api = api;
        this.settings = settings;
        this.clock = clock;
        this.sleeper = sleeper;
        this.packages = packages;
        this.planner = planner;
    }

    /**
     * Opens an environment. Nothing is sent before the first operation.
     *
     * @param retries hears of every pause before a call is made again, whatever the call is for
     * @param packages opens the packages that it imports
     * @param planner plans operations on what was captured
     * @throws SolutionException when the URL is not that of an environment, or the credentials are incomplete; the message says
     *     what to set where
     */
    public static DataverseEnvironment open(
            EnvironmentId id,
            DataverseSettings settings,
            Clock clock,
            RetryListener retries,
            PackageOpener packages,
            SnapshotPlanner planner)
            throws SolutionException {
        DataverseUrl url = DataverseUrl.parse(id.url());
        CredentialsChoice.Chosen chosen =
                new CredentialsChoice(settings.authentication(), settings.environmentVariables()).choose();
        Transport transport = Transport.of(settings.proxy(), clock, new Redaction());
        SignIn tokens = new SignIn(url, chosen.credentials(), transport);
        return open(id, settings, url, transport, tokens, clock, Sleeper.REAL, retries, packages, planner);
    }

    /** Opens an environment for tests, which let time pass as they like. */
    static DataverseEnvironment open(
            EnvironmentId id,
            DataverseSettings settings,
            DataverseUrl url,
            Transport transport,
            AccessTokens tokens,
            Clock clock,
            Sleeper sleeper,
            RetryListener retries,
            PackageOpener packages,
            SnapshotPlanner planner) {
        Retry retry = new Retry(clock, sleeper, new Random(), retries);
        WebApi api = new WebApi(url, transport, tokens, retry, settings.userAgent());
        return new DataverseEnvironment(id, api, settings, clock, sleeper, packages, planner);
    }

    @Override
    public EnvironmentId id() {
        return id;
    }

    @Override
    public ImportResult importSolution(ImportRequest request, ImportListener listener) throws SolutionException {
        Attempt attempt = attempt(request, listener);
        return OperationEnds.of(attempt, () -> {
            try (OpenedPackage opened = PackageImport.open(packages, request, attempt);
                    PackageUpload upload = new PackageUpload(attempt, opened, request.options())) {
                PackageImport operation = PackageImport.read(request, attempt, opened, upload);
                operation.check();
                PlannedOperation.check(attempt, capture(attempt.access()));
                return operation.carryOut(new Tries(attempt, settings.resume()));
            }
        });
    }

    @Override
    public ImportResult applyUpgrade(ApplyRequest request, ImportListener listener) throws SolutionException {
        Attempt attempt = attempt(request, listener);
        return OperationEnds.of(attempt, () -> {
            UpgradeApplication operation = new UpgradeApplication(request, attempt);
            operation.check();
            PlannedOperation.check(attempt, capture(attempt.access()));
            return new Tries(attempt, settings.resume()).untilFree(operation);
        });
    }

    /** Captures what the operations have to know of the environment, and plans on that; nothing is written there. */
    @Override
    public List<PlanResult> plan(List<OperationRequest> sequence, ImportListener listener) throws SolutionException {
        return capture(access(time(sequence))).plan(sequence, listener).plans();
    }

    /**
     * Captures what the operations have to know of the environment, within the time of the first one or a quarter of an hour;
     * nothing is written there.
     */
    @Override
    public EnvironmentSnapshot capture(List<OperationRequest> sequence, ImportListener listener)
            throws SolutionException {
        return capture(access(time(sequence))).of(sequence, listener);
    }

    private static Duration time(List<OperationRequest> sequence) {
        return sequence.isEmpty() ? LISTING : sequence.get(0).options().timeout();
    }

    private EnvironmentCapture capture(OperationContext access) {
        return new EnvironmentCapture(access, packages, planner, settings.capture());
    }

    /**
     * Publishes all customizations, within an hour.
     *
     * @return always 0: an environment does not tell how many components it published
     */
    @Override
    public PublishResult publish(PublishRequest request, ImportListener listener) throws SolutionException {
        OperationContext access = access(PUBLISHING);
        try {
            access.call(new RetrieveVersion()).check();
            JobEnd end = new Publication(access, listener, request.lockTimeout()).carryOut();
            if (end.error().isPresent()) {
                throw new RefusalException(Findings.of(end.error().get()));
            }
            return new PublishResult(0);
        } catch (OperationTimeoutException e) {
            throw new SolutionException(
                    "Publishing did not end within " + PUBLISHING.toMinutes()
                            + " minutes and may still run in the environment: " + e.getMessage() + ".",
                    e);
        }
    }

    @Override
    public EnvironmentContent list(boolean components) throws SolutionException {
        return EnvironmentListing.of(id, api, Deadline.in(LISTING, clock), components);
    }

    /** Does nothing: nothing is open between two calls. */
    @Override
    public void close() {}

    private Attempt attempt(OperationRequest request, ImportListener listener) {
        return new Attempt(
                request, id, listener, access(request.options().timeout()), new JobFolder(settings.jobDirectory()));
    }

    private OperationContext access(Duration time) {
        return new OperationContext(
                api,
                clock,
                sleeper,
                Deadline.in(time, clock),
                settings.jobDirectory().resolveSibling("spooled"));
    }
}
