package io.github.solutionalm.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.OtherOptions;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Results and plans have the options that say what was done to the components. Whoever adds an option decides here whether
 * it is one of them.
 */
class OptionsInFilesTest {

    /** What an operation may, for how long, and what it does besides: the result says what came of it. */
    private static final List<String> LEFT_OUT = List.of(
            "activateFlows",
            "skipProductUpdateDependencies",
            "convertToManaged",
            "sameVersion",
            "lowerVersion",
            "missingDependencies",
            "leftoverUpgrade",
            "gates",
            "timeout",
            "lockTimeout");

    @Test
    void everyOptionIsWrittenUnderItsNameOrLeftOutOnPurpose() throws Exception {
        String before = written(ImportOptions.defaults());
        List<String> left = new ArrayList<>();
        for (var other : OtherOptions.than(ImportOptions.defaults()).entrySet()) {
            String after = written(other.getValue());
            if (after.equals(before)) {
                left.add(other.getKey());
            } else {
                assertThat(value(after, other.getKey())).isNotEqualTo(value(before, other.getKey()));
            }
        }

        assertThat(left).containsExactlyElementsOf(LEFT_OUT);
    }

    private static String value(String document, String option) throws Exception {
        return new ObjectMapper()
                .readTree(document)
                .path("options")
                .path(option)
                .asText();
    }

    private static String written(ImportOptions options) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter.write(out, json -> new JsonParts(json).options(options));
        return out.toString(StandardCharsets.UTF_8);
    }
}
