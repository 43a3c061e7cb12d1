package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Reads the content of definitions, for rules that need more than hashes. Used for a few components, many at a time. */
public interface Definitions {

    /** Knows no definition. */
    Definitions NONE = new Definitions() {
        @Override
        public Map<ContentHash, byte[]> stored(Collection<ContentHash> definitions) {
            return Map.of();
        }

        @Override
        public void arriving(Collection<Definition> definitions, Arrival each) {}

        @Override
        public Optional<byte[]> content(ContentHash content) {
            return Optional.empty();
        }

        @Override
        public Optional<SolutionComponent> read(
                ComponentKey component, Optional<ComponentKey> parent, ContentHash definition) {
            return Optional.empty();
        }

        @Override
        public Optional<SolutionComponent> read(ComponentKey component, Optional<ComponentKey> parent, byte[] xml) {
            return Optional.empty();
        }
    };

    /** The XML of definitions that layers of the environment have, by hash of the definition; without those not known. */
    Map<ContentHash, byte[]> stored(Collection<ContentHash> definitions);

    /** How many bytes the XML of definitions has that layers of the environment have; without those not known. */
    default Map<ContentHash, Long> sizes(Collection<ContentHash> definitions) {
        return Map.of();
    }

    /**
     * Gives the XML of definitions that the package brings, one after the other, so that one is in memory at a time; without
     * those not known. The package may be read again for that, from its beginning to its end: all are asked for at once.
     */
    void arriving(Collection<Definition> definitions, Arrival each);

    /** Takes what a package brings. */
    interface Arrival {

        /**
         * Takes one.
         *
         * @param definition hash of the definition
         */
        void take(ContentHash definition, byte[] xml);
    }

    /** A stored content, such as the basis of an unmanaged layer. */
    Optional<byte[]> content(ContentHash content);

    /** What a layer's definition says: references, names, properties. Empty when it is not known. */
    Optional<SolutionComponent> read(ComponentKey component, Optional<ComponentKey> parent, ContentHash definition);

    /** What a definition says: references of its XML, names, properties. Empty when it says nothing that can be read. */
    Optional<SolutionComponent> read(ComponentKey component, Optional<ComponentKey> parent, byte[] xml);
}
