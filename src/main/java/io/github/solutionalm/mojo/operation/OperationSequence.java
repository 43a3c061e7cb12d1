package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.UnexpectedFailure;
import io.github.solutionalm.mojo.console.ImportConsole;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.console.ResultPrintout;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.text.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Carries out operations one after another, records their results, and fails the build according to the policy. */
public final class OperationSequence {

    private final Target target;
    private final ImportJournal journal;
    private final FailurePolicy policy;
    private final Printout out;
    private final ProgressLine progress;
    private final Clock clock;
    private final Map<String, Outcome> imported = new HashMap<>();

    /** Determines the operations when the environment is open. */
    public interface Arrangement {
        List<OperationRequest> in(SolutionEnvironment environment) throws SolutionException, MojoExecutionException;
    }

    public OperationSequence(
            Target target,
            ImportJournal journal,
            FailurePolicy policy,
            Printout out,
            ProgressLine progress,
            Clock clock) {
        this.target = target;
        this.journal = journal;
        this.policy = policy;
        this.out = out;
        this.progress = progress;
        this.clock = clock;
    }

    /**
     * Carries out all operations, or those up to the first failure.
     *
     * @param asked the operations as far as they are known before the environment is open
     * @throws MojoFailureException when an operation fails and the policy does not leave that to {@code verify}
     * @throws MojoExecutionException if the environment can't be used, or the plugin has a defect
     * @throws IOException when the files can't be written
     */
    public void run(List<? extends OperationRequest> asked, Arrangement arrangement)
            throws MojoExecutionException, MojoFailureException, IOException {
        try {
            target.announce(out);
            try (SolutionEnvironment environment = target.open(out)) {
                for (OperationRequest request : arrangement.in(environment)) {
                    if (isLeftUndone(request)) {
                        out.blank();
                        out.line("Skipped", Wording.verb(request) + ": it was not staged");
                    } else {
                        carryOut(environment, request);
                    }
                }
            }
        } catch (SolutionException e) {
            unusable(asked, e);
        }
    }

    /** Whether it applies an upgrade that this run was to stage but did not. */
    private boolean isLeftUndone(OperationRequest request) {
        return request.appliesUpgrade()
                && request.packageFile()
                        .map(staged -> imported.get(staged.file()))
                        .filter(outcome -> outcome != Outcome.STAGED)
                        .isPresent();
    }

    private void carryOut(SolutionEnvironment environment, OperationRequest request)
            throws MojoExecutionException, MojoFailureException, IOException {
        try {
            out.blank();
            journal.begin(request);
            PhaseTimes times = new PhaseTimes(new ImportConsole(out, progress, request), clock);
            ImportResult result = request.carryOut(environment, times).timed(times.ended());
            request.importedFile().ifPresent(file -> imported.put(file.toString(), result.outcome()));
            progress.end();
            judge(request, result);
        } catch (SolutionException e) {
            unusable(List.of(request), e);
        } catch (OutOfMemoryError e) {
            unusable(List.of(request), UnexpectedFailure.ofMemory(Wording.verb(request), e));
        } catch (RuntimeException | Error e) {
            journal.record(request, e.toString());
            throw UnexpectedFailure.of(request.goal(), e);
        } finally {
            progress.end();
        }
    }

    private void judge(OperationRequest request, ImportResult result) throws MojoFailureException, IOException {
        ImportJournal.Entry entry = record(request, result);
        new ResultPrintout(out).print(result, entry.files(), entry.attachedAs());
        Optional<String> failure = policy.failureReason(result);
        if (failure.isPresent() && policy.failOnError()) {
            throw new MojoFailureException(
                    failure(request, failure.get(), entry.files().log()));
        }
        if (failure.isPresent()) {
            leaveToVerify(failure(request, failure.get(), entry.files().log()));
        }
    }

    private ImportJournal.Entry record(OperationRequest request, ImportResult result) throws IOException {
        try {
            return journal.record(request, result, policy);
        } catch (IOException e) {
            throw result.outcome().isSuccess()
                    ? new IOException(e.getMessage() + ". The operation itself took effect: " + result.outcome(), e)
                    : e;
        }
    }

    private void unusable(List<? extends OperationRequest> requests, SolutionException e)
            throws MojoExecutionException, MojoFailureException, IOException {
        for (OperationRequest request : requests) {
            journal.record(request, e.getMessage());
            failUnlessLenient(e);
        }
        if (requests.isEmpty()) {
            journal.record(e.getMessage());
            failUnlessLenient(e);
        }
    }

    private void failUnlessLenient(SolutionException e) throws MojoExecutionException, MojoFailureException {
        if (policy.failOnError()) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        out.error("Error", e.getMessage());
        leaveToVerify(e.getMessage());
    }

    /** Continues the build, unless {@code verify} has already passed and could no longer fail it. */
    private void leaveToVerify(String failure) throws MojoFailureException {
        String goesOn = "The build continues because failOnError is false; ";
        switch (journal.verify()) {
            case FOLLOWS -> out.warning(goesOn + "solution:verify will fail it.");
            case NOT_BOUND -> out.warning(goesOn + "nothing will fail it, because no solution:verify follows.");
            case PASSED ->
                throw new MojoFailureException(PlainText.of(failure
                        + " The build fails here although failOnError is false: solution:verify has already run"
                        + " and no other one follows. Bind solution:verify after all imports."));
        }
    }

    private String failure(OperationRequest request, String reason, Path log) {
        return "Tried to " + Wording.verb(request) + (request.appliesUpgrade() ? " in " : " into ")
                + Wording.environment(target.id(), out) + " but failed because: " + reason + " Log: " + out.path(log);
    }
}
