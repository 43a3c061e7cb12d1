package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.hash;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.SITE_MAP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.Layer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What shows of layers of which some are not known (docs/concepts.md, "Known, unknown and no content"). */
class EffectiveLayersTest {

    private static final String XML = "<SiteMap><Area Id=\"a\"></Area></SiteMap>";

    private final EffectiveLayers layers = new EffectiveLayers(
            List.of(), layer -> Optional.of(XML.getBytes(StandardCharsets.UTF_8)), content -> Optional.empty());

    @Test
    void ofMostTypesTheTopLayerAloneHasToBeKnown() {
        assertThat(shown(SAVED_QUERY, "Base", "Orders=known")).contains(XML);
        assertThat(shown(SAVED_QUERY, "Base=known", "Orders")).isEmpty();
    }

    @Test
    void whereLayersMergeAllOfThemHaveToBeKnown() {
        assertThat(shown(SITE_MAP, "Base", "Orders=known")).isEmpty();
        assertThat(shown(SITE_MAP, "Base=known", "Orders", "Active=known")).isEmpty();
        assertThat(layers.merged(SITE_MAP, stack("Base=known", "Orders=known", "Active")))
                .isEmpty();
        assertThat(layers.merged(SITE_MAP, stack("Base=known", "Orders=known"))).isPresent();
    }

    @Test
    void thePlatformsLayerIsPassedOver() {
        assertThat(shown(SITE_MAP, "System", "Orders=known")).contains(XML);
        assertThat(shown(SAVED_QUERY, "System")).isEmpty();
    }

    private Optional<String> shown(ComponentType type, String... owners) {
        return layers.shown(type, stack(owners)).map(xml -> new String(xml, StandardCharsets.UTF_8));
    }

    private static List<Layer> stack(String... owners) {
        return Arrays.stream(owners)
                .map(text -> text.split("=", 2))
                .map(parts -> new Layer(
                        parts[0], "contoso", parts.length == 1 ? Content.UNKNOWN : Content.of(hash(parts[1]))))
                .toList();
    }
}
