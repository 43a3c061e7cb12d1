package io.github.solutionalm.report.html;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML as a stream. Whatever text it is given is text on the page: there is no way to write a tag but by
 * {@link #open}, no attribute that runs or loads anything, and no link but to a place on the same page.
 */
final class Markup {

    private static final Set<String> EMPTY = Set.of("meta", "br");

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    Markup(Writer out) throws IOException {
        this.out = out;
        out.write("<!DOCTYPE html>\n");
    }

    /** Opens an element. Attributes are names and values in turn. */
    Markup open(String tag, String... attributes) throws IOException {
        name(tag);
        out.write('<');
        out.write(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        out.write('>');
        if (!EMPTY.contains(tag)) {
            open.push(tag);
        }
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() throws IOException {
        String tag = open.pop();
        out.write("</");
        out.write(tag);
        out.write('>');
        if (tag.equals("li") || tag.equals("tr") || tag.equals("section") || tag.equals("p")) {
            out.write('\n');
        }
        return this;
    }

    /** Text, as it is; characters that are not seen by their code. */
    Markup text(String text) throws IOException {
        escape(VisibleText.of(text));
        return this;
    }

    /** An element with nothing but a text. */
    Markup element(String tag, String text, String... attributes) throws IOException {
        return open(tag, attributes).text(text).close();
    }

    /** A link to the element with this id. */
    Markup link(String id, String text) throws IOException {
        return element("a", text, "href", "#" + Anchor.escaped(id));
    }

    /** Style or script of the page itself. */
    Markup asset(String tag, Asset asset) throws IOException {
        name(tag);
        out.write("<" + tag + ">" + asset.text() + "</" + tag + ">\n");
        return this;
    }

    /** Data for the script of the page. */
    Markup data(String id, PageData.Content content) throws IOException {
        open("script", "type", "application/json", "id", id);
        PageData.write(out, content);
        return close();
    }

    private void attribute(String name, String value) throws IOException {
        name(name);
        boolean runsOrLoads = name.startsWith("on") || name.equals("style") || name.equals("src");
        if (runsOrLoads || name.equals("href") && !value.startsWith("#")) {
            throw new IllegalArgumentException("A report has no attribute " + name + "=" + value);
        }
        out.write(' ');
        out.write(name);
        out.write("=\"");
        escape(VisibleText.of(value));
        out.write('"');
    }

    private void escape(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '"' -> out.write("&quot;");
                default -> out.write(text.charAt(i));
            }
        }
    }

    /** Names are ours, and never text from elsewhere. */
    private static void name(String name) {
        if (name.isEmpty() || !name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
            throw new IllegalArgumentException("No name of HTML: " + name);
        }
    }
}
