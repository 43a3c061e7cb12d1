package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.RefusalException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is named as a package and is none is refused with what it is, and the way to the one that was meant. */
class NoPackageTest {

    private static final String TREE = "Other/Solution.xml Other/Customizations.xml Entities/Account/Entity.xml ";

    @TempDir
    private Path directory;

    /** {@code /} stands for the temporary folder; the files are separated by blanks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // source trees, with the level that was named
                "sp         | sp/src/ | it is a source tree | Name that folder as the package, with <file> or -Dsolution.file=/sp/src,",
                "sp/src     | sp/src/ | Other/Solution.xml in /sp/src. | with solution:pack, or in a module of the packaging 'solution'.",
                "sp/src/Other | sp/src/ | it is a source tree | -Dsolution.file=/sp/src,",
                "sp/src/Entities | sp/src/ | it is a source tree | -Dsolution.file=/sp/src,",
                "sp/src/Entities/Account/Entity.xml | sp/src/ | The file is not a solution package: it is in a"
                        + " source tree | -Dsolution.file=/sp/src,",
                "sp/src/Other/Solution.xml | sp/src/ | it is in a source tree | -Dsolution.file=/sp/src,",
                "s p        | s p/ | it is a source tree | -Dsolution.file=\"/s p\",",
            })
    void aSourceTreeIsNamedItself(String named, String tree, String what, String todo) throws Exception {
        folder(tree, TREE);

        refuses(named, what, todo);
    }

    @ParameterizedTest
    @CsvSource({"sp", "sp/src", "sp/src/Other/Solution.xml", "sp/src/Resources"})
    void aSourceTreeWithoutItsTextsIsNotPackedHere(String named) throws Exception {
        folder("sp/src/", TREE + "Resources/template_resources.resx Resources/resources.1031.resx");

        refuses(
                named,
                "to /sp/src/Resources/resources.1031.resx (and 1 more): nothing here",
                "--localize --folder /sp/src");
    }

    @ParameterizedTest
    @CsvSource({"repo/My", "repo/My/src", "repo/My/src/Other", "repo/My/My.cdsproj"})
    void aSolutionProjectIsToBeBuilt(String named) throws Exception {
        folder("repo/My/src/", TREE);
        folder("repo/My/", "My.cdsproj");

        refuses(named, " a solution project, /repo/My/My.cdsproj", "'dotnet build /repo/My/My.cdsproj'");
        refuses(
                named,
                "refers to no plug-ins and controls",
                "its source tree is enough: name /repo/My/src as the package.");
    }

    @Test
    void whatAnEarlierBuildLeftIsNamed() throws Exception {
        folder("My/", "My.cdsproj bin/Debug/My.zip");

        refuses("My", "it is a solution project", "; an earlier build left /My/bin/Debug/My.zip.");
        refuses("My/bin/Debug", "It holds My.zip", "name /My/bin/Debug/My.zip.");
    }

    @ParameterizedTest
    @CsvSource({"git", "git/solutions", "git/solutions/Acme", "git/solutions/Acme/solution.yml", "git/entities"})
    void sourcesOfTheGitIntegration(String named) throws Exception {
        folder("git/", "solutions/Acme/solution.yml publishers/acme/publisher.yml entities/account/entity.yml");

        refuses(named, "written by the Git integration, with solutions/…/solution.yml in /git.", "--folder /git");
        refuses(named, "These are not packed here; those with Other/Solution.xml are.", "Export the solution");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A.zip | r-main/src/Other/Solution.xml | it is a source tree | Unzip it first. Name that folder as the package, with <file> or -Dsolution.file=r-main/src,",
                "A.zip | r/src/Other/Solution.xml r/src/Resources/a.resx | texts were taken out of it, to r/src/Resources/a.resx | --localize --folder r/src",
                "A.zip | Other/Solution.xml Resources/a.resx | texts were taken out of it, to Resources/a.resx | --localize --folder .",
                "A.zip | Other/Solution.xml Controls/Resources/a.resx | it is a source tree | Unzip it first.",
                "A.zip | My/My.cdsproj My/src/Other/Solution.xml | it is a solution project, My/My.cdsproj | 'dotnet build My/My.cdsproj'",
                "A.zip | solutions/A/solution.yml | Git integration | Unzip it first.",
                "MyApp.msapp | Header.json Properties.json Controls/1.json | it is a canvas app (.msapp) | Add the app to a solution",
                "A.zip | CanvasManifest.json Src/App.fx.yaml | sources of a canvas app, without a solution. They are not built here | Add the app to a solution",
                "A.zip | manifest.json Microsoft.Flow/flows/manifest.json | it is an exported flow | Add the flow to a solution",
                "A.zip | manifest.json Microsoft.PowerApps/apps/1/a.json | exported canvas app | Add the app to a solution",
                "A.zip | data.xml data_schema.xml [Content_Types].xml | Configuration Migration tool | 'pac data import --data /A.zip'",
                "A.pdpkg.zip | A.dll x/y | package of the Package Deployer | 'pac package deploy --package /A.pdpkg.zip'",
                "A.zip | ImportConfig.xml One.zip | Package Deployer (it holds One.zip) | Take the solutions out",
                "A.zip | A.dll PkgFolder/ImportConfig.xml PkgFolder/One.zip | Package Deployer (it holds PkgFolder/One.zip) | in the order of ImportConfig.xml",
                "A.zip | input.xml [Content_Types].xml package.dll | Marketplace (AppSource) package | Package Deployer",
                "A.zip | CrmTranslations.xml [Content_Types].xml | exported translations | Import the translations",
                "A.pbix | DataModel Version Report/Layout [Content_Types].xml | Power BI report | Publish it",
                "A.nupkg | A.nuspec [Content_Types].xml lib/net462/A.dll | NuGet package (.nupkg) | Add the plug-in package",
                "A.appx | AppxManifest.xml [Content_Types].xml | Windows app package | Name the solution's .zip",
                "A.xlsx | [Content_Types].xml xl/workbook.xml | Office document | Name the solution's .zip",
                "A.zip | manifest.json color.png outline.png | Teams | Teams admin center",
                "A.jar | META-INF/MANIFEST.MF a/B.class | Java archive | such as the artifact of type zip",
                "A.zip | A.dll B.dll | it holds assemblies (it holds A.dll, B.dll) | registers them",
                "A.zip | drop/One_managed.zip | It holds drop/One_managed.zip | take it out and name it",
                "A.zip | One/solution.xml Two/solution.xml | it holds 2 unzipped packages, in the folders One, Two | name each",
                "A.zip | solution.xml customizations.xml | it is part of one, but has no [Content_Types].xml | brackets",
                "A.zip | solution.xml [Content_Types].xml | no customizations.xml | Export it again.",
                "A.zip | readme.md | it has no solution.xml, no customizations.xml, no [Content_Types].xml at its root | Name the .zip or .cab",
            })
    void archives(String named, String entries, String what, String todo) throws Exception {
        zip(named, entries);

        refuses(named, what, todo);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p/in | p/in/solution.xml p/in/customizations.xml p/in/[Content_Types].xml p/in/Workflows/a.json p/b | p/in/Workflows | part of the unzipped package /p/in | Name that folder as the package.",
                "deep | in/solution.xml in/customizations.xml in/[Content_Types].xml | in/customizations.xml | part of the unzipped package /in | Name that folder",
                "high | p/in/solution.xml | p | is in the folder in | Name that folder as the package.",
                "zips | out/One.zip out/readme.md | out | It holds One.zip | If that is the solution, name /out/One.zip.",
                "site | site/website.yml | site | Power Pages site | 'pac pages upload --path /site'",
                "pcf  | pcf/A.pcfproj pcf/A/ControlManifest.Input.xml | pcf | code component | 'pac solution init'",
                "none | none/a.txt | none | it has no solution.xml | Name the .zip or .cab",
            })
    void folders(String story, String files, String named, String what, String todo) throws Exception {
        folder("", files);

        refuses(named, what, todo);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solution.xml | <ImportExportXml><SolutionManifest/></ImportExportXml> | manifest of a solution (solution.xml) alone | Name the exported .zip",
                "customizations.xml | <ImportExportXml><Entities/></ImportExportXml> | (customizations.xml) alone | Name the exported .zip",
                "schema.xml | <entities><entity name='account'/></entities> | Configuration Migration tool | 'pac data import'",
                "data.xml | <?xml version='1.0'?><!-- <a> --><entities><entity/></entities> | Configuration Migration tool | 'pac data import'",
                "ImportConfig.xml | <configdatastorage/> | Package Deployer | that it lists",
                "manifest.xml | <OfficeApp><Id/></OfficeApp> | Office add-in | admin center",
                "A.dll | MZ | it is an assembly (.dll) | the solution that registers it",
                "setup.exe | MZ | a Windows program | Run it",
                "settings.json | {\"EnvironmentVariables\":[]} | deployment settings | <deploymentSettingsFile>",
                "flow.json | {\"$schema\":\"https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/w.json\"} | definition of a flow | Add the flow to a solution",
                "other.json | {} | a JSON file | Name the solution's .zip",
                "page.zip | <!DOCTYPE html><p>Sign in | an HTML page | Download it again",
                "x.db | SQLite format 3 | an SQLite database | Name that as the environment",
                "x.rar | Rar! | a RAR archive | Unpack it",
            })
    void files(String named, String content, String what, String todo) throws Exception {
        Files.writeString(directory.resolve(named), content);

        refuses(named, what, todo);
    }

    /** Saved by Windows tools, as the documentation of Package Deployer shows it. */
    @Test
    void anXmlFileInUtf16() throws Exception {
        Files.write(
                directory.resolve("ImportConfig.xml"),
                "\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\"?><configdatastorage/>"
                        .getBytes(StandardCharsets.UTF_16LE));

        refuses("ImportConfig.xml", "Package Deployer", "in its order");
    }

