package io.github.solutionalm.engine;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Guid;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds components that the manifest lists neither as root components nor as parts of one. */
final class RootEntries {

    /** Types whose components real packages always list; processes are the known exception. */
    private static final Set<ComponentType> LISTED = Set.of(
            ComponentType.ENTITY,
            ComponentType.OPTION_SET,
            ComponentType.ROLE,
            ComponentType.WEB_RESOURCE,
            ComponentType.SYSTEM_FORM,
            ComponentType.SAVED_QUERY,
            ComponentType.SAVED_QUERY_VISUALIZATION,
            ComponentType.SITE_MAP,
            ComponentType.CUSTOM_CONTROL,
            ComponentType.FIELD_SECURITY_PROFILE,
            ComponentType.APP_MODULE,
            ComponentType.PLUGIN_ASSEMBLY,
            ComponentType.SDK_MESSAGE_PROCESSING_STEP,
            ComponentType.SERVICE_ENDPOINT,
            ComponentType.REPORT,
            ComponentType.EMAIL_TEMPLATE,
            ComponentType.CONNECTION_ROLE,
            ComponentType.CANVAS_APP,
            ComponentType.CONNECTOR);

    private final SolutionPackage solution;
    private final Set<ComponentKey> listed;
    private final Set<ComponentType> listedByOtherIds;

    RootEntries(SolutionPackage solution) {
        this.solution = solution;
        this.listed = solution.manifest().rootComponents().stream()
                .flatMap(PackageChecks::keys)
                .collect(Collectors.toCollection(HashSet::new));
        this.listedByOtherIds = listedByOtherIds(solution);
    }

    /** Old packages list some types by ids that their definitions do not bear. */
    private static Set<ComponentType> listedByOtherIds(SolutionPackage solution) {
        Set<ComponentKey> known = new HashSet<>();
        solution.components().forEach(component -> {
            known.add(component.key());
            known.addAll(component.names());
        });
        return solution.manifest().rootComponents().stream()
                .map(RootComponent::key)
                .filter(key -> Guid.is(key.key()) && !known.contains(key))
                .map(ComponentKey::type)
                .collect(Collectors.toSet());
    }

    /** One error for each component that the manifest does not list. */
    List<Finding> missing() {
        return solution.components().stream()
                .filter(component -> !component.isContext()
                        && LISTED.contains(component.key().type()))
                .filter(component -> !isListed(component)
                        && !listedByOtherIds.contains(component.key().type()))
                .map(component -> PlatformCode.MISSING_ROOT_COMPONENT_ENTRY.finding(
                        ComparedComponent.name(component)
                                + " is in the package, but the manifest does not list it as a root component."
                                + " Use the package unchanged as exported, or add the component to <RootComponents>.",
                        component.key()))
                .toList();
    }

    private boolean isListed(SolutionComponent component) {
        Optional<ComponentKey> parent = component.parent();
        return listed.contains(component.key())
                || component.names().stream().anyMatch(listed::contains)
                || parent.filter(listed::contains).isPresent();
    }
}
