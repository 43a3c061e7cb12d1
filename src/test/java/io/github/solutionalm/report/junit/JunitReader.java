package io.github.solutionalm.report.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How a CI system reads a file of tests. */
interface JunitReader {

    /**
     * A test as the system shows it.
     *
     * @param message why it did not pass; empty when it did
     */
    record Shown(String className, String name, Case.Verdict verdict, String message) {}

    /** The tests of a file; none when the system ignores it. */
    List<Shown> read(Path file) throws Exception;

    static Element root(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    /** All suites at the root, whether it is one itself or holds them. */
    static List<Element> suites(Element root) {
        return root.getTagName().equals("testsuite") ? List.of(root) : children(root, "testsuite");
    }

    static Shown shown(Element test, String className) {
        for (Element child : children(test, "failure")) {
            return new Shown(className, test.getAttribute("name"), Case.Verdict.FAILURE, child.getAttribute("message"));
        }
        for (Element child : children(test, "error")) {
            return new Shown(className, test.getAttribute("name"), Case.Verdict.ERROR, child.getAttribute("message"));
        }
        for (Element child : children(test, "skipped")) {
            return new Shown(className, test.getAttribute("name"), Case.Verdict.SKIPPED, child.getAttribute("message"));
        }
        return new Shown(className, test.getAttribute("name"), Case.Verdict.PASSED, "");
    }
}
