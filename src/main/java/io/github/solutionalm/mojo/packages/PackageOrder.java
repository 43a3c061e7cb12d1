package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The order in which packages have to be imported: each after those that it needs, as their manifests say, and a patch after its
 * base; else as they are listed.
 *
 * @param indices of the packages, in that order
 * @param corrections what came before another one although it needs it, each as words to print
 * @param cycle the solutions that need each other, so that no order is right; empty if there are none
 */
public record PackageOrder(List<Integer> indices, List<String> corrections, List<String> cycle) {

    public PackageOrder {
        indices = List.copyOf(indices);
        corrections = List.copyOf(corrections);
        cycle = List.copyOf(cycle);
    }

    /**
     * Sorts packages.
     *
     * @param manifests in the listed order; empty of a package that can't be read: nothing is known of it, and it stays
     */
    public static PackageOrder of(List<Optional<SolutionManifest>> manifests) {
        List<Integer> sorted = new ArrayList<>();
        Set<String> cycle = new LinkedHashSet<>();
        Set<Integer> left =
                new LinkedHashSet<>(IntStream.range(0, manifests.size()).boxed().toList());
        while (!left.isEmpty()) {
            Optional<Integer> next = left.stream()
                    .filter(i -> left.stream().noneMatch(other -> isBefore(other, i, manifests)))
                    .findFirst();
            if (next.isEmpty()) {
                left.stream()
                        .filter(i -> leadsTo(i, i, left, new HashSet<>(), manifests))
                        .forEach(i -> cycle.add(manifests.get(i).orElseThrow().uniqueName()));
            }
            int taken = next.orElseGet(() -> left.iterator().next());
            left.remove(taken);
            sorted.add(taken);
        }
        return new PackageOrder(sorted, corrections(sorted, manifests), List.copyOf(cycle));
    }

    /** Whether a package needs another one, or needs one that needs it. */
    private static boolean leadsTo(
            int from, int to, Set<Integer> among, Set<Integer> seen, List<Optional<SolutionManifest>> manifests) {
        return among.stream()
                .filter(next -> isBefore(next, from, manifests) && seen.add(next))
                .anyMatch(next -> next == to || leadsTo(next, to, among, seen, manifests));
    }

    /** What is listed in the sorted order. */
    public <T> List<T> sorted(List<T> listed) {
        return indices.stream().map(listed::get).toList();
    }

    private static List<String> corrections(List<Integer> sorted, List<Optional<SolutionManifest>> manifests) {
        List<String> corrections = new ArrayList<>();
        for (int needs = 0; needs < manifests.size(); needs++) {
            for (int needed = needs + 1; needed < manifests.size(); needed++) {
                if (needs(needs, needed, manifests) && sorted.indexOf(needed) < sorted.indexOf(needs)) {
                    corrections.add(manifests.get(needed).orElseThrow().uniqueName() + " before "
                            + manifests.get(needs).orElseThrow().uniqueName() + ", which needs it");
                }
            }
        }
        return corrections;
    }

    /** Whether the first must come before the second. */
    private static boolean isBefore(int first, int second, List<Optional<SolutionManifest>> manifests) {
        boolean sameSolution = manifests.get(first).isPresent()
                && manifests.get(second).isPresent()
                && isNamed(
                        manifests.get(first).get(), manifests.get(second).get().uniqueName());
        return first != second
                && (sameSolution
                        ? first < second
                        : needs(second, first, manifests) || first < second && isPatchOfSame(first, second, manifests));
    }

    /** Patches of one solution stay as they are listed. */
    private static boolean isPatchOfSame(int first, int second, List<Optional<SolutionManifest>> manifests) {
        Optional<String> one = manifests.get(first).flatMap(SolutionManifest::patchOf);
        Optional<String> other = manifests.get(second).flatMap(SolutionManifest::patchOf);
        return one.isPresent() && other.isPresent() && UniqueName.same(one.get(), other.get());
    }

    private static boolean needs(int one, int other, List<Optional<SolutionManifest>> manifests) {
        Optional<SolutionManifest> dependent = manifests.get(one);
        Optional<SolutionManifest> required = manifests.get(other);
        return dependent.isPresent() && required.isPresent() && needs(dependent.get(), required.get());
    }

    private static boolean needs(SolutionManifest dependent, SolutionManifest required) {
        return dependent.patchOf().filter(base -> isNamed(required, base)).isPresent()
                || !isNamed(required, dependent.uniqueName())
                        && dependent.missingDependencies().stream()
                                .flatMap(missing -> missing.required().solution().stream())
                                .map(MissingDependency.RequiredSolution::uniqueName)
                                .anyMatch(name -> isNamed(required, name));
    }

    private static boolean isNamed(SolutionManifest manifest, String uniqueName) {
        return UniqueName.same(manifest.uniqueName(), uniqueName);
    }
}
