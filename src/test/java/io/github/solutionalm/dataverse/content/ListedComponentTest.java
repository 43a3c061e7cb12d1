package io.github.solutionalm.dataverse.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the table of layers calls a type is not what packages call it: the environment says it, where it says anything. */
class ListedComponentTest {

    @Test
    void layersAreAskedForByTheNameThatTheEnvironmentGivesTheType() throws Exception {
        assertThat(layerName(10_112, Map.of(10_112, "connectionreference"))).isEqualTo("connectionreference");
        assertThat(layerName(380, Map.of(380, "EnvironmentVariableDefinition2")))
                .isEqualTo("EnvironmentVariableDefinition2");
    }

    @Test
    void layersAreAskedForByTheKnownNameOtherwise() throws Exception {
        assertThat(layerName(380, Map.of())).isEqualTo("EnvironmentVariableDefinition");
        assertThat(layerName(381, Map.of())).isEqualTo("EnvironmentVariableValue");
        assertThat(layerName(61, Map.of())).isEqualTo("WebResource");
    }

    private static String layerName(int number, Map<Integer, String> kinds) throws Exception {
        String row = "{\"msdyn_objectid\":\"11111111-aaaa-4222-8333-444444444444\",\"msdyn_componenttype\":" + number
                + ",\"msdyn_componentlogicalname\":\"t\"}";
        return ListedComponent.of(new ObjectMapper().readTree(row), kinds)
                .orElseThrow()
                .layerName();
    }
}
