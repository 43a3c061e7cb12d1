package io.github.solutionalm.sourcetree;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.ManyFindings;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** What is wrong with a source tree: all of it is told at once, each with its file and line. */
final class Problems {

    private final ManyFindings errors = new ManyFindings();
    private final List<String> warnings = new ArrayList<>();
    private final boolean lenient;

    /**
     * @param lenient whether what is not covered is a warning
     */
    Problems(boolean lenient) {
        this.lenient = lenient;
    }

    /**
     * @param where a path in the tree, with a line if there is one: {@code Other/Solution.xml:12}
     * @param what a whole sentence that says what to do
     */
    void error(String where, String what) {
        errors.add(() -> Finding.withoutCode(where + ": " + what));
    }

    /** What can be left as it is if the user says so. */
    void uncovered(String where, String what) {
        if (lenient) {
            warning(where, what);
        } else {
            error(where, what);
        }
    }

    void warning(String where, String what) {
        warnings.add(where + ": " + what);
    }

    void malformed(String path, XMLStreamException e) {
        String where = e.getLocation() == null ? path : at(path, e.getLocation().getLineNumber());
        String what = e.getMessage().lines().findFirst().orElse("").strip();
        error(where, "This is not valid XML: " + what + (what.endsWith(".") ? "" : ".") + " Correct the file.");
    }

    static String at(String path, int line) {
        return line > 0 ? path + ":" + line : path;
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    boolean areNone() {
        return errors.isEmpty();
    }

    /** @throws RefusalException if there is an error */
    void refuse() throws RefusalException {
        if (!errors.isEmpty()) {
            throw new RefusalException(errors.toList(), List.of());
        }
    }
}
