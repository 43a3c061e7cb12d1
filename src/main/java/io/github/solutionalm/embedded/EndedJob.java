package io.github.solutionalm.embedded;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.store.ImportJob;
import io.github.solutionalm.store.ImportJobTable.ImportJobComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An import job as its result leaves it. */
final class EndedJob {

    private EndedJob() {}

    static ImportJob of(Attempt attempt, ImportResult result) {
        String errors = result.errors().stream().map(Finding::toString).collect(Collectors.joining("\n"));
        return attempt.job()
                .ended(
                        new ImportJob.Subject(
                                result.operation().name(),
                                result.solution(),
                                result.manifest()
                                        .map(SolutionManifest::version)
                                        .map(Object::toString)
                                        .orElse("")),
                        new ImportJob.End(
                                result.outcome().isSuccess() ? ImportJob.State.COMPLETED : ImportJob.State.FAILED,
                                result.outcome().name(),
                                result.progress(),
                                errors,
                                Optional.of(result.completedOn())));
    }

    static List<ImportJobComponent> components(ImportResult result) {
        List<ImportJobComponent> rows = new ArrayList<>(result.components().size());
        for (ComponentResult component : result.components()) {
            rows.add(new ImportJobComponent(
                    component.key(),
                    component.change(),
                    component.status().name(),
                    component.code().orElse(""),
                    component.text().orElse("")));
        }
        return rows;
    }
}
