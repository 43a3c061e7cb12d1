import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lays README.md and the pages of docs out for the site, in the folders that they have in the repository, so that the links
 * between them hold; {@code mvn site} runs it. Each heading gets the anchor that GitHub gives it, since the site's own are others.
 */
final class SitePages {

    private static final String README = "README.md";

    /** The pages. */
    private static final List<String> PAGES = List.of("docs/*.md", "src/it/quickstart/solutions/README.md", README);

    /** What the pages link to. */
    private static final List<String> OTHERS = List.of(
            "LICENSE",
            "docs/*.png",
            "docs/schema/*.json",
            "src/it/quickstart/pom.xml",
            "src/main/resources/**/provided-solutions.txt");

    private SitePages() {}

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        for (Path page : files(PAGES)) {
            String name = page.equals(Path.of(README)) ? "index.md" : page.toString();
            Path copy = Files.createDirectories(
                            target.resolve("markdown").resolve(name).getParent())
                    .resolve(Path.of(name).getFileName());
            Files.writeString(copy, withAnchors(Files.readString(page).replace("(../README.md", "(../index.md")));
        }
        for (Path file : files(OTHERS)) {
            Path copy = target.resolve("resources").resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<Path> files(List<String> globs) throws IOException {
        FileSystem system = FileSystems.getDefault();
        List<PathMatcher> matchers = globs.stream()
                .map(glob -> system.getPathMatcher("glob:" + glob))
                .toList();
        try (Stream<Path> files = Stream.of("", "docs", "src/it/quickstart", "src/main/resources")
                .flatMap(folder -> walk(Path.of(folder), folder.isEmpty() ? 1 : Integer.MAX_VALUE))) {
            return files.filter(file -> matchers.stream().anyMatch(matcher -> matcher.matches(file)))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder, int depth) {
        try {
            return Files.walk(folder, depth);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String withAnchors(String page) {
        StringBuilder text = new StringBuilder();
        Set<String> anchors = new HashSet<>();
        boolean fenced = false;
        for (String line : page.lines().toList()) {
            fenced ^= line.startsWith("```");
            if (!fenced && line.matches("#+ .*")) {
                String anchor = anchor(line, anchors);
                if (!line.endsWith("# " + anchor)) { // or the site's own is the same
                    text.append("<a id=\"").append(anchor).append("\"></a>\n\n");
                }
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** Lower case, hyphens for blanks, and a number where a heading comes again. */
    private static String anchor(String heading, Set<String> taken) {
        String anchor = heading.replaceFirst("#+ ", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
        for (int again = 0; ; again++) {
            String numbered = again == 0 ? anchor : anchor + "-" + again;
            if (taken.add(numbered)) {
                return numbered;
            }
        }
    }
}
