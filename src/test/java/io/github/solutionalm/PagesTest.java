package io.github.solutionalm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show works: one gets to them, and goals, parameters and properties are those of the plugin. */
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
}
