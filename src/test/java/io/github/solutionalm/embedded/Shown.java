package io.github.solutionalm.embedded;

import io.github.solutionalm.engine.EffectiveLayers;
import io.github.solutionalm.merge.OptionValues;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.store.StoreTransaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an environment shows of its components, however many layers they have. */
final class Shown {

    private Shown() {}

    /** The definition of each component. */
    static Map<ComponentKey, String> all(Rehearsal rehearsal) {
        return rehearsal.store().read(tx -> {
            EffectiveLayers effective = effective(tx);
            Map<ComponentKey, String> shown = new TreeMap<>();
            tx.components().forEach(state -> effective
                    .shown(state.key().type(), state.layers())
                    .ifPresent(xml -> shown.put(state.key(), new String(xml, StandardCharsets.UTF_8))));
            return shown;
        });
    }

    /** The definition of one component; empty where there is none. */
    static String of(Rehearsal rehearsal, ComponentKey key) {
        return all(rehearsal).getOrDefault(key, "");
    }

    /** The values of a choice or of a column, as {@code value=label}. */
    static List<String> values(Rehearsal rehearsal, ComponentKey key) {
        return OptionValues.of(of(rehearsal, key).getBytes(StandardCharsets.UTF_8)).stream()
                .map(value -> value.value() + "=" + value.label())
                .toList();
    }

    private static EffectiveLayers effective(StoreTransaction tx) {
        StoredDefinitions definitions = new StoredDefinitions(tx, StoredDefinitions.Arriving.NOTHING);
        return new EffectiveLayers(
                tx.solutions().all(),
                layer -> layer.content()
                        .hash()
                        .flatMap(tx.definitions()::find)
                        .flatMap(found -> definitions.content(found.xml())),
                definitions::content);
    }
}
