package io.github.solutionalm.embedded;

import static java.util.stream.Collectors.toSet;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.packaging.DefinitionReader;
import io.github.solutionalm.store.EnvironmentStore;
import io.github.solutionalm.store.StoreTransaction;
import io.github.solutionalm.store.UnreadLayers;
import io.github.solutionalm.store.UnreadLayers.Unread;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the content of an environment up to date that an earlier version of the plugin wrote: definitions get the hash of
 * what they say, layers the names and references that were not kept. In one transaction, once.
 */
final class EarlierLayers {

    private static final int AT_ONCE = 500;

    /** Files that name components are text of this size at most; assemblies and images name none. */
    private static final long LARGEST = 4L << 20;

    private final StoreTransaction tx;
    private final StoredDefinitions definitions;

    private EarlierLayers(StoreTransaction tx) {
        this.tx = tx;
        this.definitions = new StoredDefinitions(tx, StoredDefinitions.Arriving.NOTHING);
    }

    static boolean areUnread(EnvironmentStore store) {
        return store.read(tx -> tx.unread().any());
    }

    /** Reads what is unread. */
    static void read(EnvironmentStore store) {
        if (areUnread(store)) {
            store.change(tx -> new EarlierLayers(tx).read());
        }
    }

    private void read() {
        for (ContentHash hash : tx.definitions().all()) {
            Definition definition = tx.definitions().find(hash).orElseThrow();
            byte[] xml = definitions.content(definition.xml()).orElseThrow();
            tx.definitions().rehash(hash, definitions.equalContent(xml, definition.files()));
        }
        UnreadLayers unread = tx.unread();
        for (List<Unread> some = unread.next(AT_ONCE); !some.isEmpty(); some = unread.next(AT_ONCE)) {
            Map<ComponentKey, ComponentState> states =
                    tx.components().states(some.stream().map(Unread::component).collect(toSet()));
            for (Unread layer : some) {
                Optional<SolutionComponent> said = read(layer);
                said.filter(component -> isCovered(layer, states.get(layer.component())))
                        .map(SolutionComponent::name)
                        .filter(name -> !name.isEmpty())
                        .ifPresent(name -> unread.rename(layer, name));
                unread.read(
                        layer,
                        said.map(SolutionComponent::names).orElse(Set.of()),
                        said.map(SolutionComponent::references).orElse(Set.of()));
            }
        }
    }

    /** The earlier version kept the name of the top layer alone. */
    private static boolean isCovered(Unread layer, ComponentState component) {
        List<Layer> layers = component.layers();
        return !layers.get(layers.size() - 1).owner().equals(layer.owner());
    }

    private Optional<SolutionComponent> read(Unread layer) {
        Definition definition = tx.definitions().find(layer.definition()).orElseThrow();
        Map<String, byte[]> files = new HashMap<>();
        for (Definition.File file : definition.files()) {
            if (file.size() <= LARGEST) {
                definitions.content(file.hash()).ifPresent(content -> files.put(file.name(), content));
            }
        }
        return definitions
                .content(definition.xml())
                .flatMap(xml -> DefinitionReader.read(layer.component(), layer.parent(), xml, files));
    }
}
