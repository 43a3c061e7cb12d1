package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.engine.OperationPhase;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import java.util.List;
import java.util.Optional;

/**
 * The progress of an operation, and what is known of it then. Each step makes the next phase from the one before: opened,
 * read, found, chosen, uploaded, started, told, ended; an upgrade that is applied is read after it is chosen, and nothing is
 * uploaded. An operation that fails is reported from the last phase that it reached.
 */
sealed interface Phase extends OperationPhase {

    @Override
    Phase before();

    /** Dependencies that the environment says it lacks. */
    default List<MissingDependency> missing() {
        return before().missing();
    }

    /** The record of the operation, from when it may run to when it certainly does not. */
    default Optional<JobFile> job() {
        return before().job();
    }

    /** The last phase in which the operation certainly did not run. */
    default Phase notStarted() {
        return job().isEmpty() ? this : before().notStarted();
    }

    /** The documents that the environment wrote about the operation. */
    default JobDocuments documents() {
        return before().documents();
    }

    /** Progress in percent, 0 to 100. */
    default double progress() {
        return before().progress();
    }

    /** The effects of the operation on components, as far as they are known. */
    default ImportResult.Effects effects() {
        return before().effects();
    }

    /** The first phase: only the request is known, and the package file once it is open. */
    record Opened(OperationSubject subject) implements Phase, OperationPhase.First {

        static Opened of(Phase before, PackageFile file) {
            return new Opened(before.subject().opened(file));
        }

        @Override
        public Phase before() {
            throw new IllegalStateException("Opening is the first phase");
        }

        @Override
        public List<MissingDependency> missing() {
            return List.of();
        }

        @Override
        public Optional<JobFile> job() {
            return Optional.empty();
        }

        @Override
        public JobDocuments documents() {
            return JobDocuments.NONE;
        }

        @Override
        public double progress() {
            return 0;
        }

        @Override
        public ImportResult.Effects effects() {
            return ImportResult.Effects.NONE;
        }
    }

    /** The manifest was read, or the whole package; the manifest of a staged upgrade is made from what the environment knows. */
    record Read(Phase before, OperationSubject subject, List<Integer> languages) implements Phase {

        static Read of(Phase before, SolutionManifest manifest, List<Integer> languages) {
            return new Read(before, before.subject().read(manifest), languages);
        }
    }

    /** The environment was asked which version it holds of the solution. */
    record Found(Phase before, OperationSubject subject) implements Phase {

        static Found of(Phase before, Optional<SolutionVersion> version) {
            return new Found(before, before.subject().over(version.map(SolutionVersion::toString)));
        }
    }

    /** The operation is chosen. */
    record Chosen(Phase before, Operation operation, Outcome success) implements Phase {}

    /** The environment has the package, or will get it with the start, and has said what it finds in it. */
    record Uploaded(Phase before, List<MissingDependency> missing) implements Phase {}

    /** The operation is recorded, and may be running from now on. */
    record Started(Phase before, JobFile written) implements Phase {

        @Override
        public Optional<JobFile> job() {
            return Optional.of(written);
        }
    }

    /** The job has ended, and the environment was asked for its documents. */
    record Told(Phase before, JobDocuments documents, List<MissingDependency> more) implements Phase {

        @Override
        public List<MissingDependency> missing() {
            return more.isEmpty() ? before.missing() : more;
        }
    }

    /** The environment was asked for the result. */
    record Ended(Phase before, double progress, ImportResult.Effects effects) implements Phase {}
}
