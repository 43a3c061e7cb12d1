package io.github.solutionalm.store;

import io.github.solutionalm.model.Publisher;
import java.util.Optional;

/** Publishers, by unique name in any case. */
public final class PublisherTable {

    PublisherTable() {}

    /** Adds the publisher, or brings it up to date. */
    public void save(Publisher publisher) {
        throw new UnsupportedOperationException();
    }

    public Optional<Publisher> find(String uniqueName) {
        throw new UnsupportedOperationException();
    }
}
