package io.github.solutionalm.report;

import io.github.solutionalm.SolutionDiff;
import io.github.solutionalm.report.json.DiffDocument;
import io.github.solutionalm.text.PortableName;
import java.io.IOException;
import java.nio.file.Path;

/** {@code diff.json}: how a package differs from another one, or from what is installed. */
public final class DiffReport {

    private DiffReport() {}

    /**
     * Writes {@code <UniqueName>/diff.json}, in place of the one that may be there.
     *
     * @param outputDirectory the parameter of that name; made if it is not there
     * @return the file
     * @throws IOException when it cannot be written; the message names the file and says what to do
     */
    public static Path write(SolutionDiff diff, Path outputDirectory) throws IOException {
        Path root = outputDirectory.toAbsolutePath().normalize();
        Path file = PortableName.in(root, diff.manifest().uniqueName()).resolve("diff.json");
        return ReportFile.write(file, out -> DiffDocument.write(diff, out));
    }
}
