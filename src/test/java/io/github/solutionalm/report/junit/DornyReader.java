package io.github.solutionalm.report.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** dorny/test-reporter: suites in suites are ignored; without the name of a suite or a test it ends with an exception. */
final class DornyReader implements JunitReader {

    @Override
    public List<Shown> read(Path file) throws Exception {
        Element root = JunitReader.root(file);
        if (!root.getTagName().equals("testsuites")) {
            return List.of();
        }
        List<Shown> shown = new ArrayList<>();
        for (Element suite : JunitReader.children(root, "testsuite")) {
            named(suite);
            for (Element test : JunitReader.children(suite, "testcase")) {
                named(test);
                shown.add(JunitReader.shown(test, test.getAttribute("classname")));
            }
        }
        return shown;
    }

    private static void named(Element element) {
        if (!element.hasAttribute("name")) {
            throw new NullPointerException("name.trim()");
        }
    }
}
