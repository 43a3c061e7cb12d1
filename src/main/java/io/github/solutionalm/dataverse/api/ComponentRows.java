package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApi;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.time.Deadline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The tables {@code solutioncomponents} and {@code solutioncomponentdefinitions}: the components that each solution lists. */
public final class ComponentRows {

    private static final int PAGE = 5_000;
    /** The lowest type number that differs between environments (docs/platform-facts.md, "Component types"). */
    private static final int OWN_NUMBERS = 10_000;

    /** The lowest type number of rows of tables; types below have the same names in every environment. */
    private static final int ROWS_OF_TABLES = 300;

    private static final String MEMBER_COLUMNS = "componenttype,objectid,rootcomponentbehavior,_solutionid_value";
    private static final RowShape COMPONENT =
            RowShape.ANY.numbers("componenttype").textsOrNull("objectid", "_solutionid_value");
    private static final RowShape KIND =
            RowShape.ANY.numbers("solutioncomponenttype").textsOrNull("name", "primaryentityname");

    private final WebApi api;
    private final Deadline deadline;
    private Optional<List<JsonNode>> kinds = Optional.empty();

    public ComponentRows(WebApi api, Deadline deadline) {
        this.api = api;
        this.deadline = deadline;
    }

    /**
     * A component that a solution lists.
     *
     * @param solutionId id of the solution
     * @param type number of the type, as this environment has it
     * @param key type and object
     * @param behavior 0 with all parts, 1 without, 2 as a shell; 0 where the environment does not say
     */
    public record Member(String solutionId, int type, ComponentKey key, int behavior) {}

    /** Hears of one component of a solution. */
    @FunctionalInterface
    public interface Listener {
        void component(Member member);
    }

    /** Hands over every component of every solution, also of the platform's own ones. */
    public void each(Listener listener) throws WebApiException {
        Map<Integer, String> names = names();
        ApiPath path = ApiPath.of("solutioncomponents").with("$select", MEMBER_COLUMNS);
        new Rows("read the components of the solutions", path, PAGE, COMPONENT)
                .each(api, deadline, row -> component(row, names, listener));
    }

    /** Hands over a row; one without an object or a solution is not a component of a solution. */
    private static void component(JsonNode row, Map<Integer, String> names, Listener listener) {
        if (row.hasNonNull("objectid") && row.hasNonNull("_solutionid_value")) {
            int type = row.path("componenttype").intValue();
            listener.component(new Member(
                    row.path("_solutionid_value").textValue(),
                    type,
                    new ComponentKey(type(type, names), row.path("objectid").textValue()),
                    row.path("rootcomponentbehavior").asInt()));
        }
    }

    private static ComponentType type(int number, Map<Integer, String> names) {
        return type(number, names.getOrDefault(number, ""));
    }

    /** The type of a number; from 10,000 on the number differs between environments, and the table's name is the type. */
    public static ComponentType type(int number, String table) {
        String name = number >= OWN_NUMBERS ? table : "";
        return name.isEmpty() ? ComponentType.coded(number) : ComponentType.named(name);
    }

    /** The tables, or else the names, of the types of this environment, by number. */
    public Map<Integer, String> names() throws WebApiException {
        Map<Integer, String> names = new HashMap<>();
        kinds(row -> names.put(row.path("solutioncomponenttype").asInt(), name(row)));
        return names;
    }

    /** The environment's names of the types of tables' rows, by number; their layers are asked for by these names. */
    public Map<Integer, String> kinds() throws WebApiException {
        Map<Integer, String> names = new HashMap<>();
        kinds(row -> {
            int number = row.path("solutioncomponenttype").asInt();
            String name = row.path("name").asText("");
            if (number >= ROWS_OF_TABLES && !name.isEmpty() && !name.equals("null")) {
                names.put(number, name);
            }
        });
        return names;
    }

    private void kinds(Consumer<JsonNode> kind) throws WebApiException {
        if (kinds.isEmpty()) {
            List<JsonNode> read = new ArrayList<>();
            ApiPath path = ApiPath.of("solutioncomponentdefinitions")
                    .with("$select", "solutioncomponenttype,name,primaryentityname");
            new Rows("read the kinds of components", path, PAGE, KIND).each(api, deadline, read::add);
            kinds = Optional.of(read);
        }
        kinds.get().forEach(kind);
    }

    private static String name(JsonNode row) {
        String table = row.path("primaryentityname").asText("");
        return table.isEmpty() || table.equals("null") ? row.path("name").asText("") : table;
    }
}
