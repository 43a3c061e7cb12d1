package io.github.solutionalm.model;

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
 * @param references what its definition refers to
 */
public record SolutionComponent(
        ComponentKey key,
        String name,
        Optional<ComponentKey> parent,
        Optional<Definition> definition,
        Optional<Boolean> activated,
        Set<ComponentKey> references) {

    public SolutionComponent {
        references = Set.copyOf(references);
    }

    /** Whether the package mentions it only as context for other components. */
    public boolean isContext() {
        return definition.isEmpty();
    }

    /** The same component with these references. */
    public SolutionComponent referringTo(Set<ComponentKey> others) {
        return new SolutionComponent(key, name, parent, definition, activated, others);
    }
}
