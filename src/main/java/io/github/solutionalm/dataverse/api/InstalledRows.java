package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApi;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.engine.InstalledSolutions;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.time.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The solutions of an environment at the time of the call, in install order. */
public final class InstalledRows implements InstalledSolutions {

    private static final int PAGE = 5_000;
    private static final String HOLDING = SolutionStack.holdingName("");

    private final Map<String, SolutionRow> byName = new LinkedHashMap<>();
    private final Map<String, InstalledSolution> solutions = new LinkedHashMap<>();

    private InstalledRows(List<SolutionRow> rows) {
        // Solutions of the same time are sorted by name: rows come in no order.
        rows.sort(Comparator.comparing(SolutionRow::installedOn).thenComparing(SolutionRow::uniqueName));
        rows.forEach(row -> byName.put(UniqueName.key(row.uniqueName()), row));
        byName.forEach((name, row) -> solutions.put(name, installed(row)));
    }

    /** Reads the solutions from the environment. */
    public static InstalledRows of(WebApi api, Deadline deadline) throws WebApiException {
        ApiPath path =
                ApiPath.of("solutions").with("$select", SolutionRow.COLUMNS).with("$expand", SolutionRow.PUBLISHER);
        List<SolutionRow> rows = new ArrayList<>();
        new Rows("read the solutions of the environment", path, PAGE, SolutionRow.SHAPE)
                .each(api, deadline, row -> rows.add(SolutionRow.of(row)));
        return new InstalledRows(rows);
    }

    @Override
    public Optional<InstalledSolution> solution(String uniqueName) {
        return Optional.ofNullable(solutions.get(UniqueName.key(uniqueName)));
    }

    @Override
    public List<InstalledSolution> solutions() {
        return List.copyOf(solutions.values());
    }

    public Optional<SolutionRow> row(String uniqueName) {
        return Optional.ofNullable(byName.get(UniqueName.key(uniqueName)));
    }

    /** All solutions, with the platform's inner ones. */
    public Collection<SolutionRow> rows() {
        return byName.values();
    }

    /** The solutions without the platform's inner ones. */
    public List<SolutionRow> visible() {
        return byName.values().stream()
                .filter(row -> row.visible() && !row.isInner())
                .toList();
    }

    private InstalledSolution installed(SolutionRow row) {
        return new InstalledSolution(
                row.uniqueName(),
                row.friendlyName(),
                row.version(),
                row.managed(),
                row.publisher().uniqueName(),
                row.parent().flatMap(this::baseOfPatch),
                holdingFor(row),
                row.installedOn(),
                row.updatedOn(),
                "");
    }

    /** The base of a patch, which is no patch itself. */
    private Optional<String> baseOfPatch(String id) {
        return byName.values().stream()
                .filter(row -> row.id().equalsIgnoreCase(id) && row.parent().isEmpty())
                .map(SolutionRow::uniqueName)
                .findFirst();
    }

    /** The base of a staged upgrade. The platform has no column for it: the name tells, if such a base is installed. */
    private Optional<String> holdingFor(SolutionRow row) {
        String name = row.uniqueName();
        boolean named = name.length() > HOLDING.length() && UniqueName.key(name).endsWith(UniqueName.key(HOLDING));
        return named
                ? Optional.ofNullable(byName.get(UniqueName.key(name.substring(0, name.length() - HOLDING.length()))))
                        .filter(base -> base.parent().isEmpty())
                        .map(SolutionRow::uniqueName)
                : Optional.empty();
    }
}
