package io.github.solutionalm.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.solutionalm.Finding;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRecord;
import io.github.solutionalm.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code summary.json}: one entry per operation of a build, in the order in which they ended. It is what
 * {@code verify} goes by, so no entry may be lost: goals of several modules ({@code mvn -T}) and of several builds may
 * append to one file at the same time.
 */
public final class BuildSummary {

    static final String NAME = "summary.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * A summary as the file has it.
     *
     * @param build id of the build that wrote it
     * @param operations its operations
     */
    private record Content(String build, List<OperationRecord> operations) {}

    private BuildSummary() {}

    /**
     * Adds an operation. A summary of another build is replaced: a build is never let through for what an earlier one
     * did.
     *
     * @param outputDirectory the parameter of that name; made if it is not there
     * @param buildId the same for all goals of one build, and for no other build
     * @throws IOException when the file cannot be read or written; it is then as it was, and the message names it and
     *     says what to do
     */
    public static void append(Path outputDirectory, String buildId, OperationRecord record) throws IOException {
        Path file = file(outputDirectory);
        SummaryLock.with(file, () -> {
            List<OperationRecord> operations = new ArrayList<>();
            content(file)
                    .filter(content -> content.build().equals(buildId))
                    .ifPresent(content -> operations.addAll(content.operations()));
            operations.add(record);
            write(file, new Content(buildId, operations));
        });
    }

    /**
     * The operations of the build that wrote the summary last.
     *
     * @return empty when there is no summary
     * @throws IOException when it cannot be read or is damaged; the message names the file and says what to do
     */
    public static Optional<List<OperationRecord>> read(Path outputDirectory) throws IOException {
        return content(file(outputDirectory)).map(Content::operations);
    }

    /**
     * The build that wrote the summary last.
     *
     * @return its id; empty when there is no summary
     * @throws IOException as {@link #read}
     */
    public static Optional<String> build(Path outputDirectory) throws IOException {
        return content(file(outputDirectory)).map(Content::build);
    }

    /**
     * The entry of an operation.
     *
     * @param files what {@link ImportReport#write} wrote of it into the same output directory
     */
    public static OperationRecord of(ImportResult result, ImportReport.Files files, Path outputDirectory) {
        Path directory = outputDirectory.toAbsolutePath().normalize();
        Path resultFile = files.result().toAbsolutePath().normalize();
        return new OperationRecord(
                result.goal(),
                result.operation(),
                result.outcome(),
                result.environment().id(),
                result.environment().url(),
                result.file().map(PackageFile::file).orElse(""),
                result.file().map(PackageFile::sha256).orElse(""),
                result.solution(),
                result.manifest().map(manifest -> manifest.version().toString()).orElse(""),
                result.manifest().flatMap(SolutionManifest::patchOf).orElse(""),
                result.errors().stream().map(Finding::toString).toList(),
                Warnings.count(result),
                directory.relativize(resultFile).toString().replace('\\', '/'));
    }

    private static Path file(Path outputDirectory) {
        return outputDirectory.toAbsolutePath().normalize().resolve(NAME);
    }

    private static void write(Path file, Content content) throws IOException {
        WholeFile.write(
                file,
                out -> JsonWriter.write(out, json -> {
                    json.verbatim("build", content.build());
                    json.objects("operations", content.operations(), record -> SummaryEntry.write(record, json));
                }));
    }

    private static Optional<Content> content(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(content(MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8))));
        } catch (JsonProcessingException | CharacterCodingException | IllegalArgumentException e) {
            throw new IOException(
                    file + " is damaged or of another version of the plugin (" + firstLine(e)
                            + "); delete it, or run 'mvn clean', and run the imports again",
                    e);
        } catch (IOException e) {
            throw new IOException("Cannot read " + file + ": " + e + "; check that it is a readable file", e);
        }
    }

    private static Content content(JsonNode json) {
        if (json.path("schema").asInt() != JsonWriter.SCHEMA) {
            throw new IllegalArgumentException("no schema " + JsonWriter.SCHEMA);
        }
        List<OperationRecord> operations = new ArrayList<>();
        SummaryEntry.array(json, "operations").forEach(entry -> operations.add(SummaryEntry.read(entry)));
        return new Content(SummaryEntry.text(json, "build"), List.copyOf(operations));
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
