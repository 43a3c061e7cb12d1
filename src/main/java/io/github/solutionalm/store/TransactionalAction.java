package io.github.solutionalm.store;

/**
 * {@link TransactionalWork} that gives nothing.
 *
 * @param <X> what it may throw; the transaction is rolled back then
 */
@FunctionalInterface
public interface TransactionalAction<X extends Exception> {

    /** Does the work. The transaction ends when it returns: nothing of it may be kept. */
    void in(StoreTransaction tx) throws X;
}
