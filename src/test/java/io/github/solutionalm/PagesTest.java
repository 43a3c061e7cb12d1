package io.github.solutionalm;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.PlatformCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the pages show works: one gets to them, and goals, parameters, properties and errors are those of the plugin, all of
 * them.
 */
class PagesTest {

    private static final Pattern PROPERTY = Pattern.compile("-D(solution\\.[A-Za-z.]+)");
    private static final Pattern GOAL = Pattern.compile("(?<![\\w.:-])solution:([a-z-]+)");

    /** Read by tests, not by goals. */
    private static final Set<String> OF_TESTS = Set.of(
            "solution.corpus",
            "solution.ends",
            "solution.faults",
            "solution.faults.first",
            "solution.kills",
            "solution.tampered");

    private static final Page PARAMETERS = Page.read(Page.DOCS.resolve("parameters.md"));
    private static final Page ERRORS = Page.read(Page.DOCS.resolve("errors.md"));
    private static final Pattern USED_CODE = Pattern.compile("PlatformCode\\.([A-Z_]+)");
    private static final Path PROPERTIES = Path.of("src/main/java/io/github/solutionalm/model/Property.java");
    private static final Pattern CODE = Pattern.compile("\"(0x\\p{XDigit}{8})\"");

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void areReachedFromTheReadmeAndTheMenuOfTheSite(Page page) throws IOException {
        String html =
                page.file().equals(Page.README) ? "index.html" : page.toString().replaceAll("md$", "html");

        if (!page.file().equals(Page.README)) {
            assertThat(Page.read(Page.README).linked()).contains(page.file());
        }
        assertThat(Files.readString(Path.of("src/site/site.xml"))).contains("href=\"" + html + "\"");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nameGoalsAndPropertiesOfThePlugin(Page page) throws Exception {
        PluginDescriptor plugin = PluginDescriptor.read();
        Set<String> properties = new HashSet<>(plugin.properties());
        properties.addAll(OF_TESTS);

        assertThat(properties).containsAll(found(PROPERTY, page).toList());
        assertThat(plugin.goals()).containsAll(found(GOAL, page).toList());
    }

    private static Stream<String> found(Pattern pattern, Page page) {
        return pattern.matcher(page.text()).results().map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showXmlThatIsWellFormedAndThatTheGoalsTake(Page page) throws Exception {
        PomSnippet.Checker checker = new PomSnippet.Checker(PluginDescriptor.read());

        for (String block : page.blocks("xml")) {
            assertThat(checker.unknownIn(PomSnippet.parse(block))).as(block).isEmpty();
        }
    }

    @Test
    void tellEveryParameter() throws Exception {
        Map<String, String> told = PARAMETERS.table("| parameter |").stream()
                .collect(Collectors.toMap(
                        row -> row.get(0),
                        row -> String.join(" | ", row.subList(1, 4)),
                        (first, twice) -> first + twice,
                        TreeMap::new));

        assertThat(told).containsExactlyEntriesOf(PluginDescriptor.read().parameters());
    }

    @Test
    void tellEveryErrorThatTheCodeReports() throws IOException {
        TreeSet<String> told = ERRORS.table("| code |").stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .collect(toCollection(TreeSet::new));

        assertThat(told).containsExactlyElementsOf(codes());
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
