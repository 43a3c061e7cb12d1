package io.github.solutionalm.sourcetree;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.files.WholeFile;
import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Packs a source tree unless the package of an earlier build is there and would come out the same. That is told by the names and
 * contents of all files that are packed, not by their times, which a checkout changes; and by the options, the version of the
 * plugin and the content of the package. A package with warnings is always packed again, so that they are seen.
 */
public final class ChangedSources {

    private static final String STATE = ".state";
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1 << 10;

    private final Path states;
    private final String packer;

    /**
     * Keeps one small file for each package.
     *
     * @param states the folder for them
     * @param packer name and version of what packs
     */
    public ChangedSources(Path states, String packer) {
        this.states = states;
        this.packer = packer;
    }

    /**
     * Makes a package, see {@link SourceTree#pack}.
     *
     * @return empty when it is up to date
     */
    public Optional<PackedSolution> pack(SourceTree tree, boolean managed, Path file, PackOptions options)
            throws SolutionException {
        Path state = states.resolve(file.getFileName() + STATE);
        try {
            Optional<String> inputs = inputs(tree, managed, options);
            if (inputs.isPresent() && Files.isRegularFile(file) && isRecorded(state, inputs.get(), file)) {
                return Optional.empty();
            }
            Files.deleteIfExists(state);
            PackedSolution packed = tree.pack(managed, file, options);
            if (!inputs.equals(inputs(tree, managed, options))) {
                throw changedMeanwhile(file);
            }
            if (packed.warnings().isEmpty() && inputs.isPresent()) {
                record(state, inputs.get(), file);
            }
            return Optional.of(packed);
        } catch (IOException e) {
            throw failure(tree, file, FileFault.of(e), e);
        } catch (UncheckedIOException e) {
            throw failure(tree, file, FileFault.of(e), e);
        }
    }

    private static SolutionException failure(SourceTree tree, Path file, String why, Exception e) {
        return new SolutionException(
                "Tried to pack the source tree " + tree.folder() + " into " + file + " but failed because: " + why
                        + ". Free the file or the disk and pack again.",
                e);
    }

    private static RefusalException changedMeanwhile(Path file) throws IOException {
        Files.deleteIfExists(file);
        return new RefusalException(Finding.withoutCode(
                "Files of it, or files that are mapped into it, were changed while they were packed, so"
                        + " that " + file + " would have had some of before and some of after; it was deleted. Let what"
                        + " writes them end first, and pack again."));
    }

    /** A state of another make, whatever it is, is none. */
    private static boolean isRecorded(Path state, String inputs, Path file) throws IOException {
        return Files.isRegularFile(state, LinkOption.NOFOLLOW_LINKS)
                && Files.size(state) <= LONGEST
                && new String(Files.readAllBytes(state), StandardCharsets.UTF_8).equals(entry(inputs, file));
    }

    private static void record(Path state, String inputs, Path file) throws IOException {
        byte[] text = entry(inputs, file).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(state, out -> out.write(text));
    }

    private static String entry(String inputs, Path file) throws IOException {
        Sha256 content = new Sha256();
        add(content, file);
        return "inputs " + inputs + "\npackage " + content.hex() + "\n";
    }

    /** A hash of what decides the package; nothing if the tree can't be packed, which packing tells better. */
    private Optional<String> inputs(SourceTree tree, boolean managed, PackOptions options)
            throws SolutionException, IOException {
        try {
            return Optional.of(inputs(tree, managed, options, new TreeSet<>(tree.inputs(options))));
        } catch (RefusalException e) {
            return Optional.empty();
        }
    }

    private String inputs(SourceTree tree, boolean managed, PackOptions options, Set<Path> files) throws IOException {
        Sha256 hash = new Sha256();
        text(hash, packer);
        text(hash, managed ? "managed" : "unmanaged");
        text(hash, options.version().map(Object::toString).orElse(""));
        text(hash, options.uncoveredFails() ? "fail" : "warn");
        for (Mapping mapping : options.mappings()) {
            text(hash, mapping.kind() + " " + mapping.from());
            text(hash, mapping.to());
        }
        for (Path input : files) {
            Path path = input.startsWith(tree.folder()) ? tree.folder().relativize(input) : input;
            text(hash, path.toString());
            Sha256 content = new Sha256();
            add(content, input);
            text(hash, content.hex());
        }
        return hash.hex();
    }

    private static void add(Sha256 hash, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                hash.add(buffer, 0, count);
            }
        }
    }

    /** With its length, so that two texts are never taken for two others. */
    private static void text(Sha256 hash, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        hash.add(bytes.length + " ");
        hash.add(bytes);
    }
}
