package io.github.solutionalm.report;

import io.github.solutionalm.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/** A {@linkplain WholeFile whole file} in the output directory: what prevents it is said with what to do. */
public final class ReportFile implements AutoCloseable {

    private final Path target;
    private final WholeFile file;

    private ReportFile(Path target, WholeFile file) {
        this.target = target;
        this.file = file;
    }

    /** Writes a file, in place of the one that may be there; its folder is made if it is not there. */
    public static Path write(Path target, WholeFile.Content content) throws IOException {
        try (ReportFile file = prepare(target, content)) {
            file.moveIntoPlace();
        }
        return target;
    }

    /** Prepares the file: see {@link WholeFile#prepare}. */
    static ReportFile prepare(Path target, WholeFile.Content content) throws IOException {
        try {
            return new ReportFile(target, WholeFile.prepare(target, content));
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    /** Puts a complete file under a second name: see {@link WholeFile#same}. */
    static void same(Path file, Path target) throws IOException {
        try {
            WholeFile.same(file, target);
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    void moveIntoPlace() throws IOException {
        try {
            file.moveIntoPlace();
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    @Override
    public void close() {
        file.close();
    }
}
