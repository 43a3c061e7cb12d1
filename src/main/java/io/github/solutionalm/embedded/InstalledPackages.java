package io.github.solutionalm.embedded;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.packaging.ReadListener;
import io.github.solutionalm.store.LayerTable.LayerWrite;
import io.github.solutionalm.store.OriginTable.Origin;
import io.github.solutionalm.store.StoreTransaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The packages that solutions of a captured environment came from, which tell what those solutions' layers say. */
record InstalledPackages(List<Path> files, PackageOpener opener) {

    InstalledPackages {
        files = List.copyOf(files);
    }

    /**
     * Makes the layers known that the packages tell of. A layer that the environment does not have is not made.
     *
     * @throws SolutionException when a package cannot be read, or is not what is installed, or the environment is no snapshot
     */
    void learn(StoreTransaction tx) throws SolutionException {
        if (!files.isEmpty() && tx.origin().find().isEmpty()) {
            throw refused(
                    files.get(0),
                    "it is no snapshot of a Dataverse environment, but an embedded environment, which knows what its layers say",
                    "Leave out <installedPackages> for it",
                    tx);
        }
        for (Path file : files) {
            try (OpenedPackage opened = opener.open(file, Optional.empty())) {
                InstalledSolution solution = installed(opened.manifest(), file, tx);
                learn(opened.read(new StoreSink(tx), ReadListener.NONE), solution, tx);
            }
        }
    }

    /** The solution itself or, of the same package, the staged upgrade. */
    private static InstalledSolution installed(SolutionManifest manifest, Path file, StoreTransaction tx)
            throws SolutionException {
        String name = manifest.uniqueName();
        Optional<InstalledSolution> base = tx.solutions().find(name);
        Stream<InstalledSolution> staged = tx.solutions().all().stream().filter(solution -> solution.holdingFor()
                .filter(other -> UniqueName.same(other, name))
                .isPresent());
        List<InstalledSolution> candidates =
                Stream.concat(base.stream(), staged).toList();
        if (!manifest.managed()) {
            throw refused(
                    file,
                    "it is unmanaged, and does not tell what the environment's unmanaged layer says",
                    "Give the managed package that was installed, or leave it out",
                    tx);
        }
        return candidates.stream()
                .filter(InstalledSolution::managed)
                .filter(solution -> solution.version().compareTo(manifest.version()) == 0)
                .findFirst()
                .orElseThrow(() -> refused(
                        file,
                        "it is version " + manifest.version() + " of " + name + ", and "
                                + (candidates.isEmpty() ? "no version" : versions(candidates)) + " is installed",
                        candidates.isEmpty()
                                ? "Leave it out"
                                : "Give the package of the installed version, or leave it out",
                        tx));
    }

    private static String versions(List<InstalledSolution> solutions) {
        List<String> versions = new ArrayList<>();
        solutions.forEach(solution ->
                versions.add("version " + solution.version() + (solution.managed() ? "" : ", which is unmanaged,")));
        return String.join(" with the staged upgrade ", versions);
    }

    private static SolutionException refused(Path file, String reason, String fix, StoreTransaction tx) {
        String environment = tx.origin().find().map(Origin::url).orElse("the environment");
        return new SolutionException("Tried to read what is installed in " + environment + " from " + file
                + " but failed because: " + reason + ". " + fix + ".");
    }

    private static void learn(SolutionPackage read, InstalledSolution solution, StoreTransaction tx) {
        String owner = solution.uniqueName();
        Map<ComponentKey, ComponentState> states = tx.components()
                .states(read.components().stream().map(SolutionComponent::key).toList());
        List<LayerWrite> known = new ArrayList<>();
        for (SolutionComponent component : read.components()) {
            Optional<ComponentState> state = Optional.ofNullable(states.get(component.key()));
            Optional<Layer> layer = state.flatMap(found -> found.layerOf(owner));
            if (!component.isContext() && layer.isPresent()) {
                known.add(LayerWrites.write(
                        component,
                        label(component, layer.get()),
                        component.definition().orElseThrow(),
                        layer.get().origin(),
                        state.get().published()));
            }
        }
        tx.layers().write(owner, known);
    }

    /** Whether it is on, the environment says and not the package. */
    private static Layer.Label label(SolutionComponent component, Layer layer) {
        return new Layer.Label(
                component.name().isEmpty() ? layer.label().name() : component.name(),
                component.parent().or(() -> layer.label().parent()),
                layer.label().state());
    }
}
