package io.github.solutionalm.mojo.console;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the progress of an operation. */
public final class ImportConsole implements ImportListener {

    private static final int LISTED_DELETIONS = 20;

    private final Printout out;
    private final ProgressLine progress;
    private final OperationRequest request;
    private final ImportOptions options;

    public ImportConsole(Printout out, ProgressLine progress, OperationRequest request) {
        this.out = out;
        this.progress = progress;
        this.request = request;
        this.options = request.options();
    }

    @Override
    public void waiting(String holder, Duration waited) {
        out.line("Waiting", Wording.waiting(holder, waited, options.lockTimeout()));
    }

    @Override
    public void packageOpened(PackageFile file) {
        out.line("Package", Wording.packageFile(file));
    }

    @Override
    public void manifestRead(SolutionManifest manifest, Optional<Installed> installed) {
        out.line("Solution", Wording.solution(manifest));
        installed
                .filter(before -> manifest.version().compareTo(before.version()) > 0)
                .ifPresent(before -> out.sentence("This solution package contains an update for a solution that is"
                        + " already installed: " + Wording.versions(before)));
        out.line("Action", ActionText.of(manifest, installed, options));
        boolean skipped = ActionText.skip(manifest, installed, options).isPresent();
        request.settings()
                .filter(given -> !given.isEmpty())
                .ifPresent(given -> out.line(
                        "Settings",
                        Wording.settings(given) + (skipped ? ": not set, because the package is skipped" : "")));
    }

    @Override
    public void applying(SolutionManifest staged, Installed replaced) {
        request.packageFile().ifPresent(this::packageOpened);
        out.line("Solution", Wording.solution(staged));
        out.line("Action", ActionText.ofApply(staged, replaced));
    }

    @Override
    public void changed(PlanSummary done) {
        out.line("Changes", PlanFigures.of(done));
        list(Stream.concat(
                        dataFirst(done.changes())
                                .filter(change -> change.change() == Change.DELETE)
                                .map(change -> "deleted  " + text(change, "")),
                        dataFirst(done.deferred())
                                .filter(change -> change.change() == Change.DELETE)
                                .map(change -> "delete later  " + text(change, "")))
                .toList());
    }

    @Override
    public void planned(PlanSummary plan) {
        out.line("Plan", PlanFigures.of(plan));
        List<String> deletions = new ArrayList<>();
        dataFirst(plan.changes())
                .filter(change -> change.change() == Change.DELETE || change.blocked())
                .forEach(change -> deletions.add("delete  " + text(change, "  (blocked)")));
        dataFirst(plan.deferred())
                .filter(change -> change.change() == Change.DELETE || change.blocked())
                .forEach(change -> deletions.add("delete later  " + text(change, "  (currently blocked)")));
        plan.changes().stream()
                .filter(change -> !change.values().isEmpty())
                .forEach(change ->
                        deletions.add("lose  " + text(change, "") + "  values " + Wording.values(change.values())));
        list(deletions);
    }

    private void list(List<String> deletions) {
        deletions.stream().limit(LISTED_DELETIONS).forEach(out::detail);
        if (deletions.size() > LISTED_DELETIONS) {
            out.detail("… and " + (deletions.size() - LISTED_DELETIONS) + " more, all listed in import-result.json");
        }
    }

    @Override
    public void resumed(String job, Instant since) {
        out.line("Resuming", job + ", started by an earlier build (" + since.truncatedTo(ChronoUnit.SECONDS) + ")");
    }

    private static String text(PlannedChange change, String blocked) {
        String owners = change.owners().stream().map(Wording::layer).collect(Collectors.joining(" and "));
        return change.type() + "  " + change.key() + (owners.isEmpty() ? "" : "  of " + owners)
                + change.data().map(data -> "  " + data).orElse("")
                + (change.blocked() ? blocked : "");
    }

    /** What loses data comes first. */
    private static Stream<PlannedChange> dataFirst(List<PlannedChange> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(change -> change.data().isEmpty()));
    }

    @Override
    public void progress(String phase, int done, int total) {
        progress.progress(request.appliesUpgrade() ? "Applying" : "Importing", phase, done, total);
    }
}
