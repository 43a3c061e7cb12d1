package io.github.solutionalm.embedded;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.PublishResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import java.time.Clock;

/** An environment in an SQLite file that behaves as Dataverse does (engine.md). */
public final class EmbeddedEnvironment implements SolutionEnvironment {

    private final EnvironmentId id;

    private EmbeddedEnvironment(EnvironmentId id) {
        this.id = id;
    }

    /**
     * Opens the environment, and makes it if the file is not there.
     *
     * @throws SolutionException when the file is no environment, is read-only, or is from a newer version
     */
    public static EmbeddedEnvironment open(EnvironmentId id, EmbeddedSettings settings, Clock clock)
            throws SolutionException {
        return new EmbeddedEnvironment(id);
    }

    @Override
    public EnvironmentId id() {
        return id;
    }

    @Override
    public ImportResult importSolution(ImportRequest request, ImportListener listener) throws SolutionException {
        throw new UnsupportedOperationException();
    }

    @Override
    public PublishResult publish(PublishRequest request, ImportListener listener) throws SolutionException {
        throw new UnsupportedOperationException();
    }

    @Override
    public EnvironmentContent list(boolean components) throws SolutionException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
