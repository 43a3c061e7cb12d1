package io.github.solutionalm.dataverse.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The packages that clients sent, and what they asked to be done with them. */
final class Uploads {

    private final Path folder;
    private final Map<UUID, Path> staged = new ConcurrentHashMap<>();
    private final Map<Operation, ImportParameters> asked = new ConcurrentHashMap<>();

    Uploads(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
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
