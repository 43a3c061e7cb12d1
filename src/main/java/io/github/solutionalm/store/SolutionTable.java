package io.github.solutionalm.store;

import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Installed solutions, by unique name in any case. */
public final class SolutionTable {

    // An inner join: System and Active, which have no publisher, are not installed.
    private static final String SELECT =
            """
            SELECT s.unique_name, s.friendly_name, s.version, s.managed, p.unique_name AS publisher,
                   b.unique_name AS patch_of, h.unique_name AS holding_for, s.installed_on, s.updated_on, s.sha256,
                   (SELECT COUNT(*) FROM solution_component c WHERE c.solution = s.id) AS components
            FROM solution s
            JOIN publisher p ON p.id = s.publisher
            LEFT JOIN solution b ON b.id = s.patch_of
            LEFT JOIN solution h ON h.id = s.holding_for
            """;
    private static final String SAVE =
            """
            INSERT INTO solution (id, unique_name, name_key, friendly_name, version, managed, publisher, patch_of, holding_for,
                                  install_order, installed_on, updated_on, sha256)
            VALUES ((SELECT MAX(id) + 1 FROM solution), :name, :key, :friendlyName, :version, :managed,
                    (SELECT id FROM publisher WHERE name_key = :publisher), :patchOf, :holdingFor,
                    (SELECT MAX(install_order) + 1 FROM solution), :installedOn, :updatedOn, :sha256)
            ON CONFLICT (name_key) DO UPDATE SET
                unique_name = excluded.unique_name, friendly_name = excluded.friendly_name, version = excluded.version,
                managed = excluded.managed, publisher = excluded.publisher, patch_of = excluded.patch_of,
                holding_for = excluded.holding_for, updated_on = excluded.updated_on, sha256 = excluded.sha256
            """;
    private static final String RENAME = "UPDATE solution SET unique_name = :name, name_key = :key WHERE id = :id";
    private static final String RELEASE = "UPDATE solution SET holding_for = NULL WHERE id = ?";
    private static final String TAKE_PLACE = "UPDATE solution SET install_order = ?, installed_on = ? WHERE id = ?";

    private record Place(int order, String installedOn) {}

    private final Handle handle;
    private Optional<Owners> owners = Optional.empty();

    SolutionTable(Handle handle) {
        this.handle = handle;
    }

    /** All solutions in install order. */
    public List<InstalledSolution> all() {
        return listed().stream().map(ListedSolution::solution).toList();
    }

    /** All solutions in install order, each with the length of its component list. */
    public List<ListedSolution> listed() {
        return select(handle.createQuery(SELECT + "ORDER BY s.install_order"));
    }

    /** The installed solution of this unique name, in any case; empty when there is none. */
    public Optional<InstalledSolution> find(String uniqueName) {
        return select(handle.createQuery(SELECT + "WHERE s.name_key = ?").bind(0, UniqueName.key(uniqueName))).stream()
                .map(ListedSolution::solution)
                .findFirst();
    }

    /**
     * Adds a solution as the last in install order, or updates the one of that name, which keeps its place and its
     * {@code installedOn}. Its publisher, and the solution that it patches or holds for, must be there.
     */
    public void save(InstalledSolution solution) {
        handle.createUpdate(SAVE)
                .bind("name", installable(solution.uniqueName()))
                .bind("key", UniqueName.key(solution.uniqueName()))
                .bind("friendlyName", solution.friendlyName())
                .bind("version", solution.version().text())
                .bind("managed", solution.managed())
                .bind("publisher", publisher(solution.publisher()))
                .bind("patchOf", solution.patchOf().map(owners()::id).orElse(null))
                .bind("holdingFor", solution.holdingFor().map(owners()::id).orElse(null))
                .bind("installedOn", solution.installedOn().toString())
                .bind("updatedOn", solution.updatedOn().toString())
                .bind("sha256", solution.sha256())
                .execute();
        changed();
    }

    /** Gives a solution another unique name. Its layers, patches and place stay. */
    public void rename(String uniqueName, String newName) {
        handle.createUpdate(RENAME)
                .bind("name", installable(newName))
                .bind("key", UniqueName.key(newName))
                .bind("id", owners().id(installable(uniqueName)))
                .execute();
        changed();
    }

    /**
     * Removes a solution with its layers and its component list. Components and definitions stay.
     *
     * @throws IllegalArgumentException when a patch or a holding solution of it is still there
     */
    public void delete(String uniqueName) {
        int id = owners().id(installable(uniqueName));
        int dependent = handle.createQuery("SELECT COUNT(*) FROM solution WHERE patch_of = :id OR holding_for = :id")
                .bind("id", id)
                .mapTo(int.class)
                .one();
        if (dependent > 0) {
            throw new IllegalArgumentException(uniqueName + " still has a patch or a holding solution");
        }
        handle.execute("DELETE FROM solution WHERE id = ?", id);
        changed();
    }

    /**
     * Puts a holding solution in the place of the one it holds for, which is deleted as by {@link #delete}: the holding
     * solution takes over name, place in the install order and {@code installedOn} (docs/concepts.md, "Stage and apply").
     * Patches must be deleted before.
     */
    public void promote(String holdingSolution) {
        String base = find(holdingSolution)
                .flatMap(InstalledSolution::holdingFor)
                .orElseThrow(() -> new IllegalArgumentException(holdingSolution + " is not a holding solution"));
        int id = owners().id(holdingSolution);
        Place place = place(owners().id(base));
        handle.execute(RELEASE, id);
        delete(base);
        rename(holdingSolution, base);
        handle.execute(TAKE_PLACE, place.order(), place.installedOn(), id);
        changed();
    }

    private Place place(int id) {
        return handle.createQuery("SELECT install_order, installed_on FROM solution WHERE id = ?")
                .bind(0, id)
                .map(Row.to(row -> new Place(row.number(1), row.text(2))))
                .one();
    }

    /** The owners of layers as they stand now. */
    Owners owners() {
        if (owners.isEmpty()) {
            owners = Optional.of(Owners.read(handle));
        }
        return owners.get();
    }

    private void changed() {
        owners = Optional.empty();
    }

    private String publisher(String uniqueName) {
        String key = UniqueName.key(uniqueName);
        handle.createQuery("SELECT id FROM publisher WHERE name_key = ?")
                .bind(0, key)
                .mapTo(int.class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("No publisher " + uniqueName + " in the environment"));
        return key;
    }

    private static String installable(String uniqueName) {
        if (UniqueName.same(uniqueName, Layer.SYSTEM) || UniqueName.same(uniqueName, Layer.ACTIVE)) {
            throw new IllegalArgumentException(uniqueName + " is the platform's own solution");
        }
        return uniqueName;
    }

    private List<ListedSolution> select(Query query) {
        owners(); // which are checked when they are read
        return query.map(Row.to(SolutionTable::listed)).list();
    }

    private static ListedSolution listed(Row row) throws SQLException {
        InstalledSolution solution = new InstalledSolution(
                row.text(1),
                row.text(2),
                row.parsed(3, "a version", SolutionVersion::parse),
                row.flag(4),
                row.text(5),
                row.optionalText(6),
                row.optionalText(7),
                row.parsed(8, "a time", Instant::parse),
                row.parsed(9, "a time", Instant::parse),
                row.text(10));
        return new ListedSolution(solution, row.number(11));
    }

    /**
     * A solution with the length of its component list.
     *
     * @param solution the solution
     * @param components how many components it lists
     */
    public record ListedSolution(InstalledSolution solution, int components) {}
}
