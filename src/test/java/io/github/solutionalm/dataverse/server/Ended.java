package io.github.solutionalm.dataverse.server;

import java.util.Optional;

/**
 * How the work of an operation ended.
 *
 * @param failure why it failed, if it did
 * @param files what its import job keeps; empty where there is no job, or where none was made since the file is no package
 * @param effect what took effect, such as {@code UPGRADED}; empty when nothing did
 */
record Ended(Optional<Failure> failure, Optional<JobFiles> files, String effect) {

    static Ended failed(Failure failure) {
        return new Ended(Optional.of(failure), Optional.empty(), "");
    }

    static Ended done(String effect) {
        return new Ended(Optional.empty(), Optional.empty(), effect);
    }
}
