package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a new environment has of its own is provided, and what teams make is not. */
public class ProvidedSolutionsTest {

    @Test
    void thePlatformsOwnAreAndAThirdPartysAreNot() {
        ProvidedSolutions provided = new ProvidedSolutions(List.of("Fabrikam*"));

        assertThat(provided.contains("System")).isTrue();
        assertThat(provided.contains("fabrikamcore")).isTrue();
        assertThat(provided.contains("ContosoBase")).isFalse();
    }

    /** Which of the solutions that were found in a new environment would be missed. */
    public static List<String> missing(Path recorded) throws IOException {
        ProvidedSolutions provided = new ProvidedSolutions(List.of());
        List<String> missing = new ArrayList<>();
        for (JsonNode name : new ObjectMapper().readTree(recorded.toFile()).withArray("solution_unique_names")) {
            if (!provided.contains(name.asText())) {
                missing.add(name.asText());
            }
        }
        return missing;
    }
}
