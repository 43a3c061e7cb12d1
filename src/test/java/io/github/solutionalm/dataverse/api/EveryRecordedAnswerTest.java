package io.github.solutionalm.dataverse.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.server.Recorded;
import io.github.solutionalm.embedded.ProvidedSolutionsTest;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.packaging.OpenedPackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever was recorded of a real environment is read by what reads it in a build. A file that nothing here reads fails: it
 * would be evidence that nobody looks at.
 */
class EveryRecordedAnswerTest {
    @TempDir
    private static Path spool;

    private static final UUID ID = UUID.randomUUID();

    /** Reads a file as a build would, and looks at what came of it. */
    private interface Reader {
        void read(Path file) throws Exception;
    }

    private static final Map<String, Reader> READERS = Map.of(
            "README.md",
            file -> assertThat(file).isNotEmptyFile(),
            "TerraformTestSolution_Complex_1_1_0_0.zip",
            file -> {
                try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
                    assertThat(opened.manifest().uniqueName()).isEqualTo("TerraformTestSolution");
                }
            },
            "built-in-solutions.json",
            file -> assertThat(ProvidedSolutionsTest.missing(file)).isEmpty(),
            "get_async_operations.json",
            file -> assertThat(new ReadSystemJob(ID).read(answer(file)).succeeded())
                    .isTrue(),
            "get_solution.json",
            file -> assertThat(new ObjectMapper().readTree(file.toFile()).path("value"))
                    .isNotEmpty()
                    .allSatisfy(
                            row -> assertThat(SolutionRow.of(row).uniqueName()).isNotBlank()),
            "get_solution_import_result.json",
            file -> {
                Path log = new RetrieveSolutionImportResult(ID, spool)
                        .read(answer(file))
                        .log()
                        .orElseThrow();
                assertThat(FormattedLog.read(log)).isNotEmpty();
                Files.delete(log);
            },
            "import-log-formatted.xml",
            file -> assertThat(FormattedLog.read(file)).isNotEmpty(),
            "post_import_solution_async.json",
            file -> assertThat(Started.importJob(answer(file)).operation()).isPresent(),
            "post_stage_solution.json",
            file -> assertThat(new StageSolution("x", Path.of("x.zip"))
                            .read(answer(file))
                            .upload())
                    .isNotBlank(),
            "stagesolution-missing-documented.json",
            file -> assertThat(new StageSolution("x", Path.of("x.zip"))
                            .read(answer(file))
                            .missing())
                    .singleElement()
                    .satisfies(missing -> {
                        assertThat(missing.required().key())
                                .extracting(ComponentKey::type)
                                .isEqualTo(ComponentType.ENTITY);
                        assertThat(missing.required().solution())
                                .hasValueSatisfying(solution ->
                                        assertThat(solution.toString()).endsWith("(1.2.0.0)"));
                    }));

    @TestFactory
    Stream<DynamicTest> isRead() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Recorded recorded : Recorded.all().toList()) {
            try (Stream<Path> all = Files.walk(recorded.folder())) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                    Reader reader = READERS.get(file.getFileName().toString());
                    assertThat(reader).as("what reads " + file).isNotNull();
                    reader.read(file);
                }));
    }

    private static Answer answer(Path file) throws IOException {
        return new Answer(
                200, HttpHeaders.of(Map.of(), (a, b) -> true), new ByteArrayInputStream(Files.readAllBytes(file)));
    }
}
