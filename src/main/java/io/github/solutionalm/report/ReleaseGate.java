package io.github.solutionalm.report;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.Operation;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.report.json.OperationRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides whether a release passes: compares the build's operations with the current content of the environments and
 * the package files. A pure function; the caller reads files and environments.
 */
public final class ReleaseGate {

    private static final Set<Operation> ROLLS_PATCHES_UP = Set.of(Operation.UPGRADE, Operation.APPLY_UPGRADE);

    private final List<OperationRecord> records;
    private final Map<String, EnvironmentContent> contents = new LinkedHashMap<>();
    /** What the environments hold, by URL and name. */
    private final Map<String, EnvironmentContent.Solution> installed = new HashMap<>();
    /** The holding solutions of the environments, by what they will replace. */
    private final Map<String, EnvironmentContent.Solution> holding = new HashMap<>();
    /** What the build staged, by URL and name. */
    private final Set<String> staged = new HashSet<>();

    private final Options options;
    private final Function<String, Optional<String>> sha256;
    private final List<String> findings = new ArrayList<>();

    /**
     * What the gate lets pass.
     *
     * @param allowPendingUpgrade a holding solution that this build did not stage
     * @param allowUnpublished changes that are not published
     * @param environment URL of the environment that the build must have imported into, or any
     */
    public record Options(boolean allowPendingUpgrade, boolean allowUnpublished, Optional<String> environment) {}

    private ReleaseGate(
            List<OperationRecord> records,
            List<EnvironmentContent> contents,
            Options options,
            Function<String, Optional<String>> sha256) {
        this.records = List.copyOf(records);
        contents.forEach(content -> this.contents.put(content.environment().url(), content));
        this.contents.forEach((url, content) -> content.solutions().forEach(solution -> {
            installed.putIfAbsent(identity(url, solution.uniqueName()), solution);
            solution.holdingFor().ifPresent(name -> holding.putIfAbsent(identity(url, name), solution));
        }));
        records.stream()
                .filter(record -> record.outcome() == Outcome.STAGED)
                .forEach(record -> staged.add(identity(record)));
        this.options = options;
        this.sha256 = sha256;
    }

    /**
     * All findings against the release, in whole sentences; empty if it passes.
     *
     * @param records the operations of the build in their order
     * @param contents the content of each environment; a missing one counts as unreadable
     * @param sha256 current hash of a package file, empty if the file no longer exists
     */
    public static List<String> findings(
            List<OperationRecord> records,
            List<EnvironmentContent> contents,
            Options options,
            Function<String, Optional<String>> sha256) {
        ReleaseGate gate = new ReleaseGate(records, contents, options, sha256);
        gate.operations();
        gate.files();
        gate.solutions();
        gate.environments();
        return List.copyOf(gate.findings);
    }

    private void operations() {
        if (records.isEmpty()) {
            findings.add("summary.json is missing, empty or from another build: this build imported no solution. Bind"
                    + " solution:import to a phase before solution:verify, or set solution.skip for both.");
        }
        options.environment()
                .filter(url -> !records.isEmpty()
                        && records.stream()
                                .noneMatch(record -> record.environment().url().isEmpty()
                                        || record.environment().url().equals(url)))
                .ifPresent(url -> findings.add("Nothing was imported into the environment " + url
                        + " in this build. Check that it is the right one, and that the imports use it."));
        findings.addAll(outcomes(records));
    }

    /**
     * Findings from the outcomes of operations alone, without looking at the environments.
     *
     * @param records operations of the build, of any of its modules
     */
    public static List<String> outcomes(List<OperationRecord> records) {
        List<String> findings = new ArrayList<>();
        for (OperationRecord record : records) {
            if (record.outcome() == Outcome.STARTED) {
                findings.add(subject(record) + " was begun" + in(record) + " and has not ended: its build was killed"
                        + " or is still running. Wait for it, or run the import again.");
            } else if (!record.outcome().isSuccess()) {
                findings.add(subject(record) + " is " + record.outcome() + in(record) + errors(record));
            } else if (!record.errors().isEmpty()) {
                findings.add(subject(record) + " is not accepted" + errors(record));
            }
        }
        return findings;
    }

    private static String in(OperationRecord record) {
        return record.environment().id().isEmpty()
                ? ""
                : " in " + record.environment().id();
    }

    private void files() {
        Map<String, OperationRecord> last = new LinkedHashMap<>();
        records.stream()
                .filter(record -> !record.file().sha256().isEmpty())
                .forEach(record -> last.put(record.file().path(), record));
        last.values().forEach(record -> {
            Optional<String> now = sha256.apply(record.file().path());
            if (now.isEmpty()) {
                findings.add("The package " + record.file().path() + " that was imported no longer exists.");
            } else if (!now.get().equalsIgnoreCase(record.file().sha256())) {
                findings.add(
                        "The package " + record.file().path() + " has changed since it was imported: its sha256 is "
                                + now.get() + ", and was " + record.file().sha256() + ".");
            }
        });
    }

