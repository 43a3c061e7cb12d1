package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Solutions that the environment has to have already, at the version of their packages or a higher one: dependencies of the scope
 * {@code provided}.
 *
 * @param solutions what their packages say
 */
public record ProvidedSolutions(List<Provided> solutions) {

    /** None. */
    public static final ProvidedSolutions NONE = new ProvidedSolutions(List.of());

    public ProvidedSolutions {
        solutions = List.copyOf(solutions);
    }

    /**
     * One of them.
     *
     * @param manifest of its package
     * @param artifact its package
     */
    public record Provided(SolutionManifest manifest, PackageArtifact artifact) {}

    /** Unique names. */
    public List<String> names() {
        return solutions.stream().map(one -> one.manifest().uniqueName()).toList();
    }

    /**
     * Looks whether a Dataverse environment has them. An embedded one is taken to have them.
     *
     * @throws RefusalException naming all that it does not have
     */
    public void check(SolutionEnvironment environment) throws SolutionException {
        if (solutions.isEmpty() || !environment.id().isDataverse()) {
            return;
        }
        List<EnvironmentContent.Solution> installed = environment.list(false).solutions();
        List<String> lacking = new ArrayList<>();
        for (Provided provided : solutions) {
            String what = provided.manifest().uniqueName() + " "
                    + provided.manifest().version() + " (" + provided.artifact().coordinates() + ")";
            Optional<SolutionVersion> there = installed.stream()
                    .filter(one -> UniqueName.same(
                            one.uniqueName(), provided.manifest().uniqueName()))
                    .map(one -> one.installed().version())
                    .findFirst();
            if (there.isEmpty()) {
                lacking.add(what + " is not installed");
            } else if (provided.manifest().version().isHigherThan(there.get())) {
                lacking.add(what + " is installed as " + there.get());
            }
        }
        if (!lacking.isEmpty()) {
            throw new RefusalException(PlatformCode.MISSING_DEPENDENCIES.finding("The POM has dependencies of the scope"
                    + " provided that the environment must have already, in that version or a higher one: "
                    + String.join("; ", lacking) + ". Import them there first, or give them the scope compile, so"
                    + " that this build imports them. Nothing was changed."));
        }
    }
}
