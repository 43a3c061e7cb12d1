package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.hash;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of definitions are read with a few questions, and a few MB of them are in memory. */
class DefinitionsInTurnTest {

    private static final List<ContentHash> THOUSAND =
            IntStream.range(0, 1_000).mapToObj(i -> hash("definition " + i)).toList();

    @Test
    void smallOnesAreReadInHundreds() {
        Store store = new Store(10);

        assertThat(read(store)).isEqualTo(THOUSAND);
        assertThat(store.questions).hasSize(2);
    }

    @Test
    void largeOnesAreReadInFewMegabytes() {
        Store store = new Store(1 << 20);

        assertThat(read(store)).isEqualTo(THOUSAND);
        assertThat(store.questions).allSatisfy(asked -> assertThat(asked).isLessThanOrEqualTo(9));
    }

    @Test
    void oneThatManyShareIsReadOnceForHundreds() {
        Store store = new Store(1 << 20);
        List<Integer> read = new ArrayList<>();
        List<Integer> items = IntStream.range(0, 1_000).boxed().toList();

        new DefinitionsInTurn(store).read(items, item -> THOUSAND.subList(0, 1), (item, xml) -> read.add(item));

        assertThat(read).isEqualTo(items);
        assertThat(store.questions).containsExactly(1, 1);
    }

    private static List<ContentHash> read(Store store) {
        List<ContentHash> read = new ArrayList<>();
        new DefinitionsInTurn(store).read(THOUSAND, List::of, (hash, xml) -> {
            assertThat(xml).containsKey(hash);
            read.add(hash);
        });
        return read;
    }

    /** Counts how many definitions each question asks for. */
    private static final class Store implements Definitions {

        private final List<Integer> questions = new ArrayList<>();
        private final long size;

        Store(long size) {
            this.size = size;
        }

        @Override
        public Map<ContentHash, byte[]> stored(Collection<ContentHash> definitions) {
            questions.add(definitions.size());
            Map<ContentHash, byte[]> found = new HashMap<>();
            definitions.forEach(hash -> found.put(hash, new byte[0]));
            return found;
        }

        @Override
        public Map<ContentHash, Long> sizes(Collection<ContentHash> definitions) {
            Map<ContentHash, Long> sizes = new HashMap<>();
            definitions.forEach(hash -> sizes.put(hash, size));
            return sizes;
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
    }
}
