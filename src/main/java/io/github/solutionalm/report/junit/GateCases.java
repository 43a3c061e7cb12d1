package io.github.solutionalm.report.junit;

import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.report.junit.Case.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The gates of a build as tests, one for each that was asked or that found something. */
final class GateCases {

    private static final String MISSING = "missingDependencies";

    private GateCases() {}

    static List<Case> of(List<String> asked, List<Finding> errors, List<MissingDependency> missing, boolean refused) {
        Map<String, List<Finding>> found = new TreeMap<>();
        asked.forEach(gate -> found.put(gate, new ArrayList<>()));
        for (Finding error : errors) {
            String gate = error.code().equals(PlatformCode.MISSING_DEPENDENCIES.code())
                    ? MISSING
                    : error.gate().orElse("");
            if (!gate.isEmpty()) {
                found.computeIfAbsent(gate, name -> new ArrayList<>()).add(error);
            }
        }
        return found.entrySet().stream()
                .map(gate -> of(gate.getKey(), gate.getValue(), refused ? missing : List.of()))
                .toList();
    }

    private static Case of(String gate, List<Finding> found, List<MissingDependency> missing) {
        String name = "gate " + gate;
        if (found.isEmpty()) {
            return Case.passed(name, "");
        }
        BoundedText text = new BoundedText();
        found.forEach(error -> text.line(error.toString()));
        if (gate.equals(MISSING)) {
            missing.forEach(one -> text.line(
                    one.required().key() + ", needed by " + one.dependent().key()));
        }
        return new Case(name, Verdict.FAILURE, found.get(0).message(), type(found), text.toString());
    }

    /** The platform's code and name of the first error. */
    static String type(List<Finding> errors) {
        return errors.isEmpty()
                ? ""
                : (errors.get(0).code() + " " + errors.get(0).name()).strip();
    }
}
