package io.github.solutionalm.report.junit;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.report.junit.Case.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an operation did as tests: the operation itself, each gate, each component type, what failed or has a warning. */
public final class OperationCases {

    /** Of so many components GitLab still shows a report at once; the types name more of them. */
    private static final int COMPONENTS = 300;

    private final ImportResult result;
    private final Verdict failed;

    private OperationCases(ImportResult result) {
        this.result = result;
        this.failed = isTechnical(result) ? Verdict.ERROR : Verdict.FAILURE;
    }

    /**
     * The tests of an operation.
     *
     * @param word what is done, such as {@code import}
     * @param gates parameters of the gates that were asked
     * @param despite why the build fails although the operation did not; empty when it does not
     */
    public static Suite of(
            ImportResult result,
            String word,
            List<String> gates,
            List<Finding> despite,
            Map<String, String> properties) {
        OperationCases cases = new OperationCases(result);
        List<Case> all = new ArrayList<>();
        all.add(cases.operation(word, despite));
        all.addAll(GateCases.of(
                gates,
                Stream.concat(result.errors().stream(), despite.stream()).toList(),
                result.missingDependencies(),
                !result.outcome().isSuccess()));
        cases.byType().forEach((type, components) -> all.add(cases.type(type, components)));
        result.components().stream()
                .filter(component -> component.status() == Status.FAILURE)
                .limit(COMPONENTS)
                .forEach(component -> all.add(cases.component(component)));
        result.components().stream()
                .filter(component -> component.status() == Status.WARNING)
                .limit(COMPONENTS)
                .forEach(component -> all.add(cases.component(component)));
        Duration time = Duration.between(result.startedOn(), result.completedOn());
        return new Suite(result.startedOn(), time.isNegative() ? Duration.ZERO : time, properties, all);
    }

    /** Not refused, but stopped by time, another operation, or something of which nobody knows the end. */
    private static boolean isTechnical(ImportResult result) {
        return result.outcome() != Outcome.FAILED
                || result.errors().stream().anyMatch(error -> error.code().equals(PlatformCode.CONCURRENCY.code()));
    }

    private Case operation(String word, List<Finding> despite) {
        BoundedText text = new BoundedText();
        result.errors().forEach(error -> text.line(error.toString()));
        despite.forEach(error -> text.line(error.toString()));
        result.warnings().forEach(warning -> text.line("Warning: " + warning));
        if (result.outcome().isSuccess() && despite.isEmpty()) {
            return Case.passed(word, result.outcome() + "\n" + text);
        }
        List<Finding> errors = result.outcome().isSuccess() ? despite : result.errors();
        String message = errors.isEmpty()
                ? "The outcome is " + result.outcome()
                : errors.get(0).message();
        Verdict verdict = result.outcome().isSuccess() ? Verdict.FAILURE : failed;
        return new Case(word, verdict, message, GateCases.type(errors), text.toString());
    }

    private Map<String, List<ComponentResult>> byType() {
        return result.components().stream()
                .collect(Collectors.groupingBy(
                        component -> component.key().type().name(), TreeMap::new, Collectors.toList()));
    }

    private Case type(String type, List<ComponentResult> components) {
        String name = "type " + type;
        BoundedText text = new BoundedText();
        List<ComponentResult> faults = components.stream()
                .filter(one -> one.status() == Status.FAILURE)
                .toList();
        if (!faults.isEmpty()) {
            faults.forEach(one ->
                    text.line(one.key() + one.text().map(why -> ": " + why).orElse("")));
            return new Case(name, failed, faults.size() + " of " + components.size() + " failed", "", text.toString());
        }
        if (components.stream().allMatch(one -> one.status() == Status.UNPROCESSED)) {
            return new Case(name, Verdict.SKIPPED, components.size() + " not processed", "", "");
        }
        Map<Change, Long> counts = components.stream()
                .filter(one -> one.status() != Status.UNPROCESSED)
                .collect(Collectors.groupingBy(ComponentResult::change, TreeMap::new, Collectors.counting()));
        counts.forEach((change, count) -> text.line(change.name().toLowerCase(Locale.ROOT) + ": " + count));
        return Case.passed(name, text.toString());
    }

    private Case component(ComponentResult component) {
        String name = component.key().type().name() + " " + component.key().key();
        String why = component.text().orElse("");
        String text = new BoundedText().line(component.name()).line(why).toString();
        return component.status() == Status.WARNING
                ? Case.passed(name, "Warning: " + text)
                : new Case(
                        name,
                        failed,
                        why.isEmpty() ? "It failed" : why,
                        component.code().orElse(""),
                        text);
    }
}
