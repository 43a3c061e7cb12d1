package io.github.solutionalm.report.junit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** GitLab: at most 30 MB a file; of two tests of one name, the first counts; the class name is shown as the suite. */
final class GitLabReader implements JunitReader {

    @Override
    public List<Shown> read(Path file) throws Exception {
        if (Files.size(file) > 30_000_000) {
            return List.of();
        }
        Map<String, Shown> shown = new LinkedHashMap<>();
        for (Element suite : JunitReader.suites(JunitReader.root(file))) {
            for (Element test : JunitReader.children(suite, "testcase")) {
                String className = test.getAttribute("classname");
                shown.putIfAbsent(className + " " + test.getAttribute("name"), JunitReader.shown(test, className));
            }
        }
        return List.copyOf(shown.values());
    }
}
