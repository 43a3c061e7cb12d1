package io.github.solutionalm.report.platform;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.MissingDependency;
import java.util.List;
import java.util.Set;

/**
 * The {@code <MissingDependencies>} document inside the error text of 0x8004801D, on one line and in the attributes of
 * docs/platform-facts.md, "Declared dependencies". It has no {@code key} attribute: newer exports have none either, and a
 * number of the source environment's dependency graph would be made up here.
 */
final class MissingDependencyList {

    /** Those whose key is {@code table.name}; the names of others, such as web resources, have dots of their own. */
    private static final Set<ComponentType> NAMED_WITHIN_A_TABLE =
            Set.of(ComponentType.ATTRIBUTE, ComponentType.ENTITY_KEY);

    private final StringBuilder xml = new StringBuilder();

    private MissingDependencyList() {}

    static String of(List<MissingDependency> dependencies) {
        MissingDependencyList list = new MissingDependencyList();
        list.xml.append("<MissingDependencies>");
        for (MissingDependency missing : dependencies) {
            list.xml.append("<MissingDependency>");
            list.part("Required", missing.required());
            list.part("Dependent", missing.dependent());
            list.xml.append("</MissingDependency>");
        }
        return list.xml.append("</MissingDependencies>").toString();
    }

    private void part(String name, MissingDependency.Part part) {
        ComponentKey key = part.key();
        boolean guid = LogRow.isGuid(key.key());
        int dot = NAMED_WITHIN_A_TABLE.contains(part.type()) ? key.key().indexOf('.') : -1;
        xml.append('<').append(name);
        attribute(
                "type",
                part.type().code() == 0
                        ? part.type().name()
                        : String.valueOf(part.type().code()));
        attribute("schemaName", guid ? "" : key.key().substring(dot + 1));
        attribute("displayName", part.displayName());
        attribute("parentSchemaName", dot < 0 ? "" : key.key().substring(0, dot));
        attribute("solution", part.solution().map(Object::toString).orElse(""));
        attribute("id", guid ? "{" + key.key() + "}" : "");
        xml.append(" />");
    }

    /** Left out when there is nothing to say, as the platform does. */
    private void attribute(String name, String value) {
        if (!value.isEmpty()) {
            xml.append(' ').append(name).append("=\"");
            escape(value);
            xml.append('"');
        }
    }

    private void escape(String value) {
        XmlText.clean(value).chars().forEach(c -> {
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\t', '\n', '\r' -> xml.append("&#").append(c).append(';');
                default -> xml.append((char) c);
            }
        });
    }
}
