package io.github.solutionalm.dataverse.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ActiveRule;
import io.github.solutionalm.files.WholeFile;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.text.PortableName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folder of {@link JobFile}s, one per environment and solution. They contain no secrets.
 *
 * @param folder made when it is needed
 */
public record JobFolder(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Where an operation on a solution is written down. */
    public Path file(String url, String solution) {
        UUID place = UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8));
        String ending = "-" + place.toString().substring(0, 8) + ".job.json";
        return folder.resolve(PortableName.of(UniqueName.key(solution), ending));
    }

    /** What is written down; nothing when there is nothing that could be read. */
    public Optional<JobFile> find(String url, String solution) {
        Path file = file(url, solution);
        try {
            return Files.isRegularFile(file)
                    ? Optional.ofNullable(JSON.readValue(file.toFile(), JobFile.class))
                            .filter(JobFolder::isWhole)
                            .filter(job -> job.url().equals(url) && UniqueName.same(job.solution(), solution))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether all of it can be read, as far as a later build needs it. */
    private static boolean isWhole(JobFile job) {
        try {
            Operation.valueOf(job.operation());
            Outcome.valueOf(job.outcome());
            Instant.parse(job.at());
            SolutionVersion.parse(job.version());
            job.jobId();
            job.systemJobId();
            return Stream.of(job.url(), job.action(), job.message(), job.solution(), job.sha256(), job.upload())
                            .allMatch(Objects::nonNull)
                    && (job.previousVersion().isEmpty() || SolutionVersion.parse(job.previousVersion()) != null)
                    && job.phase() != null
                    && job.before() != null;
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
            place(file, job);
        } catch (IOException e) {
            throw new SolutionException(
                    "Recording the job " + job.job() + " in " + file + " failed (" + e.getMessage()
                            + "). The job was not started, because it could not be found again. Make the folder"
                            + " writable.",
                    e);
        }
    }

    /**
     * Copies the recorded job of this attempt into the run: the job that a later build finds and that the result names. There
     * is none if the start was certainly rejected.
     */
    public void recordedJob(JobFile planned, Run run) {
        Optional<JobFile> there = find(planned.url(), planned.solution());
        if (there.isEmpty()) {
            run.notStarted();
        } else if (there.get().attempt().equals(planned.attempt())) {
            run.started(there.get());
        }
    }

    /**
     * Keeps what was there before an attempt, for a later build that takes up the operation. Without it that build knows less,
     * but the operation itself does not depend on it.
     *
     * @param before a record that Jackson writes, and reads in {@link #before}
     */
    public void keepBefore(String url, String solution, Object before) {
        try {
            place(beforeFile(url, solution), before);
        } catch (IOException e) {
            // See above.
        }
    }

    /** What was kept; empty when nothing can be read. */
    public <T> Optional<T> before(JobFile job, Class<T> type) {
        try {
            return Optional.ofNullable(
                    JSON.readValue(beforeFile(job.url(), job.solution()).toFile(), type));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Records the rules that will be deactivated, before any of them is.
     *
     * @throws SolutionException when that is not possible; then they must stay active
     */
    public void keepRules(String url, String solution, List<ActiveRule> rules) throws SolutionException {
        try {
            place(rulesFile(url, solution), rules.toArray(ActiveRule[]::new));
        } catch (IOException e) {
            throw new SolutionException(
                    "Recording the active rules of " + solution + " in " + rulesFile(url, solution) + " failed ("
                            + e.getMessage()
                            + "). The rules were not deactivated, because a later build could not activate them"
                            + " again. Make the folder writable.",
                    e);
        }
    }

    /** The rules that are to be activated again; none when none could be read. */
    public List<ActiveRule> rules(String url, String solution) {
        try {
            return List.of(JSON.readValue(rulesFile(url, solution).toFile(), ActiveRule[].class));
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** They are active again. */
    public void forgetRules(String url, String solution) {
        try {
            Files.deleteIfExists(rulesFile(url, solution));
        } catch (IOException e) {
            // A later build finds them active.
        }
    }

    private Path rulesFile(String url, String solution) {
        Path file = file(url, solution);
        return file.resolveSibling(file.getFileName().toString().replace(".job.json", ".rules.json"));
    }

    private static void place(Path file, Object content) throws IOException {
        byte[] json = JSON.writeValueAsBytes(content);
        WholeFile.write(file, out -> out.write(json));
    }

    private Path beforeFile(String url, String solution) {
        Path file = file(url, solution);
        return file.resolveSibling(file.getFileName().toString().replace(".job.json", ".before.json"));
    }

    /** It has ended, and how is known. What another build has written down in its place meanwhile stays. */
    public void forget(JobFile job) {
        if (find(job.url(), job.solution())
                .filter(there -> !there.attempt().equals(job.attempt()))
                .isPresent()) {
            return;
        }
        try {
            Files.deleteIfExists(file(job.url(), job.solution()));
            Files.deleteIfExists(beforeFile(job.url(), job.solution()));
        } catch (IOException e) {
            // A later build looks at it again, and finds that it has ended.
        }
    }
}
