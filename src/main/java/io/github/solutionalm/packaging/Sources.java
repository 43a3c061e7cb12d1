package io.github.solutionalm.packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the root of solution sources or of an unzipped package, if a folder above, below or inside it was given. The
 * classic layout of SolutionPackager has {@code Other/Solution.xml} at its root, in any case; that of the Git
 * integration has {@code solutions/<name>/solution.yml}
 * (https://learn.microsoft.com/power-platform/alm/solution-source-control-yaml-format).
 */
final class Sources {

    /** The ends of the paths of manifests; a star is any name. */
    private static final List<String> CLASSIC = List.of("Other", "Solution.xml");

    private static final List<String> YAML = List.of("solutions", "*", "solution.yml");

    private static final String RESOURCES = "Resources";

    /** The deepest files of a tree lie five folders below its root. */
    private static final int MAX_LEVELS = 8;

    private Sources() {}

    /** The roots of the classic trees, as paths that can be candidate; of an archive relative to its root. */
    static List<String> classic(PackageCandidate candidate) {
        if (isProject(candidate)) {
            return candidate
                    .folderAround()
                    .map(folder -> classic(PackageCandidate.folder(folder)))
                    .orElse(List.of());
        }
        return roots(
                candidate,
                CLASSIC,
                folder -> isFile(folder, "Other/Solution.xml", "other/solution.xml")
                        || isFile(folder, "Other/solution.xml", "other/Solution.xml"));
    }

    /** The files of resources to which the texts of classic trees were taken out ({@code pac solution unpack --localize}). */
    static List<String> resources(PackageCandidate candidate) {
        return classic(candidate).stream()
                .flatMap(tree -> candidate.isFolder() || candidate.isFile()
                        ? resources(Path.of(tree)).stream()
                        : resources(tree, candidate.names()))
                .toList();
    }

    /** The same of one tree. */
    static List<String> resources(Path tree) {
        Path folder = tree.resolve(RESOURCES);
        return resources("", FolderListing.of(folder, 0))
                .map(name -> folder.resolve(name).toString())
                .toList();
    }

    private static Stream<String> resources(String tree, List<String> names) {
        String folder = tree.isEmpty() || tree.equals(".") ? "" : tree + "/";
        return names.stream()
                .filter(name ->
                        name.startsWith(folder) && name.toLowerCase(Locale.ROOT).endsWith(".resx"))
                .filter(name -> tree.isEmpty() || name.startsWith(folder + RESOURCES + "/"));
    }

    /** The roots of sources in the YAML layout. */
    static List<String> yaml(PackageCandidate candidate) {
        return roots(candidate, YAML, folder -> FolderListing.of(folder.resolve("solutions"), 1).stream()
                .anyMatch(name -> name.endsWith("/solution.yml")));
    }

    private static List<String> roots(PackageCandidate candidate, List<String> end, Predicate<Path> around) {
        List<String> roots = candidate.names().stream()
                .flatMap(name -> root(name, end).stream())
                .distinct()
                .map(root -> candidate.isFolder() ? candidate.resolve(root).toString() : root.isEmpty() ? "." : root)
                .toList();
        boolean partOfPackage = candidate.isFolder() && candidate.has(RootFiles.SOLUTION) && !isOther(candidate.path());
        return roots.isEmpty() && !partOfPackage && !holdsArchives(candidate)
                ? around(candidate, around).map(Path::toString).stream().toList()
                : roots;
    }

    /** What is before the end in a name, in any case. */
    private static Optional<String> root(String name, List<String> end) {
        int to = name.length();
        for (int i = end.size() - 1; i >= 0; i--) {
            int slash = name.lastIndexOf('/', to - 1);
            String part = name.substring(slash + 1, Math.max(to, slash + 1));
            boolean last = slash < 0 && i > 0;
            if (last || part.isEmpty() || !end.get(i).equals("*") && !end.get(i).equalsIgnoreCase(part)) {
                return Optional.empty();
            }
            to = slash;
        }
        return Optional.of(to < 0 ? "" : name.substring(0, to));
    }

    /** Whether a folder is called as the one that holds the manifest of a classic tree. */
    static boolean isOther(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.endsWith("Other") || absolute.endsWith("other");
    }

    /** A folder of packages may lie among sources, such as the one that they are built to. */
    private static boolean holdsArchives(PackageCandidate candidate) {
        return !candidate.atRoot(".zip").isEmpty() || !candidate.atRoot(".cab").isEmpty();
    }

    /** The unzipped package in which this lies. */
    static Optional<Path> packageAround(PackageCandidate candidate) {
        return around(candidate, folder -> RootFiles.NAMES.stream()
                .allMatch(name -> Files.isRegularFile(folder.resolve(name))));
    }

    /** Whether it is the file of a solution project, which lies beside the folder of its tree or in it. */
    static boolean isProject(PackageCandidate candidate) {
        return candidate.isFile() && candidate.isCalled(".cdsproj");
    }

    /** The solution project to which this belongs, as a path that can be named: in it, or beside the tree. */
    static List<String> projects(PackageCandidate candidate) {
        if (isProject(candidate)) {
            return List.of(candidate.path().toString());
        }
        List<String> inside = candidate.ending(".cdsproj").stream()
                .map(name -> candidate.isFolder() ? candidate.resolve(name).toString() : name)
                .toList();
        if (!inside.isEmpty() || !candidate.isFolder() && !candidate.isFile()) {
            return inside;
        }
        return classic(candidate).stream()
                .map(Path::of)
                .flatMap(tree -> Stream.of(Optional.of(tree), Optional.ofNullable(tree.getParent())))
                .flatMap(Optional::stream)
                .flatMap(folder -> FolderListing.of(folder, 0).stream()
                        .filter(name -> name.endsWith(".cdsproj"))
                        .map(name -> folder.resolve(name).toString()))
                .distinct()
                .toList();
    }

    private static Optional<Path> around(PackageCandidate candidate, Predicate<Path> predicate) {
        Optional<Path> folder =
                candidate.isFolder() || candidate.isFile() ? candidate.folderAround() : Optional.empty();
        for (int level = 0; level < MAX_LEVELS && folder.isPresent(); level++) {
            if (predicate.test(folder.get())) {
                return folder;
            }
            folder = folder.map(Path::getParent);
        }
        return Optional.empty();
    }

    private static boolean isFile(Path folder, String... names) {
        for (String name : names) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return true;
            }
        }
        return false;
    }
}
