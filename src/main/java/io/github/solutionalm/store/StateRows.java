package io.github.solutionalm.store;

import static java.util.Comparator.comparingInt;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Content;
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

    private record OwnedLayer(int owner, Content content, Layer.Label label, Layer.Origin origin) {}

    private final Owners owners;
    private final Consumer<ComponentState> consumer;

    StateRows(Owners owners, Consumer<ComponentState> consumer) {
        this.owners = owners;
        this.consumer = consumer;
    }

    /** Reads to the end; columns as in {@link ComponentTable}. */
    boolean read(Supplier<ResultSet> supplier, StatementContext context) throws SQLException {
        Row row = new Row(supplier.get());
        boolean more = row.values().next();
        while (more) {
            more = readComponent(row);
        }
        return true;
    }

    /** Reads one component and goes to the first row of the next. */
    private boolean readComponent(Row row) throws SQLException {
        int id = row.number(1);
        ComponentKey key = row.key(2);
        Layer.Label label = label(row, 4);
        boolean published = row.flag(8);
        List<OwnedLayer> layers = new ArrayList<>(2);
        boolean more;
        do {
            readLayer(row, layers);
            more = row.values().next();
        } while (more && row.number(1) == id);
        consumer.accept(new ComponentState(key, label, inOrder(layers), published));
        return more;
    }

    /** A component without layers has one row without owner. */
    private static void readLayer(Row row, List<OwnedLayer> layers) throws SQLException {
        int owner = row.number(9);
        if (owner != 0) {
            layers.add(new OwnedLayer(owner, content(row), label(row, 10), origin(row)));
        }
    }

    private static Content content(Row row) throws SQLException {
        return row.optionalHash(14).map(Content::of).orElse(Content.UNKNOWN);
    }

    /** Name, type and key of the parent, and state stand in four columns. */
    private static Layer.Label label(Row row, int first) throws SQLException {
        String name = row.text(first);
        Optional<ComponentKey> parent = row.optionalKey(first + 1);
        Optional<ActivationState> state = row.optional(first + 3, "a state", ActivationState::valueOf);
        return new Layer.Label(name, parent, state);
    }

    private static Layer.Origin origin(Row row) throws SQLException {
        Optional<ContentHash> packaged = row.optionalHash(15);
        Optional<ContentHash> basis = row.optionalHash(16);
        boolean first = row.flag(17);
        return packaged.isEmpty() && basis.isEmpty() && !first
                ? Layer.Origin.PACKAGE
                : new Layer.Origin(packaged, basis, first);
    }

    private List<Layer> inOrder(List<OwnedLayer> layers) {
        layers.sort(comparingInt(layer -> owners.rank(layer.owner())));
        List<Layer> stack = new ArrayList<>(layers.size());
        for (OwnedLayer layer : layers) {
            stack.add(owners.layer(layer.owner(), layer.content(), layer.label(), layer.origin()));
        }
        return stack;
    }
}
