package io.github.solutionalm.report.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A document as a parser of GitHub Flavored Markdown reads it. */
public final class ReadMarkdown extends AbstractVisitor {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
            .build();

    private final List<String> active = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int cells;

    public static ReadMarkdown of(String markdown) {
        ReadMarkdown read = new ReadMarkdown();
        PARSER.parse(markdown).accept(read);
        return read;
    }

    /** What is more than text: links, images, and HTML that is not the summary's own. */
    public List<String> active() {
        return active;
    }

    /** What stands in code spans. */
    public List<String> code() {
        return code;
    }

    /** What stands outside of them, where somebody could be mentioned. */
    public String text() {
        return text.toString();
    }

    int cells() {
        return cells;
    }

    @Override
    public void visit(Link link) {
        active.add("link " + link.getDestination());
    }

    @Override
    public void visit(Image image) {
        active.add("image " + image.getDestination());
    }

    @Override
    public void visit(HtmlInline html) {
        active.add("HTML " + html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        String own = html.getLiteral().replaceAll("</?(details|summary)>", "");
        if (!own.matches("(\\s|(Warnings|Files) \\(\\d+\\))*")) {
            active.add("HTML " + html.getLiteral());
        }
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        active.add("block " + block.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock block) {
        active.add("block " + block.getLiteral());
    }

    @Override
    public void visit(Code span) {
        code.add(span.getLiteral());
    }

    @Override
    public void visit(Text words) {
        text.append(words.getLiteral()).append('\n');
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableCell) {
            cells++;
        }
        visitChildren(node);
    }
}
