package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** An action that imports a package: what all of them send, and what their answers mean. */
interface ImportPost extends Post<Started> {

    /** How. */
    ImportParameters with();

    /** The import job's id, chosen here; without one the environment chooses it. */
    Optional<UUID> job();

    /** The package. */
    ImportSource source();

    @Override
    default Optional<Body> body() {
        return Optional.of(source().with(with().json(job())));
    }

    @Override
    default Duration time() {
        return source().time();
    }

    @Override
    default Started read(Answer answer) throws IOException {
        return Started.importJob(answer);
    }
}
