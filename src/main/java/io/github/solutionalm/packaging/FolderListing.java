package io.github.solutionalm.packaging;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** Lists a folder breadth-first, only as far as needed to recognise it. */
final class FolderListing {

    private static final int MAX_DEPTH = 6;

    /** Folders count too. */
    private static final int MAX_FILES = 20_000;

    /** They hold thousands of files, and nothing that tells what the folder is. */
    private static final Set<String> SKIPPED = Set.of(".git", ".hg", ".svn", "node_modules");

    private FolderListing() {}

    /** The paths of the files, relative and with forward slashes; what can't be read is not there. */
    static List<String> of(Path root) {
        return of(root, MAX_DEPTH);
    }

    /** @param depth of the folders below it that are looked into */
    static List<String> of(Path root, int depth) {
        List<String> names = new ArrayList<>();
        Queue<Path> folders = new ArrayDeque<>(List.of(root));
        int seen = 0;
        while (!folders.isEmpty() && seen < MAX_FILES) {
            Path folder = folders.remove();
            try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
                for (Iterator<Path> each = children.iterator(); each.hasNext() && seen < MAX_FILES; seen++) {
                    Path child = each.next();
                    if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                        names.add(name(root, child));
                    } else if (folder.getNameCount() - root.getNameCount() < depth
                            && !SKIPPED.contains(child.getFileName().toString())) {
                        folders.add(child);
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                // a folder that may not be read says nothing
            }
        }
        names.sort(null);
        return List.copyOf(names);
    }

    private static String name(Path root, Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
