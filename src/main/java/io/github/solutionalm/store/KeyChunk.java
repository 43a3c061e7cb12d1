package io.github.solutionalm.store;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Some keys of one type, few enough for one statement, which asks for {@code type = :type AND key IN (<keys>)}. A temporary
 * table would do with one statement, but be a write where only reading is allowed.
 *
 * @param type type name
 * @param keys the keys
 */
record KeyChunk(String type, List<String> keys) {

    private static final int SIZE = 500;

    static List<KeyChunk> of(Collection<ComponentKey> components) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (ComponentKey component : components) {
            byType.computeIfAbsent(component.type().name(), type -> new ArrayList<>())
                    .add(component.key());
        }
        List<KeyChunk> chunks = new ArrayList<>();
        byType.forEach((type, keys) -> {
            List<String> sorted = keys.stream().sorted().distinct().toList();
            for (int from = 0; from < sorted.size(); from += SIZE) {
                chunks.add(new KeyChunk(type, sorted.subList(from, Math.min(from + SIZE, sorted.size()))));
            }
        });
        return chunks;
    }

    /** The component of one of the keys. */
    ComponentKey component(String key) {
        return new ComponentKey(ComponentType.named(type), key);
    }

    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement.bind("type", type).bindList("keys", keys);
    }
}
