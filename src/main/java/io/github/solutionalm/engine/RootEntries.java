package io.github.solutionalm.engine;

import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.RootCoverage;
import io.github.solutionalm.model.SolutionPackage;
import java.util.List;

/** Finds components that the manifest lists neither as root components nor as parts of one. */
final class RootEntries {

    private RootEntries() {}

    /** One error for each of them. */
    static List<Finding> missing(SolutionPackage solution) {
        return new RootCoverage(solution)
                .unlisted().stream()
                        .map(component -> PlatformCode.MISSING_ROOT_COMPONENT_ENTRY.finding(
                                ComparedComponent.name(component)
                                        + " is in the package, but the manifest does not list it as a root component."
                                        + " Use the package unchanged as exported, or add the component to <RootComponents>.",
                                component.key()))
                        .toList();
    }
}
