package io.github.solutionalm.embedded;

import io.github.solutionalm.engine.Definitions;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.packaging.DefinitionReader;
import io.github.solutionalm.packaging.EqualContent;
import io.github.solutionalm.store.StoreTransaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The definitions of an environment: those of its layers from the store, and what a package brings from the package. */
final class StoredDefinitions implements Definitions {

    private final StoreTransaction tx;
    private final Arriving arriving;

    /** Reads contents of the package that is being imported. */
    interface Arriving {

        /** No package is imported. */
        Arriving NOTHING = (hashes, each) -> {};

        /** Gives the asked contents that the package has, each once, in the order of the package. */
        void contents(Set<ContentHash> hashes, BiConsumer<ContentHash, byte[]> each);
    }

    StoredDefinitions(StoreTransaction tx, Arriving arriving) {
        this.tx = tx;
        this.arriving = arriving;
    }

    @Override
    public Map<ContentHash, byte[]> stored(Collection<ContentHash> definitions) {
        Map<ContentHash, ContentHash> xml = tx.definitions().xml(definitions);
        Map<ContentHash, byte[]> contents = tx.contents().bytes(xml.values());
        Map<ContentHash, byte[]> found = new HashMap<>();
        xml.forEach((hash, content) ->
                Optional.ofNullable(contents.get(content)).ifPresent(bytes -> found.put(hash, bytes)));
        return found;
    }

    @Override
    public Map<ContentHash, Long> sizes(Collection<ContentHash> definitions) {
        return tx.definitions().sizes(definitions);
    }

    /** What is stored already is not read again: a plan that is carried out writes contents while it reads. */
    @Override
    public void arriving(Collection<Definition> definitions, Arrival each) {
        Map<ContentHash, Set<ContentHash>> others = new LinkedHashMap<>();
        for (Definition definition : definitions) {
            Optional<byte[]> stored = content(definition.xml());
            if (stored.isPresent()) {
                each.take(definition.hash(), stored.get());
            } else {
                others.computeIfAbsent(definition.xml(), xml -> new LinkedHashSet<>())
                        .add(definition.hash());
            }
        }
        if (!others.isEmpty()) {
            arriving.contents(
                    others.keySet(), (hash, xml) -> others.get(hash).forEach(definition -> each.take(definition, xml)));
        }
    }

    @Override
    public Optional<byte[]> content(ContentHash content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            return tx.contents().read(content, bytes) ? Optional.of(bytes.toByteArray()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }

    /** The hash of what a definition says whose files are stored. */
    ContentHash equalContent(byte[] xml, List<Definition.File> files) {
        try {
            return EqualContent.hash(xml, files, (file, out) -> tx.contents().read(file.hash(), out));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }

    @Override
    public Optional<SolutionComponent> read(
            ComponentKey component, Optional<ComponentKey> parent, ContentHash definition) {
        return tx.definitions()
                .find(definition)
                .flatMap(found -> content(found.xml()))
                .flatMap(xml -> read(component, parent, xml));
    }

    @Override
    public Optional<SolutionComponent> read(ComponentKey component, Optional<ComponentKey> parent, byte[] xml) {
        return DefinitionReader.read(component, parent, xml, Map.of());
    }
}
