package io.github.solutionalm.mojo.console;

import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Doubt;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How many changes of a plan are in doubt, and why. */
final class DoubtFigures {

    private DoubtFigures() {}

    /** {@code 49 changes may be none (…), 1 deletion may be blocked (…)}; empty when nothing is in doubt. */
    static Optional<String> of(List<ComponentChange> changes) {
        Map<Doubt, Integer> numbers = new EnumMap<>(Doubt.class);
        changes.forEach(change -> change.doubts().forEach(doubt -> numbers.merge(doubt, 1, Integer::sum)));
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(numbers.entrySet().stream()
                        .map(doubt -> figure(doubt.getKey(), doubt.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    private static String figure(Doubt doubt, int number) {
        return switch (doubt) {
            case MAY_EXIST -> Wording.count(number, "addition") + " may exist already (nobody looked)";
            case MAY_BE_UNCHANGED ->
                Wording.count(number, "change") + " may be none (content not known: give <installedPackages>)";
            case MAY_SHOW ->
                Wording.count(number, "hidden change") + " may show (content of the layers above not known)";
            case MAY_STAY ->
                Wording.count(number, "component") + " may be in the package under another name (name not known)";
            case MAY_BE_BLOCKED ->
                Wording.count(number, "deletion") + " may be blocked (not all is known that uses "
                        + (number == 1 ? "it" : "them") + ")";
        };
    }
}
