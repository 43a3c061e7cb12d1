package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that a package is coherent: what its components need from each other is in the package or in the environment. */
final class Coherence {

    private static final String BUSINESS_PROCESS_FLOW = "4";

    private final SolutionPackage solution;
    private final EnvironmentView environment;
    private final boolean lenient;
    private final Set<ComponentKey> inPackage;
    private final List<Finding> errors = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    /**
     * Checks a package and keeps what it finds.
     *
     * @param lenient whether what should be in the environment may be missing
     */
    Coherence(SolutionPackage solution, EnvironmentView environment, boolean lenient) {
        this.solution = solution;
        this.lenient = lenient;
        this.environment = environment;
        this.inPackage = solution.components().stream()
                .map(SolutionComponent::key)
                .collect(Collectors.toCollection(HashSet::new));
        lookups();
        processes();
        forms();
        siteMaps();
        permissions();
    }

    List<Finding> errors() {
        return errors;
    }

    List<Finding> warnings() {
        return warnings;
    }

    /** A custom lookup is made by its relationship. */
    private void lookups() {
        Set<ComponentKey> related = new HashSet<>();
        for (SolutionComponent component : solution.components()) {
            String column = component.property(Property.REFERENCING_COLUMN);
            if (!column.isEmpty()) {
                related.add(new ComponentKey(
                        ComponentType.ATTRIBUTE, component.property(Property.REFERENCING_TABLE) + "." + column));
            }
        }
        List<SolutionComponent> orphans = solution.components().stream()
                .filter(component -> component.property(Property.DATA_TYPE).equalsIgnoreCase("lookup"))
                .filter(component -> !component.isContext() && !PlatformComponents.isPlatformColumn(component.key()))
                .filter(component -> !related.contains(component.key()))
                .toList();
        Set<ComponentKey> inEnvironment =
                environment
                        .referencesTo(
                                orphans.stream().map(SolutionComponent::key).toList())
                        .stream()
                        .filter(reference -> reference.source().type().equals(ComponentType.ENTITY_RELATIONSHIP))
                        .map(reference -> reference.target())
                        .collect(Collectors.toSet());
        orphans.stream()
                .filter(orphan -> !inEnvironment.contains(orphan.key()))
                .forEach(orphan -> errors.add(PlatformCode.LOOKUP_WITHOUT_RELATIONSHIP.finding(
                        "The lookup column " + ComparedComponent.name(orphan)
                                + " has no relationship, neither in the package nor in the environment. Add the relationship"
                                + " to the solution and export it again.",
                        orphan.key())));
    }

    /** A business process flow keeps its rows in a table of its unique name. */
    private void processes() {
        for (SolutionComponent process : solution.components()) {
            String table = process.property(Property.UNIQUE_NAME).toLowerCase(Locale.ROOT);
            boolean flow = process.property(Property.CATEGORY).equals(BUSINESS_PROCESS_FLOW);
            ComponentKey key = new ComponentKey(ComponentType.ENTITY, table);
            if (flow && !table.isEmpty() && !inPackage.contains(key) && !exists(key)) {
                (lenient ? warnings : errors)
                        .add(PlatformCode.PROCESS_WITHOUT_TABLE.finding(
                                "The business process flow " + ComparedComponent.name(process) + " needs the table "
                                        + table
                                        + ", which is neither in the package nor in the environment. Add the table to the solution"
                                        + " and export it again.",
                                process.key()));
            }
        }
    }

    /** A difference needs the form that it changes; those of the platform and of provided solutions are not known. */
    private void forms() {
        Set<String> required = solution.manifest().missingDependencies().stream()
                .flatMap(dependency -> dependency.required().keys().stream())
                .collect(Collectors.toSet());
        List<SolutionComponent> differences = solution.components().stream()
                .filter(component -> component.key().type().equals(ComponentType.SYSTEM_FORM))
                .filter(component -> !component.isContext()
                        && !component.property(Property.DIFFERENCE).isEmpty())
                .filter(component -> component.parent().isPresent()
                        && !required.contains(component.key().key()))
                .toList();
        Set<ComponentKey> asked = new HashSet<>();
        differences.forEach(form -> asked.add(form.key()));
        differences.forEach(form -> asked.add(form.parent().orElseThrow()));
        Map<ComponentKey, ComponentState> held = asked.isEmpty() ? Map.of() : environment.components(asked);
        for (SolutionComponent form : differences) {
            boolean there = Optional.ofNullable(held.get(form.key()))
                    .filter(state -> !state.layers().isEmpty())
                    .isPresent();
            if (!there && isKnownWhole(held.get(form.parent().orElseThrow()))) {
                errors.add(Finding.withoutCode(
                        "The form " + ComparedComponent.name(form) + " of "
                                + form.parent().orElseThrow()
                                + " is a difference to a form that the environment does not have: full formXml"
                                + " is expected to create a form. First import the solution that has the form,"
                                + " or add the form to this solution at the source and export it again.",
                        form.key()));
            }
        }
    }

    /** Whether all forms of the table are known: it came from a solution that was imported. */
    private static boolean isKnownWhole(ComponentState table) {
        return table != null
                && !table.layers().isEmpty()
                && !table.layers().get(0).owner().equals(Layer.SYSTEM)
                && !PlatformComponents.contains(table.key());
    }

    private void siteMaps() {
        if (solution.manifest().managed()) {
            return;
        }
        solution.components().stream()
                .filter(component -> component.key().type().equals(ComponentType.SITE_MAP))
                .filter(component -> !component.property(Property.DIFFERENCE).isEmpty())
                .forEach(map -> warnings.add(Finding.withoutCode(
                        "The site map " + ComparedComponent.name(map)
                                + " of the unmanaged package is a difference: Dataverse may"
                                + " refuse it (\"unmanaged solution expects full siteMapXml\"). Export the solution again.",
                        map.key())));
    }

    /** A permission says something of a secured column only; Dataverse leaves out the others. */
    private void permissions() {
        Set<ComponentKey> open = solution.components().stream()
                .filter(component -> component.property(Property.SECURED).equals("0"))
                .map(SolutionComponent::key)
                .collect(Collectors.toSet());
        solution.components().stream()
                .filter(component -> component.key().type().equals(ComponentType.FIELD_PERMISSION))
                .forEach(permission -> permission.references().stream()
                        .filter(open::contains)
                        .forEach(column -> warnings.add(PlatformCode.COLUMN_NOT_SECURED.finding(
                                "The field permission " + ComparedComponent.name(permission) + " is for " + column
                                        + ", which is not secured in the package: Dataverse ignores the"
                                        + " permission. Enable column security on the column and export the"
                                        + " solution again.",
                                permission.key()))));
    }

    private boolean exists(ComponentKey key) {
        return !PlatformComponents.existing(List.of(key), environment).isEmpty();
    }
}
