package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was named as a source tree and is none: what it is, and what to name or to do instead. */
public final class NoSourceTree {

    private static final String MADE =
            "A source tree has Other/Solution.xml; solution:unpack and 'pac solution unpack'" + " write them.";

    private static final int SHOWN = 3;

    /** Rows that say of a folder no more than that it is no package. */
    private static final Set<NoPackage> VAGUE = Set.of(NoPackage.INCOMPLETE, NoPackage.EMPTY, NoPackage.OTHER);

    private NoSourceTree() {}

    /**
     * Whole sentences for the person who named it.
     *
     * @param path a folder or file, or nothing; what can't be read of it is as if it were not there
     */
    public static String explain(Path path) {
        String named = path.toAbsolutePath().normalize().toString();
        if (Files.isDirectory(path)) {
            return named + " is no source tree: " + folder(PackageCandidate.folder(path));
        }
        return Files.exists(path)
                ? named + " is no source tree: " + file(path)
                : "There is no folder " + named + ". " + MADE;
    }

    /**
     * Why a source tree can't be packed here, as whole sentences: its texts were taken out into files of resources, and what is
     * packed would lack them.
     *
     * @return empty if they are in the tree
     */
    public static Optional<String> withoutTexts(Path tree) {
        return Sources.resources(tree).stream()
                .findFirst()
                .map(file -> "The texts of this source tree were taken out of it, to " + file
                        + ", and nothing here puts them back. Pack it with 'pac solution pack --localize', or unpack the"
                        + " solution again without '--localize'.");
    }

    private static String folder(PackageCandidate candidate) {
        List<String> trees = Sources.classic(candidate);
        if (!trees.isEmpty()) {
            return trees(trees) + project(candidate);
        }
        if (!Sources.yaml(candidate).isEmpty()) {
            return "it holds sources written by the Git integration, with solutions/…/solution.yml in "
                    + Sources.yaml(candidate).get(0) + ". These are not packed here. Export the solution from its"
                    + " environment and unpack it with solution:unpack, or pack it with 'pac solution pack' (2.4.1 or"
                    + " later) and name the .zip as the package.";
        }
        if (candidate.has(RootFiles.SOLUTION, RootFiles.CUSTOMIZATIONS)) {
            return "it is an unzipped package. Name it as a package, or make a source tree of it with solution:unpack.";
        }
        if (candidate.has("Other/Customizations.xml")) {
            return "it has Other/Customizations.xml, but no Other/Solution.xml. Restore that file, or unpack the solution"
                    + " again.";
        }
        if (candidate.names().isEmpty()) {
            return "it is empty. " + MADE;
        }
        return NoPackage.of(candidate)
                .filter(row -> !VAGUE.contains(row))
                .map(row -> row.what(candidate) + ". " + MADE)
                .orElse("it has no Other/Solution.xml. " + MADE);
    }

    private static String trees(List<String> trees) {
        if (trees.size() == 1) {
            return "Other/Solution.xml is in " + trees.get(0) + ". Name that folder.";
        }
        String shown = String.join(", ", trees.subList(0, Math.min(SHOWN, trees.size())));
        return "it holds " + trees.size() + " source trees, " + shown + (trees.size() > SHOWN ? ", …" : "")
                + ". Name one of these folders.";
    }

    private static String project(PackageCandidate candidate) {
        return Sources.projects(candidate).stream()
                .findFirst()
                .map(project -> " Plug-ins and controls that the solution project " + project
                        + " refers to are built by 'dotnet build' alone.")
                .orElse("");
    }

    private static String file(Path path) {
        try (SolutionArchive archive = Archives.open(path, ArchiveLimits.DEFAULT)) {
            PackageCandidate candidate = PackageCandidate.archive(path, archive);
            if (candidate.has(RootFiles.SOLUTION, RootFiles.CUSTOMIZATIONS)) {
                return "it is a package. Name it as a package, or make a source tree of it with solution:unpack.";
            }
            return NoPackage.of(candidate)
                    .filter(row -> !VAGUE.contains(row))
                    .map(row -> row.what(candidate) + ". " + MADE)
                    .orElse("it is a file. " + MADE);
        } catch (ArchiveException noArchive) {
            return among(path);
        } catch (IOException e) {
            return "it is a file that can't be read. " + MADE;
        }
    }

    private static String among(Path path) {
        try {
            PackageCandidate candidate = PackageCandidate.file(path);
            List<String> trees = Sources.classic(candidate);
            if (trees.isEmpty()) {
                return "it is a file. " + MADE;
            }
            String what = Sources.isProject(candidate) ? "it is a solution project. " : "it is a file of one. ";
            return what + trees(trees) + project(candidate);
        } catch (IOException e) {
            return "it is a file that can't be read. " + MADE;
        }
    }
}
