package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.SessionNotes;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.report.JunitReport;
import io.github.solutionalm.report.JunitReport.Subject;
import io.github.solutionalm.report.junit.Case;
import io.github.solutionalm.report.junit.OperationCases;
import io.github.solutionalm.report.junit.PlanCases;
import io.github.solutionalm.report.junit.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a goal writes for CI systems: an XML file of tests for each operation, and the summary of the build at its end. A file
 * that can't be written is a warning: the goal itself did what it did.
 */
public final class CiReports {

    private static final EnvironmentId UNKNOWN = new EnvironmentId("", "", "");

    private final String goal;
    private final Path outputDirectory;
    private final MavenBuild build;
    private final Printout out;
    private final JunitReport junit;
    private final boolean announce;

    private EnvironmentId environment = UNKNOWN;
    private boolean told;

    /** @param announce whether CI systems are told of the summary */
    public CiReports(String goal, Path outputDirectory, MavenBuild build, Printout out, boolean announce) {
        this.goal = goal;
        this.outputDirectory = outputDirectory;
        this.build = build;
        this.out = out;
        this.junit = JunitReport.of(outputDirectory, build.id(), goal);
        this.announce = announce;
    }

    /** Sets the environment of the operations. */
    void in(EnvironmentId id) {
        environment = id;
    }

    /** The goal has begun; if it is killed, this is what is known of it. */
    void begun() {
        started(subject("", Optional.empty(), goal));
    }

    /** An operation has begun. */
    void begun(OperationRequest request) {
        started(subject(request.solution(), request.packageFile(), word(request)));
    }

    private void started(Subject subject) {
        Case unknown =
                fault(subject.word(), Case.Verdict.ERROR, "The build was killed before solution:" + goal + " ended.");
        attempt(() -> junit.started(subject, suite(subject, unknown)));
    }

    /**
     * An operation has ended.
     *
     * @param despite why the build fails although the operation did not
     */
    void ended(OperationRequest request, ImportResult result, Optional<String> despite, List<String> gates) {
        told = true;
        Subject subject = new Subject(result.environment(), result.solution(), result.file(), word(request));
        List<Finding> more = despite.map(why -> Finding.withoutCode(why).of("failOnWarning")).stream()
                .toList();
        Map<String, String> properties = properties(subject);
        properties.put(
                "version", result.manifest().map(of -> of.version().toString()).orElse(""));
        properties.put("operation", result.operation().name());
        properties.put("outcome", result.outcome().name());
        properties.put("package", result.file().map(PackageFile::file).orElse(""));
        properties.put("sha256", result.file().map(PackageFile::sha256).orElse(""));
        attempt(() -> junit.write(subject, OperationCases.of(result, subject.word(), gates, more, properties)));
    }

    /** An operation could not be carried out. */
    void failed(OperationRequest request, String error) {
        failed(subject(request.solution(), request.packageFile(), word(request)), Case.Verdict.ERROR, error);
    }

    /** A package can't be read. */
    void failed(Path file, String error) {
        PackageFile unread = new PackageFile(file.toString(), "unknown", 0, "");
        failed(subject("", Optional.of(unread), goal), Case.Verdict.FAILURE, error);
    }

    /** The goal failed before it came to an operation. */
    void failed(String error) {
        failed(subject("", Optional.empty(), goal), Case.Verdict.ERROR, error);
    }

    private void failed(Subject subject, Case.Verdict verdict, String error) {
        told = true;
        attempt(() -> junit.write(subject, suite(subject, fault(subject.word(), verdict, error))));
    }

    /**
     * An operation was planned.
     *
     * @param file where the plan is
     * @param findings why the build fails; empty when it does not
     */
    void planned(OperationRequest request, PlanResult plan, Path file, List<Finding> findings, List<String> gates) {
        told = true;
        String word = request.appliesUpgrade() ? goal + "-apply" : goal;
        Subject subject = new Subject(plan.environment(), plan.solution(), plan.file(), word);
        attempt(() -> junit.write(
                subject, PlanCases.of(plan, word, gates, findings, build.clock().instant(), properties(subject))));
        List<String> texts = findings.stream().map(Finding::toString).toList();
        build.notes().add(outputDirectory, new SessionNotes.Note(goal, plan.solution(), file.toString(), texts));
    }

    /**
     * A release was checked.
     *
     * @param operations how many operations it has
     * @param findings what is wrong with it
     */
    public void verified(int operations, List<String> findings) {
        told = true;
        Subject subject = subject("", Optional.empty(), goal);
        Case verdict = findings.isEmpty()
                ? new Case(goal, Case.Verdict.PASSED, "", "", operations + " operations\n")
                : new Case(goal, Case.Verdict.FAILURE, findings.get(0), "", String.join("\n", findings));
        attempt(() -> junit.write(subject, suite(subject, verdict)));
        build.notes().add(outputDirectory, new SessionNotes.Note(goal, "", "", findings));
    }

    /**
     * The goal has ended.
     *
     * @param failure why it fails, if it does
     * @param recorded whether {@code summary.json} has its end
     */
    public void close(Optional<String> failure, boolean recorded) {
        if (failure.isPresent() && !told && !recorded) {
            failed(failure.get());
            build.notes().add(outputDirectory, new SessionNotes.Note(goal, "", "", List.of(failure.get())));
        }
        attempt(junit::ended);
        if (told || recorded) {
            attempt(() -> new CiSummary(outputDirectory, build, out, announce).write());
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException | RuntimeException e) {
            out.warning("A file for CI systems was not written: " + e.getMessage());
        }
    }

    private Subject subject(String solution, Optional<PackageFile> file, String word) {
        return new Subject(environment, solution, file, word);
    }

    private Suite suite(Subject subject, Case only) {
        return Suite.of(build.clock().instant(), properties(subject), only);
    }

    private static Case fault(String name, Case.Verdict verdict, String error) {
        return new Case(name, verdict, error, "", error + "\n");
    }

    private Map<String, String> properties(Subject subject) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("environment", subject.environment().id());
        properties.put("url", subject.environment().url());
        properties.put("solution", subject.solution());
        return properties;
    }

    /** An import is one by whatever goal; what else a goal does goes by the goal that does only that. */
    private String word(OperationRequest request) {
        return request.appliesUpgrade() ? "apply-upgrade" : goal;
    }
}
