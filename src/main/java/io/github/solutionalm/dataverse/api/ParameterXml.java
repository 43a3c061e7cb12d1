package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Names the components to publish (docs/platform-facts.md, "Actions of an import"): tables with all their parts, choices and
 * dashboards. Web resources and site maps have ids that only the environment knows, no document says how to name app modules,
 * and the application ribbon and others can't be named: a package with any of them can only be published with everything.
 *
 * @param entities logical names of tables
 * @param optionSets names of choices
 * @param dashboards ids of dashboards
 */
public record ParameterXml(Set<String> entities, Set<String> optionSets, Set<String> dashboards) {

    /** Names and ids that need no escaping. */
    private static final Pattern PLAIN = Pattern.compile("[\\w-]+");

    /** Names the components of a package; empty when not all of them can be named. */
    public static Optional<ParameterXml> of(Collection<SolutionComponent> components) {
        ParameterXml names = new ParameterXml(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (SolutionComponent component : components) {
            boolean published = component.key().type().publishes() && !component.isContext();
            if (published && !names.add(component)) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    private boolean add(SolutionComponent component) {
        ComponentKey key = component.key();
        Optional<ComponentKey> table = key.type().equals(ComponentType.ENTITY)
                ? Optional.of(key)
                : component.parent().filter(parent -> parent.type().equals(ComponentType.ENTITY));
        if (table.isPresent()) {
            return add(table.get().key(), entities);
        }
        if (key.type().equals(ComponentType.OPTION_SET)) {
            return add(key.key(), optionSets);
        }
        // A form without a table is a dashboard.
        return key.type().equals(ComponentType.SYSTEM_FORM)
                && component.parent().isEmpty()
                && add(key.key(), dashboards);
    }

    private static boolean add(String name, Set<String> names) {
        boolean plain = PLAIN.matcher(name).matches();
        if (plain) {
            names.add(name);
        }
        return plain;
    }

    /** The names as XML. */
    String text() {
        StringBuilder xml = new StringBuilder("<importexportxml>");
        list(xml, "entities", "entity", entities);
        list(xml, "optionsets", "optionset", optionSets);
        list(xml, "dashboards", "dashboard", dashboards);
        return xml.append("</importexportxml>").toString();
    }

    private static void list(StringBuilder xml, String all, String one, Set<String> names) {
        if (!names.isEmpty()) {
            xml.append('<').append(all).append('>');
            names.forEach(name -> xml.append('<' + one + '>').append(name).append("</" + one + '>'));
            xml.append("</").append(all).append('>');
        }
    }
}
