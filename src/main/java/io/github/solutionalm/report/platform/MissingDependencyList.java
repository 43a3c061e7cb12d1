package io.github.solutionalm.report.platform;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Guid;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.platform.MissingDependencyForm;
import io.github.solutionalm.report.xml.XmlText;
import java.util.List;

/**
 * The {@code <MissingDependencies>} document inside the error text of 0x8004801D, on one line and in the attributes of
 * docs/platform-facts.md, "Declared dependencies". It has no {@code key} attribute: newer exports have none either, and a
 * number of the source environment's dependency graph would be made up here.
 */
final class MissingDependencyList {

    private final StringBuilder xml = new StringBuilder();

    private MissingDependencyList() {}

    static String of(List<MissingDependency> dependencies) {
        MissingDependencyList list = new MissingDependencyList();
        list.xml.append("<" + MissingDependencyForm.LIST + ">");
        for (MissingDependency missing : dependencies) {
            list.xml.append("<" + MissingDependencyForm.ENTRY + ">");
            list.part(MissingDependencyForm.REQUIRED, missing.required());
            list.part(MissingDependencyForm.DEPENDENT, missing.dependent());
            list.xml.append("</" + MissingDependencyForm.ENTRY + ">");
        }
        return list.xml.append("</" + MissingDependencyForm.LIST + ">").toString();
    }

    private void part(String name, MissingDependency.Part part) {
        ComponentKey key = part.key();
        boolean guid = Guid.is(key.key());
        int dot = MissingDependencyForm.isNamedWithinATable(part.type())
                ? key.key().indexOf('.')
                : -1;
        xml.append('<').append(name);
        attribute(
                MissingDependencyForm.TYPE,
                part.type().code() == 0
                        ? part.type().name()
                        : String.valueOf(part.type().code()));
        attribute(MissingDependencyForm.SCHEMA_NAME, guid ? "" : key.key().substring(dot + 1));
        attribute(MissingDependencyForm.DISPLAY_NAME, part.displayName());
        attribute(
                MissingDependencyForm.PARENT_SCHEMA_NAME,
                dot < 0 ? "" : key.key().substring(0, dot));
        attribute(
                MissingDependencyForm.SOLUTION,
                part.solution().map(Object::toString).orElse(""));
        attribute(MissingDependencyForm.ID, guid ? "{" + key.key() + "}" : "");
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
