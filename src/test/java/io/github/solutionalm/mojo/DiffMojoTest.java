package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code solution:diff}: two packages, or a package and what an environment has. */
class DiffMojoTest {

    private static final Path SOLUTIONS = Path.of("src/it/quickstart/solutions").toAbsolutePath();
    private static final String BASE =
            SOLUTIONS.resolve("ContosoBase_1_0_0_0_managed").toString();
    private static final String OLD =
            SOLUTIONS.resolve("ContosoOrders_1_0_0_0_managed").toString();
    private static final String NEW =
            SOLUTIONS.resolve("ContosoOrders_2_0_0_0_managed").toString();

    @TempDir
    private Path directory;

    private GoalRun goal(String name, String file) {
        return new GoalRun(name, directory)
                .with("file", file)
                .with("environment", "jdbc:sqlite:test.db")
                .with("outputDirectory", new File("target"));
    }

    private JsonNode diff() throws Exception {
        return new ObjectMapper()
                .readTree(directory.resolve("target/ContosoOrders/diff.json").toFile());
    }

    @Test
    void oldAndNewValuesOfTwoPackages() throws Exception {
        GoalRun run = goal("diff", NEW).with("against", OLD);

        List<String> lines = run.run();

        assertThat(run.failed()).isFalse();
        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("Against      1.0.0.0 of ContosoOrders_1_0_0_0_managed"))
                .anySatisfy(line -> assertThat(line).contains("contoso_maxopenorders", "defaultvalue: 20 -> 25"));
        JsonNode variable = StreamSupport.stream(diff().path("components").spliterator(), false)
                .filter(component -> component.path("key").asText().equals("contoso_maxopenorders"))
                .findFirst()
                .orElseThrow();
        assertThat(variable.path("details").get(0).path("old").asText()).isEqualTo("20");
        assertThat(directory.resolve("test.db")).as("no environment is needed").doesNotExist();
    }

    @Test
    void samePackagesGiveTheSameBytes() throws Exception {
        goal("diff", NEW).with("against", OLD).run();
        byte[] first = Files.readAllBytes(directory.resolve("target/ContosoOrders/diff.json"));

        goal("diff", NEW).with("against", OLD).run();

        assertThat(directory.resolve("target/ContosoOrders/diff.json")).hasBinaryContent(first);
    }

    @Test
    void whatIsInstalled() throws Exception {
        goal("import", BASE + "," + OLD).run();
        GoalRun run = goal("diff", NEW);

        List<String> lines = run.run();

        assertThat(run.failed()).as("%s", lines).isFalse();
        assertThat(diff().path("against").path("version").asText()).isEqualTo("1.0.0.0");
        assertThat(diff().path("counts").path("changed").asInt()).isEqualTo(11);
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("defaultvalue: 20 -> 25"));
    }

    @Test
    void failOnChangeFailsForAnyDifferenceAndForNoneItDoesNot() throws Exception {
        GoalRun changed = goal("diff", NEW).with("against", OLD).with("failOnChange", true);
        GoalRun same = goal("diff", OLD).with("against", OLD).with("failOnChange", true);

        assertThat(changed.run())
                .anySatisfy(line -> assertThat(line).contains("failOnChange is set, and 18 components"));
        assertThat(changed.failed()).isTrue();
        assertThat(same.run()).anySatisfy(line -> assertThat(line).contains("no difference in 138 components"));
        assertThat(same.failed()).isFalse();
    }

    @Test
    void anotherSolutionIsNotCompared() throws Exception {
        GoalRun run = goal("diff", NEW).with("against", BASE);

        assertThat(run.run())
                .anySatisfy(line -> assertThat(line).contains("two solutions, ContosoOrders and ContosoBase"));
        assertThat(run.failed()).isTrue();
    }

    @Test
    void aPackageThatIsNotThere() throws Exception {
        GoalRun run = goal("diff", NEW).with("against", "gone.zip");

        assertThat(run.run()).anySatisfy(line -> assertThat(line).contains("gone.zip", "solution.against"));
        assertThat(run.failed()).isTrue();
    }
}
