package io.github.solutionalm.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what a manifest lists and what the package has is the same (docs/platform-facts.md, "Root components"). */
public final class RootCoverage {

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
    private final Set<ComponentKey> present = new HashSet<>();

    public RootCoverage(SolutionPackage solution) {
        this.solution = solution;
        this.listed = solution.manifest().rootComponents().stream()
                .flatMap(RootCoverage::keys)
                .collect(Collectors.toCollection(HashSet::new));
        solution.components().forEach(component -> {
            present.add(component.key());
            present.addAll(component.names());
        });
    }

    /** The keys that a root component may have. */
    public static Stream<ComponentKey> keys(RootComponent root) {
        return root.keys().stream().map(key -> new ComponentKey(root.type(), key));
    }

    /**
     * The root components that the package does not have. One that is listed by an id of a type that the package knows by
     * name is not among them, since nobody can tell.
     */
    public List<RootComponent> absent() {
        Map<ComponentType, Boolean> byId = knownById();
        return solution.manifest().rootComponents().stream()
                .filter(root -> keys(root).noneMatch(present::contains))
                .filter(root -> byId.getOrDefault(root.type(), true)
                        || !Guid.is(root.keys().get(0)))
                .toList();
    }

    /** Which types the package identifies by id. */
    public Map<ComponentType, Boolean> knownById() {
        Map<ComponentType, Boolean> byId = new HashMap<>();
        for (SolutionComponent component : solution.components()) {
            byId.merge(component.key().type(), Guid.is(component.key().key()), Boolean::logicalOr);
        }
        return byId;
    }

    /** The components that the manifest lists neither as root components nor as parts of one. */
    public List<SolutionComponent> unlisted() {
        Set<ComponentType> otherwise = listedByOtherIds();
        return solution.components().stream()
                .filter(component -> !component.isContext()
                        && LISTED.contains(component.key().type()))
                .filter(component -> !isListed(component)
                        && !otherwise.contains(component.key().type()))
                .toList();
    }

    /** Old packages list some types by ids that their definitions do not bear. */
    private Set<ComponentType> listedByOtherIds() {
        return solution.manifest().rootComponents().stream()
                .map(RootComponent::key)
                .filter(key -> Guid.is(key.key()) && !present.contains(key))
                .map(ComponentKey::type)
                .collect(Collectors.toSet());
    }

    private boolean isListed(SolutionComponent component) {
        Optional<ComponentKey> parent = component.parent();
        return listed.contains(component.key())
                || component.names().stream().anyMatch(listed::contains)
                || parent.filter(listed::contains).isPresent();
    }
}
