package io.github.solutionalm.dataverse.server;

import java.util.Optional;
import java.util.UUID;

/**
 * An operation that a client started and that was not refused.
 *
 * @param call what it carries out, such as {@code ImportSolution}
 * @param importJobId id of its import job
 * @param asyncOperationId id of its asyncoperation
 * @param solution unique name, as far as it is known
 * @param carriedOut whether the engine was let do it; not so in jobs that the script lets fail or hang
 * @param ended whether the work has ended, known to a client or not
 * @param running whether a client is told that it still goes on
 * @param effect what took effect, such as {@code INSTALLED}; empty for nothing
 * @param failure code of its failure
 * @param failedComponents how many components failed although it took effect
 * @param componentParameters what it was told about environment variables and connection references, JSON
 */
public record StartedOperation(
        String call,
        Optional<UUID> importJobId,
        UUID asyncOperationId,
        String solution,
        boolean carriedOut,
        boolean ended,
        boolean running,
        String effect,
        Optional<String> failure,
        long failedComponents,
        String componentParameters) {

    static StartedOperation of(Operation operation, Uploads uploads, int now) {
        Optional<Ended> ended = operation.finished();
        return new StartedOperation(
                operation.kind().message(),
                operation.job(),
                operation.id(),
                operation.solution(),
                !operation.plan().endless() && operation.plan().failure().isEmpty(),
                ended.isPresent(),
                operation.ended(now).isEmpty(),
                ended.map(Ended::effect).orElse(""),
                ended.flatMap(Ended::failure).map(Failure::code),
                ended.flatMap(Ended::files).map(JobFiles::failedComponents).orElse(0L),
                uploads.of(operation).map(ImportParameters::componentParameters).orElse("[]"));
    }
}
