import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks whether the links of the site between its own pages lead somewhere; {@code mvn site} runs it. Links to other sites
 * are not followed.
 */
final class SiteLinks {

    private static final Pattern LINK = Pattern.compile("<(?:a|link|img|script)\\s[^>]*?(?:href|src)=\"([^\"]*)\"");
    private static final Pattern ANCHOR = Pattern.compile("\\s(?:id|name)=\"([^\"]*)\"");

    private SiteLinks() {}

    public static void main(String[] arguments) throws IOException {
        Path site = Path.of(arguments[0]);
        List<Path> pages;
        try (Stream<Path> files = Files.walk(site)) {
            pages = files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
        int links = 0;
        int broken = 0;
        for (Path page : pages) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                links++;
                if (!leadsSomewhere(page, link.group(1))) {
                    broken++;
                    System.err.println(
                            "[ERROR] " + site.relativize(page) + " links to " + link.group(1) + ", which is not there");
                }
            }
        }
        System.out.println("[INFO] " + pages.size() + " pages with " + links + " links, " + broken + " of them broken");
        if (pages.isEmpty() || broken > 0) {
            System.exit(1);
        }
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        if (link.isEmpty() || link.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.isRegularFile(target)
                && (parts.length == 1 || parts[1].isEmpty() || anchors(target).contains(parts[1]));
    }

    private static Set<String> anchors(Path page) throws IOException {
        return ANCHOR.matcher(Files.readString(page))
                .results()
                .map(anchor -> anchor.group(1))
                .collect(Collectors.toSet());
    }
}
