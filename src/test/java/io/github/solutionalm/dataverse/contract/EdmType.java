package io.github.solutionalm.dataverse.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the types of the Web API look in JSON. */
final class EdmType {

    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final Map<String, Predicate<JsonNode>> TYPES = Map.ofEntries(
            Map.entry(
                    "Edm.Guid",
                    json -> json.isTextual() && GUID.matcher(json.textValue()).matches()),
            Map.entry("Edm.String", JsonNode::isTextual),
            Map.entry("Edm.Binary", JsonNode::isTextual),
            Map.entry("Edm.Int32", json -> json.isIntegralNumber() && json.canConvertToInt()),
            Map.entry("Edm.Int64", json -> json.isIntegralNumber() && json.canConvertToLong()),
            Map.entry("Edm.Double", JsonNode::isNumber),
            Map.entry("Edm.Decimal", JsonNode::isNumber),
            Map.entry("Edm.Boolean", JsonNode::isBoolean),
            Map.entry("Edm.DateTimeOffset", json -> json.isTextual() && isTime(json.textValue())),
            Map.entry("Object", JsonNode::isObject),
            Map.entry("Collection", JsonNode::isArray),
            Map.entry("form", JsonNode::isTextual),
            Map.entry("header", JsonNode::isTextual),
            Map.entry("any", json -> true));

    private EdmType() {}

    /** Whether there is such a type, or are such ones. */
    static boolean isKnown(String type) {
        return alternatives(type).allMatch(TYPES::containsKey);
    }

    /** Whether a value is of a type, or of one of several. */
    static boolean fits(JsonNode json, String type) {
        return alternatives(type)
                .anyMatch(one -> TYPES.getOrDefault(one, nothing -> false).test(json));
    }

    private static Stream<String> alternatives(String type) {
        return Stream.of(type.split("\\|"));
    }

    private static boolean isTime(String text) {
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
