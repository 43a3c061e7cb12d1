package io.github.solutionalm.packaging;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.PlatformCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that make an archive a solution package. */
final class RootFiles {

    static final String SOLUTION = "solution.xml";
    static final String CUSTOMIZATIONS = "customizations.xml";
    static final String CONTENT_TYPES = "[Content_Types].xml";
    static final List<String> NAMES = List.of(SOLUTION, CUSTOMIZATIONS, CONTENT_TYPES);

    private RootFiles() {}

    /** Whether it is meant as a package, whatever it lacks. */
    static boolean anyIsIn(PackageCandidate candidate) {
        return candidate.has(SOLUTION) || candidate.has(CUSTOMIZATIONS);
    }

    /** The files that are missing, to follow "it has". */
    static String missing(PackageCandidate candidate) {
        return NAMES.stream()
                .filter(name -> !candidate.has(name))
                .map(name -> "no " + name)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
    }

    /**
     * The same of a folder before all of it is read, since it may be a whole repository. Nothing is said of files.
     *
     * <p>The folder Other of a source tree may have all three, and is no package even so.
     */
    static void requireOfFolder(Path path) throws RefusalException {
        if (Files.isDirectory(path) && Files.isReadable(path)) {
            List<String> names = FolderListing.of(path, 0);
            if (!isComplete(names) || Sources.isOther(path) && names.contains("Solution.xml")) {
                throw refusal(PackageCandidate.folder(path));
            }
        }
    }

    private static boolean isComplete(List<String> names) {
        return NAMES.stream().allMatch(root -> names.stream().anyMatch(root::equalsIgnoreCase));
    }

    /** @throws RefusalException when one is missing; it says what was named instead of a package */
    static void require(PackageCandidate candidate) throws RefusalException {
        if (!isComplete(candidate.names())) {
            throw refusal(candidate);
        }
    }

    private static RefusalException refusal(PackageCandidate candidate) {
        return new RefusalException(PlatformCode.BAD_ZIP_FILE.finding(NoPackage.explain(candidate)));
    }
}
