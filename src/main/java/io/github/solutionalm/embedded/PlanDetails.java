package io.github.solutionalm.embedded;

import io.github.solutionalm.details.ChangeDetails;
import io.github.solutionalm.details.ChangeDetails.Version;
import io.github.solutionalm.details.KeptContents;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ChangeDetail;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.packaging.EqualContent;
import io.github.solutionalm.store.StoreTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says of each change of a plan what changes inside (docs/plan-and-gates.md, "What changes inside"). */
final class PlanDetails {

    /** So many changes are looked into at once, with the contents of both sides in memory. */
    private static final int AT_ONCE = 100;

    private final StoreTransaction tx;
    private final KeptContents arriving;

    /** Of a package whose contents were kept, or are in the store. */
    PlanDetails(StoreTransaction tx, KeptContents arriving) {
        this.tx = tx;
        this.arriving = arriving;
    }

    /** The plan with the details of its changes. */
    ImportPlan of(ImportPlan plan) {
        List<ComponentChange> changes = new ArrayList<>(plan.changes().size());
        List<ComponentChange> some = new ArrayList<>();
        for (ComponentChange change : plan.changes()) {
            some.add(change);
            if (some.size() == AT_ONCE) {
                changes.addAll(detailed(some, plan.owner()));
                some.clear();
            }
        }
        changes.addAll(detailed(some, plan.owner()));
        return plan.with(changes);
    }

    private List<ComponentChange> detailed(List<ComponentChange> changes, String owner) {
        Map<ContentHash, Definition> old = new HashMap<>();
        Set<ContentHash> hashes = new HashSet<>();
        changes.forEach(change -> before(change).hash().ifPresent(hashes::add));
        tx.definitions().find(hashes).forEach(definition -> old.put(definition.hash(), definition));
        Map<ContentHash, byte[]> contents = contents(changes, old.values());
        return changes.stream()
                .map(change -> change.change() == Change.CHANGE
                        ? change.detailed(details(change, owner, old, contents))
                        : change)
                .toList();
    }

    /** The uppermost of the layers that a change is held against. */
    private static Optional<Layer> top(ComponentChange change) {
        List<Layer> over = change.inside().over();
        return over.isEmpty() ? Optional.empty() : Optional.of(over.get(over.size() - 1));
    }

    private static Content before(ComponentChange change) {
        return top(change).map(Layer::content).orElse(Content.NONE);
    }

    /** Base and patches of what merges say together what was there. */
    private Version merged(ComponentChange change, Version top) {
        List<Layer> over = change.inside().over();
        boolean known = over.stream().allMatch(layer -> layer.content().isKnown());
        return over.size() < 2 || !known
                ? top
                : new MergedLayers(tx)
                        .of(change.key().type(), over)
                        .map(merged -> new Version(merged.xml(), top.files()))
                        .orElse(top);
    }

    private List<ChangeDetail> details(
            ComponentChange change, String owner, Map<ContentHash, Definition> old, Map<ContentHash, byte[]> contents) {
        Optional<Definition> before = before(change).hash().map(old::get);
        Optional<Definition> now = change.component().flatMap(component -> component.definition());
        Optional<Version> from = before.flatMap(definition -> version(definition, contents));
        Optional<Version> to = now.flatMap(definition -> version(definition, contents));
        boolean one = change.inside().over().size() < 2;
        if (from.isEmpty()
                || to.isEmpty()
                || one && before.get().hash().equals(now.get().hash())) {
            return List.of(layer(change, owner));
        }
        if (one) {
            return ChangeDetails.between(change.key().type(), from.get(), to.get());
        }
        Version whole = merged(change, from.get());
        return EqualContent.hash(whole.xml()).equals(EqualContent.hash(to.get().xml()))
                ? List.of(layer(change, owner))
                : ChangeDetails.between(change.key().type(), whole, to.get());
    }

    /** Where nothing else can be told, or nothing else changes. */
    private static ChangeDetail layer(ComponentChange change, String owner) {
        return new ChangeDetail("layer", top(change).map(Layer::owner), Optional.of(owner));
    }

    private static Optional<Version> version(Definition definition, Map<ContentHash, byte[]> contents) {
        return Version.of(definition, hash -> Optional.ofNullable(contents.get(hash)));
    }

    /** What both sides of these changes say. */
    private Map<ContentHash, byte[]> contents(List<ComponentChange> changes, Collection<Definition> old) {
        Set<ContentHash> wanted = new HashSet<>();
        old.forEach(definition -> add(definition, wanted));
        changes.stream()
                .filter(change -> change.change() == Change.CHANGE)
                .flatMap(change -> change.component().flatMap(component -> component.definition()).stream())
                .forEach(definition -> add(definition, wanted));
        Map<ContentHash, byte[]> contents = new HashMap<>();
        try {
            for (ContentHash hash : wanted) {
                arriving.find(hash).ifPresent(bytes -> contents.put(hash, bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What was kept of the package can't be read: " + e.getMessage(), e);
        }
        wanted.removeAll(contents.keySet());
        contents.putAll(tx.contents().bytes(wanted));
        return contents;
    }

    private static void add(Definition definition, Set<ContentHash> wanted) {
        wanted.add(definition.xml());
        definition.files().stream()
                .filter(ChangeDetails::isLookedInto)
                .map(Definition.File::hash)
                .forEach(wanted::add);
    }
}
