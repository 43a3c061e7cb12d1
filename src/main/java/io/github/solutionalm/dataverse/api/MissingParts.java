package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.MissingDependency.Part;
import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import io.github.solutionalm.model.platform.MissingDependencyForm;
import io.github.solutionalm.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads missing dependencies as the platform writes them: as JSON, and as XML in the text of an error (docs/platform-facts.md,
 * "Declared dependencies" and "What staging finds").
 */
public final class MissingParts {

    private static final String OPENING = "<" + MissingDependencyForm.LIST;
    private static final String CLOSING = "</" + MissingDependencyForm.LIST + ">";
    private static final String WORDS = "The missing dependencies are";
    private static final Pattern MORE_WORDS = Pattern.compile("ProductUpdatesOnly\\s*+:\\s*+\\w++");
    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private static final List<String> UNNAMED = List.of("?");

    private MissingParts() {}

    /** Whether it names the missing component. */
    static boolean isNamed(MissingDependency missing) {
        return !missing.required().keys().equals(UNNAMED);
    }

    /**
     * The missing dependencies of a list of MissingDependency
     * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/missingdependency).
     */
    static List<MissingDependency> ofJson(JsonNode list) {
        List<MissingDependency> missing = new ArrayList<>();
        for (JsonNode entry : list) {
            missing.add(new MissingDependency(
                    part(entry, "RequiredComponent", solution(text(entry, "RequiredSolutionName"))),
                    part(entry, "DependentComponent", Optional.empty())));
        }
        return missing;
    }

    /** The missing dependencies in the text of an error; none when it has none or they can't be read. */
    public static List<MissingDependency> inText(String text) {
        int from = begin(text);
        int to = end(text, from);
        if (to < 0) {
            return List.of();
        }
        try {
            return ofXml(text.substring(from, to));
        } catch (XMLStreamException e) {
            return List.of();
        }
    }

    /** The text without the list, for people: the list is shown apart. */
    public static String withoutList(String text) {
        int from = begin(text);
        int to = end(text, from);
        if (to < 0) {
            return text.strip();
        }
        String before = text.substring(0, from).stripTrailing();
        String word =
                before.endsWith(":") ? before.substring(0, before.length() - 1).stripTrailing() : before;
        if (word.endsWith(WORDS)) {
            before = word.substring(0, word.length() - WORDS.length()).stripTrailing();
        }
        String after = text.substring(to).stripLeading();
        after = after.startsWith(",") ? after.substring(1).stripLeading() : after;
        Matcher more = MORE_WORDS.matcher(after);
        return (before + (more.lookingAt() ? after.substring(more.end()) : after)).strip();
    }

    /** The place where the list begins; negative if there is none. */
    private static int begin(String text) {
        int from = text.indexOf(OPENING);
        while (from >= 0 && from + OPENING.length() < text.length() && isOfName(text.charAt(from + OPENING.length()))) {
            from = text.indexOf(OPENING, from + 1);
        }
        return from;
    }

    /** The place behind the list; negative if there is none. */
    private static int end(String text, int from) {
        int closing = text.lastIndexOf(CLOSING);
        return from < 0 || closing < from ? -1 : closing + CLOSING.length();
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    static String count(List<MissingDependency> missing) {
        return missing.size() == 1 ? "1 component" : missing.size() + " components";
    }

    private static List<MissingDependency> ofXml(String xml) throws XMLStreamException {
        List<MissingDependency> missing = new ArrayList<>();
        XMLStreamReader2 reader = SafeXml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        Optional<Part> required = Optional.empty();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw SafeXml.refuseDoctype();
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(MissingDependencyForm.REQUIRED)) {
                required = Optional.of(part(reader, solution(attribute(reader, MissingDependencyForm.SOLUTION))));
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(MissingDependencyForm.DEPENDENT)
                    && required.isPresent()) {
                missing.add(new MissingDependency(required.get(), part(reader, Optional.empty())));
            }
        }
        return missing;
    }

    private static Part part(XMLStreamReader2 reader, Optional<RequiredSolution> solution) {
        return part(
                attribute(reader, MissingDependencyForm.TYPE),
                attribute(reader, MissingDependencyForm.SCHEMA_NAME),
                attribute(reader, MissingDependencyForm.PARENT_SCHEMA_NAME),
                attribute(reader, MissingDependencyForm.ID),
                attribute(reader, MissingDependencyForm.DISPLAY_NAME),
                solution);
    }

    private static Part part(JsonNode json, String role, Optional<RequiredSolution> solution) {
        String id = text(json, role + "Id");
        return part(
                text(json, role + "Type"),
                text(json, role + "SchemaName"),
                text(json, role + "ParentSchemaName"),
                id.equals(NO_ID) ? "" : id,
                text(json, role + "DisplayName"),
                solution);
    }

    private static Part part(
            String type, String name, String parent, String id, String title, Optional<RequiredSolution> solution) {
        ComponentType kind =
                type.matches("\\d{1,9}") ? ComponentType.coded(Integer.parseInt(type)) : ComponentType.named(type);
        String full = MissingDependencyForm.isNamedWithinATable(kind) && !parent.isEmpty() && !name.isEmpty()
                ? parent + "." + name
                : name;
        List<String> keys =
                Stream.of(full, id, title).filter(key -> !key.isBlank()).toList();
        return new Part(kind, keys.isEmpty() ? UNNAMED : keys, title, solution);
    }

    private static Optional<RequiredSolution> solution(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(RequiredSolution.of(text));
    }

    private static String attribute(XMLStreamReader2 reader, String name) {
        return Optional.ofNullable(reader.getAttributeValue("", name)).orElse("");
    }

    private static String text(JsonNode json, String property) {
        String text = json.path(property).asText("");
        return text.equals("null") ? "" : text;
    }
}
