package io.github.solutionalm.merge;

import io.github.solutionalm.merge.EffectiveDefinition.LayerXml;
import io.github.solutionalm.merge.EffectiveDefinition.Merged;
import io.github.solutionalm.model.ComponentType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layers of one component, as tests write them: white space between elements does not count. */
final class Merging {

    private final ComponentType type;
    private final List<LayerXml> layers = new ArrayList<>();

    private Merging(ComponentType type) {
        this.type = type;
    }

    static Merging of(ComponentType type) {
        return new Merging(type);
    }

    /** One more layer, on top of those before. */
    Merging layer(String owner, String xml) {
        layers.add(new LayerXml(owner, compact(xml).getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** One more layer, of which is known over what its definition was made. */
    Merging layer(String owner, String xml, String basis) {
        byte[] below = compact(basis).getBytes(StandardCharsets.UTF_8);
        layers.add(new LayerXml(owner, compact(xml).getBytes(StandardCharsets.UTF_8), Optional.of(below)));
        return this;
    }

    String xml() {
        return new String(merged().xml(), StandardCharsets.UTF_8);
    }

    List<String> conflicts() {
        return merged().conflicts().stream().map(Conflict::toString).toList();
    }

    Merged merged() {
        return EffectiveDefinition.of(type, layers);
    }

    static String compact(String xml) {
        return xml.replaceAll("\\s*\\n\\s*", "");
    }
}
