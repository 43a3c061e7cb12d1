package io.github.solutionalm.embedded;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.store.ListedSolution;
import io.github.solutionalm.store.StoreTransaction;
import java.util.ArrayList;
import java.util.List;

/** Lists what the store holds. */
final class EnvironmentListing {

    private EnvironmentListing() {}

    static EnvironmentContent of(EnvironmentId id, StoreTransaction tx, boolean withComponents) {
        List<EnvironmentContent.Component> components = new ArrayList<>();
        if (withComponents) {
            tx.components()
                    .forEach(state -> components.add(new EnvironmentContent.Component(
                            state.key(),
                            state.name(),
                            state.parent(),
                            state.layers().stream().map(Layer::owner).toList(),
                            state.published(),
                            state.state())));
        }
        return new EnvironmentContent(
                id,
                tx.solutions().listed().stream()
                        .map(EnvironmentListing::solution)
                        .toList(),
                components,
                tx.components().countUnpublished());
    }

    private static EnvironmentContent.Solution solution(ListedSolution listed) {
        InstalledSolution solution = listed.solution();
        return new EnvironmentContent.Solution(
                solution.uniqueName(),
                solution.friendlyName(),
                solution.version().toString(),
                solution.managed(),
                solution.publisher(),
                solution.patchOf(),
                solution.holdingFor(),
                solution.installedOn(),
                solution.updatedOn(),
                solution.sha256(),
                listed.components());
    }
}
