package io.github.solutionalm.packaging;

import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.PackageInspection.Code;
import io.github.solutionalm.PackageInspection.RequiredSolution;
import io.github.solutionalm.PackageWarnings;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Inspects a package without an environment. */
public final class PackageInspector {

    private PackageInspector() {}

    /**
     * Reads the whole package.
     *
     * @param file .zip, .cab or an unzipped folder
     * @param sha256 content that the file must have, or any
     * @throws SolutionException when it is not a solution package, or not this one
     */
    public static PackageInspection inspect(Path file, Optional<String> sha256) throws SolutionException {
        return inspect(file, sha256, OpenedPackage::open);
    }

    /**
     * Reads the whole package.
     *
     * @param packages opens it
     * @throws SolutionException when it is not a solution package, or not this one
     */
    public static PackageInspection inspect(Path file, Optional<String> sha256, PackageOpener packages)
            throws SolutionException {
        Map<ComponentKey, SortedSet<String>> hosts = new HashMap<>();
        try (OpenedPackage opened = packages.open(file, sha256)) {
            SolutionPackage solution = opened.read(ContentSink.NONE, new ReadListener() {
                @Override
                public void code(ComponentKey key, SortedSet<String> names) {
                    hosts.put(key, names);
                }
            });
            return new PackageInspection(
                    opened.file().saying(opened.contentSha256()),
                    solution.manifest(),
                    counts(solution, component -> !component.isContext()),
                    counts(solution, SolutionComponent::isContext),
                    solution.languages(),
                    requiredSolutions(solution.manifest()),
                    code(solution, hosts),
                    solution.settings(),
                    PackageWarnings.of(solution));
        }
    }

    private static Map<String, Integer> counts(SolutionPackage solution, Predicate<SolutionComponent> filter) {
        Map<String, Integer> counts = new TreeMap<>();
        solution.components().stream()
                .filter(filter)
                .forEach(component -> counts.merge(component.key().type().name(), 1, Integer::sum));
        return counts;
    }

    private static List<RequiredSolution> requiredSolutions(SolutionManifest manifest) {
        Map<String, Set<ComponentKey>> required = new TreeMap<>();
        for (MissingDependency dependency : manifest.missingDependencies()) {
            String solution =
                    dependency.required().solution().map(Object::toString).orElse("unknown");
            required.computeIfAbsent(solution, name -> new TreeSet<>())
                    .add(dependency.required().key());
        }
        return required.entrySet().stream()
                .map(entry ->
                        new RequiredSolution(entry.getKey(), entry.getValue().size()))
                .toList();
    }

    private static List<Code> code(SolutionPackage solution, Map<ComponentKey, SortedSet<String>> hosts) {
        return solution.components().stream()
                .filter(component -> hosts.containsKey(component.key()))
                .sorted(Comparator.comparing(SolutionComponent::key))
                .map(component -> new Code(
                        component.key().type().name(),
                        component.key().key(),
                        component.name(),
                        component.definition().stream()
                                .flatMap(definition -> definition.files().stream())
                                .mapToLong(Definition.File::size)
                                .sum(),
                        List.copyOf(hosts.get(component.key()))))
                .toList();
    }
}
