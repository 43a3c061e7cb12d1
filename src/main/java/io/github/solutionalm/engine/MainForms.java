package io.github.solutionalm.engine;

import static java.util.stream.Collectors.groupingBy;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table always has a main form: the last one can't be deleted
 * (https://learn.microsoft.com/power-apps/developer/data-platform/reference/web-service-error-codes, FallbackFormDeletion).
 */
final class MainForms {

    private static final String MAIN = "main";

    private final EnvironmentView environment;
    private final ArrivingLayers arrivals;

    MainForms(EnvironmentView environment, ArrivingLayers arrivals) {
        this.environment = environment;
        this.arrivals = arrivals;
    }

    /**
     * Returns the components to delete that are the last main forms of tables that stay. Nothing is reported where a form that
     * is not known may be the last one, or another main form.
     */
    List<ComponentState> lost(Map<ComponentKey, ComponentState> deleted) {
        Map<ComponentKey, List<ComponentState>> byTable = mainForms(deleted.values().stream()
                        .filter(state -> state.parent()
                                .filter(table -> !deleted.containsKey(table))
                                .isPresent())
                        .toList())
                .stream()
                .collect(groupingBy(form -> form.parent().orElseThrow()));
        byTable.keySet().removeAll(platformTables(byTable.keySet()));
        arrivals.components().values().stream().filter(MainForms::isMainForm).forEach(form -> form.parent()
                .ifPresent(byTable::remove));
        List<ComponentState> staying = environment.partsOf(byTable.keySet()).stream()
                .filter(form -> !deleted.containsKey(form.key()))
                .toList();
        Stream.concat(mainForms(staying).stream(), staying.stream().filter(MainForms::isUnseenForm))
                .forEach(form -> form.parent().ifPresent(byTable::remove));
        List<ComponentState> lost = new ArrayList<>();
        byTable.values().forEach(lost::addAll);
        return lost;
    }

    /** The tables of the platform: their forms are not known. */
    private Set<ComponentKey> platformTables(Set<ComponentKey> tables) {
        Map<ComponentKey, ComponentState> states = tables.isEmpty() ? Map.of() : environment.components(tables);
        return tables.stream()
                .filter(table -> PlatformComponents.contains(table)
                        || Optional.ofNullable(states.get(table))
                                .flatMap(state -> state.layerOf(Layer.SYSTEM))
                                .isPresent())
                .collect(Collectors.toSet());
    }

    /** Whether it is a form of which a content is not known: it may be a main form. */
    private static boolean isUnseenForm(ComponentState form) {
        return form.key().type().equals(ComponentType.SYSTEM_FORM)
                && form.layers().stream().anyMatch(Layer::isUnseen);
    }

    /** Whether a form to delete may be the last main form of a table that stays, since nobody knows its kind. */
    boolean mayBeLost(ComponentState form, Map<ComponentKey, ComponentState> deleted) {
        Optional<ComponentKey> table = form.parent();
        return isUnseenForm(form)
                && table.filter(deleted::containsKey).isEmpty()
                && arrivals.components().values().stream()
                        .noneMatch(arriving ->
                                isMainForm(arriving) && arriving.parent().equals(table));
    }

    private List<ComponentState> mainForms(List<ComponentState> components) {
        List<ComponentState> found = new ArrayList<>();
        Definitions definitions = environment.definitions();
        new DefinitionsInTurn(definitions)
                .read(
                        components.stream()
                                .filter(state -> state.key().type().equals(ComponentType.SYSTEM_FORM))
                                .toList(),
                        MainForms::hashes,
                        (form, xml) -> {
                            boolean main = hashes(form).stream()
                                    .filter(xml::containsKey)
                                    .flatMap(
                                            hash -> definitions.read(form.key(), form.parent(), xml.get(hash)).stream())
                                    .anyMatch(MainForms::isMainForm);
                            if (main) {
                                found.add(form);
                            }
                        });
        return found;
    }

    private static List<ContentHash> hashes(ComponentState form) {
        return form.layers().stream()
                .flatMap(layer -> layer.content().hash().stream())
                .toList();
    }

    private static boolean isMainForm(SolutionComponent form) {
        return form.key().type().equals(ComponentType.SYSTEM_FORM)
                && !form.isContext()
                && form.property(Property.FORM_KIND).equalsIgnoreCase(MAIN);
    }
}
