package io.github.solutionalm.report.junit;

import io.github.solutionalm.report.xml.XmlText;
import io.github.solutionalm.report.xml.XmlWriter;
import io.github.solutionalm.text.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A suite as a file that all CI systems read alike: one suite under {@code testsuites} and none in it, at most one failure a
 * test, names that occur once, and what XML 1.0 has no place for replaced.
 */
public final class SuiteDocument {

    /** Azure Pipelines has no room for longer names. */
    private static final int NAME = 250;

    private static final int MESSAGE = 1_000;
    private static final int TEXT = 500_000;

    private final Suite suite;
    private final String name;
    private final XmlWriter xml;
    private final Set<String> names = new HashSet<>();

    private SuiteDocument(Suite suite, String name, XmlWriter xml) {
        this.suite = suite;
        this.name = name;
        this.xml = xml;
    }

    /**
     * Writes the file.
     *
     * @param name of the suite, and class name of its tests; no other suite of a build may have it
     * @throws IOException when the stream can't be written; half of the document may be in it then
     */
    public static void write(Suite suite, String name, OutputStream out) throws IOException {
        try (XmlWriter xml = XmlWriter.indented(out)) {
            new SuiteDocument(suite, name, xml).write();
        }
    }

    private void write() throws IOException {
        xml.start("testsuites");
        counts();
        xml.start("testsuite").attribute("name", name);
        counts();
        xml.attribute(
                "timestamp", suite.startedOn().truncatedTo(ChronoUnit.SECONDS).toString());
        xml.start("properties");
        for (Map.Entry<String, String> property : suite.properties().entrySet()) {
            xml.start("property").attribute("name", property.getKey());
            xml.attribute("value", PlainText.of(property.getValue())).end();
        }
        xml.end();
        for (Case one : suite.cases()) {
            write(one);
        }
        xml.end().end();
    }

    private void counts() throws IOException {
        xml.attribute("tests", Integer.toString(suite.cases().size()));
        xml.attribute("failures", Long.toString(suite.count(Case.Verdict.FAILURE)));
        xml.attribute("errors", Long.toString(suite.count(Case.Verdict.ERROR)));
        xml.attribute("skipped", Long.toString(suite.count(Case.Verdict.SKIPPED)));
        xml.attribute("time", seconds(suite.time()));
    }

    /** The time is that of the operation, which the first test stands for. */
    private void write(Case one) throws IOException {
        Duration time = names.isEmpty() ? suite.time() : Duration.ZERO;
        xml.start("testcase").attribute("name", unique(one.name()));
        xml.attribute("classname", name).attribute("time", seconds(time));
        switch (one.verdict()) {
            case PASSED -> output(one);
            case SKIPPED ->
                xml.start("skipped").attribute("message", message(one)).end();
            case FAILURE -> fault("failure", one);
            case ERROR -> fault("error", one);
        }
        xml.end();
    }

    private void output(Case one) throws IOException {
        if (!one.text().isEmpty()) {
            xml.element("system-out", text(one));
        }
    }

    private void fault(String element, Case one) throws IOException {
        xml.start(element).attribute("message", message(one));
        xml.attribute("type", PlainText.of(one.type())).text(text(one)).end();
    }

    /** Lines of plain text. */
    private static String text(Case one) {
        String lines = one.text().lines().map(PlainText::of).collect(Collectors.joining("\n", "", "\n"));
        return XmlText.shortened(lines, TEXT, " …\n");
    }

    private static String message(Case one) {
        return XmlText.shortened(PlainText.of(one.message()), MESSAGE, " …");
    }

    /** Of two tests of one name some readers drop the second. */
    private String unique(String wanted) {
        String plain = PlainText.of(wanted).strip();
        String first = XmlText.shortened(plain.isEmpty() ? "unnamed" : plain, NAME, " …");
        String free = first;
        for (int n = 2; !names.add(free); n++) {
            String ending = " (" + n + ")";
            free = first.length() + ending.length() <= NAME
                    ? first + ending
                    : XmlText.shortened(first + ending, NAME, ending);
        }
        return free;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
