package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ImportSource;
import io.github.solutionalm.dataverse.api.StageSolution;
import io.github.solutionalm.dataverse.api.StagedPackage;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.packaging.OpenedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Uploads the package of one import. It is staged once, however often the import is refused because another operation runs.
 * Staging is the one long call that waits for its answer, so that a gateway may cut it off; then the package is sent with the
 * import itself.
 */
final class PackageUpload implements AutoCloseable {

    private static final int MOST_TRIES = 2;
    /** Failures in which nobody refused the package: a gateway, or the environment itself, gave up on the call. */
    private static final Set<Kind> CUT_OFF = EnumSet.of(Kind.SERVER, Kind.SLOW, Kind.LOST, Kind.UNREADABLE);

    private final Attempt attempt;
    private final OpenedPackage opened;
    private final boolean skipsProductUpdates;
    private Optional<Upload> upload = Optional.empty();
    private Optional<Path> zip = Optional.empty();

    /**
     * An upload of one package; nothing is copied or sent yet.
     *
     * @param options say whether missing updates of Microsoft's products count
     */
    PackageUpload(Attempt attempt, OpenedPackage opened, ImportOptions options) {
        this.attempt = attempt;
        this.opened = opened;
        this.skipsProductUpdates = options.skipProductUpdateDependencies();
    }

    /** The source that the import takes the package from, and the missing dependencies that the environment found in it. */
    private record Upload(ImportSource source, List<MissingDependency> missing) {}

    PackageFile file() {
        return opened.file();
    }

    SolutionManifest manifest() {
        return opened.manifest();
    }

    /** Unique name and version, for messages. */
    String title() {
        return manifest().uniqueName() + " " + manifest().version();
    }

    /** Copies the package, so that nobody changes it during the upload. */
    void copy() throws SolutionException {
        if (zip.isEmpty()) {
            try {
                Path copy = Files.createTempFile(
                        Files.createDirectories(attempt.access().spool()), "solution-", ".zip");
                zip = Optional.of(copy);
                opened.copyZip(copy);
            } catch (IOException e) {
                throw new SolutionException(
                        "Making a .zip of " + opened.file().file() + " failed: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Uploads the package if that is not done yet, and returns where the import may take it from.
     *
     * @throws RefusalException when the environment found errors in the package
     */
    ImportSource source() throws SolutionException {
        if (upload.isEmpty()) {
            attempt.listener().progress("Uploading", 0, 0);
            upload = Optional.of(staged(zip.orElseThrow()));
        }
        attempt.reach(new Phase.Uploaded(attempt.phase(), upload.get().missing()));
        return upload.get().source();
    }

    /** Whether an import was refused because its upload is gone, which is then forgotten: uploads are kept for some time. */
    boolean isGone(WebApiException e) {
        String id = upload.map(known -> known.source().upload()).orElse("");
        boolean gone = !id.isEmpty()
                && e.certainlyNotAccepted()
                && e.error()
                        .map(said -> said.message().toLowerCase(Locale.ROOT))
                        .filter(said -> said.contains("stagesolutionupload") || said.contains(id))
                        .isPresent();
        if (gone) {
            upload = Optional.empty();
        }
        return gone;
    }

    private Upload staged(Path file) throws SolutionException {
        for (int tries = 1; ; tries++) {
            try {
                StagedPackage found = attempt.access().call(new StageSolution(title(), file));
                attempt.warn(found.warnings());
                if (skipsProductUpdates && found.productUpdates()) {
                    // The import itself is told to ignore them; StageSolution can't be.
                    attempt.warn(found.errors());
                } else if (!found.errors().isEmpty()) {
                    throw new RefusalException(found.errors(), found.missing());
                }
                return new Upload(
                        found.upload().isEmpty()
                                ? new ImportSource.Inline(file)
                                : new ImportSource.Staged(found.upload()),
                        found.missing());
            } catch (WebApiException e) {
                if (!CUT_OFF.contains(e.kind())) {
                    throw e;
                }
                if (tries == MOST_TRIES) {
                    return new Upload(new ImportSource.Inline(file), List.of());
                }
                attempt.access().pause(tries);
            }
        }
    }

    @Override
    public void close() {
        zip.ifPresent(copy -> {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                copy.toFile().deleteOnExit();
            }
        });
    }
}
