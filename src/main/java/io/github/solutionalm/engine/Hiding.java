package io.github.solutionalm.engine;

import io.github.solutionalm.merge.OptionValues;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides whether a change has an effect. For most types only the top layer counts; where layers merge, a change is
 * hidden if the effective definition is the same with and without it. Where that can't be told, since the content of a
 * layer is not known, a change that something lies over counts as hidden.
 */
final class Hiding {

    private final Map<ComponentKey, Boolean> hidden = new HashMap<>();
    private final Set<ComponentKey> doubtful = new HashSet<>();
    private final Function<ComponentState, List<Layer>> above;
    /** Of which nobody looked whether the Active layer changes anything. */
    private final Set<ComponentKey> unseenCustomization;

    /**
     * Prepares for a package: what it brings of layers that merge is read at once.
     *
     * @param changing the components whose content changes
     * @param stack what becomes of the layers of a component
     * @param owner whose layers the package's are
     * @param keepsValues whether values of choices stay that the package drops
     * @param above the layers over the place of the package's own, by component
     */
    Hiding(
            List<SolutionComponent> changing,
            Map<ComponentKey, ComponentState> states,
            EnvironmentView environment,
            StackAfter stack,
            String owner,
            boolean keepsValues,
            Function<ComponentState, List<Layer>> above) {
        this.above = above;
        this.unseenCustomization = environment.withUnseenCustomization(
                changing.stream().map(SolutionComponent::key).toList());
        List<SolutionComponent> covered = changing.stream()
                .filter(component -> mayMerge(component)
                        && !above(states.get(component.key())).isEmpty())
                .toList();
        if (covered.isEmpty()) {
            return;
        }
        Map<ContentHash, List<SolutionComponent>> arriving = new LinkedHashMap<>();
        for (SolutionComponent component : covered) {
            if (states.get(component.key()).layers().stream().anyMatch(Layer::isUnseen)) {
                doubtful.add(component.key());
                hidden.put(component.key(), true);
            } else {
                component.definition().ifPresent(definition -> arriving.computeIfAbsent(
                                definition.hash(), hash -> new ArrayList<>())
                        .add(component));
            }
        }
        new Merging(environment, stack, owner, keepsValues).merge(arriving, states);
    }

    /** Merges what arrives with what is stored: of one component at a time, all is in memory. */
    private final class Merging {

        private final Definitions definitions;
        private final StackAfter stack;
        private final String owner;
        private final boolean keepsValues;
        private final Map<ContentHash, byte[]> xml = new HashMap<>();
        private final EffectiveLayers effective;

        Merging(EnvironmentView environment, StackAfter stack, String owner, boolean keepsValues) {
            this.definitions = environment.definitions();
            this.stack = stack;
            this.owner = owner;
            this.keepsValues = keepsValues;
            this.effective = new EffectiveLayers(
                    environment.solutions(), layer -> layer.content().hash().map(xml::get), definitions::content);
        }

        void merge(Map<ContentHash, List<SolutionComponent>> arriving, Map<ComponentKey, ComponentState> states) {
            List<Definition> all = arriving.values().stream()
                    .flatMap(components -> components.get(0).definition().stream())
                    .toList();
            Map<ContentHash, List<SolutionComponent>> left = new LinkedHashMap<>(arriving);
            if (!all.isEmpty()) {
                definitions.arriving(all, (hash, bytes) -> left.remove(hash)
                        .forEach(component -> merge(component, states.get(component.key()), Optional.of(bytes))));
            }
            left.values()
                    .forEach(components -> components.forEach(
                            component -> merge(component, states.get(component.key()), Optional.empty())));
        }

        private void merge(SolutionComponent component, ComponentState state, Optional<byte[]> arrived) {
            List<Layer> before = state.layers();
            xml.clear();
            xml.putAll(definitions.stored(before.stream()
                    .flatMap(layer -> layer.content().hash().stream())
                    .toList()));
            arrived.ifPresent(
                    bytes -> xml.put(component.definition().orElseThrow().hash(), bytes));
            if (keepsValues && OptionValues.mayBeOf(component)) {
                keep(component, state.layerOf(owner), xml);
            }
            Layer arriving = new Layer(owner, "", component.content());
            Optional<byte[]> shownBefore = effective.shown(component.key().type(), before);
            Optional<byte[]> shownAfter =
                    effective.shown(component.key().type(), stack.of(before, Optional.of(arriving)));
            hidden.put(
                    component.key(),
                    shownBefore.isPresent()
                            && shownAfter.isPresent()
                            && Arrays.equals(shownBefore.get(), shownAfter.get()));
        }
    }

    /** The definition that arrives, with the values that it lacks and the earlier one has. */
    private static void keep(SolutionComponent component, Optional<Layer> own, Map<ContentHash, byte[]> xml) {
        Optional<byte[]> earlier = own.flatMap(layer -> layer.content().hash()).map(xml::get);
        Optional<ContentHash> arriving =
                component.definition().map(Definition::hash).filter(xml::containsKey);
        if (earlier.isPresent() && arriving.isPresent()) {
            xml.computeIfPresent(arriving.get(), (hash, now) -> OptionValues.keeping(now, earlier.get()));
        }
    }

    private static boolean mayMerge(SolutionComponent component) {
        return component.key().type().merges() || OptionValues.mayBeOf(component);
    }

    private List<Layer> above(ComponentState state) {
        if (state == null) {
            return List.of();
        }
        List<Layer> defined = new ArrayList<>(above.apply(state));
        defined.removeIf(layer -> !layer.isDefined());
        return defined;
    }

    /** Owner of the layer that shows instead; empty where the change shows. */
    Optional<String> by(SolutionComponent component, Optional<ComponentState> before) {
        List<Layer> layers = above(before.orElse(null));
        boolean shows = layers.isEmpty() || mayMerge(component) && !hidden.getOrDefault(component.key(), false);
        if (shows) {
            return Optional.empty();
        }
        String cover = cover(component.key(), layers);
        if (cover.equals(Layer.ACTIVE) && unseenCustomization.contains(component.key())) {
            doubtful.add(component.key());
        }
        return Optional.of(cover);
    }

    /** Owner of the layer that hides the change: the highest with unknown content if that causes the doubt, else the top one. */
    private String cover(ComponentKey component, List<Layer> layers) {
        return layers.stream()
                .filter(layer -> doubtful.contains(component) && layer.isUnseen())
                .reduce((below, above) -> above)
                .orElse(layers.get(layers.size() - 1))
                .owner();
    }

    /** Whether it is not known if the change shows. */
    boolean isDoubtful(SolutionComponent component) {
        return doubtful.contains(component.key());
    }
}
