package io.github.solutionalm.mojo.console;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Prints findings, grouped by code. Of a long group it prints a few, and the number of the others per table or type.
 * The report file has all of them.
 */
final class FindingsPrintout {

    /** A kind with more findings than this is shortened. */
    private static final int LISTED = 10;

    private static final int EXAMPLES = 3;

    private final BiConsumer<String, String> print;
    private final String file;

    /**
     * To a console.
     *
     * @param print takes a label and a line
     * @param file file that contains all of them
     */
    FindingsPrintout(BiConsumer<String, String> print, String file) {
        this.print = print;
        this.file = file;
    }

    /** Prints errors, or findings that would be errors. */
    void print(String label, List<Finding> findings) {
        print(label, findings, LISTED);
    }

    /** Prints findings that are less urgent: a few of each kind, the others grouped. */
    void printBriefly(String label, List<Finding> findings) {
        print(label, findings, EXAMPLES);
    }

    private void print(String label, List<Finding> findings, int listed) {
        Map<String, List<Finding>> byKind = findings.stream()
                .collect(Collectors.groupingBy(FindingsPrintout::kind, LinkedHashMap::new, Collectors.toList()));
        byKind.values().forEach(same -> {
            List<Finding> shown = same.size() > listed ? same.subList(0, EXAMPLES) : same;
            for (Finding finding : shown) {
                print.accept(label, finding.toString());
                finding.component().ifPresent(key -> print.accept("", "  concerns " + key));
            }
            if (shown.size() < same.size()) {
                rest(same.subList(shown.size(), same.size()));
            }
        });
    }

    private static String kind(Finding finding) {
        return finding.code() + finding.gate().orElse("") + (finding.platformFault() ? " platform fault" : "");
    }

    private void rest(List<Finding> others) {
        String code = others.get(0).code();
        print.accept(
                "",
                "  … and " + others.size() + " more" + (code.isEmpty() ? "" : " " + code) + groups(others)
                        + ", all listed in " + file);
    }

    /** {@code : 12 of table contoso_order, 3 WebResource}; empty if no finding concerns a component. */
    private static String groups(List<Finding> findings) {
        Map<String, Long> groups = findings.stream()
                .map(Finding::component)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(FindingsPrintout::group, LinkedHashMap::new, Collectors.counting()));
        return groups.isEmpty()
                ? ""
                : groups.entrySet().stream()
                        .limit(LISTED)
                        .map(group -> group.getValue() + " " + group.getKey())
                        .collect(Collectors.joining(", ", ": ", groups.size() > LISTED ? ", …" : ""));
    }

    private static String group(ComponentKey key) {
        return key.type().namedInTable() && key.key().indexOf('.') > 0
                ? "of table " + key.key().substring(0, key.key().indexOf('.'))
                : key.type().name();
    }
}
