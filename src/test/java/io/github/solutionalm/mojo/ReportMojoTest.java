package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of what goals have written: each makes it at its end, and {@code report} makes it of several. */
class ReportMojoTest {

    @TempDir
    private Path directory;

    private Path page(String folder) {
        return directory.resolve(folder).resolve("report.html");
    }

    @Test
    void aGoalThatWritesFilesMakesThePage() throws Exception {
        GoalRun inspect = inspect("out");

        assertThat(inspect.failed()).isFalse();
        assertThat(page("out")).content().contains("Inspection of 1 package");
    }

    @Test
    void soDoesAGoalThatFails() throws Exception {
        GoalRun gated = new GoalRun("import", directory)
                .with("file", Packages.PICKING.toString())
                .with("environment", "jdbc:sqlite:new.db")
                .with("outputDirectory", new File("out"))
                .with("requireInstalled", true)
                .with("requireEnvironment", false);
        List<String> lines = gated.run();

        assertThat(gated.failed()).as("%s", lines).isTrue();
        assertThat(page("out")).content().contains("<h1>An import failed</h1>", "Errors (1)");
    }

    @Test
    void aPageThatCanNotBeWrittenIsAWarning() throws Exception {
        Files.createDirectories(page("out").resolve("in the way"));

        GoalRun inspect = new GoalRun("inspect", directory)
                .with("file", Packages.PICKING.toString())
                .with("outputDirectory", new File("out"));
        List<String> lines = inspect.run();

        assertThat(inspect.failed()).isFalse();
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("The report out/report.html is not made, and nothing else is affected: Cannot write ")
                .contains("a directory is in its place"));
    }

    @Test
    void aGoalThatWritesNothingMakesNoPage() throws Exception {
        new GoalRun("settings", directory)
                .with("file", Packages.PICKING.toString())
                .with("outputDirectory", new File("out"))
                .run();

        assertThat(page("out")).doesNotExist();
    }

    @Test
    void severalFoldersAreOnePage() throws Exception {
        inspect("a");
        inspect("b");
        GoalRun report = new GoalRun("report", directory)
                .with("reportDirectories", List.of(new File("a"), new File("b")))
                .with("reportFile", new File("all.html"));
        List<String> lines = report.run();

        assertThat(lines).contains("[INFO] Report       all.html");
        assertThat(directory.resolve("all.html"))
                .content()
                .contains("a: Inspection of 1 package", "b: Inspection of 1 package");
    }

    @Test
    void itIsMadeAnewFromTheFiles() throws Exception {
        inspect("out");
        String before = Files.readString(page("out"));
        Files.delete(page("out"));

        new GoalRun("report", directory)
                .with("outputDirectory", new File("out"))
                .run();

        assertThat(page("out")).content().isEqualTo(before);
    }

    @Test
    void nothingToShowIsAnError() throws Exception {
        List<String> lines = new GoalRun("report", directory)
                .with("outputDirectory", new File("out"))
                .run();

        assertThat(lines).anySatisfy(line -> assertThat(line)
                .contains("Tried to make a report but failed because: there are no JSON files of this plugin in out."));
    }

    @Test
    void aFolderThatIsNotThereIsAnError() throws Exception {
        List<String> lines = new GoalRun("report", directory)
                .with("reportDirectories", List.of(new File("missing")))
                .run();

        assertThat(lines)
                .anySatisfy(line -> assertThat(line).contains("of reportDirectories does not exist. Correct the path"));
    }

    private GoalRun inspect(String folder) throws IOException {
        GoalRun inspect = new GoalRun("inspect", directory)
                .with("file", Packages.PICKING.toString())
                .with("outputDirectory", new File(folder));
        inspect.run();
        return inspect;
    }
}
