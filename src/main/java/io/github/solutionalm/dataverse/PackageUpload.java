package io.github.solutionalm.dataverse;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ImportSource;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.StageSolution;
import io.github.solutionalm.dataverse.api.StagedPackage;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.Run;
import io.github.solutionalm.packaging.OpenedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The package of one import on its way: staged once, however often the import is refused for another operation. Staging is the
 * one long call that waits for its answer, so that a gateway may cut it off; then the package goes with the import itself.
 */
public final class PackageUpload implements AutoCloseable {

    private static final int MOST_TRIES = 2;
    /** Nobody refused the package: whoever is in between, or the environment itself, gave up on the call. */
    private static final Set<Kind> CUT_OFF = EnumSet.of(Kind.SERVER, Kind.SLOW, Kind.LOST, Kind.UNREADABLE);

    private final OperationContext access;
    private final Run run;
    private final ImportListener listener;
    private final String title;
    private final boolean skipsProductUpdates;
    private Optional<ImportSource> source = Optional.empty();
    private Optional<Path> zip = Optional.empty();

    /**
     * Of one package.
     *
     * @param title its unique name and version
     * @param skipsProductUpdates whether missing updates of Microsoft's products do not count
     */
    PackageUpload(
            OperationContext access, Run run, ImportListener listener, String title, boolean skipsProductUpdates) {
        this.skipsProductUpdates = skipsProductUpdates;
        this.access = access;
        this.run = run;
        this.listener = listener;
        this.title = title;
    }

    /** A copy of its own, so that nobody changes what is uploaded, however long that takes. */
    void copy(OpenedPackage opened) throws SolutionException {
        if (zip.isEmpty()) {
            try {
                Path copy = Files.createTempFile(Files.createDirectories(access.spool()), "solution-", ".zip");
                zip = Optional.of(copy);
                opened.copyZip(copy);
            } catch (IOException e) {
                throw new SolutionException(
                        "Making a .zip of " + opened.file().file() + " failed: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Where the import may take it from.
     *
     * @throws RefusalException when the environment looked at the package and would not import it
     */
    ImportSource source() throws SolutionException {
        if (source.isEmpty()) {
            listener.progress("Uploading", 0, 0);
            source = Optional.of(staged(zip.orElseThrow()));
        }
        return source.get();
    }

    /** Forgets the upload when that is what an import was refused for: the environment does not keep uploads for ever. */
    boolean isGone(WebApiException e) {
        String upload = source.map(ImportSource::upload).orElse("");
        boolean gone = !upload.isEmpty()
                && e.certainlyNotAccepted()
                && e.error()
                        .map(said -> said.message().toLowerCase(Locale.ROOT))
                        .filter(said -> said.contains("stagesolutionupload") || said.contains(upload))
                        .isPresent();
        if (gone) {
            source = Optional.empty();
        }
        return gone;
    }

    private ImportSource staged(Path file) throws SolutionException {
        for (int tries = 1; ; tries++) {
            try {
                StagedPackage found = access.call(new StageSolution(title, file));
                run.warn(found.warnings());
                run.lacks(found.missing());
                if (skipsProductUpdates && found.productUpdates()) {
                    // The import itself is told to let them be; looking beforehand cannot be.
                    run.warn(found.errors());
                } else if (!found.errors().isEmpty()) {
                    throw new RefusalException(found.errors(), found.missing());
                }
                return found.upload().isEmpty()
                        ? new ImportSource.Inline(file)
                        : new ImportSource.Staged(found.upload());
            } catch (WebApiException e) {
                if (!CUT_OFF.contains(e.kind())) {
                    throw e;
                }
                if (tries == MOST_TRIES) {
                    return new ImportSource.Inline(file);
                }
                access.pause(tries);
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
