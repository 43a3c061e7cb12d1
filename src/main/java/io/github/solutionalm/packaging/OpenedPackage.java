package io.github.solutionalm.packaging;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.ZipCopy;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * An open solution package. Its manifest is read.
 *
 * <p>Errors in the package are a {@link RefusalException} with the platform's code; any other {@link
 * SolutionException} is an I/O error.
 */
public final class OpenedPackage implements AutoCloseable {

    private final SolutionArchive archive;
    private final PackageFile file;
    private final PackageReader reader;

    private OpenedPackage(SolutionArchive archive, PackageFile file, PackageReader reader) {
        this.archive = archive;
        this.file = file;
        this.reader = reader;
    }

    /**
     * Opens a package and reads its manifest.
     *
     * @param path .zip, .cab or an unzipped folder
     * @param sha256 the hash that it or its content must have, in any case, or any. Only if it is not the file's, the content
     *     is read for its own
     */
    public static OpenedPackage open(Path path, Optional<String> sha256) throws SolutionException {
        try {
            RootFiles.requireOfFolder(path);
            return open(path, sha256, Archives.open(path, ArchiveLimits.DEFAULT));
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    private static OpenedPackage open(Path path, Optional<String> sha256, SolutionArchive archive)
            throws SolutionException, IOException {
        boolean opened = false;
        try {
            PackageFile file = pinned(describe(path, archive), sha256, archive);
            OpenedPackage result = new OpenedPackage(archive, file, PackageReader.open(path, archive));
            opened = true;
            return result;
        } finally {
            if (!opened) {
                archive.close();
            }
        }
    }

    /**
     * This package, which is an artifact. A refusal closes it.
     *
     * @throws RefusalException if it is managed and its classifier says unmanaged, or the other way round
     */
    OpenedPackage as(PackageArtifact artifact) throws SolutionException {
        boolean managed = manifest().managed();
        if (artifact.saysManaged().isPresent() && artifact.saysManaged().get() != managed) {
            close();
            throw new RefusalException(PlatformCode.INVALID_IMPORT_FILE.finding(artifact.coordinates()
                    + " has the classifier " + artifact.classifier() + ", but the package "
                    + manifest().uniqueName() + " " + manifest().version() + " in it is "
                    + (managed ? "managed" : "unmanaged")
                    + ". Name the artifact that is meant, or deploy it again under a classifier that fits."));
        }
        return new OpenedPackage(archive, file.as(artifact), reader);
    }

    /** Whether the file or, as far as its hash is known, the content is the pinned one, or any is allowed. */
    boolean isPinned(Optional<String> sha256) {
        return isPinned(file, sha256);
    }

    private static boolean isPinned(PackageFile file, Optional<String> sha256) {
        return sha256.map(String::strip).map(file::has).orElse(true);
    }

    /** @throws RefusalException if neither the file nor its content has the hash */
    private static PackageFile pinned(PackageFile file, Optional<String> sha256, SolutionArchive archive)
            throws RefusalException, ArchiveException.Unreadable {
        if (isPinned(file, sha256)) {
            return file;
        }
        PackageFile known = content(archive).map(file::saying).orElse(file);
        if (isPinned(known, sha256)) {
            return known;
        }
        throw new RefusalException(PlatformCode.INVALID_IMPORT_FILE
                .finding(file.file() + " has the SHA-256 "
                        + file.sha256()
                        + known.contentSha256()
                                .map(content -> ", and its content " + content)
                                .orElse("")
                        + ", but the POM pins " + sha256.get().strip()
                        + ". If the change is intended, update <sha256>; if not, find out who changed the package.")
                .of("sha256"));
    }

    /** Nothing if the package can't be read: then it does not have the content that is pinned. */
    private static Optional<String> content(SolutionArchive archive) throws ArchiveException.Unreadable {
        try {
            return Optional.of(WholeContent.sha256(archive));
        } catch (ArchiveException.Unreadable e) {
            throw e;
        } catch (IOException | RefusalException e) {
            return Optional.empty();
        }
    }

    /**
     * What can be said of a package file without its manifest: format, size and hash.
     *
     * @throws RefusalException when it is no archive
     */
    public static PackageFile describe(Path path) throws SolutionException {
        try (SolutionArchive archive = Archives.open(path, ArchiveLimits.DEFAULT)) {
            return describe(path, archive);
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    /**
     * Whether an archive or folder is meant as a solution package: has {@code solution.xml} or {@code customizations.xml} at its
     * root. Whether it is a sound one shows when it is opened.
     *
     * @throws RefusalException when it is no archive
     */
    public static boolean isMeant(Path path) throws SolutionException {
        try (SolutionArchive archive = Archives.open(path, ArchiveLimits.DEFAULT)) {
            return RootFiles.anyIsIn(PackageCandidate.archive(path, archive));
        } catch (IOException e) {
            throw problem(path, e);
        }
    }

    private static PackageFile describe(Path path, SolutionArchive archive) {
        return new PackageFile(path.toString(), archive.format(), archive.size(), archive.sha256());
    }

    /** Reading errors of the disk are no refusal; all else is the package's fault. */
    private static SolutionException problem(Path path, IOException e) {
        if (!(e instanceof ArchiveException) || e instanceof ArchiveException.Unreadable) {
            return new SolutionException("Reading the package " + path + " failed: " + e.getMessage(), e);
        }
        if (e instanceof ArchiveException.NotAnArchive other && other.isOpenToMeaning()) {
            Optional<String> known = knownFile(path);
            if (known.isPresent()) {
                return new RefusalException(PlatformCode.BAD_ZIP_FILE.finding(known.get()));
            }
        }
        PlatformCode code =
                e instanceof ArchiveException.OverLimit ? PlatformCode.VERY_LARGE_FILE : PlatformCode.BAD_ZIP_FILE;
        return new RefusalException(code.finding(sentence(e.getMessage())));
    }

    /** What a file means here of which the archives know the format alone. */
    private static Optional<String> knownFile(Path path) {
        try {
            PackageCandidate candidate = PackageCandidate.file(path);
            return NoPackage.of(candidate).map(row -> row.text(candidate));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Archives say what is wrong in a clause; findings are whole sentences that others follow. */
    private static String sentence(String clause) {
        return clause.endsWith(".") ? clause : clause + ".";
    }

    public PackageFile file() {
        return file;
    }

    /** The files of the package. */
    public SolutionArchive archive() {
        return archive;
    }

    public SolutionManifest manifest() {
        return reader.manifest();
    }

    /**
     * The hash of what the package says, 64 hexadecimal digits (docs/packages.md, "The hash of the content"). Reads the whole
     * package.
     */
    public String contentSha256() throws SolutionException {
        try {
            return WholeContent.sha256(archive);
        } catch (IOException e) {
            throw problem(Path.of(file.file()), e);
        }
    }

    /** Reads the components, and gives their contents to the sink. */
    public SolutionPackage read(ContentSink sink, ReadListener listener) throws SolutionException {
        try {
            return reader.read(sink, listener);
        } catch (IOException e) {
            throw problem(Path.of(file.file()), e);
        }
    }

    /**
     * Reads which components there are, and finds the same errors. For those who do not compare contents: the hashes of the
     * definitions mean nothing.
     */
    public SolutionPackage outline() throws SolutionException {
        try {
            return reader.outline();
        } catch (IOException e) {
            throw problem(Path.of(file.file()), e);
        }
    }

    /**
     * Writes the package as one .zip, as an environment takes it: the file itself or the one in a cabinet, byte by byte, or
     * else made of what is in the cabinet or folder. Its content is what {@link #file} has the hash of, whatever has become
     * of the file since.
     *
     * @param target replaced if it is there
     */
    public void copyZip(Path target) throws SolutionException {
        try {
            Optional<InputStream> zip = archive.zip();
            if (zip.isEmpty()) {
                ZipCopy.write(archive, target);
                return;
            }
            try (InputStream in = zip.get()) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw problem(Path.of(file.file()), e);
        }
    }

    @Override
    public void close() throws SolutionException {
        try {
            archive.close();
        } catch (IOException e) {
            throw problem(Path.of(file.file()), e);
        }
    }
}
