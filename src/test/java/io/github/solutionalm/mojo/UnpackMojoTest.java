package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.sourcetree.TreeCopy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages become a source tree, or are compared with one. */
class UnpackMojoTest {

    private static final String BOTH = "packages/Parcels-unmanaged.zip,packages/Parcels.zip";

    @TempDir
    private Path directory;

    @BeforeEach
    void packTree() throws Exception {
        TreeCopy.into(directory.resolve("original"));
        List<String> lines = new GoalRun("pack", directory)
                .project("pom", "parcels", "1.4.0")
                .with("sourceDirectory", new File("original"))
                .with("outputFile", new File("packages/Parcels.zip"))
                .run();
        assertThat(lines).anyMatch(line -> line.contains("packages/Parcels-unmanaged.zip, unmanaged, 5 files"));
    }

    @Test
    void onePackageBecomesATreeOfItsType() throws Exception {
        GoalRun run = new GoalRun("unpack", directory).with("file", "packages/Parcels.zip");

        assertThat(run.run())
                .contains("[INFO] Package      packages/Parcels.zip")
                .contains("[INFO] Sources      src/main/solution: 11 added, 0 changed, 0 unchanged, 0 deleted")
                .contains("[INFO]                added " + TreeCopy.SCRIPT);
        assertThat(Files.readString(directory.resolve("src/main/solution/Other/Solution.xml")))
                .contains("<Managed>1</Managed>");
    }

    @Test
    void twoPackagesBecomeATreeOfBothTypes() throws Exception {
        new GoalRun("unpack", directory).with("file", BOTH).run();

        Path tree = directory.resolve("src/main/solution");
        assertThat(Files.readString(tree.resolve("Other/Solution.xml"))).contains("<Managed>2</Managed>");
        assertThat(TreeCopy.names(tree.resolve("Entities/contoso_Parcel/FormXml/main")))
                .hasSize(2);
        assertThat(new GoalRun("unpack", directory).with("file", BOTH).run())
                .contains("[INFO] Sources      src/main/solution: 0 added, 0 changed, 12 unchanged, 0 deleted");
    }

    @Test
    void theTreeOfAPackageSaysWhatItSays() {
        GoalRun run = check();

        assertThat(run.run())
                .contains("[INFO] Sources      original, nothing written: 0 added, 0 changed, 12 unchanged, 0 stale");
        assertThat(run.failed()).isFalse();
    }

    @Test
    void aCheckFailsWithTheFilesThatDiffer() throws Exception {
        Path script = directory.resolve("original/" + TreeCopy.SCRIPT);
        TreeCopy.replace(script, "window", "Window");
        Files.delete(directory.resolve("original/" + TreeCopy.FLOW));
        Files.writeString(directory.resolve("original/WebResources/old.js"), "");

        assertThat(check().run())
                .contains("[INFO] Sources      original, nothing written: 1 added, 1 changed, 10 unchanged, 1 stale")
                .anyMatch(line -> line.startsWith("[ERROR]")
                        && line.contains("The source tree " + directory.resolve("original")
                                + " says something else than Parcels-unmanaged.zip and Parcels.zip; 3 files differ: added "
                                + TreeCopy.FLOW + ", changed " + TreeCopy.SCRIPT + ", stale WebResources/old.js."));
        assertThat(script).content().contains("Window");
    }

    @Test
    void staleFilesAreDeletedKeptOrFail() throws Exception {
        Path old = directory.resolve("original/WebResources/old.js");
        Files.writeString(old, "");

        assertThat(unpack("fail").run())
                .anyMatch(line -> line.startsWith("[ERROR]") && line.contains("WebResources/old.js"));
        assertThat(unpack("keep").run()).anyMatch(line -> line.endsWith("1 stale and kept"));
        assertThat(check().with("staleFiles", "keep").failed()).isFalse();
        assertThat(old).exists();
        assertThat(unpack("delete").run()).contains("[INFO]                deleted WebResources/old.js");
        assertThat(old).doesNotExist();
    }

    @Test
    void theVersionMayStay() throws Exception {
        Path manifest = directory.resolve("original/Other/Solution.xml");
        TreeCopy.replace(manifest, "<Version>1.4.0.0</Version>", "<Version>1.0.0.0</Version>");

        assertThat(unpack("delete").with("keepVersion", true).run()).anyMatch(line -> line.contains("0 changed"));
        assertThat(manifest).content().contains("<Version>1.0.0.0</Version>");
        assertThat(unpack("delete").run()).contains("[INFO]                changed Other/Solution.xml");
    }

    @Test
    void packagesMustBeNamedAndOfOneSolution() throws Exception {
        assertThat(new GoalRun("unpack", directory).run())
                .anyMatch(line -> line.contains("-Dsolution.file=path/to/Solution.zip"));
        assertThat(new GoalRun("unpack", directory)
                        .with("file", BOTH + ",packages/Parcels.zip")
                        .run())
                .anyMatch(line -> line.contains("solution:unpack takes one package") && line.contains("3 are given"));
        assertThat(new GoalRun("unpack", directory)
                        .with("file", "packages/Parcels.zip," + Packages.ORDERS)
                        .run())
                .anyMatch(line -> line.contains("Tried to unpack Parcels.zip and ContosoOrders_1_0_0_0_managed into "
                        + directory.resolve("src/main/solution") + " but failed because: The two packages don't belong"
                        + " together"));
    }

    private GoalRun check() {
        return new GoalRun("unpack", directory)
                .with("sourceDirectory", new File("original"))
                .with("file", BOTH)
                .with("check", true);
    }

    private GoalRun unpack(String staleFiles) {
        return new GoalRun("unpack", directory)
                .with("sourceDirectory", new File("original"))
                .with("file", BOTH)
                .with("staleFiles", staleFiles);
    }
}
