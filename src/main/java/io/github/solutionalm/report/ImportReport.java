package io.github.solutionalm.report;

import io.github.solutionalm.ImportResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Writes the reports of one operation: the log for people, the import job's document for tools of the platform, and the
 * result for programs. They are written on failure as on success.
 */
public final class ImportReport {

    private ImportReport() {}

    /**
     * Writes the three reports into a folder of the output directory that bears the solution's unique name, or the
     * package file's name without extension when the package could not be read that far. Characters that have no place
     * in a folder's name are replaced, so that no name leads out of the output directory.
     *
     * <p>The folder holds the reports of the last operation on the solution: a later one of the same build, such as
     * {@code apply-upgrade} after {@code stage-upgrade}, replaces all three together. All operations of a build are in
     * {@link BuildSummary}; {@code importJobId} tells which of them a report belongs to.
     *
     * @param outputDirectory the parameter of that name; made if it is not there
     * @throws IOException when a file cannot be written; the message names the file and says what to do, and no
     *     report is left half written
     */
    public static Files write(ImportResult result, Path outputDirectory) throws IOException {
        Path folder = ReportFolder.of(result, outputDirectory);
        Files files = new Files(
                folder,
                folder.resolve("import-log.xml"),
                folder.resolve("import-job.xml"),
                folder.resolve("import-result.json"));
        // All are written before the first is moved: a folder never mixes the reports of two operations for long.
        try (WholeFile log = WholeFile.prepare(files.log(), out -> log(result, out));
                WholeFile job = WholeFile.prepare(files.job(), out -> job(result, out));
                WholeFile document = WholeFile.prepare(files.result(), out -> ResultDocument.write(result, out))) {
            log.moveIntoPlace();
            job.moveIntoPlace();
            document.moveIntoPlace();
        }
        return files;
    }

    /** The environment's own log goes before ours. */
    private static void log(ImportResult result, OutputStream out) throws IOException {
        if (result.documents().log().isPresent()) {
            java.nio.file.Files.copy(result.documents().log().get(), out);
        } else {
            ImportLog.write(result, out);
        }
    }

    private static void job(ImportResult result, OutputStream out) throws IOException {
        if (result.documents().data().isPresent()) {
            java.nio.file.Files.copy(result.documents().data().get(), out);
        } else {
            JobDocument.write(result, out);
        }
    }

    /**
     * Makes the output directory and tries to write there, so that an import does not take effect and then has nowhere to
     * say so.
     *
     * @throws IOException when nothing can be written; the message says what to do
     */
    public static void checkWritable(Path outputDirectory) throws IOException {
        WholeFile.prepare(outputDirectory.resolve(BuildSummary.NAME), out -> {}).close();
    }

    /**
     * Where the reports of an operation are.
     *
     * @param folder the operation's folder
     * @param log {@code import-log.xml}
     * @param job {@code import-job.xml}
     * @param result {@code import-result.json}
     */
    public record Files(Path folder, Path log, Path job, Path result) {}
}
