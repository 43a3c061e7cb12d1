package io.github.solutionalm.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.report.json.JsonWriter;
import io.github.solutionalm.report.json.OperationRecord;
import io.github.solutionalm.report.json.SummaryEntry;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code summary.json}: one entry per operation of a build, in the order in which they began. It is what
 * {@code verify} goes by, so no entry may be lost: goals of several modules ({@code mvn -T}) and of several builds may
 * write to one file at the same time, and a build may start another one in the same folder.
 *
 * <p>The first operation of a build begins the file anew: of an earlier build nothing is kept, so that a build is never let
 * through for what another one did. Builds that still run keep their part.
 */
public final class BuildSummary {

    static final String NAME = "summary.json";

    /** Some 50,000 operations; text and tree of so much take two thirds of 512 MB. */
    private static final long MAX_BYTES = 32L << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BuildSummary() {}

    /**
     * What one build did.
     *
     * @param id the same for all goals of the build, and for no other build; Maven's goals take the time of its start
     * @param process id of the process that it runs, or ran, in
     * @param operations its operations, in the order in which they began
     */
    public record Build(String id, long process, List<OperationRecord> operations) {

        public Build {
            operations = List.copyOf(operations);
        }

        /** Whether it may still write: not when its process is this one, where another build runs now. */
        private boolean mayStillRun() {
            return process != ProcessHandle.current().pid()
                    && ProcessHandle.of(process)
                            .filter(ProcessHandle::isAlive)
                            .filter(running -> !beganAfter(running))
                            .isPresent();
        }

        /** Numbers of processes come again, above all in containers. */
        private boolean beganAfter(ProcessHandle running) {
            try {
                Instant begin = Instant.parse(id).plusSeconds(1);
                return running.info().startInstant().filter(begin::isBefore).isPresent();
            } catch (DateTimeParseException e) {
                return false; // then it is not known when the build began
            }
        }
    }

    /**
     * Writes an operation, in the place of the report files of the operation before.
     *
     * @param outputDirectory the parameter of that name; made if it is not there
     * @param buildId the same for all goals of one build, and for no other build
     * @throws IOException when the file cannot be read or written; it is then as it was, and the message names it and
     *     says what to do
     */
    public static void put(Path outputDirectory, String buildId, OperationRecord record) throws IOException {
        change(outputDirectory, buildId, operations -> {
            List<OperationRecord> changed = new ArrayList<>(operations);
            for (int i = 0; i < changed.size(); i++) {
                if (changed.get(i).id().equals(record.id())) {
                    changed.set(i, record);
                    return changed;
                }
            }
            changed.add(record);
            return changed;
        });
    }

    /**
     * Takes an operation out, which turned out to be none.
     *
     * @param id of its record
     * @throws IOException as {@link #put}
     */
    public static void remove(Path outputDirectory, String buildId, String id) throws IOException {
        change(outputDirectory, buildId, operations -> operations.stream()
                .filter(record -> !record.id().equals(id))
                .toList());
    }

    private static void change(Path outputDirectory, String buildId, UnaryOperator<List<OperationRecord>> change)
            throws IOException {
        Path file = file(outputDirectory);
        SummaryLock.with(file, () -> {
            List<OperationRecord> own = new ArrayList<>();
            List<Build> others = new ArrayList<>();
            for (Build build : builds(file)) {
                if (build.id().equals(buildId)) {
                    own.addAll(build.operations());
                } else if (build.mayStillRun()) {
                    others.add(build);
                }
            }
            write(file, new Build(buildId, ProcessHandle.current().pid(), change.apply(own)), others);
        });
    }

    /** Whether there is one, of whatever build. */
    public static boolean exists(Path outputDirectory) {
        return Files.exists(file(outputDirectory));
    }

    /**
     * What the builds did whose operations are in the summary: first the one that wrote it last, then those that still ran
     * at that time.
     *
     * @return nothing when there is no summary
     * @throws IOException when it cannot be read or is damaged; the message names the file and says what to do
     */
    public static List<Build> read(Path outputDirectory) throws IOException {
        return builds(file(outputDirectory));
    }

    /**
     * The operations of one build.
     *
     * @throws IOException as {@link #read}
     */
    public static List<OperationRecord> read(Path outputDirectory, String buildId) throws IOException {
        return read(outputDirectory).stream()
                .filter(build -> build.id().equals(buildId))
                .flatMap(build -> build.operations().stream())
                .toList();
    }

    /**
     * The entry of an operation that has ended.
     *
     * @param id tells it from all others
     * @param files what {@link ImportReport#write} wrote of it into the same output directory
     */
    public static OperationRecord of(String id, ImportResult result, ImportReport.Files files, Path outputDirectory) {
        Path directory = outputDirectory.toAbsolutePath().normalize();
        Path resultFile = files.result().toAbsolutePath().normalize();
        return OperationRecord.of(
                id, result, directory.relativize(resultFile).toString().replace('\\', '/'));
    }

    private static Path file(Path outputDirectory) {
        return outputDirectory.toAbsolutePath().normalize().resolve(NAME);
    }

    private static void write(Path file, Build own, List<Build> others) throws IOException {
        ReportFile.write(
                file,
                out -> JsonWriter.write(out, json -> {
                    build(own, json);
                    json.objects("otherBuilds", others, other -> build(other, json));
                }));
    }

    private static void build(Build build, JsonWriter json) throws IOException {
        json.verbatim("build", build.id());
        json.number("process", build.process());
        json.objects("operations", build.operations(), record -> SummaryEntry.write(record, json));
    }

    private static List<Build> builds(Path file) throws IOException {
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new IllegalArgumentException("it has " + size + " bytes; the limit is " + MAX_BYTES);
            }
            return builds(MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException e) {
            throw new IOException(
                    file + " is damaged or of another version of the plugin (" + firstLine(e)
                            + "); delete it or run 'mvn clean', then run the imports again",
                    e);
        } catch (IOException e) {
            throw new IOException("Cannot read " + file + ": " + e + "; check that it is a readable file", e);
        }
    }

    private static List<Build> builds(JsonNode json) {
        if (json.path("schema").asInt() != JsonWriter.SCHEMA) {
            throw new IllegalArgumentException("no schema " + JsonWriter.SCHEMA);
        }
        List<Build> builds = new ArrayList<>();
        builds.add(build(json));
        SummaryEntry.array(json, "otherBuilds").forEach(other -> builds.add(build(other)));
        return List.copyOf(builds);
    }

    private static Build build(JsonNode json) {
        List<OperationRecord> operations = new ArrayList<>();
        SummaryEntry.array(json, "operations").forEach(entry -> operations.add(SummaryEntry.read(entry)));
        return new Build(SummaryEntry.text(json, "build"), SummaryEntry.number(json, "process"), operations);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
