package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.CaptureOptions.Scope;
import io.github.solutionalm.EnvironmentSnapshot.Origin;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.ComponentRows;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.RetrieveVersion;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.api.WhoAmI;
import io.github.solutionalm.dataverse.content.Summaries;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.packaging.PackageOpener;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The first look at an environment: its solutions, what they list, and the names of what operations touch. What lies over that
 * and uses it is asked for afterwards, of what a plan says ({@link SecondLook}).
 */
final class Capture {

    /** GUID of the default solution, the same in every environment. */
    private static final String DEFAULT_SOLUTION = "fd140aaf-4df4-11dd-bd17-0019b9312238";

    private static final String DEFAULT = "Default";

    private final Touched touched;
    private final InstalledRows installed;
    private final Memberships memberships;
    private final Gaps gaps;
    private final Names names;
    /** Tables of the types that have numbers of this environment's own. */
    private final Map<Integer, String> tables;

    private Capture(OperationContext access, Touched touched, Gaps gaps) throws SolutionException {
        this.gaps = gaps;
        this.touched = touched;
        this.installed = InstalledRows.of(access.api(), access.deadline());
        ComponentRows rows = new ComponentRows(access.api(), access.deadline());
        this.memberships = Memberships.read(rows, installed);
        this.tables = rows.names();
        Map<Integer, String> kinds = access.courtesy(rows::kinds).orElse(Map.of());
        String solution = installed.row(DEFAULT).map(SolutionRow::id).orElse(DEFAULT_SOLUTION);
        this.names = new Names(new Summaries(access, kinds), solution, gaps);
    }

    /**
     * Looks at what the operations touch.
     *
     * @throws SolutionException when there is nothing to plan on: the solutions or their lists can't be read
     */
    static Captured of(
            OperationContext access, List<OperationRequest> sequence, PackageOpener packages, Scope scope, Gaps gaps)
            throws SolutionException {
        WhoAmI.Identity caller = access.call(new WhoAmI());
        Optional<String> version = access.look(new RetrieveVersion())
                .map(platform -> platform.version().toString());
        Origin origin = new Origin(
                access.api().url().toString(),
                caller.organization(),
                version.orElse(""),
                access.clock().instant());
        Touched touched = Touched.of(sequence, packages);
        Capture capture = new Capture(access, touched, gaps);
        if (scope == Scope.ALL) {
            capture.touchEveryManagedSolution();
        }
        capture.readNames();
        return new CapturedComponents(capture.installed, capture.memberships, capture.names, touched)
                .captured(origin, Basis.of(capture.installed, capture.memberships, capture.stacks()), gaps);
    }

    private void touchEveryManagedSolution() {
        installed.rows().stream().filter(row -> row.managed() && !row.isInner()).forEach(row -> touched.solutions()
                .add(row.uniqueName()));
    }

    private void readNames() throws SolutionException {
        Set<ComponentKey> ours = memberships.of(stacks());
        Set<ComponentType> types = new HashSet<>(Set.of(ComponentType.ENTITY));
        ours.forEach(object -> types.add(object.type()));
        touched.components().forEach(key -> types.add(key.type()));
        Map<Integer, ComponentType> numbered = new TreeMap<>();
        Map<ComponentType, Integer> own = new HashMap<>();
        tables.forEach((number, table) -> own.put(ComponentRows.type(number, table), number));
        for (ComponentType type : types) {
            Optional<Integer> number = type.code() != 0 ? Optional.of(type.code()) : Optional.ofNullable(own.get(type));
            number.ifPresentOrElse(found -> numbered.put(found, type), () -> names.haveNone(type));
        }
        names.readTypes(numbered);
        Set<String> wanted = new TreeSet<>(touched.tables());
        Set<ComponentKey> parts = new HashSet<>();
        for (ComponentKey object : ours) {
            if (Summaries.PARTS.contains(object.type())) {
                parts.add(object);
            } else if (object.type().equals(ComponentType.ENTITY)) {
                Optional.ofNullable(names.found().get(object)).ifPresent(table -> wanted.addAll(table.names()));
            }
        }
        names.readParts(wanted, parts);
    }

    /** The touched solutions with their patches and holding solutions. */
    private Set<String> stacks() {
        Set<String> stacks = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String solution : touched.solutions()) {
            stacks.add(solution);
            stacks.addAll(SolutionStack.of(solution, installed).owners());
            stacks.add(SolutionStack.holdingName(solution));
        }
        return stacks;
    }
}
