package io.github.solutionalm.dataverse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.solutionalm.SolutionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Where {@link JobFile}s lie, one per environment and solution. They hold nothing secret.
 *
 * @param folder made when it is needed
 */
record JobFolder(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Where an operation on a solution is written down. */
    Path file(String url, String solution) {
        UUID place = UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8));
        return folder.resolve(solution.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_") + "-"
                + place.toString().substring(0, 8) + ".job.json");
    }

    /** What is written down; nothing when there is nothing that could be read. */
    Optional<JobFile> find(String url, String solution) {
        Path file = file(url, solution);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(JSON.readValue(file.toFile(), JobFile.class))
                            .filter(job ->
                                    job.url().equals(url) && job.solution().equalsIgnoreCase(solution))
                            .filter(JobFolder::isWhole)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(JobFile job) {
        try {
            return job.phase() != null
                    && job.before() != null
                    && job.message() != null
                    && job.jobId() != null
                    && job.systemJobId() != null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /**
     * Writes it down, whole or not at all.
     *
     * @throws SolutionException when that is not possible; then nothing may be started
     */
    void write(JobFile job) throws SolutionException {
        Path file = file(job.url(), job.solution());
        try {
            Files.createDirectories(folder);
            Path draft = file.resolveSibling(file.getFileName() + ".tmp");
            Files.write(draft, JSON.writeValueAsBytes(job));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SolutionException(
                    "Writing down the job " + job.job() + " in " + file + " failed (" + e.getMessage()
                            + "). Nothing is started that could not be found again: see that the folder can be written to.",
                    e);
        }
    }

    /** Keeps what was there before, for a later build that takes up the operation. Without it that build knows less. */
    void keep(String url, String solution, Optional<ContentBefore> before) {
        try {
            Files.createDirectories(folder);
            if (before.isPresent()) {
                Files.write(beforeFile(url, solution), JSON.writeValueAsBytes(before.get()));
            } else {
                Files.deleteIfExists(beforeFile(url, solution));
            }
        } catch (IOException e) {
            // The operation itself does not depend on it.
        }
    }

    /** What was there before the operation that is written down. */
    Optional<ContentBefore> before(String url, String solution) {
        try {
            return Optional.of(JSON.readValue(beforeFile(url, solution).toFile(), ContentBefore.class))
                    .filter(before -> before.own() != null && before.staged() != null && before.contents() != null);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path beforeFile(String url, String solution) {
        Path file = file(url, solution);
        return file.resolveSibling(file.getFileName().toString().replace(".job.json", ".before.json"));
    }

    /** It has ended, and how is known. */
    void forget(String url, String solution) {
        try {
            Files.deleteIfExists(file(url, solution));
            Files.deleteIfExists(beforeFile(url, solution));
        } catch (IOException e) {
            // A later build looks at it again, and finds that it has ended.
        }
    }
}
