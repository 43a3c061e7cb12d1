package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of a tree is heard: by whichever method, also what is not there, also inside. */
class RecordedReadsTest {

    private final List<String> heard = new ArrayList<>();

    private JsonNode tree(String json) throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        mapper.setNodeFactory(new RecordedReads.Nodes((object, member) -> heard.add(member)));
        return mapper.readTree(json.replace('\'', '"'));
    }

    @Test
    void hearsEveryWayToReadAMember() throws Exception {
        JsonNode tree = tree("{'a':1,'b':{'c':[{'d':2}]}}");

        tree.path("a");
        tree.get("gone");
        tree.has("e");
        tree.hasNonNull("f");
        tree.required("a");
        tree.path("b").path("c").get(0).path("d");
        tree.at("/b/c");

        assertThat(heard).containsExactly("a", "gone", "e", "f", "a", "b", "c", "d", "b", "c");
    }

    @Test
    void takesGoingThroughAllForNoReading() throws Exception {
        JsonNode tree = tree("{'a':'x','b':{'c':'y'}}");

        StrictJson.made(tree, text -> text + "!");

        assertThat(heard).isEmpty();
        assertThat(tree.path("b").path("c").asText()).isEqualTo("y!");
    }
}
