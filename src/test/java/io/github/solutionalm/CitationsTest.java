package io.github.solutionalm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What code and documents cite can be looked up: a page of {@code docs}, a section of it, a link. A section is cited with its
 * heading, as in docs/concepts.md, "What blocks a deletion".
 */
class CitationsTest {

    private static final Path README = Path.of("README.md");
    private static final Path DOCS = Path.of("docs");

    private static final Pattern PAGE = Pattern.compile("\\bdocs/[\\w-]+\\.md\\b");
    private static final Pattern SECTIONS =
            Pattern.compile("\\b(docs/[\\w-]+\\.md|README)((?:(?:,| and| or) \"[^\"]{1,100}\")+)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern DOCUMENT = Pattern.compile("[\\w./-]*\\b[\\w-]+\\.md\\b");
    /** Documents that were never in the repository, cited by what they were called where they were. */
    private static final Pattern ELSEWHERE = Pattern.compile("\\bfa[c]ts/|\\s[(]see[d][,:)]|\\bsee[d] document\\b");

    /** What a goal writes. */
    private static final String WRITTEN = "summary.md";

    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^()\\s]+)\\)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
    /** A comment that goes on in the next line. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*(?:\\*(?!/)|//)?\\s*");

    private static final Path ARCHITECTURE = Path.of("docs/architecture.md");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)*`");
    private static final Set<String> OF_THE_JDK = Set.of("Clock", "Locale", "Optional");

    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");

    private final Map<Path, List<String>> headings = new HashMap<>();

    @Test
    void everyPageThatIsCitedIsThere() throws IOException {
        assertThat(found(
                        everywhere(),
                        text -> PAGE.matcher(text).results().map(MatchResult::group),
                        page -> Files.exists(Path.of(page))))
                .isEmpty();
    }

    @Test
    void everySectionThatIsCitedIsAHeadingOfItsPage() throws IOException {
        assertThat(found(everywhere(), CitationsTest::sections, this::isHeading))
                .isEmpty();
    }

    @Test
    void noCommentCitesADocumentThatIsNotHere() throws IOException {
        Set<String> names = new TreeSet<>(Set.of(WRITTEN));
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .forEach(names::add);
        }
        documents().forEach(document -> names.add(document.getFileName().toString()));

        assertThat(found(
                        comments(),
                        text -> DOCUMENT.matcher(text).results().map(MatchResult::group),
                        name -> names.contains(Path.of(name).getFileName().toString())))
                .isEmpty();
        assertThat(found(comments(), text -> ELSEWHERE.matcher(text).results().map(MatchResult::group), name -> false))
                .isEmpty();
    }

    @Test
    void everyLinkOfTheDocumentsLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            String text = FENCED.matcher(Files.readString(document)).replaceAll("");
            LINK.matcher(text)
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !target.matches("[a-z]+:.*") && !leads(document, target))
                    .forEach(target -> broken.add(document + ": " + target));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void everyClassThatTheArchitectureNamesIsThere() throws IOException {
        Set<String> classes = new TreeSet<>(OF_THE_JDK);
        sources().forEach(source -> classes.add(source.getFileName().toString().replace(".java", "")));

        assertThat(CLASS.matcher(read(ARCHITECTURE)).results().map(name -> name.group(1)))
                .isSubsetOf(classes);
    }

    /** Whether the file is there, and the heading in it. */
    private boolean leads(Path document, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /** The anchors that headings get: lower case, hyphens for spaces, and numbers where a heading comes again. */
    private Set<String> anchors(Path file) {
        Set<String> anchors = new TreeSet<>();
        for (String heading : headings(file)) {
            String anchor = heading.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            for (int again = 0; !anchors.add(again == 0 ? anchor : anchor + "-" + again); again++) {
                // the next number
            }
        }
        return anchors;
    }

    private boolean isHeading(String section) {
        String[] parts = section.split(", ", 2);
        Path page = parts[0].equals("README") ? README : Path.of(parts[0]);
        return Files.exists(page) && headings(page).contains(parts[1]);
    }

    private List<String> headings(Path page) {
        return headings.computeIfAbsent(page, any -> FENCED.matcher(read(page))
                .replaceAll("")
                .lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").replace("`", "").strip())
                .toList());
    }

    /** The sections that a text cites: {@code page, heading}. */
    private static Stream<String> sections(String text) {
        return SECTIONS.matcher(text).results().flatMap(cited -> QUOTED.matcher(cited.group(2))
                .results()
                .map(heading -> cited.group(1) + ", " + heading.group(1)));
    }

    /** What texts cite that does not hold, with the file. */
    private static List<String> found(
            Map<Path, String> texts, Function<String, Stream<String>> cited, Function<String, Boolean> holds) {
        return texts.entrySet().stream()
                .flatMap(text -> cited.apply(text.getValue())
                        .filter(citation -> !holds.apply(citation))
                        .map(citation -> text.getKey() + ": " + citation))
                .sorted()
                .toList();
    }

    private static Map<Path, String> everywhere() throws IOException {
        Map<Path, String> texts = new HashMap<>();
        sources().forEach(source -> texts.put(source, unwrapped(read(source))));
        documents().forEach(document -> texts.put(document, unwrapped(read(document))));
        return texts;
    }

    private static Map<Path, String> comments() throws IOException {
        return sources().stream().collect(Collectors.toMap(Function.identity(), source -> COMMENT.matcher(read(source))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" "))));
    }

    private static String unwrapped(String text) {
        return LINE_BREAK.matcher(text).replaceAll(" ");
    }

    private static List<Path> sources() throws IOException {
        return files(Path.of("src"), ".java");
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(files(DOCS, ".md"));
        documents.add(README);
        return documents;
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
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
