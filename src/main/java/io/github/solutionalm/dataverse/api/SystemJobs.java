package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The system jobs of an environment that run operations. */
public final class SystemJobs {

    private static final int PAGE = 500;
    private static final String DESCRIPTION = "list running operations of the environment";

    /** Time for a look that only saves an upload that would be refused. */
    private static final Duration COURTESY = Duration.ofSeconds(30);

    /** The age of a running job from which it counts as broken off. */
    private static final Duration OLD = Duration.ofDays(1);

    private final OperationContext access;

    public SystemJobs(OperationContext access) {
        this.access = access;
    }

    /**
     * Refuses to go on in a busy environment, which would refuse the operation itself, but only after the upload. If the
     * environment does not tell, it counts as free.
     *
     * @throws ConcurrentOperationException when another operation runs
     */
    public static void refuseBusy(OperationContext access) throws WebApiException, ConcurrentOperationException {
        OperationContext brief = access.atMost(COURTESY);
        List<SystemJob> running =
                brief.courtesy(() -> new SystemJobs(brief).running()).orElse(List.of());
        if (!running.isEmpty()) {
            throw new ConcurrentOperationException(
                    running.get(0).message() + " " + running.get(0).id());
        }
    }

    /** The jobs that run now, of operations that exclude one another. */
    public List<SystemJob> running() throws WebApiException {
        String messages = Stream.of(
                        "ImportSolutionAsync",
                        "StageAndUpgradeAsync",
                        "DeleteAndPromoteAsync",
                        "UninstallSolutionAsync",
                        "PublishAllXmlAsync")
                .map(message -> "messagename eq " + ApiPath.literal(message))
                .collect(Collectors.joining(" or "));
        return read("statuscode eq 20 and createdon ge "
                + time(access.clock().instant().minus(OLD)) + " and (" + messages + ")");
    }

    /** All jobs of a call since some moment, whether they have ended or not. */
    public List<SystemJob> of(String message, Instant since) throws WebApiException {
        return read("messagename eq " + ApiPath.literal(message) + " and createdon ge " + time(since));
    }

    private static Instant time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private List<SystemJob> read(String filter) throws WebApiException {
        List<SystemJob> jobs = new ArrayList<>();
        ApiPath path =
                ApiPath.of("asyncoperations").with("$select", SystemJob.COLUMNS).with("$filter", filter);
        new Rows(DESCRIPTION, path, PAGE, SystemJob.SHAPE)
                .each(access.api(), access.deadline(), row -> SystemJob.of(row).ifPresent(jobs::add));
        return jobs;
    }
}
