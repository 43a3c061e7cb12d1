package io.github.solutionalm.store;

/**
 * What is done in one transaction.
 *
 * @param <T> what it gives
 * @param <X> what it may throw; the transaction is rolled back then
 */
@FunctionalInterface
public interface TransactionalWork<T, X extends Exception> {

    /** Does the work. The transaction ends when it returns: nothing of it may be kept. */
    T in(StoreTransaction tx) throws X;
}
