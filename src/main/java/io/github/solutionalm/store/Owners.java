package io.github.solutionalm.store;

import static java.util.stream.Collectors.toMap;

import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The owners of layers in the order of the stack (docs/concepts.md, "Layers"): System, managed solutions in install order,
 * where one solution's own stand together (base, patches by version, holding solution), Active.
 */
final class Owners {

    private static final String SELECT =
            """
            SELECT s.id, s.unique_name, s.version, s.patch_of, s.holding_for, s.install_order, p.unique_name AS publisher,
                   s.name_key, p.name_key
            FROM solution s LEFT JOIN publisher p ON p.id = s.publisher
            """;

    /** A row; 0 stands for no base, since no id is 0. */
    private record Owner(
            int id,
            String name,
            SolutionVersion version,
            int patchOf,
            int holdingFor,
            int order,
            String publisher,
            String key,
            String publisherKey) {

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
        owners.forEach(this::check);
        List<Owner> stack = new ArrayList<>(owners);
        stack.sort(Comparator.comparingInt(Owner::level)
                .thenComparingInt(owner -> root(owner).order())
                .thenComparingInt(owner -> root(owner).id())
                .thenComparingInt(Owner::part)
                .thenComparing(Owner::version)
                .thenComparingInt(Owner::order));
        for (Owner owner : stack) {
            ranks.put(owner.id(), ranks.size());
            ids.put(UniqueName.key(owner.name()), owner.id());
        }
    }

    /** What a patch or a staged upgrade belongs to is neither that itself, but for the patches of what is installed. */
    private void check(Owner owner) {
        boolean platforms = owner.level() != 1;
        Owner base = byId.get(owner.base());
        boolean isSound = owner.key().equals(UniqueName.key(owner.name()))
                && owner.publisherKey().equals(UniqueName.key(owner.publisher()))
                && platforms == owner.publisher().isEmpty()
                && (owner.base() == 0 || base != null && base.level() == 1 && base.base() == 0);
        if (!isSound) {
            throw new DamageException("the solution " + owner.name() + " (" + owner.key()
                    + ") has no name, publisher or base that it could have");
        }
    }

    private Owner root(Owner owner) {
        return owner.base() == 0 ? owner : root(byId.get(owner.base()));
    }

    static Owners read(Handle handle) {
        return new Owners(handle.createQuery(SELECT)
                .map(Row.to(row -> new Owner(
                        row.number(1),
                        row.text(2),
                        row.parsed(3, "a version", SolutionVersion::parse),
                        row.number(4),
                        row.number(5),
                        row.number(6),
                        row.optionalText(7).orElse(""),
                        row.text(8),
                        row.optionalText(9).orElse(""))))
                .list());
    }

    Optional<Integer> find(String name) {
        return Optional.ofNullable(ids.get(UniqueName.key(name)));
    }

    /** The id of a solution that must be there. */
    int id(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("No solution " + name + " in the environment"));
    }

    String name(int id) {
        return owner(id).name();
    }

    private Owner owner(int id) {
        Owner owner = byId.get(id);
        if (owner == null) {
            throw new DamageException("a layer belongs to solution number " + id + ", which is not there");
        }
        return owner;
    }

    /** Place in the stack. */
    int rank(int id) {
        return ranks.get(owner(id).id());
    }

    Layer layer(int id, Content content, Layer.Label label, Layer.Origin origin) {
        Owner owner = owner(id);
        return new Layer(owner.name(), owner.publisher(), content, label, origin);
    }
}
