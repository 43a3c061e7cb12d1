package io.github.solutionalm.embedded;

import io.github.solutionalm.EffectiveListener;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.merge.EffectiveDefinition.Merged;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.store.OriginTable;
import io.github.solutionalm.store.StoreTransaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Lists what the store holds. */
final class EnvironmentListing {

    private EnvironmentListing() {}

    static EnvironmentContent of(EnvironmentId id, StoreTransaction tx, boolean withComponents) {
        List<EnvironmentContent.Component> components = new ArrayList<>();
        if (withComponents) {
            Map<ComponentKey, Set<ComponentKey>> uses = tx.references().uses();
            tx.components().forEach(state -> components.add(component(state, Optional.empty(), uses)));
        }
        return content(id, tx, components);
    }

    /** Merges one component after the other, so that never more than one definition is in memory. */
    static EnvironmentContent withEffective(EnvironmentId id, StoreTransaction tx, EffectiveListener listener)
            throws IOException {
        List<ComponentState> states = new ArrayList<>();
        tx.components().forEach(states::add);
        Map<ComponentKey, Set<ComponentKey>> uses = tx.references().uses();
        MergedLayers layers = new MergedLayers(tx);
        List<EnvironmentContent.Component> components = new ArrayList<>();
        for (ComponentState state : states) {
            Optional<Merged> merged = layers.of(state);
            if (merged.isPresent()) {
                listener.effective(state.key(), merged.get().xml());
            }
            components.add(component(
                    state,
                    merged.map(effective -> new EnvironmentContent.Effective(
                            effective.conflicts().size())),
                    uses));
        }
        return content(id, tx, components);
    }

    private static EnvironmentContent.Component component(
            ComponentState state,
            Optional<EnvironmentContent.Effective> effective,
            Map<ComponentKey, Set<ComponentKey>> uses) {
        return new EnvironmentContent.Component(
                state.key(),
                state.name(),
                state.parent(),
                state.layers().stream().map(Layer::owner).toList(),
                Optional.of(state.published()),
                state.state(),
                effective,
                List.copyOf(uses.getOrDefault(state.key(), Set.of())));
    }

    private static EnvironmentContent content(
            EnvironmentId id, StoreTransaction tx, List<EnvironmentContent.Component> components) {
        return new EnvironmentContent(
                id,
                tx.solutions().listed().stream()
                        .map(listed ->
                                new EnvironmentContent.Solution(listed.solution(), OptionalInt.of(listed.components())))
                        .toList(),
                components,
                OptionalInt.of(tx.components().countUnpublished()),
                tx.origin().find().map(EnvironmentListing::origin));
    }

    static EnvironmentSnapshot.Origin origin(OriginTable.Origin stored) {
        return new EnvironmentSnapshot.Origin(
                stored.url(), stored.organizationId(), stored.platformVersion(), stored.takenAt());
    }
}
