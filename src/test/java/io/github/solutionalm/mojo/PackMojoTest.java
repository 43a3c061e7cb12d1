package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.sources.MappingParameter;
import io.github.solutionalm.mojo.sources.MappingsParameter;
import io.github.solutionalm.packaging.PackageInspector;
import io.github.solutionalm.sourcetree.TreeCopy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project packs its source tree. */
class PackMojoTest {

    @TempDir
    private Path directory;

    private Path tree;

    @BeforeEach
    void copyTree() throws Exception {
        tree = TreeCopy.into(directory.resolve("src/main/solution"));
    }

    @Test
    void aSolutionProjectHasTheManagedPackageAsItsArtifact() {
        GoalRun run = solution("2.1.0");

        assertThat(run.run())
                .contains("[INFO] Sources      src/main/solution, ContosoParcels, managed and unmanaged")
                .contains("[INFO] Version      2.1.0.0 (POM version 2.1.0; the source tree says 1.4.0.0)")
                .contains("[INFO] Package      target/parcels-2.1.0.zip, managed, 5 files; the main artifact")
                .contains("[INFO] Package      target/parcels-2.1.0-unmanaged.zip, unmanaged, 5 files; attached with"
                        + " classifier unmanaged");
        assertThat(run.mainArtifact()).contains(directory.resolve("target/parcels-2.1.0.zip"));
        assertThat(run.attached()).containsExactly("zip unmanaged parcels-2.1.0-unmanaged.zip");
        assertThat(inspected("target/parcels-2.1.0.zip")).isEqualTo("2.1.0.0 true");
        assertThat(inspected("target/parcels-2.1.0-unmanaged.zip")).isEqualTo("2.1.0.0 false");
    }

    @Test
    void anUnmanagedTreeHasTheUnmanagedPackageAsItsArtifact() throws Exception {
        ofType(0);
        GoalRun run = solution("2.1.0");

        assertThat(run.run())
                .contains("[INFO] Package      target/parcels-2.1.0.zip, unmanaged, 5 files; the main artifact");
        assertThat(run.attached()).isEmpty();
    }

    @Test
    void anotherProjectGetsEachPackageWithItsClassifier() {
        GoalRun run = new GoalRun("pack", directory).project("pom", "parcels", "2.1.0");

        assertThat(run.run())
                .contains(
                        "[INFO] Package      target/parcels-2.1.0.zip, managed, 5 files; attached with classifier managed");
        assertThat(run.mainArtifact()).isEmpty();
        assertThat(run.attached())
                .containsExactly("zip managed parcels-2.1.0.zip", "zip unmanaged parcels-2.1.0-unmanaged.zip");
    }

    @Test
    void withoutAProjectTheTreeHasTheVersionAndThePackageItsName() {
        GoalRun run = GoalRun.withoutProject("pack", directory).with("packageType", "managed");

        assertThat(run.run())
                .contains("[INFO] Version      1.4.0.0 (of the source tree)")
                .contains("[INFO] Package      target/ContosoParcels_1_4_0_0_managed.zip, managed, 5 files");
    }

    @Test
    void unchangedSourcesAreNotPackedAgain() {
        GoalRun run = solution("2.1.0");
        run.run();

        assertThat(run.then("pack").run())
                .contains("[INFO] Package      target/parcels-2.1.0.zip, managed, is up to date; the main artifact");
        assertThat(run.attached()).containsExactly("zip unmanaged parcels-2.1.0-unmanaged.zip");
    }

    @Test
    void theOutputFileMayBeNamed() {
        solution("2.1.0").with("outputFile", new File("out/Parcels.zip")).run();

        assertThat(directory.resolve("out/Parcels.zip")).exists();
        assertThat(directory.resolve("out/Parcels-unmanaged.zip")).exists();
    }

    @Test
    void aSecondSolutionNeedsAModuleOfItsOwn() {
        GoalRun run = solution("2.1.0");
        run.run();

        assertThat(run.then("pack")
                        .with("outputFile", new File("target/other.zip"))
                        .run())
                .anyMatch(line -> line.startsWith("[ERROR]")
                        && line.contains("The project has a main artifact already, "
                                + directory.resolve("target/parcels-2.1.0.zip"))
                        && line.contains("Pack each solution in a module of its own."));
    }

