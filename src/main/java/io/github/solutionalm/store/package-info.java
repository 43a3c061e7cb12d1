/**
 * What an embedded environment holds, in SQL: {@link io.github.solutionalm.store.EnvironmentStore} opens the file, gives
 * transactions and the operation lock; {@link io.github.solutionalm.store.StoreTransaction} leads to one class per table.
 * Imports {@code model}, {@code files}, {@code time}, {@code hash}, java.sql and Jdbi, which no other room knows; what is SQLite's own is in
 * {@code SqliteDatabase}.
 */
package io.github.solutionalm.store;
