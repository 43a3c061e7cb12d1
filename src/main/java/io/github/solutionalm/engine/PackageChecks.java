package io.github.solutionalm.engine;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.PackageWarnings;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Guid;
import io.github.solutionalm.model.ManyFindings;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.RootCoverage;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that a package contains what its manifest lists (docs/concepts.md, "Root components" and "A package must hold
 * together").
 */
final class PackageChecks {

    private final SolutionPackage solution;
    private final EnvironmentView environment;
    private final boolean lenient;
    private final ManyFindings errors = new ManyFindings();
    private final ManyFindings warnings = new ManyFindings();

    private PackageChecks(SolutionPackage solution, EnvironmentView environment, ImportOptions options) {
        this.solution = solution;
        this.environment = environment;
        this.lenient = options.missingDependencies() == ImportOptions.MissingDependencies.WARN;
    }

    /** Gives the warnings. */
    static List<Finding> check(SolutionPackage solution, EnvironmentView environment, ImportOptions options)
            throws RefusalException {
        PackageChecks checks = new PackageChecks(solution, environment, options);
        checks.unmanagedCustomizations();
        checks.rootComponents();
        checks.errors.addAll(RootEntries.missing(solution));
        Coherence coherence = new Coherence(solution, environment, checks.lenient);
        checks.errors.addAll(coherence.errors());
        checks.warnings.addAll(coherence.warnings());
        checks.languages();
        checks.warnings.addAll(PackageWarnings.of(solution));
        if (!checks.errors.isEmpty()) {
            throw new RefusalException(checks.errors.toList(), List.of());
        }
        return checks.warnings.toList();
    }

    /** https://learn.microsoft.com/power-platform/alm/block-unmanaged-customizations: it blocks their import. */
    private void unmanagedCustomizations() throws RefusalException {
        if (!solution.manifest().managed() && environment.blocksUnmanagedCustomizations()) {
            throw new RefusalException(PlatformCode.UNMANAGED_BLOCKED.finding("The package "
                    + solution.manifest().uniqueName() + " "
                    + solution.manifest().version()
                    + " is unmanaged, and the environment does not allow unmanaged customizations"
                    + " (<blockUnmanagedCustomizations>). Export the solution as managed, or import it into a"
                    + " development environment."));
        }
    }

    private void rootComponents() {
        Set<ComponentKey> present = keys(component -> true);
        Set<ComponentKey> mentioned = keys(SolutionComponent::isContext);
        Map<ComponentType, Boolean> knownById = new RootCoverage(solution).knownById();
        Set<String> seen = new HashSet<>();
        List<RootComponent> absent = new ArrayList<>();
        for (RootComponent root : solution.manifest().rootComponents()) {
            if (!seen.add(root.type() + "\n" + String.join("\n", root.keys()))) {
                errors.add(() -> PlatformCode.DUPLICATE_COMPONENT.finding(
                        "The manifest lists the component " + root.type() + " " + root.label()
                                + " twice. Export the solution again.",
                        root.key()));
            }
            if (RootCoverage.keys(root).noneMatch(present::contains)
                    || RootCoverage.keys(root).anyMatch(mentioned::contains)) {
                absent.add(root);
            }
        }
        Set<ComponentKey> existing = PlatformComponents.existing(
                absent.stream().flatMap(RootCoverage::keys).toList(), environment);
        Requirements requirements = new Requirements(
                absent.isEmpty() ? List.of() : solution.manifest().missingDependencies(), environment);
        for (RootComponent root : absent) {
            if (RootCoverage.keys(root).anyMatch(existing::contains) || requirements.areProvided(root)) {
                continue;
            }
            if (RootCoverage.keys(root).anyMatch(mentioned::contains)) {
                warnings.add(() -> PlatformCode.MISSING_ROOT_COMPONENT.finding(
                        "The package has only parts of the root component " + root.type() + " " + root.label()
                                + ", which is not in the environment. First import the solution that has it.",
                        root.key()));
            } else {
                report(root, knownById.getOrDefault(root.type(), true), requirements.owner(root));
            }
        }
    }

    private Set<ComponentKey> keys(Predicate<SolutionComponent> filter) {
        return solution.components().stream()
                .filter(filter)
                .flatMap(component -> Stream.concat(Stream.of(component.key()), component.names().stream()))
                .collect(Collectors.toSet());
    }

    private void report(RootComponent root, boolean canBeLookedUp, Optional<String> owner) {
        String name = root.type() + " " + root.label();
        if (canBeLookedUp || !Guid.is(root.keys().get(0))) {
            (lenient ? warnings : errors)
                    .add(() -> PlatformCode.MISSING_ROOT_COMPONENT.finding(
                            "The manifest lists the root component " + name
                                    + ", which is neither in the package nor in the environment. " + advice(owner),
                            root.key()));
        } else {
            warnings.add(() -> PlatformCode.MISSING_ROOT_COMPONENT.finding(
                    "The manifest lists the root component " + name
                            + " by an id, but the package identifies components of that type by name: it is"
                            + " unknown whether the package has it.",
                    root.key()));
        }
    }

    private String advice(Optional<String> owner) {
        if (lenient) {
            return "missingDependencies=warn lets it pass"
                    + owner.map(solution -> "; the solution " + solution + " should have it.")
                            .orElse(". Dataverse requires it.");
        }
        return owner.map(solution -> "First import the solution " + solution
                                + ", or list it in <providedSolutions> if the environment gets it in another way.")
                        .orElse("Export the solution again, or first import the solution that has it.")
                + " To let it pass, set missingDependencies to 'warn'.";
    }

    private void languages() {
        List<Integer> ignored = environment.languages().isEmpty()
                ? List.of()
                : solution.languages().stream()
                        .filter(language -> !environment.languages().contains(language))
                        .toList();
        if (!ignored.isEmpty()) {
            warnings.add(
                    () -> PlatformCode.LANGUAGES_IGNORED.finding(
                            "Labels in the languages "
                                    + ignored.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                    + " are ignored: they are not enabled in the environment. Enable them before the import (<environment><languages>)."));
        }
    }
}
