package io.github.solutionalm.sourcetree;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.files.WholeFile;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.sourcetree.UnpackOptions.StaleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes a tree say what a draft says. Files that say it already are not touched. */
final class TreeUpdate {

    private static final int SHOWN = 10;

    private final Path folder;
    private final Optional<TreeFiles> before;
    private final UnpackOptions options;

    private final List<String> added = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private int unchanged;

    TreeUpdate(Path folder, Optional<TreeFiles> before, UnpackOptions options) {
        this.folder = folder;
        this.before = before;
        this.options = options;
    }

    UnpackedTree by(TreeDraft draft, List<String> warnings) throws IOException, RefusalException {
        Set<String> said = new HashSet<>();
        List<String> toWrite = new ArrayList<>();
        refuseLinks(draft.paths());
        for (String path : draft.paths()) {
            said.add(path.toLowerCase(Locale.ROOT));
            compare(path, draft).ifPresent(toWrite::add);
        }
        List<String> stale = stale(said);
        if (options.staleFiles() == StaleFiles.FAIL && !options.check() && !stale.isEmpty()) {
            throw new RefusalException(Finding.withoutCode("The tree " + folder + " has " + stale.size()
                    + " files that the package does not have: "
                    + String.join(", ", stale.subList(0, Math.min(SHOWN, stale.size())))
                    + (stale.size() > SHOWN ? ", …" : "")
                    + ". Nothing was written. Remove them, or let unpack do it with staleFiles 'delete'."));
        }
        if (!options.check()) {
            for (String path : toWrite) {
                WholeFile.write(target(path), out -> Files.copy(draft.file(path), out));
            }
            if (options.staleFiles() == StaleFiles.DELETE) {
                for (String path : stale) {
                    delete(path);
                }
            }
        }
        return new UnpackedTree(added, changed, stale, unchanged, warnings);
    }

    private Path target(String path) {
        return before.flatMap(files -> files.find(path).map(files::source)).orElse(folder.resolve(path));
    }

    /** What is written through a link is written elsewhere. */
    private void refuseLinks(List<String> paths) throws IOException, RefusalException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Problems problems = new Problems(false);
        Path root = folder.toRealPath();
        Set<Path> links = new HashSet<>();
        for (String path : paths) {
            Path target = target(path);
            Path base = target.startsWith(root) ? root : folder;
            Path place = base;
            for (Path step : base.relativize(target)) {
                place = place.resolve(step);
                boolean leadsAway = Files.isSymbolicLink(place)
                        && (!Files.isRegularFile(place) || !place.toRealPath().startsWith(root));
                if (leadsAway && links.add(place)) {
                    problems.error(
                            base.relativize(place).toString().replace('\\', '/'),
                            "This is a link to a folder or to a file outside the source tree, and unpacking would write there."
                                    + " Remove the link.");
                }
            }
        }
        problems.refuse();
    }

    /** The path, if its file is to be written. */
    private Optional<String> compare(String path, TreeDraft draft) throws IOException {
        Optional<String> there = before.flatMap(files -> files.find(path));
        if (there.isEmpty()) {
            added.add(path);
        } else if (SameContent.of(before.get().source(there.get()), draft.file(path))) {
            unchanged++;
            return Optional.empty();
        } else {
            changed.add(there.get());
        }
        return Optional.of(path);
    }

    /** The files of the tree that nothing in the package is for. Those at its root and unknown ones in Other are the users'. */
    private List<String> stale(Set<String> said) {
        return before.map(TreeFiles::paths).orElse(List.of()).stream()
                .filter(path -> path.contains("/") && !said.contains(path.toLowerCase(Locale.ROOT)))
                .filter(path -> !path.regionMatches(true, 0, Layout.OTHER, 0, Layout.OTHER.length())
                        || Layout.reading(path).isPresent()
                        || path.equalsIgnoreCase(RelationshipFiles.INDEX))
                .toList();
    }

    private void delete(String path) throws IOException {
        Path file = before.orElseThrow().source(path);
        Files.deleteIfExists(file);
        Path root = folder.toRealPath();
        for (Path parent = file.getParent(); !parent.equals(root); parent = parent.getParent()) {
            try (var children = Files.list(parent)) {
                if (children.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(parent);
        }
    }
}
