package io.github.solutionalm.store;

import static java.util.Comparator.comparingInt;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.StatementContext;

/** Makes components of rows of one layer each, where the rows of a component follow each other. */
final class StateRows {

    private record OwnedLayer(int owner, Optional<ContentHash> hash, Layer.Label label, Layer.Origin origin) {}

    private final Owners owners;
    private final Consumer<ComponentState> consumer;

    StateRows(Owners owners, Consumer<ComponentState> consumer) {
        this.owners = owners;
        this.consumer = consumer;
    }

    /** Reads to the end; columns as in {@link ComponentTable}. */
    boolean read(Supplier<ResultSet> supplier, StatementContext context) throws SQLException {
        ResultSet row = supplier.get();
        boolean more = row.next();
        while (more) {
            more = readComponent(row);
        }
        return true;
    }

    /** Reads one component and goes to the first row of the next. */
    private boolean readComponent(ResultSet row) throws SQLException {
        int id = row.getInt(1);
        ComponentKey key = key(row.getString(2), row.getString(3));
        Layer.Label label = label(row, 4);
        boolean published = row.getBoolean(8);
        List<OwnedLayer> layers = new ArrayList<>(2);
        boolean more;
        do {
            readLayer(row, layers);
            more = row.next();
        } while (more && row.getInt(1) == id);
        consumer.accept(new ComponentState(key, label, inOrder(layers), published));
        return more;
    }

    /** A component without layers has one row without owner. */
    private static void readLayer(ResultSet row, List<OwnedLayer> layers) throws SQLException {
        int owner = row.getInt(9);
        if (owner != 0) {
            layers.add(new OwnedLayer(owner, hash(row, 14), label(row, 10), origin(row)));
        }
    }

    /** Name, type and key of the parent, and state stand in four columns. */
    private static Layer.Label label(ResultSet row, int first) throws SQLException {
        String name = row.getString(first);
        Optional<ComponentKey> parent = parent(row.getString(first + 1), row.getString(first + 2));
        Optional<ActivationState> state =
                Optional.ofNullable(row.getString(first + 3)).map(ActivationState::valueOf);
        return new Layer.Label(name, parent, state);
    }

    private static Layer.Origin origin(ResultSet row) throws SQLException {
        Optional<ContentHash> packaged = hash(row, 15);
        Optional<ContentHash> basis = hash(row, 16);
        boolean first = row.getBoolean(17);
        return packaged.isEmpty() && basis.isEmpty() && !first
                ? Layer.Origin.PACKAGE
                : new Layer.Origin(packaged, basis, first);
    }

    private static Optional<ContentHash> hash(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(ContentHash::of);
    }

    private List<Layer> inOrder(List<OwnedLayer> layers) {
        layers.sort(comparingInt(layer -> owners.rank(layer.owner())));
        List<Layer> stack = new ArrayList<>(layers.size());
        for (OwnedLayer layer : layers) {
            stack.add(owners.layer(layer.owner(), layer.hash(), layer.label(), layer.origin()));
        }
        return stack;
    }

    private static Optional<ComponentKey> parent(String type, String key) {
        return type == null ? Optional.empty() : Optional.of(key(type, key));
    }

    private static ComponentKey key(String type, String key) {
        return new ComponentKey(ComponentType.named(type), key);
    }
}
