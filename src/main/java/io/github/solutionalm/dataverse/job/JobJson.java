package io.github.solutionalm.dataverse.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.model.SolutionVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A {@link JobFile} as JSON: one flat object, whose names and order stay the same for other versions of the plugin. */
final class JobJson {

    private final JsonNode json;

    private JobJson(JsonNode json) {
        this.json = json;
    }

    static ObjectNode of(JobFile job) {
        JobFile.Sent sent = job.sent();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("url", job.place().url().toString());
        json.put("action", job.asked().action());
        json.put("operation", job.chosen().operation().name());
        json.put("outcome", job.chosen().outcome().name());
        json.put("message", sent.message());
        json.put("solution", job.solution());
        json.put("version", job.chosen().version().toString());
        json.put("sha256", job.asked().sha256());
        json.put("previousVersion", orEmpty(job.chosen().previous()));
        json.put("job", job.job().toString());
        json.put("upload", sent.upload());
        json.put("systemJob", orEmpty(job.systemJob()));
        json.put("phase", job.state().phase().name());
        json.put("at", job.state().at().toString());
        json.put("attempt", sent.attempt());
        if (sent.before().isPresent()) {
            sent.before().get().forEach(json.putArray("before")::add);
        } else {
            json.putNull("before");
        }
        return json;
    }

    private static String orEmpty(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    /** The record; empty when it is damaged, or lacks what a later build needs. */
    static Optional<JobFile> read(JsonNode json) {
        try {
            return Optional.of(new JobJson(json).job());
        } catch (SolutionException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private JobFile job() throws SolutionException {
        return new JobFile(
                new JobFile.Asked(
                        text("action"),
                        new JobPlace(DataverseUrl.parse(text("url")), text("solution")),
                        text("sha256")),
                new JobFile.Chosen(
                        Operation.valueOf(text("operation")),
                        Outcome.valueOf(text("outcome")),
                        SolutionVersion.parse(text("version")),
                        present("previousVersion").map(SolutionVersion::parse)),
                new JobFile.Sent(
                        text("message"),
                        UUID.fromString(text("job")),
                        text("upload"),
                        before(),
                        // Early versions of the plugin wrote none.
                        json.path("attempt").asText("")),
                new JobFile.State(
                        JobFile.Phase.valueOf(text("phase")),
                        present("systemJob").map(UUID::fromString),
                        Instant.parse(text("at"))));
    }

    /** The jobs before the start; empty if null is recorded, since the environment did not tell. */
    private Optional<List<String>> before() {
        if (json.path("before").isNull()) {
            return Optional.empty();
        }
        List<String> jobs = new ArrayList<>();
        if (!json.path("before").isArray()) {
            throw new IllegalArgumentException("before is no list");
        }
        json.path("before").forEach(job -> jobs.add(text(job)));
        return Optional.of(jobs);
    }

    private Optional<String> present(String name) {
        return Optional.of(text(name)).filter(text -> !text.isEmpty());
    }

    private String text(String name) {
        return text(json.path(name));
    }

    private static String text(JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException("no text, but " + value.getNodeType());
        }
        return value.asText();
    }
}
