package io.github.solutionalm.store;

import static java.util.stream.Collectors.toCollection;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.RootComponent.Behavior;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The solutions' component lists. */
public final class SolutionComponentTable {

    private static final int BATCH = 1000;

    private static final String OF =
            """
            SELECT c.type, c.key, m.behavior FROM solution_component m JOIN component c ON c.id = m.component
            WHERE m.solution = ? ORDER BY c.type, c.key
            """;
    private static final String ADD =
            """
            INSERT INTO solution_component (solution, component, behavior)
            VALUES (?, (SELECT id FROM component WHERE type = ? AND key = ?), ?)
            ON CONFLICT (solution, component) DO UPDATE SET behavior = excluded.behavior
            """;

    private final Handle handle;
    private final SolutionTable solutions;

    SolutionComponentTable(Handle handle, SolutionTable solutions) {
        this.handle = handle;
        this.solutions = solutions;
    }

    /** The components that a solution lists. */
    public Set<ComponentKey> keysOf(String solution) {
        return of(solution).stream().map(Membership::component).collect(toCollection(LinkedHashSet::new));
    }

    /** A solution's list, sorted by component; empty if there is no such solution. */
    public List<Membership> of(String solution) {
        return handle.createQuery(OF)
                .bind(0, solutions.owners().find(solution).orElse(0))
                .map(Row.to(row -> new Membership(row.key(1), row.parsed(3, "a behavior", Behavior::valueOf))))
                .list();
    }

    /** Adds to a solution's list; what is there already gets the behaviour given. The components must exist. */
    public void add(String solution, Collection<Membership> members) {
        int id = solutions.owners().id(solution);
        try (Batch batch = new Batch(handle, ADD)) {
            for (Membership member : members) {
                ComponentKey key = member.component();
                batch.add(id, key.type().name(), key.key(), member.behavior().name());
                if (batch.rows() == BATCH) {
                    batch.send();
                }
            }
            batch.send();
        }
    }

    /** Makes this the solution's whole list. The components must exist. */
    public void replace(String solution, Collection<Membership> members) {
        handle.execute(
                "DELETE FROM solution_component WHERE solution = ?",
                solutions.owners().id(solution));
        add(solution, members);
    }

    /**
     * One entry of a solution's component list. What a solution only mentions, or has as a shell, is in its list without
     * having a layer of it.
     *
     * @param component a component of the environment
     * @param behavior how the solution includes it
     */
    public record Membership(ComponentKey component, Behavior behavior) {}
}
