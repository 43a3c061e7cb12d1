package io.github.solutionalm.report;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.report.json.ResultDocument;
import io.github.solutionalm.report.platform.ImportLog;
import io.github.solutionalm.report.platform.JobDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the reports of one operation: the log for people, the import job's document for tools of the platform, and the
 * result for programs. They are written for failures and successes.
 */
public final class ImportReport {

    private ImportReport() {}

    /**
     * Writes the three reports into a new folder {@code <environment>/<solution>/<n>-<goal>} of the output directory: the
     * environment by its id, or the name of its file or host; the solution by its unique name, or the package file's name
     * without extension when the package could not be read that far; {@code n} counts the operations on the solution.
     * Names that can't be those of folders are changed, so that none leads out of the output directory. Nothing
     * replaces earlier reports; those of the last operation are in the folder {@code latest} beside, too.
     *
     * @param outputDirectory the parameter of that name; made if it is not there
     * @throws IOException when a file cannot be written; the message names the file and says what to do, and no
     *     report is left half written
     */
    public static Files write(ImportResult result, Path outputDirectory) throws IOException {
        Path folder = ReportFolder.next(result, outputDirectory);
        Files files = new Files(
                folder,
                folder.resolve("import-log.xml"),
                folder.resolve("import-job.xml"),
                folder.resolve("import-result.json"));
        try (ReportFile log = ReportFile.prepare(files.log(), out -> log(result, out));
                ReportFile job = ReportFile.prepare(files.job(), out -> job(result, out));
                ReportFile document = ReportFile.prepare(files.result(), out -> ResultDocument.write(result, out))) {
            log.moveIntoPlace();
            job.moveIntoPlace();
            document.moveIntoPlace();
        }
        for (Path file : List.of(files.log(), files.job(), files.result())) {
            ReportFile.same(file, folder.resolveSibling(ReportFolder.LATEST).resolve(file.getFileName()));
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
     * Where the reports of an operation are.
     *
     * @param folder the operation's folder
     * @param log {@code import-log.xml}
     * @param job {@code import-job.xml}
     * @param result {@code import-result.json}
     */
    public record Files(Path folder, Path log, Path job, Path result) {

        /** The name of the environment's folder. */
        public String environment() {
            return folder.getParent().getParent().getFileName().toString();
        }

        /** The name of the solution's folder. */
        public String solution() {
            return folder.getParent().getFileName().toString();
        }
    }
}
