package io.github.solutionalm;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README names every goal and the reason for each library, and is short. */
class ReadmeTest {

    /** A README that is longer is a manual, which is what docs is for. */
    @Test
    void isShort() throws IOException {
        assertThat(Files.size(Page.README)).isLessThanOrEqualTo(9 * 1024);
    }

    @Test
    void tellsEveryGoal() throws Exception {
        assertThat(Page.read(Page.README).table("| goal |"))
                .extracting(row -> row.get(0).replace("solution:", ""))
                .containsExactlyInAnyOrderElementsOf(PluginDescriptor.read().goals());
    }

    /** The libraries of the POM that the plugin brings, by their artifacts. */
    @Test
    void tellsTheReasonForEachLibrary() throws Exception {
        assertThat(Page.read(Page.README).table("| library |"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrderElementsOf(libraries());
    }

    /** Those without a scope in the POM's own dependencies, which stand before the build. */
    private static TreeSet<String> libraries() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String own = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
        return Pattern.compile("(?s)<dependency>.*?</dependency>")
                .matcher(own)
                .results()
                .map(MatchResult::group)
                .filter(dependency -> !dependency.contains("<scope>"))
                .map(dependency -> dependency.replaceAll("(?s).*<artifactId>(.*)</artifactId>.*", "$1"))
                .collect(toCollection(TreeSet::new));
    }
}
