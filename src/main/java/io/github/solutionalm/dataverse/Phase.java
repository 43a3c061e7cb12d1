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
 * How far an operation got, and what is known of it then. Each step makes the next phase of the one before: opened, read,
 * found, chosen, uploaded, started, told, ended; an upgrade that is applied is read after it is chosen, and uploads nothing. An
 * operation that fails is reported from the last phase that it reached.
 */
sealed interface Phase extends OperationPhase {

    @Override
    Phase before();

    /** What the environment lacks, as far as it said so. */
    default List<MissingDependency> missing() {
        return before().missing();
    }

    /** What is written down of it, from when it may run to when it certainly does not. */
    default Optional<JobFile> job() {
        return before().job();
    }

    /** The last phase in which it certainly did not run. */
    default Phase notStarted() {
        return job().isEmpty() ? this : before().notStarted();
    }

    /** What the environment wrote about it. */
    default JobDocuments documents() {
        return before().documents();
    }

    /** Percent done, 0 to 100. */
    default double progress() {
        return before().progress();
    }

    /** What it did to components, as far as it is known. */
    default ImportResult.Effects effects() {
        return before().effects();
    }

    /** Nothing but what the request says, or the package file. */
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

    /** The manifest was read, or all of the package; of a staged upgrade, what the environment knows of it. */
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

    /** It is decided what the operation is. */
    record Chosen(Phase before, Operation operation, Outcome success) implements Phase {}

    /** The environment has the package, or will get it with the start, and has said what it finds in it. */
    record Uploaded(Phase before, List<MissingDependency> missing) implements Phase {}

    /** It is written down, and may be running from now on. */
    record Started(Phase before, JobFile written) implements Phase {

        @Override
        public Optional<JobFile> job() {
            return Optional.of(written);
        }
    }

    /** Its job has ended, and the environment was asked what it wrote about it. */
    record Told(Phase before, JobDocuments documents, List<MissingDependency> more) implements Phase {

        @Override
        public List<MissingDependency> missing() {
            return more.isEmpty() ? before.missing() : more;
        }
    }

    /** The environment was asked what came of it. */
    record Ended(Phase before, double progress, ImportResult.Effects effects) implements Phase {}
}
