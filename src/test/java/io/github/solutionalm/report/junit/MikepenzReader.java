package io.github.solutionalm.report.junit;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/** mikepenz/action-junit-report: looks for files by their names, reads suites in suites, and annotates each failure. */
final class MikepenzReader implements JunitReader {

    @Override
    public List<Shown> read(Path file) throws Exception {
        if (!FileSystems.getDefault()
                .getPathMatcher("glob:**/junit-reports/TEST-*.xml")
                .matches(file)) {
            return List.of();
        }
        List<Shown> shown = new ArrayList<>();
        JunitReader.suites(JunitReader.root(file)).forEach(suite -> suite(suite, shown));
        return shown;
    }

    private void suite(Element suite, List<Shown> shown) {
        JunitReader.children(suite, "testsuite").forEach(inner -> suite(inner, shown));
        for (Element test : JunitReader.children(suite, "testcase")) {
            int faults = JunitReader.children(test, "failure").size()
                    + JunitReader.children(test, "error").size();
            for (int i = 0; i < Math.max(1, faults); i++) {
                shown.add(JunitReader.shown(test, test.getAttribute("classname")));
            }
        }
    }
}
