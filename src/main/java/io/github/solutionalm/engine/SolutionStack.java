package io.github.solutionalm.engine;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An installed solution with its patches and its staged upgrade, which share one position in the order of layers
 * (docs/concepts.md, "Layers").
 *
 * @param uniqueName name of the base, whether it is installed or not
 * @param base the solution itself
 * @param patches its patches, the lowest version first
 * @param holding its staged upgrade
 */
public record SolutionStack(
        String uniqueName,
        Optional<InstalledSolution> base,
        List<InstalledSolution> patches,
        Optional<InstalledSolution> holding) {

    /** The language of the one name that is kept of a staged upgrade; any would do. */
    private static final int LANGUAGE = 1033;

    public SolutionStack {
        patches = List.copyOf(patches);
    }

    /** The solution of this name as the environment holds it. */
    public static SolutionStack of(String uniqueName, InstalledSolutions environment) {
        List<InstalledSolution> all = environment.solutions();
        return new SolutionStack(
                uniqueName,
                environment.solution(uniqueName),
                all.stream()
                        .filter(solution -> solution.patchOf()
                                .filter(name -> UniqueName.same(uniqueName, name))
                                .isPresent())
                        .sorted(Comparator.comparing(InstalledSolution::version))
                        .toList(),
                all.stream()
                        .filter(solution -> solution.holdingFor()
                                .filter(name -> UniqueName.same(uniqueName, name))
                                .isPresent())
                        .findFirst());
    }

    /** The name that a staged upgrade of a solution bears (docs/concepts.md, "Stage and apply"). */
    public static String holdingName(String uniqueName) {
        return uniqueName + "_Upgrade";
    }

    /** A solution of this stack as listeners hear of it, with the patches. */
    public ImportListener.Installed told(InstalledSolution solution) {
        return new ImportListener.Installed(
                solution.version(),
                patches.stream().map(InstalledSolution::version).toList(),
                solution.managed());
    }

    /**
     * What an environment still knows of the manifest of the staged upgrade.
     *
     * @param friendlyName of the staged upgrade
     * @param publisher of the staged upgrade
     */
    public SolutionManifest stagedManifest(String friendlyName, Publisher publisher) {
        InstalledSolution staged = holding.orElseThrow();
        return new SolutionManifest(
                base.map(InstalledSolution::uniqueName).orElse(uniqueName),
                new LocalizedText(List.of(new LocalizedText.Label(LANGUAGE, friendlyName))),
                LocalizedText.NONE,
                staged.version(),
                staged.managed(),
                publisher,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                LANGUAGE,
                new SolutionManifest.ExportPlatform("", "", ""));
    }

    /** The base and its patches: what gives way to an upgrade. */
    public List<String> owners() {
        return Stream.concat(base.stream(), patches.stream())
                .map(InstalledSolution::uniqueName)
                .toList();
    }

    /** Whether a layer is the base's or a patch's. */
    boolean owns(Layer layer) {
        return owners().stream().anyMatch(owner -> UniqueName.same(owner, layer.owner()));
    }

    /** Whether a layer is a patch's. */
    boolean patches(Layer layer) {
        return patches.stream().anyMatch(patch -> UniqueName.same(patch.uniqueName(), layer.owner()));
    }

    /** The layers of base and patches, bottom to top. */
    List<Layer> layers(ComponentState state) {
        return state.layers().stream().filter(this::owns).toList();
    }

    /** The highest version of base, patches and staged upgrade. */
    Optional<SolutionVersion> highestVersion() {
        return Stream.concat(Stream.concat(base.stream(), patches.stream()), holding.stream())
                .map(InstalledSolution::version)
                .max(Comparator.naturalOrder());
    }
}
