package io.github.solutionalm.store;

import static java.util.stream.Collectors.toMap;

import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The owners of layers in the order of the stack (engine.md, State): System, managed solutions in install order, where one
 * solution's own stand together (base, patches by version, holding solution), Active.
 */
final class Owners {

    private static final String SELECT =
            """
            SELECT s.id, s.unique_name, s.version, s.patch_of, s.holding_for, s.install_order, p.unique_name AS publisher
            FROM solution s LEFT JOIN publisher p ON p.id = s.publisher
            """;

    /** A row; 0 stands for no base, since no id is 0. */
    private record Owner(
            int id, String name, String version, int patchOf, int holdingFor, int order, String publisher) {

        int base() {
            return patchOf != 0 ? patchOf : holdingFor;
        }

        /** Base, patch, holding solution. */
        int part() {
            return holdingFor != 0 ? 2 : patchOf != 0 ? 1 : 0;
        }

        /** System below, Active above all. */
        int level() {
            return switch (name) {
                case Layer.SYSTEM -> 0;
                case Layer.ACTIVE -> 2;
                default -> 1;
            };
        }
    }

    private final Map<Integer, Owner> byId;
    private final Map<Integer, Integer> ranks = new HashMap<>();
    private final Map<String, Integer> ids = new HashMap<>();

    private Owners(List<Owner> owners) {
        byId = owners.stream().collect(toMap(Owner::id, Function.identity()));
        List<Owner> stack = new ArrayList<>(owners);
        stack.sort(Comparator.comparingInt(Owner::level)
                .thenComparingInt(owner -> root(owner).order())
                .thenComparingInt(owner -> root(owner).id())
                .thenComparingInt(Owner::part)
                .thenComparing(owner -> SolutionVersion.parse(owner.version()))
                .thenComparingInt(Owner::order));
        for (Owner owner : stack) {
            ranks.put(owner.id(), ranks.size());
            ids.put(key(owner.name()), owner.id());
        }
    }

    private Owner root(Owner owner) {
        return owner.base() == 0 ? owner : root(byId.get(owner.base()));
    }

    static Owners read(Handle handle) {
        return new Owners(handle.createQuery(SELECT)
                .map((row, context) -> new Owner(
                        row.getInt("id"),
                        row.getString("unique_name"),
                        row.getString("version"),
                        row.getInt("patch_of"),
                        row.getInt("holding_for"),
                        row.getInt("install_order"),
                        Optional.ofNullable(row.getString("publisher")).orElse("")))
                .list());
    }

    /** Unique names are compared in this form. */
    static String key(String uniqueName) {
        return uniqueName.toLowerCase(Locale.ROOT);
    }

    Optional<Integer> find(String name) {
        return Optional.ofNullable(ids.get(key(name)));
    }

    /** The id of a solution that must be there. */
    int id(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("No solution " + name + " in the environment"));
    }

    String name(int id) {
        return byId.get(id).name();
    }

    /** Place in the stack. */
    int rank(int id) {
        return ranks.get(id);
    }

    Layer layer(int id, Optional<ContentHash> hash, Layer.Label label, Layer.Origin origin) {
        Owner owner = byId.get(id);
        return new Layer(owner.name(), owner.publisher(), hash, label, origin);
    }
}
