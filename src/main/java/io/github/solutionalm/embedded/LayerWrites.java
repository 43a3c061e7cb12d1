package io.github.solutionalm.embedded;

import io.github.solutionalm.engine.EffectiveLayers;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.merge.OptionValues;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.store.LayerTable.LayerWrite;
import io.github.solutionalm.store.StoreTransaction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The layers that a plan writes. Mostly they are what the package brings; an update keeps the values of a choice that its
 * package drops, and an unmanaged definition remembers what lay below when it came.
 */
final class LayerWrites {

    private final StoreTransaction tx;
    private final ImportPlan plan;
    private final boolean keepsValues;
    private final StoredDefinitions definitions;
    private final EffectiveLayers effective;

    /**
     * Makes the writer of one plan's layers.
     *
     * @param keepsValues whether values of choices stay that the package drops
     */
    LayerWrites(StoreTransaction tx, ImportPlan plan, boolean keepsValues) {
        this.tx = tx;
        this.plan = plan;
        this.keepsValues = keepsValues;
        this.definitions = new StoredDefinitions(tx, StoredDefinitions.Arriving.NOTHING);
        this.effective = new EffectiveLayers(
                tx.solutions().all(),
                layer -> layer.content()
                        .hash()
                        .flatMap(tx.definitions()::find)
                        .flatMap(found -> definitions.content(found.xml())),
                definitions::content);
    }

    /** The layer of the plan's owner. */
    LayerWrite of(ComponentChange change) {
        SolutionComponent component = change.component().orElseThrow();
        Definition brought = component.definition().orElseThrow();
        Optional<ComponentState> before = Optional.ofNullable(plan.before().get(change.key()));
        Definition kept = keeping(component, brought, before.flatMap(state -> state.layerOf(plan.owner())));
        boolean active = plan.owner().equals(Layer.ACTIVE);
        Layer.Origin origin = new Layer.Origin(
                kept.equals(brought) ? Optional.empty() : Optional.of(brought.hash()),
                active ? before.flatMap(state -> basis(component, state)) : Optional.empty(),
                active && isFirst(before));
        return write(change, kept, origin);
    }

    /** The unmanaged layer, where the package overwrites it. */
    LayerWrite overwriting(ComponentChange change) {
        Optional<ComponentState> before = Optional.ofNullable(plan.before().get(change.key()));
        return write(
                change,
                change.component().flatMap(SolutionComponent::definition).orElseThrow(),
                new Layer.Origin(Optional.empty(), Optional.empty(), isFirst(before)));
    }

    private static LayerWrite write(ComponentChange change, Definition definition, Layer.Origin origin) {
        SolutionComponent component = change.component().orElseThrow();
        Layer.Label label = new Layer.Label(change.name(), component.parent(), change.state());
        return write(component, label, definition, origin, change.published());
    }

    /** A layer that shows a component of a package. */
    static LayerWrite write(
            SolutionComponent component,
            Layer.Label label,
            Definition definition,
            Layer.Origin origin,
            boolean published) {
        return new LayerWrite(
                component.key(), label, definition, origin, component.references(), component.names(), published);
    }

    /** Whether the component is the user's own: nothing lies below the unmanaged layer, or nothing did when it came. */
    private static boolean isFirst(Optional<ComponentState> before) {
        return before.map(ComponentState::layers).orElse(List.of()).stream()
                .allMatch(layer -> layer.isActive()
                        || before.get()
                                .layerOf(Layer.ACTIVE)
                                .filter(own -> own.origin().first())
                                .isPresent());
    }

    /** The definition with the values of the earlier layer; an unknown layer has none to keep. */
    private Definition keeping(SolutionComponent component, Definition brought, Optional<Layer> own) {
        Optional<ContentHash> earlier =
                own.flatMap(layer -> layer.content().hash()).filter(hash -> !hash.equals(brought.hash()));
        if (!keepsValues || earlier.isEmpty() || !OptionValues.mayBeOf(component)) {
            return brought;
        }
        byte[] now = definitions.content(brought.xml()).orElseThrow();
        byte[] old = definitions.stored(List.of(earlier.get())).getOrDefault(earlier.get(), now);
        byte[] kept = OptionValues.keeping(now, old);
        if (Arrays.equals(kept, now)) {
            return brought;
        }
        ContentHash xml = ContentHash.ofContent(kept);
        tx.contents().write(xml, kept, kept.length);
        return new Definition(xml, brought.files(), definitions.equalContent(kept, brought.files()));
    }

    /**
     * What shows of the layers below, for types of which an unmanaged definition says what differs from that. Where one of them is
     * not known, there is no basis, and the whole definition counts as the user's.
     */
    private Optional<ContentHash> basis(SolutionComponent component, ComponentState before) {
        if (!component.key().type().merges()) {
            return Optional.empty();
        }
        List<Layer> below =
                before.layers().stream().filter(layer -> !layer.isActive()).toList();
        return effective.shown(component.key().type(), below).map(shown -> {
            ContentHash hash = ContentHash.ofContent(shown);
            tx.contents().write(hash, shown, shown.length);
            return hash;
        });
    }
}
