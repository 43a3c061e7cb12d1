package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** How far anybody looked when an environment was captured. */
public final class LookTable {

    private static final int BATCH = 1000;

    private static final String ADD = "INSERT INTO look (kind, type, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String NAMES = "SELECT type || key FROM look WHERE kind = ?";
    private static final String TYPES = "types";
    private static final String TABLES = "tables";

    /** What was looked for at components. */
    public enum Kind {
        /** Everything that uses the component. */
        DEPENDENTS("dependents"),
        /** Nobody looked whether the component has a customization: it may have none although it is listed with one. */
        UNSEEN_CUSTOMIZATIONS("unseenCustomizations");

        private final String written;

        Kind(String written) {
            this.written = written;
        }
    }

    private final Handle handle;

    LookTable(Handle handle) {
        this.handle = handle;
    }

    /** Adds types of which every component is there by its name. */
    public void addTypes(Collection<String> names) {
        try (Batch batch = new Batch(handle, ADD)) {
            names.forEach(name -> batch.add(TYPES, name, ""));
            batch.send();
        }
    }

    /** Adds tables, by logical name, of which every part is there by its name, also tables that do not exist. */
    public void addTables(Collection<String> logicalNames) {
        try (Batch batch = new Batch(handle, ADD)) {
            logicalNames.forEach(name -> batch.add(TABLES, "", name));
            batch.send();
        }
    }

    /** Adds components at which somebody looked, or did not. */
    public void add(Kind kind, Collection<ComponentKey> components) {
        try (Batch batch = new Batch(handle, ADD)) {
            for (ComponentKey component : components) {
                batch.add(kind.written, component.type().name(), component.key());
                if (batch.rows() == BATCH) {
                    batch.send();
                }
            }
            batch.send();
        }
    }

    /** Names of the types of which every component is there by its name. */
    public Set<String> types() {
        return names(TYPES);
    }

    /** Logical names of the tables of which every part is there by its name. */
    public Set<String> tables() {
        return names(TABLES);
    }

    /** One of the two columns is empty. */
    private Set<String> names(String kind) {
        Set<String> names = new HashSet<>();
        handle.createQuery(NAMES).bind(0, kind).map(Row.to(row -> row.text(1))).forEach(names::add);
        return names;
    }

    /** The components of a kind. */
    public Set<ComponentKey> of(Kind kind) {
        Set<ComponentKey> components = new HashSet<>();
        handle.createQuery("SELECT type, key FROM look WHERE kind = ?")
                .bind(0, kind.written)
                .map(Row.to(row -> row.key(1)))
                .forEach(components::add);
        return components;
    }
}
