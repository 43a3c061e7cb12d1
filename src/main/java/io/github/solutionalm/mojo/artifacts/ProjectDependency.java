package io.github.solutionalm.mojo.artifacts;

/**
 * A dependency of the project, of a type that packages have.
 *
 * @param found its file
 * @param scope {@code compile}, {@code runtime}, {@code provided} or {@code test}
 * @param direct whether the POM of the project names it
 */
public record ProjectDependency(ResolvedPackage found, String scope, boolean direct) {

    /** Whether the environment is to have it already. */
    public boolean isProvided() {
        return scope.equals("provided");
    }

    /** Whether it is for rehearsals alone. */
    public boolean isTest() {
        return scope.equals("test");
    }
}
