package io.github.solutionalm.store;

import org.jdbi.v3.core.Handle;

/** Gives the ids of a table: only one transaction writes at a time, so that it may count by itself. */
final class Ids {

    private int last;

    Ids(Handle handle, String table) {
        last = handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM " + table)
                .mapTo(int.class)
                .one();
    }

    int next() {
        return ++last;
    }
}
