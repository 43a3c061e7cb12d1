package io.github.solutionalm.mojo.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A package to make.
 *
 * @param managed whether it is managed
 * @param main whether it is the first of those that are made of a tree
 * @param file where it is written
 */
public record PackageToMake(boolean managed, boolean main, Path file) {

    private static final String ZIP = ".zip";

    /** {@code managed} or {@code unmanaged}: a classifier, and a word. */
    public String type() {
        return type(managed);
    }

    static String type(boolean managed) {
        return managed ? "managed" : "unmanaged";
    }

    /**
     * The packages with their files: the first has the name as it is, a second its type in addition.
     *
     * @param types whether each is managed
     * @param file the file of the first
     */
    public static List<PackageToMake> of(List<Boolean> types, Path file) {
        List<PackageToMake> files = new ArrayList<>();
        for (boolean managed : types) {
            boolean main = files.isEmpty();
            String name = file.getFileName().toString();
            String stem = name.endsWith(ZIP) ? name.substring(0, name.length() - ZIP.length()) : name;
            files.add(new PackageToMake(
                    managed, main, main ? file : file.resolveSibling(stem + "-" + type(managed) + ZIP)));
        }
        return List.copyOf(files);
    }
}
