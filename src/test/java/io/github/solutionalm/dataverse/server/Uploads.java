package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.packaging.OpenedPackage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The packages that clients sent, and what they asked to be done with them. */
final class Uploads {

    private final Path folder;
    private final Map<UUID, Path> staged = new ConcurrentHashMap<>();
    private final Map<Path, String> names = new ConcurrentHashMap<>();
    private final Map<Operation, ImportParameters> asked = new ConcurrentHashMap<>();

    Uploads(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Unique name of the solution in a package; empty when the file is none. */
    String solutionIn(Path file) {
        return names.computeIfAbsent(file, Uploads::nameIn);
    }

    private static String nameIn(Path file) {
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
            return opened.manifest().uniqueName();
        } catch (SolutionException e) {
            return "";
        }
    }

    UUID stage(Path file) {
        UUID id = UUID.randomUUID();
        staged.put(id, file);
        return id;
    }

    Path find(UUID id) throws ODataFault {
        Path file = staged.get(id);
        if (file == null) {
            throw ODataFault.notFound("stagesolutionupload", id.toString());
        }
        return file;
    }

    void asked(Operation operation, ImportParameters parameters) {
        asked.put(operation, parameters);
    }

    Optional<ImportParameters> of(Operation operation) {
        return Optional.ofNullable(asked.get(operation));
    }
}
