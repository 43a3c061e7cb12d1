package io.github.solutionalm.mojo.artifacts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;

/**
 * Walks the graph of dependencies, children first, so that each comes after those that it depends on. Maven takes a dependency
 * that is wanted twice out of the graph where it lost; the walk goes on at the one that won, or the order would be wrong.
 */
final class DependencyWalk {

    /** {@code ConflictResolver.NODE_DATA_WINNER}; Maven does not give its class to plugins. */
    private static final String WINNER = "conflict.winner";
    /** {@code DependencyManagerUtils.NODE_DATA_PREMANAGED_VERSION}. */
    private static final String BEFORE_MANAGEMENT = "premanaged.version";

    /** {@code ConflictResolver.CONFIG_PROP_VERBOSE}: keeps those that lost. */
    static final String KEEP_LOSERS = "aether.conflictResolver.verbose";
    /** {@code DependencyManagerUtils.CONFIG_PROP_VERBOSE}: keeps what was managed. */
    static final String KEEP_MANAGED = "aether.dependencyManager.verbose";

    static final Set<String> TYPES = Set.of("zip", "cab");

    private final Set<DependencyNode> seen = new LinkedHashSet<>();
    private final Map<DependencyNode, Boolean> found = new LinkedHashMap<>();
    private final Set<LowerVersion> lowered = new LinkedHashSet<>();
    private final String project;

    /**
     * @param project what the POM is called in messages
     */
    DependencyWalk(String project) {
        this.project = project;
    }

    void walk(DependencyNode root) {
        for (DependencyNode child : root.getChildren()) {
            visit(child, project, true);
        }
    }

    /** The dependencies of the types of packages, each with whether the project names it. */
    Map<DependencyNode, Boolean> found() {
        return found;
    }

    List<LowerVersion> lowered() {
        return new ArrayList<>(lowered);
    }

    private void visit(DependencyNode wanted, String by, boolean direct) {
        DependencyNode taken = wanted.getData().get(WINNER) instanceof DependencyNode winner ? winner : wanted;
        note(wanted, taken, by);
        if (seen.add(taken)) {
            for (DependencyNode child : taken.getChildren()) {
                visit(child, name(taken.getArtifact()), false);
            }
            if (isPackage(taken)) {
                found.put(taken, direct);
            }
        } else if (direct) {
            found.replace(taken, true);
        }
    }

    private void note(DependencyNode wanted, DependencyNode taken, String by) {
        String version = taken.getArtifact().getBaseVersion();
        String other = wanted.getArtifact().getBaseVersion();
        if (isPackage(taken) && isLower(version, other)) {
            lowered.add(lower(taken.getArtifact(), other, by, false));
        }
        if (isPackage(taken)
                && wanted.getData().get(BEFORE_MANAGEMENT) instanceof String before
                && isLower(version, before)) {
            lowered.add(lower(taken.getArtifact(), before, by, true));
        }
    }

    private static LowerVersion lower(Artifact taken, String wanted, String by, boolean managed) {
        return new LowerVersion(taken.getGroupId(), taken.getArtifactId(), taken.getBaseVersion(), wanted, by, managed);
    }

    private static boolean isLower(String version, String than) {
        return new ComparableVersion(version).compareTo(new ComparableVersion(than)) < 0;
    }

    private static boolean isPackage(DependencyNode node) {
        return TYPES.contains(node.getArtifact().getExtension());
    }

    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getBaseVersion();
    }
}
