package io.github.solutionalm.mojo.artifacts;

/**
 * A dependency that Maven takes in a lower version than somebody wants: the nearest one wins, or the one that
 * dependencyManagement says.
 *
 * @param groupId of the dependency
 * @param artifactId of the dependency
 * @param taken the version that is taken
 * @param wanted a higher one
 * @param by who wants that, as coordinates
 * @param managed whether dependencyManagement says which is taken
 */
public record LowerVersion(String groupId, String artifactId, String taken, String wanted, String by, boolean managed) {

    /** What happened and what to do, a whole sentence or two. */
    @Override
    public String toString() {
        return groupId + ":" + artifactId + " is taken in the version " + taken + ", but " + by + " wants " + wanted
                + (managed
                        ? ": <dependencyManagement> says the lower one. Raise the version there."
                        : ": Maven takes the nearest dependency, then the first. Name the version that is meant in"
                                + " <dependencyManagement>.");
    }
}