    // Versions

    @Test
    void aSnapshotAboveItsReleaseIsWarnedOf() {
        List<String> lines =
                solution("2.1.0-SNAPSHOT").with("buildNumber", "57").run();

        assertThat(lines)
                .contains(
                        "[INFO] Version      2.1.0.57 (POM version 2.1.0-SNAPSHOT, build number 57; the source tree says"
                                + " 1.4.0.0)")
                .anyMatch(
                        line -> line.startsWith("[WARNING] This snapshot has the version 2.1.0.57, which is higher than"
                                + " 2.1.0.0, the version that its release gets without a build number."));
    }

    @Test
    void aQualifierIsRefusedWithTheParameterThatHelps() {
        assertThat(solution("2.1.0-rc1").run())
                .anyMatch(line -> line.contains("The POM version 2.1.0-rc1 can't be the version of a solution")
                        && line.contains("-Dsolution.solutionVersion=2.1.0"));
        assertThat(solution("2.1.0-rc1").with("solutionVersion", "2.1.0").run())
                .contains("[INFO] Version      2.1.0.0 (solutionVersion 2.1.0; the source tree says 1.4.0.0)");
    }

    @Test
    void aMismatchIsReplacedKeptOrFails() {
        assertThat(solution("2.1.0").with("versionMismatch", "keep").run())
                .contains("[INFO] Version      1.4.0.0 (of the source tree)");
        assertThat(inspected("target/parcels-2.1.0.zip")).isEqualTo("1.4.0.0 true");
        assertThat(solution("2.1.0").with("versionMismatch", "fail").run())
                .anyMatch(line -> line.contains("The source tree " + tree
                        + " has the version 1.4.0.0, and the build 2.1.0.0 (POM version 2.1.0). Make the two equal"));
        assertThat(solution("1.4.0").with("versionMismatch", "fail").run())
                .contains("[INFO] Version      1.4.0.0 (POM version 1.4.0)");
    }

    @Test
    void whatCannotBothHoldIsTold() {
        assertThat(solution("2.1.0")
                        .with("versionMismatch", "keep")
                        .with("buildNumber", "1")
                        .run())
                .anyMatch(line -> line.contains("versionMismatch=keep packs the version of the source tree, 1.4.0.0, so"
                        + " buildNumber has no effect."));
        assertThat(GoalRun.withoutProject("pack", directory)
                        .with("buildNumber", "1")
                        .run())
                .anyMatch(line -> line.contains("-Dsolution.solutionVersion=2.1.0; the source tree says 1.4.0.0"));
    }

    // Package types

    @Test
    void aTypeThatTheTreeDoesNotHoldIsRefused() throws Exception {
        ofType(0);

        assertThat(solution("2.1.0").with("packageType", "managed").run())
                .anyMatch(line -> line.contains("holds the sources of the unmanaged package only")
                        && line.contains("-Dsolution.packageType=unmanaged"));
        assertThat(directory.resolve("target/parcels-2.1.0.zip")).doesNotExist();
    }

    // Mappings

    @Test
    void mappingsOfThePomTakeBuiltFiles() throws Exception {
        Files.delete(tree.resolve(TreeCopy.SCRIPT));
        Files.writeString(directory.resolve("parcel.js"), "built");
        MappingsParameter mappings = new MappingsParameter();
        mappings.addFileToFile(mapping("WebResources\\contoso_\\scripts\\parcel.js", "parcel.js"));

        GoalRun run = solution("2.1.0").with("mappings", mappings);

        assertThat(run.run()).anyMatch(line -> line.endsWith("managed, 5 files; the main artifact"));
    }

    @Test
    void aMappingFileStartsInTheTree() throws Exception {
        Files.delete(tree.resolve(TreeCopy.SCRIPT));
        Files.writeString(Files.createDirectories(directory.resolve("web/dist")).resolve("parcel.js"), "built");
        Files.writeString(
                directory.resolve("map.xml"),
                "<Mapping><FileToPath map='WebResources\\**\\*.js' to='..\\..\\..\\web\\**'/></Mapping>");

        assertThat(solution("2.1.0").with("mapFile", new File("map.xml")).run())
                .anyMatch(line -> line.endsWith("managed, 5 files; the main artifact"));
    }

