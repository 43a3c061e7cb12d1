package io.github.solutionalm.store;

import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import java.util.Optional;

/** Definitions, once each. They are written with the layers that show them. */
public final class DefinitionTable {

    DefinitionTable() {}

    public Optional<Definition> find(ContentHash hash) {
        throw new UnsupportedOperationException();
    }
}
