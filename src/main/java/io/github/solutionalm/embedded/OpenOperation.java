package io.github.solutionalm.embedded;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.store.StoreTransaction;
import java.util.Optional;

/** An operation whose package, if it has one, is open. */
interface OpenOperation extends AutoCloseable {

    /** An operation in front of this one: applies or discards a staged upgrade that was left over, where the request says so. */
    void settleLeftover(StoreTransaction tx) throws RefusalException;

    /**
     * Decides what the operation is, and reads its package. Writes nothing but the package's contents, into the sink.
     *
     * @return empty when there is nothing to do
     * @throws SolutionException when the operation is refused, or the package can't be read
     */
    Optional<Prepared> prepare(StoreTransaction tx, ContentSink contents) throws SolutionException;

    @Override
    void close() throws SolutionException;
}
