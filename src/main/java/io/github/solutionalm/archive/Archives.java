package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.NotAnArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The way in: opens package files. */
public final class Archives {

    private Archives() {}

    /**
     * Opens a .zip, a .cab or a folder, whatever its name: the content decides. A cabinet that holds one solution .zip,
     * as the real ones do (docs/platform-facts.md, "Cabinets"), is opened through to the entries of that .zip.
     *
     * <p>An archive that was opened has sound tables: names are safe and unique, declared sizes are within the limits,
     * nothing in it is encrypted or of an unknown compression. What its entries hold is read, and checked, when they
     * are opened.
     *
     * @throws ArchiveException when it is no archive, damaged, unsupported, over the limits or can't be read; nothing
     *     stays open then
     */
    public static SolutionArchive open(Path file, ArchiveLimits limits) throws ArchiveException {
        try {
            if (Files.isDirectory(file)) {
                return Folder.open(file, limits);
            }
            return openFile(file, limits);
        } catch (IOException e) {
            throw Fault.of(file.toString(), e);
        }
    }

    private static SolutionArchive openFile(Path file, ArchiveLimits limits) throws IOException {
        refuseWhatIsNoFile(file);
        HashedFile content = HashedFile.open(file);
        boolean opened = false;
        try {
            String label = file.getFileName().toString();
            FileSignature signature = FileSignature.of(content.content());
            SolutionArchive archive =
                    switch (signature) {
                        case ZIP ->
                            Zip.open(label, content.identity("zip"), content, Optional.of(content::content), limits);
                        case CABINET -> Cab.open(label, content, limits);
                        default ->
                            throw new NotAnArchive(
                                    String.format(
                                            Locale.ROOT,
                                            "%s is not a .zip, .cab or folder, but %s",
                                            file,
                                            signature.description()),
                                    signature.isGeneral());
                    };
            opened = true;
            return archive;
        } finally {
            if (!opened) {
                content.close();
            }
        }
    }

    private static void refuseWhatIsNoFile(Path file) throws NotAnArchive {
        if (Files.notExists(file)) {
            throw new NotAnArchive(file + " does not exist. Check the path, or build the package first");
        }
        if (!Files.isRegularFile(file)) {
            throw new NotAnArchive(file + " is neither a file nor a folder");
        }
    }
}
