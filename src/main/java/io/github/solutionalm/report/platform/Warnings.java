package io.github.solutionalm.report.platform;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The warnings of a result, each once: a component's own warning may stand among the findings again. */
public final class Warnings {

    private record Told(ComponentKey component, Optional<String> code) {}

    private Warnings() {}

    /** The findings that no component says itself. */
    static List<Finding> besideComponents(ImportResult result) {
        Set<Told> told = result.components().stream()
                .filter(component -> component.status() == ComponentResult.Status.WARNING)
                .map(component -> new Told(component.key(), component.code()))
                .collect(Collectors.toSet());
        return result.warnings().stream()
                .filter(finding -> finding.component()
                        .map(key -> !told.contains(new Told(key, Optional.of(finding.code()))))
                        .orElse(true))
                .toList();
    }

    /** How many there are. */
    public static int count(ImportResult result) {
        return besideComponents(result).size() + result.count(ComponentResult.Status.WARNING);
    }
}
