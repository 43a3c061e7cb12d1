package io.github.solutionalm.mojo.console;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Collects the events of each planned operation until its plan is printed, because an environment returns all plans
 * at once.
 */
public final class PlanHeads implements ImportListener {

    /** The events of one operation. */
    private record Head(String about, List<Consumer<ImportListener>> heard) {}

    private final ProgressLine progress;
    private final Deque<Head> heads = new ArrayDeque<>();

    public PlanHeads(ProgressLine progress) {
        this.progress = progress;
    }

    @Override
    public void packageOpened(PackageFile file) {
        heads.add(new Head(file.file(), new ArrayList<>(List.of(listener -> listener.packageOpened(file)))));
    }

    @Override
    public void manifestRead(SolutionManifest manifest, Optional<Installed> installed) {
        heads.getLast().heard().add(listener -> listener.manifestRead(manifest, installed));
    }

    @Override
    public void applying(SolutionManifest staged, Installed replaced) {
        heads.add(new Head(staged.uniqueName(), List.of(listener -> listener.applying(staged, replaced))));
    }

    @Override
    public void progress(String phase, int done, int total) {
        progress.progress("Planning", phase, done, total);
    }

    /** Planning is over. */
    public void end() {
        progress.end();
    }

    /** Prints the events of the next operation. */
    public void tell(OperationRequest request, PlanResult plan, Printout out) {
        Optional<Head> next = Optional.ofNullable(heads.peek())
                .filter(head -> head.about().equals(plan.solution())
                        || plan.file()
                                .map(PackageFile::file)
                                .filter(head.about()::equals)
                                .isPresent());
        if (next.isPresent()) {
            ImportConsole console = new ImportConsole(out, progress, request);
            heads.remove().heard().forEach(event -> event.accept(console));
        }
    }
}
