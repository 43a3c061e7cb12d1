package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is named as a source tree and is none is told what it is, and which folder or goal fits. */
class NoSourceTreeTest {

    private static final String TREE = "Other/Solution.xml Other/Customizations.xml Entities/Account/Entity.xml ";

    @TempDir
    private Path directory;

    /** {@code /} stands for the temporary folder; the files are separated by blanks. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sp        | sp/src/Other/Solution.xml | /sp is no source tree: Other/Solution.xml is in /sp/src. Name that folder.",
                "sp/src/Other | sp/src/Other/Solution.xml | Other/Solution.xml is in /sp/src. Name that folder.",
                "sp/src/Entities | sp/src/Other/Solution.xml sp/src/Entities/a/Entity.xml | in /sp/src. Name that folder.",
                "sp/src/other/solution.xml | sp/src/other/solution.xml | it is a file of one. Other/Solution.xml is in /sp/src.",
                "repo      | repo/a/Other/Solution.xml repo/b/Other/Solution.xml | it holds 2 source trees, /repo/a, /repo/b. Name one of these folders.",
                "repo      | repo/a/Other/Solution.xml repo/b/Other/Solution.xml repo/c/Other/Solution.xml repo/d/Other/Solution.xml | 4 source trees, /repo/a, /repo/b, /repo/c, …. Name",
                "My        | My/My.cdsproj My/src/Other/Solution.xml | in /My/src. Name that folder. Plug-ins and controls that the solution project /My/My.cdsproj refers to are built by 'dotnet build' alone.",
                "My/My.cdsproj | My/My.cdsproj My/src/Other/Solution.xml | it is a solution project. Other/Solution.xml is in /My/src. Name that folder. Plug-ins",
                "My/My.cdsproj | My/My.cdsproj | it is a file. A source tree has Other/Solution.xml",
                "git       | git/solutions/A/solution.yml | written by the Git integration, with solutions/…/solution.yml in /git. These are not packed here. Export",
                "p         | p/solution.xml p/customizations.xml p/[Content_Types].xml | it is an unzipped package. Name it as a package, or make a source tree of it with solution:unpack.",
                "half      | half/Other/Customizations.xml | it has Other/Customizations.xml, but no Other/Solution.xml. Restore",
                "pcf       | pcf/A.pcfproj | it is the project of a code component (.pcfproj). A source tree has",
                "app       | app/CanvasManifest.json | it is the sources of a canvas app, without a solution. They are not built here. A source tree has",
                "deployer  | deployer/PkgAssets/ImportConfig.xml | it is a package of the Package Deployer. A source tree has",
                "data      | data/data.xml data/data_schema.xml | it is data of the Configuration Migration tool",
                "other     | other/readme.md | it has no Other/Solution.xml. A source tree has Other/Solution.xml; solution:unpack and",
                "a.txt     | a.txt | /a.txt is no source tree: it is a file. A source tree has",
                "absent    | a.txt | There is no folder /absent. A source tree has",
            })
    void isToldWhatItIs(String named, String files, String text) throws Exception {
        files(files);

        assertThat(explanation(named)).contains(text).endsWith(".").doesNotContain("..");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A.zip   | solution.xml customizations.xml [Content_Types].xml | it is a package. Name it as a package, or make",
                "A.msapp | Header.json Properties.json | it is a canvas app (.msapp) without a solution. A source tree has",
                "A.zip   | src/Other/Solution.xml | it is a source tree of SolutionPackager",
                "A.zip   | a.txt | it is a file. A source tree has",
            })
    void anArchiveToo(String named, String entries, String text) throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(directory.resolve(named)))) {
            for (String entry : entries.split(" ")) {
                out.putNextEntry(new ZipEntry(entry));
            }
        }

        assertThat(explanation(named)).contains(text).endsWith(".");
    }

    @Test
    void anEmptyFolder() throws Exception {
        Files.createDirectory(directory.resolve("none"));

        assertThat(explanation("none")).startsWith("/none is no source tree: it is empty. A source tree has");
    }

    @Test
    void linksThatLeaveTheFolderDoNotHideWhatItIs() throws Exception {
        files("sp/src/Other/Solution.xml");
        Files.createSymbolicLink(directory.resolve("sp/link"), directory);

        assertThat(explanation("sp")).endsWith("Other/Solution.xml is in /sp/src. Name that folder.");
    }

    @Test
    void aTreeWithoutItsTexts() throws Exception {
        files(TREE.strip().replaceAll("(?<=^| )", "sp/"));
        assertThat(NoSourceTree.withoutTexts(directory.resolve("sp"))).isEmpty();

        files("sp/Resources/readme.txt sp/Resources/template_resources.resx");
        assertThat(NoSourceTree.withoutTexts(directory.resolve("sp"))).hasValueSatisfying(text -> assertThat(text)
                .contains("were taken out of it, to " + directory.resolve("sp/Resources/template_resources.resx"))
                .endsWith("without '--localize'."));
    }

    private String explanation(String named) {
        return NoSourceTree.explain(directory.resolve(named)).replace(directory.toString(), "");
    }

    private void files(String files) throws IOException {
        for (String file : files.split(" ")) {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "<a/>");
        }
    }
}