    @Test
    void aMappingThatFindsNoFileNamesWhereItLooked() throws Exception {
        MappingsParameter mappings = new MappingsParameter();
        mappings.addFileToFile(mapping("parcel.js", "../scripts/dist/parcel.js"));

        assertThat(solution("2.1.0").with("mappings", mappings).run())
                .anyMatch(line -> line.contains("number 1 of <mappings>")
                        && line.contains(directory
                                .resolveSibling("scripts/dist/parcel.js")
                                .toString()));
    }

    @Test
    void aMappingWithoutTargetIsNamed() throws Exception {
        MappingsParameter mappings = new MappingsParameter();
        mappings.addFolder(mapping("WebResources", null));

        assertThat(solution("2.1.0").with("mappings", mappings).run())
                .anyMatch(line -> line.contains(
                        "Tried to read <mappings> but failed because: number 1 of <mappings>: <Folder> has no to"));
    }

    // Trees

    @Test
    void allThatIsWrongWithATreeIsToldAndNoPackageWritten() throws Exception {
        Files.delete(tree.resolve(TreeCopy.SCRIPT));
        Files.delete(tree.resolve(TreeCopy.FLOW));

        List<String> lines = solution("2.1.0").run();

        assertThat(String.join("\n", lines))
                .contains("Tried to pack the source tree " + tree + " but failed because: ")
                .contains(TreeCopy.SCRIPT)
                .contains(TreeCopy.FLOW);
        assertThat(lines).filteredOn(line -> line.contains("Error  ")).hasSize(2);
        assertThat(directory.resolve("target/parcels-2.1.0.zip")).doesNotExist();
    }

    @Test
    void noTreeSaysWhereItLooked() {
        assertThat(solution("2.1.0")
                        .with("sourceDirectory", new File("sources"))
                        .run())
                .anyMatch(line ->
                        line.contains("The source directory " + directory.resolve("sources") + " does not exist"));
    }

    // Source trees where packages are named

    @Test
    void everyGoalTakesASourceTree() {
        GoalRun run = new GoalRun("inspect", directory).with("file", "src/main/solution");

        assertThat(run.run())
                .contains("[INFO] Packed       src/main/solution into"
                        + " target/solution/packed/ContosoParcels_1_4_0_0_managed.zip, managed, 5 files")
                .contains("[INFO] Solution     Contoso Parcels (ContosoParcels) 1.4.0.0, managed, publisher Contoso"
                        + " (contoso)");
        assertThat(run.then("import").with("file", "src/main/solution").run())
                .anyMatch(line -> line.startsWith("[INFO] Packed ") && line.endsWith("managed, is up to date"))
                .anyMatch(line -> line.startsWith("[INFO] Result       INSTALLED"));
    }

    @Test
    void aSourceTreeThatCannotBePackedFailsTheGoal() throws Exception {
        Files.delete(tree.resolve(TreeCopy.SCRIPT));

        assertThat(new GoalRun("plan", directory)
                        .with("file", "src/main/solution")
                        .run())
                .anyMatch(line -> line.startsWith("[ERROR]")
                        && line.contains("Tried to pack the source tree " + tree + " but failed because: "));
    }

    private GoalRun solution(String version) {
        return new GoalRun("pack", directory).project("solution", "parcels", version);
    }

    private void ofType(int managed) throws Exception {
        TreeCopy.replace(tree.resolve(TreeCopy.MANIFEST), "<Managed>2</Managed>", "<Managed>" + managed + "</Managed>");
        for (String form : TreeCopy.names(tree.resolve("Entities/contoso_Parcel/FormXml/main"))) {
            if (form.endsWith("_managed.xml")) {
                Files.delete(
                        tree.resolve("Entities/contoso_Parcel/FormXml/main").resolve(form));
            }
        }
    }

    private static MappingParameter mapping(String map, String to) throws Exception {
        MappingParameter mapping = new MappingParameter();
        MojoExtension.setVariableValueToObject(mapping, "map", map);
        MojoExtension.setVariableValueToObject(mapping, "to", to);
        return mapping;
    }

    private String inspected(String file) {
        try {
            var manifest = PackageInspector.inspect(directory.resolve(file), Optional.empty())
                    .manifest();
            return manifest.version() + " " + manifest.managed();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