    @Test
    void whatIsWrongWithTheFileItselfComesBeforeWhereItLies() throws Exception {
        folder("sp/", TREE);
        Files.writeString(directory.resolve("sp/X.zip"), "version https://git-lfs.github.com/spec/v1\n");
        Files.createFile(directory.resolve("sp/empty.zip"));

        refuses("sp/X.zip", "a Git LFS pointer", "Run \"git lfs pull\".");
        refuses("sp/empty.zip", "an empty file", "again.");
    }

    @Test
    void aBrokenDownload() throws Exception {
        byte[] whole = Files.readAllBytes(zip("X.zip", "solution.xml"));
        Files.write(directory.resolve("X.zip"), Arrays.copyOf(whole, whole.length - 10));

        refuses("X.zip", "X.zip is damaged or cut off", "Export or download it again.");
    }

    @Test
    void anEmptyArchiveOrFolder() throws Exception {
        zip("X.zip", "");
        Files.createDirectory(directory.resolve("none"));

        refuses("X.zip", "it is empty", "Export or download the package again.");
        refuses("none", "it is empty", "Export or download the package again.");
    }

    @Test
    void aZipOfAFolderIsToBeMadeOfItsContent() throws Exception {
        zip("X.zip", "inner/solution.xml");

        refuses(
                "X.zip",
                "The package is in the folder inner.",
                "Zip the content of that folder, not the folder itself.");
    }

