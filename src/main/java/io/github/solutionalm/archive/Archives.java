package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.NotAnArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The way in: opens package files. */
public final class Archives {

    private Archives() {}

    /**
     * Opens a .zip, a .cab or a folder, whatever its name: the content decides. A cabinet that holds one solution .zip,
     * as the real ones do (facts/dataverse.md 1.1), is opened through to the entries of that .zip.
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
            FileSignature signature = signatureOf(file);
            return switch (signature) {
                case ZIP -> Zip.open(file, limits);
                case CABINET -> Cab.open(file, limits);
                default ->
                    throw new NotAnArchive(String.format(
                            Locale.ROOT, "%s is not a .zip, .cab or folder, but %s", file, signature.description()));
            };
        } catch (IOException e) {
            throw Fault.of(file.toString(), e);
        }
    }

    /**
     * Copies the one solution .zip of a cabinet, byte by byte.
     *
     * @param target replaced if it is there
     * @return false when the cabinet holds the solution's parts themselves; nothing is written then
     * @throws ArchiveException as when it is opened
     */
    public static boolean copyZip(Path cabinet, ArchiveLimits limits, Path target) throws ArchiveException {
        try {
            return Cab.copyZip(cabinet, limits, target);
        } catch (IOException e) {
            throw Fault.of(cabinet.toString(), e);
        }
    }

    private static FileSignature signatureOf(Path file) throws IOException {
        if (Files.notExists(file)) {
            throw new NotAnArchive(file + " does not exist. Check the path, or build the package first");
        }
        if (!Files.isRegularFile(file)) {
            throw new NotAnArchive(file + " is neither a file nor a folder");
        }
        return FileSignature.of(file);
    }
}
