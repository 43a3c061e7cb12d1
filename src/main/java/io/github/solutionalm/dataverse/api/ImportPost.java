package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** An action that imports a package: the body and the answer that all of them have in common. */
interface ImportPost extends Post<Started> {

    /** The parameters of the import. */
    ImportParameters with();

    /** The id of the import job, chosen here; empty: the environment chooses one. */
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