    /** Repositories have them, and they are no reason to say nothing of the sources. */
    @Test
    void linksThatLeaveTheFolderDoNotHideWhatItIs() throws Exception {
        folder("sp/", TREE);
        Files.createSymbolicLink(directory.resolve("sp/link"), directory);

        refuses("sp", "it is a source tree", "-Dsolution.file=/sp,");
    }

    /** Older versions of the tools leave all root files there. */
    @Test
    void theFolderOtherIsNoPackageEvenWhenItHasAllRootFiles() throws Exception {
        folder("sp/", TREE + "Other/[Content_Types].xml");

        refuses("sp/Other", "it is a source tree", "-Dsolution.file=/sp,");
    }

    @Test
    void aPathIsNamedWithoutDetours() throws Exception {
        folder("sp/", TREE);

        refuses("sp/../sp/.", "it is a source tree", "-Dsolution.file=/sp,");
    }

    /** A folder of build results may lie among sources. */
    @Test
    void anUnzippedPackageAmongSourcesIsOne() throws Exception {
        folder("sp/", TREE + "out/solution.xml out/customizations.xml");

        refuses("sp/out", "it is part of one, but has no [Content_Types].xml", "Export it again");
    }

    private void folder(String root, String files) throws IOException {
        for (String file : files.strip().split(" ")) {
            Path path = directory.resolve(root + file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "<a/>");
        }
    }

    private Path zip(String name, String entries) throws IOException {
        Path zip = directory.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String entry : entries == null || entries.isEmpty() ? new String[0] : entries.split(" ")) {
                out.putNextEntry(new ZipEntry(entry));
            }
        }
        return zip;
    }

    private void refuses(String named, String what, String todo) {
        assertThatThrownBy(() -> OpenedPackage.open(directory.resolve(named), Optional.empty())
                        .close())
                .isInstanceOf(RefusalException.class)
                .satisfies(e -> assertThat(e.getMessage().replace(directory.toString(), ""))
                        .startsWith("0x80048060 ")
                        .contains(what)
                        .contains(todo)
                        .endsWith(".")
                        .doesNotContain("..", "\n"));
    }
}
