package io.github.solutionalm.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is there whole or not at all: it is written under another name beside its place and then moved there, so
 * that neither a full disk nor a killed build leaves half a file that looks like one, and nobody reads half of it.
 */
public final class WholeFile implements AutoCloseable {

    /** What is in a file. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Path target;
    private final Path draft;

    private WholeFile(Path target) {
        this.target = target;
        // Not Files.createTempFile: its files can be read by nobody else, and ours are for others too.
        this.draft = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /** Writes a file, in place of the one that may be there; its folder is made if it is not there. */
    public static Path write(Path target, Content content) throws IOException {
        try (WholeFile file = prepare(target, content)) {
            file.moveIntoPlace();
        }
        return target;
    }

    /** Puts a file that is complete under a second name, in place of what may be there; a link where that can be made. */
    public static void same(Path file, Path target) throws IOException {
        WholeFile second = new WholeFile(target);
        try (second) {
            Files.createDirectories(target.getParent());
            try {
                Files.createLink(second.draft, file);
            } catch (UnsupportedOperationException | FileSystemException e) {
                Files.copy(file, second.draft);
            }
            second.moveIntoPlace();
        }
    }

    /** Writes the draft; several files that belong together are first all written and then all moved. */
    public static WholeFile prepare(Path target, Content content) throws IOException {
        WholeFile file = new WholeFile(target);
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(file.draft, StandardOpenOption.CREATE_NEW), 1 << 16)) {
                content.writeTo(out);
            }
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        return file;
    }

    /** Puts it in place of the file that may be there: at once, where the file system can do that. */
    public void moveIntoPlace() throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes the draft if it was not moved. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // The draft stays behind. What made it a draft is reported already, and says more.
            draft.toFile().deleteOnExit();
        }
    }
}
