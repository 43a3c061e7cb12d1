package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Attribute;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes XML as SolutionPackager does: a byte order mark, a declaration, two spaces for each level, nothing between the
 * elements of one that also holds text.
 */
final class XmlOutput {

    private static final String DECLARATION = "\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private static final String INDENT = "  ";

    /** No sign behind this one has to be written in another way. */
    private static final char LAST_ESCAPED = '>';

    private static final int PIECE = 1 << 14;

    private final Writer target;
    /** What was not written yet: the target takes few large pieces much faster than many small ones. */
    private final StringBuilder out = new StringBuilder(PIECE * 2);

    private final String lineEnd;

    /**
     * @param out is not closed
     * @param lineEnd what a line ends with, in texts too
     */
    XmlOutput(OutputStream out, String lineEnd) throws IOException {
        this.target = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        this.lineEnd = lineEnd;
        this.out.append(DECLARATION);
    }

    /** A whole document. */
    static void document(Element root, OutputStream out, String lineEnd) throws IOException {
        XmlOutput output = new XmlOutput(out, lineEnd);
        output.element(root, 0);
        output.flush();
    }

    /** A whole document without line ends. */
    static void onOneLine(Element root, OutputStream out) throws IOException {
        XmlOutput output = new XmlOutput(out, "");
        output.inside(root, Integer.MIN_VALUE);
        output.flush();
    }

    /** Writes an element that stands among others on a level of its own, 0 for the root. */
    void element(Element element, int level) throws IOException {
        line(level);
        inside(element, level);
    }

    /** Begins an element whose children are written one by one. */
    void open(Element element, int level) throws IOException {
        line(level);
        tag(element);
        out.append('>');
    }

    /** Ends it. */
    void close(Element element, int level) throws IOException {
        line(level);
        end(element);
    }

    void flush() throws IOException {
        write();
        target.flush();
    }

    private void write() throws IOException {
        target.append(out);
        out.setLength(0);
    }

    private void inside(Element element, int level) throws IOException {
        tag(element);
        if (element.isEmpty() && element.closed()) {
            out.append(" />");
            return;
        }
        out.append('>');
        boolean mixed = false;
        for (XmlNode child : element.children()) {
            if (child instanceof XmlNode.Text text) {
                mixed = true;
                text(text);
            } else {
                child(child, mixed || level < 0 ? -1 : level + 1);
            }
        }
        if (!mixed && level >= 0 && !element.isEmpty()) {
            line(level);
        }
        end(element);
    }

    /**
     * @param level less than 0 among text, where nothing may be put between
     */
    private void child(XmlNode child, int level) throws IOException {
        if (level >= 0) {
            line(level);
        }
        if (child instanceof Element element) {
            inside(element, level >= 0 ? level : Integer.MIN_VALUE);
        } else if (child instanceof XmlNode.Markup markup) {
            out.append(ends(markup.text()));
        }
    }

    private void line(int level) throws IOException {
        if (out.length() > PIECE) {
            write();
        }
        out.append(lineEnd);
        for (int i = 0; i < level; i++) {
            out.append(INDENT);
        }
    }

    private void tag(Element element) {
        out.append('<');
        out.append(element.name());
        for (Attribute attribute : element.attributes()) {
            out.append(' ');
            out.append(attribute.name());
            out.append("=\"");
            escaped(attribute.value(), true);
            out.append('"');
        }
    }

    private void end(Element element) {
        out.append("</");
        out.append(element.name());
        out.append('>');
    }

    private void text(XmlNode.Text text) {
        if (text.cdata()) {
            out.append("<![CDATA[");
            out.append(ends(text.text()));
            out.append("]]>");
        } else {
            escaped(text.text(), false);
        }
    }

    private String ends(String text) {
        return lineEnd.equals("\n") ? text : text.replace("\n", lineEnd);
    }

    private void escaped(String text, boolean attribute) {
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escape = c > LAST_ESCAPED ? null : escape(c, attribute);
            if (escape != null) {
                out.append(text, done, i);
                out.append(escape);
                done = i + 1;
            }
        }
        out.append(text, done, text.length());
    }

    /** How a character is written, or {@code null} if as itself. */
    private String escape(char c, boolean attribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#xD;";
            case '\n' -> attribute ? "&#xA;" : lineEnd;
            case '\t' -> attribute ? "&#x9;" : null;
            case '"' -> attribute ? "&quot;" : null;
            default -> null;
        };
    }
}
