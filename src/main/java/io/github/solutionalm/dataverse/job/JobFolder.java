package io.github.solutionalm.dataverse.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ActiveRule;
import io.github.solutionalm.files.WholeFile;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.text.PortableName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The folder of {@link JobFile}s, one per environment and solution. They contain no secrets.
 *
 * @param folder the folder, made when it is needed
 */
public record JobFolder(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The file of the record of an operation. */
    public Path file(JobPlace at) {
        UUID place = UUID.nameUUIDFromBytes(at.url().toString().getBytes(StandardCharsets.UTF_8));
        String ending = "-" + place.toString().substring(0, 8) + ".job.json";
        return folder.resolve(PortableName.of(UniqueName.key(at.solution()), ending));
    }

    /** The record of the operation of a solution; empty when there is none or it can't be read. */
    public Optional<JobFile> find(JobPlace place) {
        Path file = file(place);
        try {
            return Files.isRegularFile(file)
                    ? JobJson.read(JSON.readTree(file.toFile()))
                            .filter(job -> job.place().isSame(place))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Writes a record, whole or not at all.
     *
     * @throws SolutionException when that is not possible; then nothing may be started
     */
    void write(JobFile job) throws SolutionException {
        Path file = file(job.place());
        try {
            place(file, JobJson.of(job));
        } catch (IOException e) {
            throw new SolutionException(
                    "Recording the job " + job.job() + " in " + file + " failed (" + e.getMessage()
                            + "). The job was not started, because it could not be found again. Make the folder"
                            + " writable.",
                    e);
        }
    }

    /**
     * The planned job as it is recorded now, after an attempt to start it: the job that a later build finds and that the
     * result names. Empty if the start was certainly rejected; as planned if another build has recorded its own.
     */
    public Optional<JobFile> recorded(JobFile planned) {
        return find(planned.place()).map(there -> there.isOf(planned) ? there : planned);
    }

    /**
     * Keeps what was there before an attempt, for a later build that continues the operation. Without it that build knows less,
     * but the operation itself does not depend on it.
     *
     * @param before a record that Jackson writes, and reads in {@link #before}
     */
    public void keepBefore(JobPlace at, Object before) {
        try {
            place(beforeFile(at), before);
        } catch (IOException e) {
            // See above.
        }
    }

    /** The content that {@link #keepBefore} kept; empty when nothing can be read. */
    public <T> Optional<T> before(JobFile job, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(beforeFile(job.place()).toFile(), type));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Records the rules that will be deactivated, before any of them is.
     *
     * @throws SolutionException when that is not possible; then they must stay active
     */
    public void keepRules(JobPlace at, List<ActiveRule> rules) throws SolutionException {
        try {
            place(rulesFile(at), rules.toArray(ActiveRule[]::new));
        } catch (IOException e) {
            throw new SolutionException(
                    "Recording the active rules of " + at.solution() + " in " + rulesFile(at) + " failed ("
                            + e.getMessage()
                            + "). The rules were not deactivated, because a later build could not activate them"
                            + " again. Make the folder writable.",
                    e);
        }
    }

    /** The rules that are to be activated again; none when none could be read. */
    public List<ActiveRule> rules(JobPlace at) {
        try {
            return List.of(JSON.readValue(rulesFile(at).toFile(), ActiveRule[].class));
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** Removes the record of the rules, since they are active again. */
    public void forgetRules(JobPlace at) {
        try {
            Files.deleteIfExists(rulesFile(at));
        } catch (IOException e) {
            // A later build finds them active.
        }
    }

    private Path rulesFile(JobPlace at) {
        Path file = file(at);
        return file.resolveSibling(file.getFileName().toString().replace(".job.json", ".rules.json"));
    }

    private static void place(Path file, Object content) throws IOException {
        byte[] json = JSON.writeValueAsBytes(content);
        WholeFile.write(file, out -> out.write(json));
    }

    private Path beforeFile(JobPlace at) {
        Path file = file(at);
        return file.resolveSibling(file.getFileName().toString().replace(".job.json", ".before.json"));
    }

    /** Removes the record of an operation whose end is known. A record that another build has put in its place stays. */
    public void forget(JobFile job) {
        if (find(job.place()).filter(there -> !there.isOf(job)).isPresent()) {
            return;
        }
        try {
            Files.deleteIfExists(file(job.place()));
            Files.deleteIfExists(beforeFile(job.place()));
        } catch (IOException e) {
            // A later build looks at it again, and finds that it has ended.
        }
    }
}
