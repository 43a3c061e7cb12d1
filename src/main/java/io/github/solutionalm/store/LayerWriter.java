package io.github.solutionalm.store;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.store.LayerTable.LayerWrite;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes the layers of one owner in batches: components, definitions, layers, references, which need each other in this order. */
final class LayerWriter implements AutoCloseable {

    private static final int BATCH = 500;
    private static final int REFERENCES = 5000;

    private static final String COMPONENT =
            """
            INSERT INTO component (id, type, key, name, parent_type, parent_key, published, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (type, key) DO UPDATE SET published = excluded.published
            """;
    private static final String DEFINITION =
            """
            INSERT INTO definition (id, hash, xml) VALUES (?, ?, (SELECT id FROM content WHERE sha256 = ?))
            ON CONFLICT (hash) DO NOTHING
            """;
    // Only to a definition that was made just now: one that says the same may have been here, with files of its own.
    private static final String FILE =
            """
            INSERT INTO definition_file (definition, name, content, size)
            SELECT d.id, ?, (SELECT id FROM content WHERE sha256 = ?), ? FROM definition d WHERE d.id = ? AND d.hash = ?
            ON CONFLICT (definition, name) DO NOTHING
            """;
    private static final String OLD_LAYER =
            """
            DELETE FROM layer WHERE component = (SELECT id FROM component WHERE type = ? AND key = ?) AND owner = ?
            """;
    private static final String LAYER =
            """
            INSERT INTO layer (id, component, owner, definition, name, parent_type, parent_key, state, packaged, basis, first)
            VALUES (?, (SELECT id FROM component WHERE type = ? AND key = ?), ?, (SELECT id FROM definition WHERE hash = ?),
                    ?, ?, ?, ?, ?, (SELECT id FROM content WHERE sha256 = ?), ?)
            """;
    private static final String NAME = "INSERT INTO layer_name (layer, type, name) VALUES (?, ?, ?)";
    private static final String REFERENCE = "INSERT INTO reference (layer, target_type, target_key) VALUES (?, ?, ?)";

    /** What a component that consists of files alone has for XML: no package carries it. */
    private static final ContentHash EMPTY =
            ContentHash.parse("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private final ContentTable contents;
    private final int owner;
    private final Ids componentIds;
    private final Ids definitionIds;
    private final Ids layerIds;
    private final Batch components;
    private final Batch definitions;
    private final Batch files;
    private final Batch oldLayers;
    private final Batch layers;
    private final Batch references;
    private final Batch names;

    // By component: of two layers of one component the last counts.
    private final Map<ComponentKey, LayerWrite> pending = new LinkedHashMap<>();

    LayerWriter(Handle handle, ContentTable contents, int owner) {
        this.contents = contents;
        this.owner = owner;
        componentIds = new Ids(handle, "component");
        definitionIds = new Ids(handle, "definition");
        layerIds = new Ids(handle, "layer");
        components = new Batch(handle, COMPONENT);
        definitions = new Batch(handle, DEFINITION);
        files = new Batch(handle, FILE);
        oldLayers = new Batch(handle, OLD_LAYER);
        layers = new Batch(handle, LAYER);
        references = new Batch(handle, REFERENCE);
        names = new Batch(handle, NAME);
    }

    void add(LayerWrite layer) {
        pending.put(layer.key(), layer);
        if (pending.size() == BATCH) {
            send();
        }
    }

    void send() {
        for (LayerWrite layer : pending.values()) {
            addComponent(layer);
            addDefinition(layer.definition());
            addLayer(layer);
            if (references.rows() > REFERENCES) {
                sendBatches();
            }
        }
        sendBatches();
        pending.clear();
    }

    private void sendBatches() {
        contents.flush();
        inOrder().forEach(Batch::send);
    }

    private void addComponent(LayerWrite layer) {
        components.add(
                componentIds.next(),
                layer.key().type().name(),
                layer.key().key(),
                layer.label().name(),
                parentType(layer),
                parentKey(layer),
                layer.published(),
                state(layer));
    }

    private void addDefinition(Definition definition) {
        if (definition.xml().equals(EMPTY)) {
            contents.write(EMPTY, new byte[0], 0);
        }
        byte[] hash = definition.hash().bytes();
        int id = definitionIds.next();
        definitions.add(id, hash, definition.xml().bytes());
        for (Definition.File file : definition.files()) {
            files.add(file.name(), file.hash().bytes(), file.size(), id, hash);
        }
    }

    private void addLayer(LayerWrite layer) {
        String type = layer.key().type().name();
        String key = layer.key().key();
        int id = layerIds.next();
        oldLayers.add(type, key, owner);
        layers.add(
                id,
                type,
                key,
                owner,
                layer.definition().hash().bytes(),
                layer.label().name(),
                parentType(layer),
                parentKey(layer),
                state(layer),
                layer.origin().packaged().map(ContentHash::bytes).orElse(null),
                layer.origin().basis().map(ContentHash::bytes).orElse(null),
                layer.origin().first());
        for (ComponentKey target : layer.references()) {
            references.add(id, target.type().name(), target.key());
        }
        for (ComponentKey name : layer.names()) {
            names.add(id, name.type().name(), name.key());
        }
    }

    private static String parentType(LayerWrite layer) {
        return layer.label().parent().map(parent -> parent.type().name()).orElse(null);
    }

    private static String parentKey(LayerWrite layer) {
        return layer.label().parent().map(ComponentKey::key).orElse(null);
    }

    private static String state(LayerWrite layer) {
        return layer.label().state().map(ActivationState::name).orElse(null);
    }

    private List<Batch> inOrder() {
        return List.of(components, definitions, files, oldLayers, layers, references, names);
    }

    @Override
    public void close() {
        inOrder().forEach(Batch::close);
    }
}
