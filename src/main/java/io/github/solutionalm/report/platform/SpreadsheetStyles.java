package io.github.solutionalm.report.platform;

import io.github.solutionalm.report.xml.XmlWriter;
import java.io.IOException;

/**
 * The styles of the platform's formatted log with their ids, also those that no cell uses (docs/platform-facts.md, "The
 * formatted log").
 */
final class SpreadsheetStyles {

    private static final String BLUE = "#C5D9F1";
    private static final String WHITE = "#FFFFFF";
    private static final String GREY = "#B2B2B2";
    private static final String BLACK = "#000000";

    private final XmlWriter xml;

    SpreadsheetStyles(XmlWriter xml) {
        this.xml = xml;
    }

    void write() throws IOException {
        xml.start("Styles");
        standard();
        named("s39", "20% - Accent1").font(false).fill("#DBE5F1").end();
        named("s43", "20% - Accent2").font(false).fill("#F2DDDC").end();
        named("s47", "20% - Accent3").font(false).fill("#EAF1DD").end();
        style("s133").font(true).end();
        child("s137", "s47").borders().font(false).fill(WHITE).asText().end();
        style("s142").font(false).asText().end();
        style("s162").alignment(false).font(false).end();
        child("s175", "s39").font(true).fill(BLUE).end();
        child("s176", "s43").font(false).fill(BLUE).end();
        child("s183", "s39").alignment(true).font(true).fill(BLUE).end();
        child("s184", "s47").alignment(false).font(true).fill(BLUE).end();
        xml.end();
    }

    private void standard() throws IOException {
        named("Default", "Normal").alignment(false);
        xml.start("Borders").end();
        font(false);
        xml.start("Interior").end();
        xml.start("NumberFormat").end();
        xml.start("Protection").end();
        end();
    }

    private SpreadsheetStyles style(String id) throws IOException {
        xml.start("Style").attribute("ss:ID", id);
        return this;
    }

    private SpreadsheetStyles named(String id, String name) throws IOException {
        style(id);
        xml.attribute("ss:Name", name);
        return this;
    }

    private SpreadsheetStyles child(String id, String parent) throws IOException {
        style(id);
        xml.attribute("ss:Parent", parent);
        return this;
    }

    private SpreadsheetStyles alignment(boolean wrap) throws IOException {
        xml.start("Alignment").attribute("ss:Vertical", "Bottom");
        if (wrap) {
            xml.attribute("ss:WrapText", "1");
        }
        xml.end();
        return this;
    }

    private SpreadsheetStyles borders() throws IOException {
        xml.start("Borders");
        for (String side : new String[] {"Bottom", "Left", "Right", "Top"}) {
            xml.start("Border").attribute("ss:Position", side).attribute("ss:LineStyle", "Continuous");
            xml.attribute("ss:Weight", "1").attribute("ss:Color", GREY).end();
        }
        xml.end();
        return this;
    }

    private SpreadsheetStyles font(boolean bold) throws IOException {
        xml.start("Font").attribute("ss:FontName", "Calibri").attribute("x:Family", "Swiss");
        xml.attribute("ss:Size", "11").attribute("ss:Color", BLACK);
        if (bold) {
            xml.attribute("ss:Bold", "1");
        }
        xml.end();
        return this;
    }

    private SpreadsheetStyles fill(String color) throws IOException {
        xml.start("Interior").attribute("ss:Color", color).attribute("ss:Pattern", "Solid");
        xml.end();
        return this;
    }

    /** Keeps Excel from reading versions and codes as numbers or dates. */
    private SpreadsheetStyles asText() throws IOException {
        xml.start("NumberFormat").attribute("ss:Format", "@").end();
        return this;
    }

    private void end() throws IOException {
        xml.end();
    }
}
