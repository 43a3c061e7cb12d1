package io.github.solutionalm;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.PlatformCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A plan that {@code solution:plan} wrote to a file. A build that is given it does exactly what it says, or nothing.
 *
 * @param file path of the file that it was read from, for messages
 * @param url URL of the environment that it was made for
 * @param operation the operation that it plans
 * @param solution unique name of the solution
 * @param version version of the package, or of the staged upgrade
 * @param packageSha256 SHA-256 of the package, 64 hexadecimal digits; empty when a staged upgrade is applied
 *     whatever its package
 * @param changes what it does to each component
 * @param basis what the environment held when it was made
 */
public record SavedPlan(
        String file,
        String url,
        Operation operation,
        String solution,
        String version,
        String packageSha256,
        Map<ComponentKey, Change> changes,
        PlanBasis basis) {

    private static final int NAMED = 5;

    public SavedPlan {
        changes = Map.copyOf(changes);
    }

    /**
     * One finding that says how the current plan differs from this one; empty if it does not.
     *
     * @param now the current plan: the same operation, planned again
     */
    public List<Finding> differences(PlanResult now) {
        List<String> differences = new ArrayList<>();
        different("the environment", url, now.environment().url(), differences);
        different(
                "the package's SHA-256",
                packageSha256,
                now.file().map(PackageFile::sha256).orElse(""),
                differences);
        different("the operation", word(operation), word(now.operation()), differences);
        if (differences.isEmpty()) {
            solutions(now.basis().solutions(), differences);
            components(now.changes(), differences);
            if (differences.isEmpty() && !basis.fingerprint().equals(now.basis().fingerprint())) {
                differences.add("components that it touches, or how it is to be carried out, have changed");
            }
        }
        return differences.isEmpty()
                ? List.of()
                : List.of(PlatformCode.IMPORT_ERROR
                        .finding("The saved plan " + file + " no longer holds: "
                                + String.join("; ", differences) + ". Nothing was changed: make the plan anew with"
                                + " solution:plan, look at it, and carry that out.")
                        .of("savedPlan"));
    }

    private static void different(String what, String planned, String now, List<String> differences) {
        if (!planned.equals(now)) {
            differences.add(what + " was " + planned + " and is " + now);
        }
    }

    private void solutions(Map<String, String> now, List<String> differences) {
        Map<String, String> all = new TreeMap<>(basis.solutions());
        all.putAll(now);
        for (String name : all.keySet()) {
            different(
                    "the solution " + name,
                    basis.solutions().getOrDefault(name, "not installed"),
                    now.getOrDefault(name, "not installed"),
                    differences);
        }
    }

    private void components(List<ComponentChange> now, List<String> differences) {
        Map<ComponentKey, Change> left = new TreeMap<>(changes);
        List<String> others = new ArrayList<>();
        for (ComponentChange change : now) {
            Optional<Change> planned = Optional.ofNullable(left.remove(change.key()));
            if (!planned.equals(Optional.of(change.change()))) {
                String then = planned.map(Change::word).orElse("not changed");
                others.add(change.key() + " is " + then + " by the saved plan and "
                        + change.change().word() + " now");
            }
        }
        left.forEach(
                (key, change) -> others.add(key + " is " + change.word() + " by the saved plan and not changed now"));
        others.stream().limit(NAMED).forEach(differences::add);
        if (others.size() > NAMED) {
            differences.add((others.size() - NAMED) + " more components differ");
        }
    }

    private static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
