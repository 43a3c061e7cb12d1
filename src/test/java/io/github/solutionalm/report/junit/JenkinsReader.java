package io.github.solutionalm.report.junit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Jenkins: a suite without tests is ignored; an error of a suite becomes a test; what stands before the last dot of the class
 * name is the package.
 */
final class JenkinsReader implements JunitReader {

    @Override
    public List<Shown> read(Path file) throws Exception {
        List<Shown> shown = new ArrayList<>();
        for (Element suite : JunitReader.suites(JunitReader.root(file))) {
            suite(suite, shown);
        }
        return shown;
    }

    private void suite(Element suite, List<Shown> shown) {
        JunitReader.children(suite, "testsuite").forEach(inner -> suite(inner, shown));
        if (JunitReader.children(suite, "testcase").isEmpty()) {
            return;
        }
        for (Element error : JunitReader.children(suite, "error")) {
            shown.add(new Shown(suite.getAttribute("name"), "", Case.Verdict.ERROR, error.getAttribute("message")));
        }
        for (Element test : JunitReader.children(suite, "testcase")) {
            String className = test.getAttribute("classname");
            int dot = className.lastIndexOf('.');
            String inPackage = dot < 0 ? "(root)" : className.substring(0, dot);
            shown.add(JunitReader.shown(test, inPackage + "." + className.substring(dot + 1)));
        }
    }
}
