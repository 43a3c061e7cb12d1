package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A hash over everything that a plan was made from: if any of it changes, the plan is no longer valid. */
public final class PlanFingerprint {

    private PlanFingerprint() {}

    /** The basis of a plan, as long as the environment is as it was when the plan was made. */
    public static PlanBasis of(ImportPlan plan, ImportOptions options, EnvironmentView environment) {
        Map<String, String> versions = new TreeMap<>();
        for (InstalledSolution solution : environment.solutions()) {
            versions.put(solution.uniqueName(), solution.version().text());
        }
        Map<ComponentKey, ComponentState> before = before(plan, environment);
        Sha256 hash = new Sha256();
        add(hash, plan.operation() + " " + plan.owner());
        add(
                hash,
                options.action() + " " + options.overwriteCustomizations() + " "
                        + options.enableSdkMessageProcessingSteps() + " " + options.publish() + " "
                        + options.convertToManaged() + " " + options.activeBase() + " " + options.activeRules());
        plan.changes().stream()
                .sorted((a, b) -> a.key().compareTo(b.key()))
                .forEach(change -> add(hash, line(change, Optional.ofNullable(before.get(change.key())))));
        return new PlanBasis(versions, hash.hex());
    }

    /** The plan knows of what the package has; asking again for tens of thousands of components takes as long as planning. */
    private static Map<ComponentKey, ComponentState> before(ImportPlan plan, EnvironmentView environment) {
        List<ComponentKey> others = plan.changes().stream()
                .filter(change -> change.component().isEmpty())
                .map(ComponentChange::key)
                .filter(key -> !plan.before().containsKey(key))
                .toList();
        Map<ComponentKey, ComponentState> before = new HashMap<>(plan.before());
        before.putAll(environment.components(others));
        return before;
    }

    private static String line(ComponentChange change, Optional<ComponentState> before) {
        return String.join(
                "\t",
                change.key().toString(),
                change.change().name(),
                change.component()
                        .flatMap(SolutionComponent::definition)
                        .map(Definition::hash)
                        .map(Object::toString)
                        .orElse("-"),
                change.state().map(Object::toString).orElse("-"),
                change.hiddenBy().orElse("-"),
                change.published() + " " + change.overwritesCustomization() + " " + change.convertsCustomization(),
                change.blockedBy().toString(),
                before.map(state -> state.layers().stream()
                                        .map(PlanFingerprint::text)
                                        .toList() + " " + state.published() + " " + state.state())
                        .orElse("-"));
    }

    /** Always as the first version wrote it, so that a saved plan outlives the code that made it. */
    private static String text(Layer layer) {
        return "Layer[owner=" + layer.owner()
                + ", publisher=" + layer.publisher()
                + ", hash=" + layer.content().hash()
                + ", label=" + layer.label()
                + ", origin=" + layer.origin() + "]";
    }

    private static void add(Sha256 hash, String line) {
        hash.add(line);
        hash.add("\n");
    }
}
