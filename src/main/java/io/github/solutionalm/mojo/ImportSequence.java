package io.github.solutionalm.mojo;

import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Imports packages one after another, keeps what happened, and fails the build as the policy says. */
final class ImportSequence {

    private final Target target;
    private final ImportJournal journal;
    private final FailurePolicy policy;
    private final Printout out;
    private final ProgressLine progress;

    ImportSequence(Target target, ImportJournal journal, FailurePolicy policy, Printout out, ProgressLine progress) {
        this.target = target;
        this.journal = journal;
        this.policy = policy;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Imports all packages, or those up to the first failure.
     *
     * @throws MojoFailureException when a package fails and the policy does not leave that to {@code verify}
     * @throws MojoExecutionException when the environment can't be used; also by our own fault
     * @throws IOException when the files can't be written
     */
    void run(List<ImportRequest> requests) throws MojoExecutionException, MojoFailureException, IOException {
        out.line("Environment", Wording.environment(target.id(), out));
        try (SolutionEnvironment environment = target.open()) {
            for (ImportRequest request : requests) {
                importInto(environment, request);
            }
        } catch (SolutionException e) {
            for (ImportRequest request : requests) {
                unusable(request, e);
            }
        }
    }

    private void importInto(SolutionEnvironment environment, ImportRequest request)
            throws MojoExecutionException, MojoFailureException, IOException {
        try {
            out.blank();
            ImportResult result = environment.importSolution(request, new ImportConsole(out, progress, request));
            progress.end();
            ImportJournal.Entry entry = record(result);
            new ResultPrintout(out).print(result, entry);
            Optional<String> failure = policy.failure(result);
            if (failure.isPresent() && policy.failOnError()) {
                throw new MojoFailureException(
                        failure(request, failure.get(), entry.files().log()));
            }
            failure.ifPresent(reason -> leaveToVerify());
        } catch (SolutionException e) {
            unusable(request, e);
        } catch (OutOfMemoryError e) {
            unusable(request, MemoryShortage.of("import " + request.file().getFileName(), e));
        } catch (RuntimeException e) {
            journal.record(request, e.toString());
            throw Defect.of(request.goal(), e);
        } finally {
            progress.end();
        }
    }

    private ImportJournal.Entry record(ImportResult result) throws IOException {
        try {
            return journal.record(result, policy.objection(result));
        } catch (IOException e) {
            throw result.outcome().isSuccess()
                    ? new IOException(e.getMessage() + ". The import itself took effect: " + result.outcome(), e)
                    : e;
        }
    }

    private void unusable(ImportRequest request, SolutionException e) throws MojoExecutionException, IOException {
        journal.record(request, e.getMessage());
        if (policy.failOnError()) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
        out.error("Error", e.getMessage());
        leaveToVerify();
    }

    private void leaveToVerify() {
        out.warning("The build goes on, since failOnError is false; solution:verify will fail it.");
    }

    private String failure(ImportRequest request, String reason, Path log) {
        return "Tried to import " + request.file().getFileName() + " into " + Wording.environment(target.id(), out)
                + " but failed because: " + reason + " Log: " + out.path(log);
    }
}
