package io.github.solutionalm;

import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import java.util.List;
import java.util.Optional;

/**
 * What packages require, held against what the dependencies of a project bring.
 *
 * @param packages what was checked
 * @param dependencies what the project brings, each after those that it needs
 * @param problems what does not fit
 */
public record DependencyInspection(List<Checked> packages, List<Dependency> dependencies, List<Problem> problems) {

    public DependencyInspection {
        packages = List.copyOf(packages);
        dependencies = List.copyOf(dependencies);
        problems = List.copyOf(problems);
    }

    /**
     * A package that was checked.
     *
     * @param file the package
     * @param manifest what it says
     * @param requirements what it requires, by name
     */
    public record Checked(PackageFile file, SolutionManifest manifest, List<Requirement> requirements) {

        public Checked {
            requirements = List.copyOf(requirements);
        }
    }

    /**
     * A solution that a package requires.
     *
     * @param solution unique name
     * @param version the lowest version that has all that is required; empty if the package does not say
     * @param components how many of its components are required
     * @param broughtBy the dependency that brings it; empty if none does
     */
    public record Requirement(
            String solution, Optional<SolutionVersion> version, int components, Optional<PackageArtifact> broughtBy) {}

    /**
     * A dependency that is a package.
     *
     * @param artifact the artifact
     * @param scope its scope
     * @param direct whether the POM of the project names it
     * @param manifest what the package says
     */
    public record Dependency(PackageArtifact artifact, String scope, boolean direct, SolutionManifest manifest) {}

    /** What can be wrong. */
    public enum Kind {
        /** No dependency brings a required solution. */
        MISSING(true),
        /** It is brought in a version lower than the required one. */
        TOO_LOW(true),
        /** Maven takes a lower version than somebody wants. */
        LOWERED(true),
        /** No dependency brings the solution that a patch is for. */
        PATCH_WITHOUT_BASE(true),
        /** Nothing requires a dependency. */
        UNUSED(false),
        /** Something is required that was unmanaged where the package was exported: no solution can be named. */
        ACTIVE(false),
        /** Solutions need each other. */
        CYCLE(false);

        private final boolean fails;

        Kind(boolean fails) {
            this.fails = fails;
        }
    }

    /**
     * Something that does not fit.
     *
     * @param kind what is wrong
     * @param fails whether it fails the build
     * @param solution whose unique name it is about; of a cycle, all of them
     * @param message what is wrong and what to do, whole sentences
     */
    public record Problem(Kind kind, boolean fails, String solution, String message) {

        /** A problem that fails the build if its kind does. */
        public Problem(Kind kind, String solution, String message) {
            this(kind, kind.fails, solution, message);
        }
    }

    /** What fails the build. */
    public List<Problem> failures() {
        return problems.stream().filter(Problem::fails).toList();
    }
}
