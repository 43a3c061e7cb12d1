package io.github.solutionalm.mojo.sources;

import io.github.solutionalm.sourcetree.TreeType;
import java.util.List;
import java.util.Locale;
import org.apache.maven.plugin.MojoExecutionException;

/** Which packages are made of a source tree. */
public enum PackageType {
    /** All that the tree holds. */
    AUTO,
    MANAGED,
    UNMANAGED,
    BOTH;

    /**
     * Whether each package to make is managed, the main one first.
     *
     * @param type what the tree holds
     * @param tree the tree, as messages name it
     * @throws MojoExecutionException if the tree does not hold what is asked for: what it holds, and which setting fits
     */
    public List<Boolean> of(TreeType type, String tree) throws MojoExecutionException {
        List<Boolean> asked =
                switch (this) {
                    case AUTO -> type == TreeType.BOTH ? List.of(true, false) : List.of(type == TreeType.MANAGED);
                    case MANAGED -> List.of(true);
                    case UNMANAGED -> List.of(false);
                    case BOTH -> List.of(true, false);
                };
        if (asked.stream().allMatch(type::holds)) {
            return asked;
        }
        String held = type == TreeType.MANAGED ? "managed" : "unmanaged";
        String lacking = type == TreeType.MANAGED ? "unmanaged" : "managed";
        throw new MojoExecutionException("The source tree " + tree + " holds the sources of the " + held
                + " package only (<Managed>" + (type == TreeType.MANAGED ? 1 : 0) + "</Managed> in Other/Solution.xml),"
                + " and packageType is " + name().toLowerCase(Locale.ROOT) + ". The " + lacking
                + " package can't be made"
                + " of them: it has other forms and labels. Export the solution " + lacking + " too and unpack both"
                + " packages of one version into the tree (mvn solution:unpack"
                + " -Dsolution.file=Solution.zip,Solution_managed.zip), or set <packageType>" + held
                + "</packageType> (-Dsolution.packageType=" + held + ").");
    }
}
