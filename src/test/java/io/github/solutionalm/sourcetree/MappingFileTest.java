package io.github.solutionalm.sourcetree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.sourcetree.Mapping.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mapping file of pac, as its documentation has it. */
class MappingFileTest {

    @TempDir
    private Path project;

    @Test
    void mapsFilesAndFoldersWithSeparatorsOfBothSystems() throws Exception {
        List<Mapping> mappings = read(
                """
                <?xml version="1.0" encoding="utf-8"?>
                <Mapping>
                  <!-- built by the solution beside -->
                  <FileToFile map="Plugins.dll" to="..\\..\\Plugins\\bin\\**\\Contoso.Plugins.dll" />
                  <FileToPath map="WebResources\\**\\*.*" to="../web/**" />
                  <Folder map="WebResources\\contoso_" to="..\\web\\" />
                </Mapping>
                """);

        assertThat(mappings)
                .containsExactly(
                        mapping(Kind.FILE_TO_FILE, "Plugins.dll", "Plugins/bin/**/Contoso.Plugins.dll", 4),
                        mapping(Kind.FILE_TO_PATH, "WebResources/**/*.*", "src/web/**", 5),
                        mapping(Kind.FOLDER, "WebResources/contoso_", "src/web", 6));
    }

    @Test
    void takesEnvironmentVariables() throws Exception {
        assertThat(read("<Mapping><FileToPath map='*.js' to='%SOURCES%\\%ARCH%\\drop'/></Mapping>"))
                .extracting(Mapping::to)
                .containsExactly("/builds/sources/x64/drop");
    }

    @Test
    void aVariableThatIsNotSetIsNamed() {
        assertThatThrownBy(() -> read("<Mapping>\n<Folder map='a' to='%NOWHERE%/b'/></Mapping>"))
                .isInstanceOf(SolutionException.class)
                .hasMessageContaining(
                        "map.xml:2: <Folder> has to=\"%NOWHERE%/b\", and the environment variable NOWHERE is not set.");
    }

    @Test
    void tellsAllMistakesAtOnceWithTheirLines() {
        assertThatThrownBy(
                        () -> read(
                                """
                        <Mapping>
                          <FileToFile map="a.dll"/>
                          <FileToFolder map="a.dll" to="b"/>
                          <Folder from="a" map="a" to="b"/>
                        </Mapping>
                        """))
                .isInstanceOf(SolutionException.class)
                .hasMessageStartingWith(
                        "Tried to read the mapping file " + project.resolve("map.xml") + " but failed because: ")
                .hasMessageContaining("map.xml:2: <FileToFile> has no to:")
                .hasMessageContaining(
                        "map.xml:3: <FileToFolder> is no mapping. There are <FileToFile>, <FileToPath>, <Folder>.")
                .hasMessageContaining("map.xml:4: <Folder> has the attribute from. It takes map and to.");
    }

    @ParameterizedTest
    @CsvSource({
        "FileToFile, *.dll,                   ../a.dll,   the name of one file is needed",
        "FileToFile, a.dll,                   ../*.dll,   it names one file",
        "FileToPath, app*.js,                 ../web,     a file name may be *.* or *.ext",
        "FileToPath, Web*/app.js,             ../web,     folders have the wildcard ** only",
        "FileToPath, a.js,                    ../w*b/x,   folders have the wildcard ** only",
        "Folder,     WebResources/**,         ../web,     a folder is named without wildcards",
        "Folder,     WebResources,            ../web/**,  a folder is named without wildcards",
        "FileToFile, ../a.dll,                ../b.dll,   that is a path within the source tree",
        "FileToFile, /src/a.dll,              ../b.dll,   that is a path within the source tree",
    })
    void refusesPatternsThatPacDoesNotTake(String kind, String map, String to, String why) {
        assertThatThrownBy(() -> read("<Mapping><" + kind + " map='" + map + "' to='" + to + "'/></Mapping>"))
                .hasMessageContaining("map.xml:1: <" + kind + "> has ")
                .hasMessageContaining(why);
    }

    @Test
    void anotherFileIsToldFromAMappingFile() {
        assertThatThrownBy(() -> read("<Project/>"))
                .hasMessageContaining("map.xml:1: it begins with <Project>, and a mapping file begins with <Mapping>.");
        assertThatThrownBy(() -> read("<Mapping>\n<Folder"))
                .hasMessageContaining("map.xml:2: it is no well-formed XML:");
        assertThatThrownBy(() -> read("<!DOCTYPE Mapping><Mapping/>")).hasMessageContaining("document type");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> MappingFile.read(project.resolve("no.xml"), project, name -> null))
                .hasMessageContaining("The mapping file " + project.resolve("no.xml") + " does not exist");
    }

    private Mapping mapping(Kind kind, String from, String to, int line) {
        return new Mapping(kind, from, project.toString().replace('\\', '/') + "/" + to, "map.xml:" + line);
    }

    private List<Mapping> read(String text) throws SolutionException, IOException {
        Path tree = Files.createDirectories(project.resolve("src/solution"));
        return MappingFile.read(
                Files.writeString(project.resolve("map.xml"), text),
                tree,
                Map.of("SOURCES", "/builds/sources", "ARCH", "x64")::get);
    }
}
