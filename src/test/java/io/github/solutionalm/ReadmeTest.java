package io.github.solutionalm;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.PlatformCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The README says what the goals take and which errors there are: its tables are held against plugin.xml and the code. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern USED_CODE = Pattern.compile("PlatformCode\\.([A-Z_]+)");
    private static final Path PROPERTIES = Path.of("src/main/java/io/github/solutionalm/model/Property.java");
    private static final Pattern CODE = Pattern.compile("\"(0x\\p{XDigit}{8})\"");
    private static final String NOTHING = "–";

    @Test
    void tellsEveryParameter() throws Exception {
        Map<String, String> told = table("| parameter |").stream()
                .collect(Collectors.toMap(
                        row -> row.get(0),
                        row -> String.join(" | ", row.subList(1, 4)),
                        (first, twice) -> first + twice,
                        TreeMap::new));

        assertThat(told).containsExactlyEntriesOf(parameters());
    }

    @Test
    void tellsEveryErrorThatTheCodeReports() throws IOException {
        TreeSet<String> told = table("| code |").stream()
                .map(row -> row.get(0) + " " + row.get(1))
                .collect(toCollection(TreeSet::new));

        assertThat(told).containsExactlyElementsOf(codes());
    }

    /** The rows of the table under a heading row, in cells without their quotes. */
    private static List<List<String>> table(String heading) throws IOException {
        return Files.readAllLines(README).stream()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replaceAll("^`|`$", ""))
                        .toList())
                .toList();
    }

    /** By name: property, default and goals, as Maven will take them. */
    private static TreeMap<String, String> parameters() throws Exception {
        TreeMap<String, String> parameters = new TreeMap<>();
        TreeMap<String, TreeSet<String>> goals = new TreeMap<>();
        for (Element mojo : elements(pluginXml(), "mojo")) {
            String goal = elements(mojo, "goal").get(0).getTextContent();
            if (goal.equals("help")) {
                continue; // generated, and explains itself
            }
            for (Element parameter : elements(mojo, "parameter")) {
                String name = elements(parameter, "name").get(0).getTextContent();
                goals.computeIfAbsent(name, any -> new TreeSet<>()).add(goal);
                parameters.put(name, value(elements(mojo, "configuration").get(0), name));
            }
        }
        parameters.replaceAll((name, value) -> value + " | " + String.join(", ", goals.get(name)));
        return parameters;
    }

    /** {@code property | default}. */
    private static String value(Element configuration, String name) {
        Function<String, String> orNothing = text -> text.isEmpty() ? NOTHING : text;
        return elements(configuration, name).stream()
                .map(element -> orNothing.apply(element.getTextContent().replaceAll("^\\$\\{|}$", "")) + " | "
                        + orNothing.apply(element.getAttribute("default-value")))
                .findFirst()
                .orElse(NOTHING + " | " + NOTHING);
    }

    private static Element pluginXml() throws Exception {
        try (InputStream in = ReadmeTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
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
            throw new java.io.UncheckedIOException(e);
        }
    }
}
