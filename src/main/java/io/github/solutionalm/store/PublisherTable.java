package io.github.solutionalm.store;

import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.UniqueName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Publishers, by unique name in any case. */
public final class PublisherTable {

    private static final String SAVE =
            """
            INSERT INTO publisher (id, unique_name, name_key, display_name, description, email, website,
                                   customization_prefix, option_value_prefix)
            VALUES ((SELECT COALESCE(MAX(id), 0) + 1 FROM publisher), :name, :key, :displayName, :description, :email, :website,
                    :prefix, :optionPrefix)
            ON CONFLICT (name_key) DO UPDATE SET
                display_name = excluded.display_name, description = excluded.description, email = excluded.email,
                website = excluded.website, customization_prefix = excluded.customization_prefix,
                option_value_prefix = excluded.option_value_prefix
            """;
    private static final String FORGET_ADDRESSES =
            "DELETE FROM publisher_address WHERE publisher = (SELECT id FROM publisher WHERE name_key = ?)";
    private static final String SAVE_ADDRESS =
            """
            INSERT INTO publisher_address (publisher, position, field, value)
            VALUES ((SELECT id FROM publisher WHERE name_key = ?), ?, ?, ?)
            """;
    private static final String FIND =
            """
            SELECT id, unique_name, display_name, description, email, website, customization_prefix, option_value_prefix
            FROM publisher WHERE name_key = ?
            """;
    private static final String ADDRESSES =
            "SELECT position, field, value FROM publisher_address WHERE publisher = ? ORDER BY position, field";

    private record Field(int position, String name, String value) {}

    private final Handle handle;

    PublisherTable(Handle handle) {
        this.handle = handle;
    }

    /** Adds the publisher, or brings it up to date. */
    public void save(Publisher publisher) {
        String key = UniqueName.key(publisher.uniqueName());
        handle.createUpdate(SAVE)
                .bind("name", publisher.uniqueName())
                .bind("key", key)
                .bind("displayName", publisher.displayName())
                .bind("description", publisher.description())
                .bind("email", publisher.email())
                .bind("website", publisher.website())
                .bind("prefix", publisher.customizationPrefix())
                .bind("optionPrefix", publisher.optionValuePrefix().orElse(null))
                .execute();
        handle.execute(FORGET_ADDRESSES, key);
        List<Map<String, String>> addresses = publisher.addresses();
        for (int i = 0; i < addresses.size(); i++) {
            int position = i;
            addresses.get(i).forEach((field, value) -> handle.execute(SAVE_ADDRESS, key, position, field, value));
        }
    }

    /** The publisher of this unique name, in any case; empty when there is none. */
    public Optional<Publisher> find(String uniqueName) {
        return handle.createQuery(FIND)
                .bind(0, UniqueName.key(uniqueName))
                .map(Row.to(this::publisher))
                .findOne();
    }

    /** The customization prefixes of all of them. */
    public Set<String> prefixes() {
        return handle.createQuery("SELECT customization_prefix FROM publisher").map(Row.to(row -> row.text(1))).stream()
                .collect(Collectors.toSet());
    }

    private Publisher publisher(Row row) throws SQLException {
        return new Publisher(
                row.text(2),
                row.text(3),
                row.text(4),
                row.text(5),
                row.text(6),
                row.text(7),
                row.optional(8, "a number", Integer::valueOf),
                addresses(row.number(1)));
    }

    private List<Map<String, String>> addresses(int publisher) {
        Map<Integer, Map<String, String>> byPosition = new TreeMap<>();
        handle.createQuery(ADDRESSES)
                .bind(0, publisher)
                .map(Row.to(row -> new Field(row.number(1), row.text(2), row.text(3))))
                .forEach(field -> byPosition
                        .computeIfAbsent(field.position(), position -> new TreeMap<>())
                        .put(field.name(), field.value()));
        return List.copyOf(byPosition.values());
    }
}
