package io.github.solutionalm.embedded;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.store.StoreException;
import io.github.solutionalm.store.WholeEnvironment;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

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
        write(snapshot, List.of(), OpenedPackage::open, file, clock);
    }

    /**
     * The same with what packages tell of the managed layers.
     *
     * @param installedPackages the packages that installed solutions came from, of any number of them
     * @param packages opens them
     * @throws SolutionException also when one cannot be read, or is of another version than the one that is installed
     */
    public static void write(
            EnvironmentSnapshot snapshot, List<Path> installedPackages, PackageOpener packages, Path file, Clock clock)
            throws SolutionException {
        InstalledPackages installed = new InstalledPackages(installedPackages, packages);
        try {
            WholeEnvironment.<SolutionException>write(file, clock, tx -> {
                SnapshotWriter.write(snapshot, tx);
                installed.learn(tx);
            });
        } catch (StoreException e) {
            throw new SolutionException(e.getMessage(), e);
        }
    }
}
