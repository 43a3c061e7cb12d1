package io.github.solutionalm.mojo;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.PublishResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.packaging.PackageOpener;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Answers imports with results, or exceptions, that were laid ready. */
public final class FakeEnvironment implements SolutionEnvironment, Target {

    private final Deque<Object> answers;
    public boolean closed;
    private EnvironmentId id = Samples.ENVIRONMENT;
    private final List<EnvironmentContent.Solution> solutions = new ArrayList<>();

    public FakeEnvironment(Object... answers) {
        this.answers = new ArrayDeque<>(Arrays.asList(answers));
    }

    /** This environment as one of Dataverse. */
    public FakeEnvironment ofDataverse() {
        id = new EnvironmentId("test", EnvironmentId.DATAVERSE, "https://contoso.crm4.dynamics.com");
        return this;
    }

    /** Holds a solution, or a staged upgrade of one. */
    public FakeEnvironment holding(String uniqueName, Optional<String> holdingFor) {
        solutions.add(new EnvironmentContent.Solution(
                new InstalledSolution(
                        uniqueName,
                        uniqueName,
                        SolutionVersion.parse("1.0.0.0"),
                        true,
                        "contoso",
                        Optional.empty(),
                        holdingFor,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        ""),
                OptionalInt.of(1)));
        return this;
    }

    public int unanswered() {
        return answers.size();
    }

    @Override
    public Target taking(PackageOpener packages) {
        return this;
    }

    @Override
    public EnvironmentId id() {
        return id;
    }

    @Override
    public SolutionEnvironment open(Printout out) throws SolutionException {
        if (answers.peek() instanceof String locked) {
            throw new SolutionException(locked);
        }
        return this;
    }

    @Override
    public ImportResult importSolution(ImportRequest request, ImportListener listener) throws SolutionException {
        return next();
    }

    @Override
    public ImportResult applyUpgrade(ApplyRequest request, ImportListener listener) throws SolutionException {
        return next();
    }

    @Override
    public List<PlanResult> plan(List<OperationRequest> sequence, ImportListener listener) {
        throw new UnsupportedOperationException("Nothing asks for a plan here");
    }

    private ImportResult next() throws SolutionException {
        Object answer = answers.remove();
        if (answer instanceof SolutionException exception) {
            throw exception;
        }
        if (answer instanceof RuntimeException exception) {
            throw exception;
        }
        if (answer instanceof Error error) {
            throw error;
        }
        return (ImportResult) answer;
    }

    @Override
    public PublishResult publish(PublishRequest request, ImportListener listener) {
        return new PublishResult(0);
    }

    @Override
    public EnvironmentContent list(boolean components) {
        return new EnvironmentContent(id(), solutions, List.of(), OptionalInt.of(0));
    }

    @Override
    public void close() {
        closed = true;
    }
}
