package io.github.solutionalm.packaging;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.SettingsDeclaration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The packages of one goal. Each is opened and hashed once: whoever asks for its manifest or settings leaves it open for the
 * operation that imports it. It stays as it was when it was opened, whatever happens to the file meanwhile.
 */
public final class OpenPackages implements PackageOpener, AutoCloseable {

    /** As many files stay open at once; what comes later is opened again for its import. */
    private static final int MAX_OPEN = 100;

    private final PackageOpener opener;
    private final Map<Path, OpenedPackage> open = new LinkedHashMap<>();
    private final Map<Path, PackageArtifact> artifacts = new LinkedHashMap<>();

    public OpenPackages() {
        this(OpenedPackage::open);
    }

    /**
     * @param opener opens a package for the first time
     */
    public OpenPackages(PackageOpener opener) {
        this.opener = opener;
    }

    /** A package is this artifact: what is written of it says so, and it must be what its classifier says. */
    public void know(Path path, PackageArtifact artifact) {
        artifacts.put(path, artifact);
    }

    /**
     * File and manifest of a package.
     *
     * @throws SolutionException as {@link OpenedPackage#open} does
     */
    public ApplyRequest.Expected head(Path path, Optional<String> sha256) throws SolutionException {
        OpenedPackage opened = open(path, sha256);
        keep(path, opened);
        return new ApplyRequest.Expected(opened.file(), opened.manifest());
    }

    /**
     * The settings that a package declares. Reads the whole package.
     *
     * @throws SolutionException as {@link OpenedPackage#open} and {@link OpenedPackage#read} do
     */
    public SettingsDeclaration settings(Path path, Optional<String> sha256) throws SolutionException {
        OpenedPackage opened = open(path, sha256);
        try {
            return opened.outline().settings();
        } finally {
            keep(path, opened);
        }
    }

    private void keep(Path path, OpenedPackage opened) throws SolutionException {
        if (open.size() < MAX_OPEN) {
            open.put(path, opened);
        } else {
            opened.close();
        }
    }

    @Override
    public OpenedPackage open(Path path, Optional<String> sha256) throws SolutionException {
        OpenedPackage kept = open.remove(path);
        if (kept != null && !kept.isPinned(sha256)) {
            kept.close();
            kept = null;
        }
        return kept != null ? kept : opened(path, sha256);
    }

    private OpenedPackage opened(Path path, Optional<String> sha256) throws SolutionException {
        OpenedPackage opened = opener.open(path, sha256);
        PackageArtifact artifact = artifacts.get(path);
        return artifact == null ? opened : opened.as(artifact);
    }

    /** Closes the packages that no operation has taken. */
    @Override
    public void close() throws SolutionException {
        while (!open.isEmpty()) {
            open.remove(open.keySet().iterator().next()).close();
        }
    }
}