    /** Only the last operation per solution counts: earlier ones were superseded. */
    private void solutions() {
        Map<String, OperationRecord> last = new LinkedHashMap<>();
        Map<String, Set<String>> patches = new HashMap<>();
        for (OperationRecord record : records) {
            String solution = identity(record);
            if (ROLLS_PATCHES_UP.contains(record.end().operation())
                    && record.outcome().isSuccess()) {
                patches.getOrDefault(solution, Set.of())
                        .forEach(patch -> last.computeIfPresent(
                                patch, (any, then) -> base(then).equals(solution) ? null : then));
                patches.remove(solution);
            }
            if (record.outcome().isSuccess()
                    && !record.solution().uniqueName().isEmpty()
                    && !record.solution().version().isEmpty()) {
                last.put(solution, record);
                patches.computeIfAbsent(base(record), any -> new HashSet<>()).add(solution);
            }
        }
        last.values().stream()
                .filter(record -> contents.containsKey(record.environment().url()))
                .forEach(this::held);
    }

    private static String base(OperationRecord patch) {
        return identity(patch.environment().url(), patch.solution().patchOf());
    }

    private void held(OperationRecord record) {
        boolean stages = record.outcome() == Outcome.STAGED;
        Optional<EnvironmentContent.Solution> held =
                Optional.ofNullable((stages ? holding : installed).get(identity(record)));
        String expected = (stages ? "the staged upgrade of " : "") + record.subject();
        if (held.isEmpty() && isOvertakenPatch(record)) {
            return;
        }
        if (held.isEmpty()) {
            findings.add("The environment " + record.environment().id() + " does not hold " + expected
                    + ", which this build imported.");
        } else if (!isHeldAt(held.get().version(), record)) {
            findings.add("The environment " + record.environment().id() + " holds "
                    + held.get().uniqueName() + " " + held.get().version() + " and not " + expected
                    + ", which this build imported.");
        } else if (isOtherContent(held.get().sha256(), record)) {
            findings.add("The environment " + record.environment().id() + " holds " + expected
                    + " from a package other than "
                    + record.file().path() + ": the installed one has the SHA-256 "
                    + held.get().sha256()
                    + ", and this one " + record.file().sha256() + ". Give each release its own version; or set"
                    + " sameVersion=import to install this package, or sameVersion=skip to accept any"
                    + " package of that version.");
        }
    }

    /** A real environment does not keep what its solutions came from. */
    private static boolean isOtherContent(String held, OperationRecord record) {
        return record.outcome() != Outcome.SKIPPED_LOWER_VERSION
                && !record.anyContent()
                && !held.isEmpty()
                && !record.file().sha256().isEmpty()
                && !held.equalsIgnoreCase(record.file().sha256());
    }

    /** A patch that was passed over because its base went on: there is nothing left of it. */
    private boolean isOvertakenPatch(OperationRecord record) {
        return record.outcome() == Outcome.SKIPPED_LOWER_VERSION && installed.containsKey(base(record));
    }

    private static boolean isHeldAt(String version, OperationRecord record) {
        int order = SolutionVersion.parse(version)
                .compareTo(SolutionVersion.parse(record.solution().version()));
        return record.outcome() == Outcome.SKIPPED_LOWER_VERSION ? order > 0 : order == 0;
    }

    private void environments() {
        records.stream()
                .map(record -> record.environment().url())
                .filter(url -> !url.isEmpty()) // it failed before it was known
                .distinct()
                .filter(url -> !contents.containsKey(url))
                .forEach(url -> findings.add("The environment " + url + " can't be read, so its content is unknown."));
        for (EnvironmentContent content : contents.values()) {
            String environment = content.environment().id();
            for (EnvironmentContent.Solution solution : content.solutions()) {
                if (isLeftOver(solution, content.environment().url())) {
                    findings.add("The environment " + environment + " holds the staged upgrade " + solution.uniqueName()
                            + " "
                            + solution.version() + ", which this build did not stage. Apply it, or allow it with"
                            + " <allowPendingUpgrade> or -Dsolution.allowPendingUpgrade.");
                }
            }
            if (content.unpublished().orElse(0) > 0 && !options.allowUnpublished()) {
                findings.add("The environment " + environment + " holds "
                        + content.unpublished().getAsInt()
                        + " unpublished components. Publish them with solution:publish, and in future imports"
                        + " with <publish>true</publish>, or allow them with <allowUnpublished> or"
                        + " -Dsolution.allowUnpublished.");
            }
        }
    }

    private boolean isLeftOver(EnvironmentContent.Solution solution, String url) {
        return !options.allowPendingUpgrade()
                && solution.holdingFor().isPresent()
                && !staged.contains(identity(url, solution.holdingFor().get()));
    }

    private static String identity(OperationRecord record) {
        return identity(record.environment().url(), record.solution().uniqueName());
    }

    private static String identity(String url, String solution) {
        return url + ' ' + UniqueName.key(solution);
    }

    private static String subject(OperationRecord record) {
        return "The " + record.goal() + (record.subject().isEmpty() ? "" : " of " + record.subject());
    }

    private static String errors(OperationRecord record) {
        return record.errors().isEmpty() ? "." : ": " + String.join(" ", record.errors());
    }
}
