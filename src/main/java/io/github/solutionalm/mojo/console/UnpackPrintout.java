package io.github.solutionalm.mojo.console;

import io.github.solutionalm.sourcetree.UnpackOptions;
import io.github.solutionalm.sourcetree.UnpackOptions.StaleFiles;
import io.github.solutionalm.sourcetree.UnpackedTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what is unpacked. */
public final class UnpackPrintout {

    /** More files than a person reads; {@code git status} tells all. */
    private static final int SHOWN = 50;

    private static final int SHOWN_IN_MESSAGE = 10;

    private final Printout out;

    public UnpackPrintout(Printout out) {
        this.out = out;
    }

    public void packages(List<Path> packages) {
        packages.forEach(file -> out.line("Package", out.path(file)));
    }

    /** What was written, or would be with {@code check}. */
    public void unpacked(UnpackedTree tree, Path folder, UnpackOptions options) {
        boolean kept = options.staleFiles() == StaleFiles.KEEP;
        out.line(
                "Sources",
                out.path(folder) + (options.check() ? ", nothing written: " : ": ")
                        + tree.added().size() + " added, "
                        + tree.changed().size() + " changed, "
                        + tree.unchanged() + " unchanged, "
                        + tree.stale().size() + (kept ? " stale and kept" : options.check() ? " stale" : " deleted"));
        List<String> lines = lines(tree, kept || options.check() ? "stale" : "deleted");
        lines.stream().limit(SHOWN).forEach(out::detail);
        if (lines.size() > SHOWN) {
            out.detail("and " + (lines.size() - SHOWN) + " more");
        }
        tree.warnings().forEach(out::warning);
    }

    /** The message of a check that fails. */
    public static String difference(UnpackedTree tree, Path folder, List<Path> packages) {
        List<String> lines = lines(tree, "stale");
        return "The source tree " + folder + " says something else than " + names(packages) + "; "
                + Wording.count(lines.size(), "file differs", "files differ") + ": "
                + lines.stream().limit(SHOWN_IN_MESSAGE).collect(Collectors.joining(", "))
                + (lines.size() > SHOWN_IN_MESSAGE ? ", …" : "")
                + ". Unpack without check (-Dsolution.check=false) and commit what has changed; if the tree is right, the"
                + " package is not of it.";
    }

    /** {@code Orders.zip and Orders_managed.zip}. */
    public static String names(List<Path> packages) {
        return packages.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(" and "));
    }

    private static List<String> lines(UnpackedTree tree, String stale) {
        List<String> lines = new ArrayList<>();
        Stream.of(marked(tree.added(), "added"), marked(tree.changed(), "changed"), marked(tree.stale(), stale))
                .forEach(lines::addAll);
        return lines;
    }

    private static List<String> marked(List<String> files, String mark) {
        return files.stream().map(file -> mark + " " + file).toList();
    }
}
