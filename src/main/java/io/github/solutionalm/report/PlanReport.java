package io.github.solutionalm.report;

import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.report.json.PlanDocument;
import io.github.solutionalm.report.json.PlanFile;
import io.github.solutionalm.report.json.PlanReader;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A plan as a file: {@code plan.json} of an import, {@code apply-plan.json} of the application of a staged upgrade.
 * It can be reviewed, and later carried out exactly or not at all.
 */
public final class PlanReport {

    static final String OF_IMPORT = "plan.json";
    static final String OF_APPLY = "apply-plan.json";

    private PlanReport() {}

    /**
     * Writes a plan, in place of the one that may be there, into the folder that the reports of the operation would go to.
     *
     * @param request what was planned
     * @param outputDirectory the parameter of that name; made if it is not there
     * @return the file
     * @throws IOException when it cannot be written; the message names the file and says what to do
     */
    public static Path write(PlanResult plan, OperationRequest request, Path outputDirectory) throws IOException {
        Path file = ReportFolder.of(plan, outputDirectory).resolve(request.appliesUpgrade() ? OF_APPLY : OF_IMPORT);
        return ReportFile.write(file, out -> PlanDocument.write(plan, out));
    }

    /**
     * Reads a plan that can be carried out.
     *
     * @throws IOException when it can't be read, is damaged, is no plan or one of another version of the plugin, or is the
     *     plan of an operation that would be refused or is blocked; the message names the file and says what to do
     */
    public static PlanFile read(Path file) throws IOException {
        return PlanReader.read(file);
    }
}
