package io.github.solutionalm.embedded;

import io.github.solutionalm.engine.EffectiveLayers;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent.Behavior;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.store.LayerTable.LayerWrite;
import io.github.solutionalm.store.SolutionComponentTable.Membership;
import io.github.solutionalm.store.StoreTransaction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a layer of another publisher's solution and an unmanaged one over everything that an environment holds. */
public final class LayersAbove {

    private static final String OTHER = "FabrikamOver";
    private static final Pattern LABEL = Pattern.compile("description=\"([^\"]{3,})\"");

    private LayersAbove() {}

    /** Half of the layers say the same as what lies below, the others name things otherwise. */
    static void put(Rehearsal rehearsal) {
        rehearsal.store().change(tx -> {
            List<ComponentState> states = new ArrayList<>();
            tx.components().forEach(states::add);
            tx.publishers()
                    .save(new Publisher("fabrikam", "Fabrikam", "", "", "", "fab", Optional.of(20000), List.of()));
            tx.solutions()
                    .save(new InstalledSolution(
                            OTHER,
                            OTHER,
                            SolutionVersion.parse("1.0"),
                            true,
                            "fabrikam",
                            Optional.empty(),
                            Optional.empty(),
                            Rehearsal.NOW,
                            Rehearsal.NOW,
                            ""));
            List<LayerWrite> layers = layers(tx, states, "fabrikam");
            tx.layers().write(OTHER, layers);
            tx.members()
                    .add(
                            OTHER,
                            layers.stream()
                                    .map(layer -> new Membership(layer.key(), Behavior.INCLUDE_SUBCOMPONENTS))
                                    .toList());
        });
        customize(rehearsal);
    }

    /** Both, in an environment's file. */
    public static void put(Path environment) {
        put(Rehearsal.at(environment));
    }

    /** An unmanaged one alone, in an environment's file. */
    public static void customize(Path environment) {
        customize(Rehearsal.at(environment));
    }

    /** An unmanaged one alone. */
    static void customize(Rehearsal rehearsal) {
        rehearsal.store().change(tx -> {
            List<ComponentState> covered = new ArrayList<>();
            tx.components().forEach(covered::add);
            tx.layers().write(Layer.ACTIVE, layers(tx, covered, "mine"));
        });
    }

    private static List<LayerWrite> layers(StoreTransaction tx, List<ComponentState> states, String word) {
        StoredDefinitions definitions = new StoredDefinitions(tx, StoredDefinitions.Arriving.NOTHING);
        EffectiveLayers effective = new EffectiveLayers(
                tx.solutions().all(),
                layer -> layer.content()
                        .hash()
                        .flatMap(tx.definitions()::find)
                        .flatMap(found -> definitions.content(found.xml())),
                definitions::content);
        List<LayerWrite> layers = new ArrayList<>();
        for (ComponentState state : states) {
            Optional<Layer> top = state.layers().stream()
                    .filter(layer -> layer.content().isKnown())
                    .reduce((below, above) -> above);
            Optional<byte[]> shown = effective.shown(state.key().type(), state.layers());
            if (top.isPresent() && shown.isPresent() && shown.get().length > 0) {
                boolean active = word.equals("mine");
                Optional<ContentHash> basis =
                        active && state.key().type().merges() ? Optional.of(store(tx, shown.get())) : Optional.empty();
                byte[] xml = said(state.key(), shown.get(), word);
                List<Definition.File> files = tx.definitions()
                        .find(top.get().content().hash().orElseThrow())
                        .orElseThrow()
                        .files();
                layers.add(new LayerWrite(
                        state.key(),
                        new Layer.Label(state.name(), state.parent(), state.state()),
                        new Definition(store(tx, xml), files, definitions.equalContent(xml, files)),
                        new Layer.Origin(Optional.empty(), basis, false),
                        tx.references().of(state.key(), top.get().owner()),
                        Set.of(),
                        true));
            }
        }
        return layers;
    }

    private static byte[] said(ComponentKey key, byte[] shown, String word) {
        String xml = new String(shown, StandardCharsets.UTF_8);
        boolean same = key.toString().hashCode() % 2 == 0;
        Matcher label = LABEL.matcher(xml);
        return same
                ? shown
                : label.replaceAll(found ->
                                Matcher.quoteReplacement("description=\"" + found.group(1) + " " + word + "\""))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private static ContentHash store(StoreTransaction tx, byte[] content) {
        ContentHash hash = ContentHash.ofContent(content);
        tx.contents().write(hash, content, content.length);
        return hash;
    }
}
