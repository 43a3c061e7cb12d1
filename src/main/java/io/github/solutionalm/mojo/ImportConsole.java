package io.github.solutionalm.mojo;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.PackageFile;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells of an import while it goes on (product.md, "What an import prints"). */
final class ImportConsole implements ImportListener {

    private static final int LISTED_DELETIONS = 20;

    private final Printout out;
    private final ProgressLine progress;
    private final ImportOptions options;

    ImportConsole(Printout out, ProgressLine progress, ImportRequest request) {
        this.out = out;
        this.progress = progress;
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
                        + " already installed: " + versions(before)));
        out.line("Action", action(manifest, installed));
    }

    @Override
    public void planned(PlanSummary plan) {
        List<String> deleted = plan.changes().stream()
                .filter(change -> change.change() == Change.DELETE)
                .map(change -> "delete  " + change.type() + "  " + change.key())
                .toList();
        out.line("Plan", figures(plan));
        deleted.stream().limit(LISTED_DELETIONS).forEach(out::detail);
        if (deleted.size() > LISTED_DELETIONS) {
            out.detail("… and " + (deleted.size() - LISTED_DELETIONS) + " more, all of them in import-result.json");
        }
    }

    @Override
    public void progress(String phase, int done, int total) {
        progress.progress(phase, done, total);
    }

    private static String versions(Installed installed) {
        List<SolutionVersion> patches = installed.patches();
        if (patches.isEmpty()) {
            return installed.version().toString();
        }
        return installed.version()
                + (patches.size() == 1 ? " and its patch " : " and its patches ")
                + patches.stream().map(SolutionVersion::toString).collect(Collectors.joining(", "));
    }

    private String action(SolutionManifest manifest, Optional<Installed> installed) {
        int order = installed
                .map(before -> manifest.version().compareTo(before.version()))
                .orElse(1);
        boolean converts = manifest.managed() && options.convertToManaged();
        if (order == 0 && options.sameVersion() == SameVersion.SKIP && !converts) {
            return "skip, since this version is installed (sameVersion)";
        }
        if (order < 0 && options.lowerVersion() == LowerVersion.SKIP) {
            return "skip, since a higher version is installed (lowerVersion)";
        }
        String steps = ", SDK message processing steps "
                + (options.enableSdkMessageProcessingSteps() ? "enabled" : "not enabled");
        if (!manifest.managed()) {
            return "import of unmanaged customizations" + steps;
        }
        String action = manifest.patchOf().isPresent()
                ? "patch"
                : installed.isEmpty()
                        ? "install"
                        : order <= 0 ? "update" : options.action().name().toLowerCase(Locale.ROOT);
        return action + ", customizations " + (options.overwriteCustomizations() ? "overwritten" : "maintained")
                + steps;
    }

    private static String figures(PlanSummary plan) {
        List<String> figures = new ArrayList<>();
        figures.add(count(plan, Change.ADD) + " added");
        figures.add(count(plan, Change.CHANGE) + " changed");
        figures.add(plan.unchanged() + " unchanged");
        figures.add(count(plan, Change.DELETE) + " deleted");
        if (count(plan, Change.UNLAYER) > 0) {
            figures.add(count(plan, Change.UNLAYER) + " left to the layer below");
        }
        if (count(plan, Change.KEEP) > 0) {
            figures.add(count(plan, Change.KEEP) + " kept although no longer in the package");
        }
        List<String> hidden = plan.hidden().entrySet().stream()
                .map(layer -> layer.getValue() + " hidden by "
                        + (layer.getKey().equals(Layer.ACTIVE)
                                ? "unmanaged customizations"
                                : "the solution " + layer.getKey()))
                .toList();
        return String.join(", ", figures) + (hidden.isEmpty() ? "" : "; " + String.join(", ", hidden));
    }

    private static long count(PlanSummary plan, Change change) {
        return plan.changes().stream().filter(c -> c.change() == change).count();
    }
}
