package io.github.solutionalm.dataverse.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.dataverse.http.Rows;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A layer of a component, as {@code msdyn_componentlayers} shows it (docs/platform-facts.md, "Listings").
 *
 * @param owner unique name of the solution, or {@code Active}
 * @param name the component's name, as the layer has it; may be empty
 * @param order its place in the stack, from bottom to top
 * @param content digest of its content; empty when the environment does not show it
 * @param changes whether it changes anything; empty when the environment does not say. Most components have an unmanaged
 *     layer that changes nothing
 */
public record ComponentLayer(
        String owner, String name, int order, Optional<String> content, Optional<Boolean> changes) {

    private static final int PAGE = 100;
    private static final RowShape LAYER = RowShape.ANY
            .texts("msdyn_solutionname")
            .numbers("msdyn_order")
            .textsOrNull("msdyn_name", "msdyn_componentjson", "msdyn_changes");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Attributes that every import writes anew, whatever the package says. */
    private static final Set<String> NEW_EACH_TIME = Set.of(
            "solutionid",
            "supportingsolutionid",
            "overwritetime",
            "componentstate",
            "versionnumber",
            "createdon",
            "createdby",
            "createdonbehalfby",
            "modifiedon",
            "modifiedby",
            "modifiedonbehalfby",
            "publishedon",
            "organizationid");

    /** Attributes that an unmanaged layer has even if nobody changed the component. */
    private static final Set<String> NOTES = Set.of("displaymask", "attributetypeid", "attributelogicaltypeid");

    /**
     * The layers of one component, bottom to top. The table can only be asked by type and object.
     */
    static List<ComponentLayer> of(OperationContext access, ListedComponent component) throws WebApiException {
        return of(access, component.objectId(), component.layerName());
    }

    /**
     * The layers of one component, bottom to top.
     *
     * @param type the environment's name of the type
     */
    public static List<ComponentLayer> of(OperationContext access, String objectId, String type)
            throws WebApiException {
        List<ComponentLayer> layers = new ArrayList<>();
        String filter = "(msdyn_componentid eq " + ApiPath.literal(objectId) + " and msdyn_solutioncomponentname eq "
                + ApiPath.literal(type) + ")";
        new Rows(
                        "read the layers of " + type + " " + objectId,
                        ApiPath.of("msdyn_componentlayers").with("$filter", filter),
                        PAGE,
                        LAYER)
                .each(access.api(), access.deadline(), row -> layers.add(of(row)));
        layers.sort(Comparator.comparingInt(ComponentLayer::order));
        return layers;
    }

    private static ComponentLayer of(JsonNode row) {
        return new ComponentLayer(
                row.path("msdyn_solutionname").asText(""),
                row.path("msdyn_name").asText("").strip(),
                row.path("msdyn_order").asInt(),
                content(row.path("msdyn_componentjson").asText("")),
                changes(row.path("msdyn_changes").asText("")));
    }

    /** Whether this layer hides one below it, by a change to another content. */
    boolean hides(ComponentLayer below) {
        return order > below.order && changes.orElse(true) && !content.equals(below.content);
    }

    /** Whether a layer changes anything: one that does not has {@code {"Attributes":[]}}. */
    private static Optional<Boolean> changes(String json) {
        try {
            JsonNode attributes = JSON.readTree(json).path("Attributes");
            if (!attributes.isArray()) {
                return Optional.empty();
            }
            for (JsonNode attribute : attributes) {
                String key = attribute.path("Key").asText("").toLowerCase(Locale.ROOT);
                if (!isWrittenAnew(key) && !NOTES.contains(key)) {
                    return Optional.of(true);
                }
            }
            return Optional.of(false);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean isWrittenAnew(String key) {
        return NEW_EACH_TIME.contains(key) || key.endsWith("idunique");
    }

    /** The digest of the attributes, a list of keys with values; empty when there are none. */
    private static Optional<String> content(String json) {
        try {
            JsonNode attributes = JSON.readTree(json).path("Attributes");
            if (!attributes.isArray() || attributes.isEmpty()) {
                return Optional.empty();
            }
            TreeMap<String, String> said = new TreeMap<>();
            for (JsonNode attribute : attributes) {
                String key = attribute.path("Key").asText("").toLowerCase(Locale.ROOT);
                if (!isWrittenAnew(key)) {
                    said.put(key, attribute.path("Value").toString());
                }
            }
            return Optional.of(UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8))
                    .toString());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
