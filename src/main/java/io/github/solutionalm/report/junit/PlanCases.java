package io.github.solutionalm.report.junit;

import io.github.solutionalm.PlanResult;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.report.junit.Case.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an operation would do as tests: the plan itself, each gate, each component type. */
public final class PlanCases {

    private PlanCases() {}

    /**
     * The tests of a plan.
     *
     * @param word what was done, such as {@code plan}
     * @param gates parameters of the gates that were asked
     * @param findings why the build fails; empty when it does not
     */
    public static Suite of(
            PlanResult plan,
            String word,
            List<String> gates,
            List<Finding> findings,
            Instant now,
            Map<String, String> properties) {
        List<Case> all = new ArrayList<>();
        all.add(plan(plan, word, findings));
        all.addAll(GateCases.of(gates, findings, plan.missingDependencies(), !findings.isEmpty()));
        plan.changes().stream()
                .collect(Collectors.groupingBy(change -> change.key().type().name(), TreeMap::new, Collectors.toList()))
                .forEach((type, changes) -> all.add(type(type, changes)));
        return new Suite(now, Duration.ZERO, properties, all);
    }

    private static Case plan(PlanResult plan, String word, List<Finding> findings) {
        BoundedText text = new BoundedText();
        findings.forEach(finding -> text.line(finding.toString()));
        plan.warnings().forEach(warning -> text.line("Warning: " + warning));
        return findings.isEmpty()
                ? Case.passed(word, plan.operation() + "\n" + text)
                : new Case(word, Verdict.FAILURE, findings.get(0).message(), GateCases.type(findings), text.toString());
    }

    private static Case type(String type, List<ComponentChange> changes) {
        BoundedText text = new BoundedText();
        changes.stream()
                .collect(Collectors.groupingBy(ComponentChange::change, TreeMap::new, Collectors.counting()))
                .forEach((change, count) -> text.line(change.name().toLowerCase(Locale.ROOT) + ": " + count));
        return Case.passed("type " + type, text.toString());
    }
}
