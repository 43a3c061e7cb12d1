package io.github.solutionalm.report.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Azure Pipelines: a file that is no XML is dropped with a warning; a test needs a name; the first failure of it counts. */
final class AzureReader implements JunitReader {

    @Override
    public List<Shown> read(Path file) throws Exception {
        Element root;
        try {
            root = JunitReader.root(file);
        } catch (SAXException e) {
            return List.of();
        }
        List<Shown> shown = new ArrayList<>();
        for (Element suite : JunitReader.suites(root)) {
            // A time without zone is taken for UTC.
            if (!suite.getAttribute("timestamp").endsWith("Z")) {
                throw new AssertionError("no zone");
            }
            Double.parseDouble(suite.getAttribute("time"));
            for (Element test : JunitReader.children(suite, "testcase")) {
                if (!test.getAttribute("name").isEmpty()) {
                    shown.add(JunitReader.shown(test, test.getAttribute("classname")));
                }
            }
        }
        return shown;
    }
}
