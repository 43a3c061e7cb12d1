package io.github.solutionalm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of Markdown for the users: README.md and those of docs. */
record Page(Path file, String text) {

    static final Path README = Path.of("README.md");
    static final Path DOCS = Path.of("docs");

    private static final Pattern BLOCK = Pattern.compile("(?m)^```(.*)\\R((?s).*?)^```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]*)(?:#([^)\\s]*))?\\)");

    /** A link to another file, or within one ({@code path} empty). */
    record Link(String path, Optional<String> anchor) {
        boolean isElsewhere() {
            return path.contains("://") || path.startsWith("mailto:");
        }
    }

    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.list(DOCS)) {
            return Stream.concat(Stream.of(README), files.sorted()).map(Page::read).toList();
        }
    }

    static Page read(Path file) {
        try {
            return new Page(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of the table under a heading row, in cells without their quotes. */
    List<List<String>> table(String heading) {
        return text.lines()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(cell -> cell.strip().replaceAll("^`|`$", ""))
                        .toList())
                .toList();
    }

    /** What stands in the fenced blocks of a language. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).strip().equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        Matcher link = LINK.matcher(BLOCK.matcher(text).replaceAll(""));
        while (link.find()) {
            links.add(new Link(link.group(1), Optional.ofNullable(link.group(2))));
        }
        return links;
    }

    /** Whether it says where a link into it leads. Headings are no anchors: GitHub and the site name them in ways of their own. */
    boolean has(String anchor) {
        return text.contains("<a id=\"" + anchor + "\"></a>");
    }

    /** The file that a link of this page leads to. */
    Path target(Link link) {
        Path folder = file.getParent() == null ? Path.of("") : file.getParent();
        return link.path().isEmpty() ? file : folder.resolve(link.path()).normalize();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
