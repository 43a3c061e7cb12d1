package io.github.solutionalm.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionSizeTest {

    @Test
    void elementsAndAttributesAreItsParts() {
        assertThat(size("<form><tab id=\"1\" name=\"a>b\"><cell/>said \"so\"</tab></form>")
                        .parts())
                .isEqualTo(5);
    }

    @Test
    void aLayerCountsAsOftenAsItIsThere() {
        Map<String, byte[]> known = Map.of("x", "<a b=\"\"/>".getBytes(StandardCharsets.UTF_8));

        assertThat(DefinitionSize.of(List.of("x", "x", "unknown"), known::get)).isEqualTo(new DefinitionSize(18, 4));
    }

    private static DefinitionSize size(String xml) {
        return DefinitionSize.of(xml.getBytes(StandardCharsets.UTF_8));
    }
}
