package io.github.solutionalm.embedded;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.store.StoreException;
import io.github.solutionalm.store.WholeEnvironment;
import java.nio.file.Path;
import java.time.Clock;

/** The file of a snapshot: an embedded environment as any other, in which can be planned, imported and listed. */
public final class SnapshotFile {

    private SnapshotFile() {}

    /**
     * Writes a snapshot's file whole or not at all, in place of an earlier snapshot that may be there. It is one file, which
     * may be copied.
     *
     * @param file where it is to be; its folders are made if they are not there
     * @throws SolutionException when the file cannot be written, when an operation runs in the one that is there, or when
     *     that is no snapshot
     */
    public static void write(EnvironmentSnapshot snapshot, Path file, Clock clock) throws SolutionException {
        try {
            WholeEnvironment.write(file, clock, tx -> SnapshotWriter.write(snapshot, tx));
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }
}
