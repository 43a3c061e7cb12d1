package io.github.solutionalm;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.PlatformCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The README and its pages say what the goals take and which errors there are: their tables are held against plugin.xml and
 * the code.
 */
class ReadmeTest {

    private static final Page PARAMETERS = Page.read(Page.DOCS.resolve("parameters.md"));
    private static final Page ERRORS = Page.read(Page.DOCS.resolve("errors.md"));
    private static final Pattern USED_CODE = Pattern.compile("PlatformCode\\.([A-Z_]+)");
    private static final Path PROPERTIES = Path.of("src/main/java/io/github/solutionalm/model/Property.java");
    private static final Pattern CODE = Pattern.compile("\"(0x\\p{XDigit}{8})\"");

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

    @Test
    void tellsEveryParameter() throws Exception {
        Map<String, String> told = PARAMETERS.table("| parameter |").stream()
                .collect(Collectors.toMap(
                        row -> row.get(0),
                        row -> String.join(" | ", row.subList(1, 4)),
                        (first, twice) -> first + twice,
                        TreeMap::new));

        assertThat(told).containsExactlyEntriesOf(PluginDescriptor.read().parameters());
    }

    @Test
    void tellsEveryErrorThatTheCodeReports() throws IOException {
        TreeSet<String> told = ERRORS.table("| code |").stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .collect(toCollection(TreeSet::new));

        assertThat(told).containsExactlyElementsOf(codes());
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

    /** Codes and names that the code refers to, those of changes that can't be made in place by their figures. */
    private static TreeSet<String> codes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            Stream<PlatformCode> used = files.filter(Files::isRegularFile)
                    .flatMap(file -> USED_CODE.matcher(read(file)).results())
                    .map((MatchResult name) -> PlatformCode.valueOf(name.group(1)));
            Stream<PlatformCode> inPlace =
                    CODE.matcher(read(PROPERTIES)).results().map((MatchResult code) -> PlatformCode.of(code.group(1)));
            return Stream.concat(used, inPlace)
                    .map(code -> code.code() + " " + code.platformName())
                    .collect(toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
