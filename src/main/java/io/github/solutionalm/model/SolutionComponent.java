package io.github.solutionalm.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A component as a package carries it.
 *
 * @param key its identity
 * @param name display name, for people; may be empty
 * @param parent the component that it is a part of, such as the table of a column
 * @param definition its content, or empty when the package mentions the component only as context
 *     ({@code unmodified="1"}, a table that is there for its forms): such a component gets no layer
 * @param activated for what can be on or off (workflows, steps, rules): whether the package carries it as on
 * @param references what its definition refers to, as it is written there: a component may be referred to by other names
 * @param names other names by which others refer to it, with the type that such a reference has: a web resource by its id,
 *     an N:N relationship by the table that it is
 * @param properties what the engine's rules ask of its definition, by {@linkplain Property#name name}
 */
public record SolutionComponent(
        ComponentKey key,
        String name,
        Optional<ComponentKey> parent,
        Optional<Definition> definition,
        Optional<Boolean> activated,
        Set<ComponentKey> references,
        Set<ComponentKey> names,
        Map<String, String> properties) {

    public SolutionComponent {
        references = Set.copyOf(references);
        names = Set.copyOf(names);
        properties = Map.copyOf(properties);
    }

    /** A component that is known by its key alone, and of which no rule asks anything. */
    public SolutionComponent(
            ComponentKey key,
            String name,
            Optional<ComponentKey> parent,
            Optional<Definition> definition,
            Optional<Boolean> activated,
            Set<ComponentKey> references) {
        this(key, name, parent, definition, activated, references, Set.of(), Map.of());
    }

    /** Whether the package mentions it only as context for other components. */
    public boolean isContext() {
        return definition.isEmpty();
    }

    /** The content of the layer that it makes; none where it makes no layer. */
    public Content content() {
        return definition.map(Definition::hash).map(Content::of).orElse(Content.NONE);
    }

    /** The value of a property in the definition; empty if it has none. */
    public String property(String property) {
        return properties.getOrDefault(property, "");
    }

    /** This component with these references. */
    public SolutionComponent referringTo(Set<ComponentKey> others) {
        return new SolutionComponent(key, name, parent, definition, activated, others, names, properties);
    }
}
