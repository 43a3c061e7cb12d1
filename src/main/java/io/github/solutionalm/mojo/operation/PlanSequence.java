package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.mojo.console.PlanHeads;
import io.github.solutionalm.mojo.console.PlanPrintout;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.report.PlanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes and prints plans, in the order of their operations. */
public final class PlanSequence {

    private final Printout out;
    private final PlanHeads heads;
    private final Path outputDirectory;
    private final Telling telling;

    /** Tells CI systems of a plan. */
    private interface Telling {
        void of(OperationRequest request, PlanResult plan, Path file);
    }

    public PlanSequence(Printout out, PlanHeads heads, Path outputDirectory) {
        this(out, heads, outputDirectory, (request, plan, file) -> {});
    }

    private PlanSequence(Printout out, PlanHeads heads, Path outputDirectory, Telling telling) {
        this.out = out;
        this.heads = heads;
        this.outputDirectory = outputDirectory;
        this.telling = telling;
    }

    /** This sequence, which also tells CI systems of each plan, and how it is judged. */
    public PlanSequence with(CiReports ci, PlanVerdict verdict) {
        return new PlanSequence(
                out,
                heads,
                outputDirectory,
                (request, plan, file) -> ci.planned(
                        request, plan, file, verdict.findings(request, plan), verdict.gates(AskedGates.of(request))));
    }

    /**
     * Prints the plans, and the operations that were not planned.
     *
     * @param plans plans of the first operations, up to one that would be refused or is blocked
     */
    public void show(List<OperationRequest> requests, List<PlanResult> plans) throws IOException {
        for (int i = 0; i < plans.size(); i++) {
            PlanResult plan = plans.get(i);
            // A plan that is compared with a saved one is not written, because it would overwrite that one.
            Optional<SavedPlan> saved = requests.get(i).savedPlan();
            Path file = saved.isPresent()
                    ? Path.of(saved.get().file())
                    : PlanReport.write(plan, requests.get(i), outputDirectory);
            telling.of(requests.get(i), plan, file);
            out.blank();
            heads.tell(requests.get(i), plan, out);
            new PlanPrintout(out, plan, file).print();
        }
        List<OperationRequest> unplanned = requests.subList(plans.size(), requests.size());
        if (!unplanned.isEmpty()) {
            out.blank();
            out.warning("Not planned", PlanVerdict.list(unplanned) + ", because an earlier operation would fail");
        }
    }
}
