package io.github.solutionalm.engine;

import static java.util.function.Predicate.not;

import io.github.solutionalm.Finding;
import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * References of the package's components that nothing satisfies: not the package, not the environment. The platform imports
 * such a package without a word (facts/dataverse.md 2.7: it checks what the manifest declares), so they are warnings.
 *
 * <p>Only what can be told for certain is reported: components known by a schema name, with the prefix of a publisher whose
 * solutions are imported, and not one of those that the platform makes along with others.
 */
final class UnsatisfiedReferences {

    /** Types that are known by a schema name wherever they are referred to. */
    private static final Set<ComponentType> NAMED = Set.of(
            ComponentType.ENTITY,
            ComponentType.ATTRIBUTE,
            ComponentType.OPTION_SET,
            ComponentType.ENTITY_RELATIONSHIP,
            ComponentType.WEB_RESOURCE,
            ComponentType.CUSTOM_CONTROL,
            ComponentType.CANVAS_APP,
            ComponentType.APP_MODULE,
            ComponentType.SITE_MAP,
            ComponentType.CONNECTOR,
            ComponentType.CONNECTION_REFERENCE,
            ComponentType.ENVIRONMENT_VARIABLE_DEFINITION,
            ComponentType.named("bot"),
            ComponentType.named("botcomponent"));

    private static final int SHOWN = 3;

    private final SolutionPackage solution;
    private final EnvironmentView environment;
    private final Map<ComponentKey, SolutionComponent> inPackage = new HashMap<>();
    private final Set<String> prefixes;

    private UnsatisfiedReferences(SolutionPackage solution, EnvironmentView environment) {
        this.solution = solution;
        this.environment = environment;
        solution.components().forEach(component -> inPackage.put(component.key(), component));
        prefixes = prefixes();
    }

    /** The warnings, one for each component that is missing, in order. */
    static List<Finding> check(SolutionPackage solution, EnvironmentView environment) {
        UnsatisfiedReferences references = new UnsatisfiedReferences(solution, environment);
        Map<ComponentKey, List<SolutionComponent>> open = references.open();
        references.removeExisting(open);
        return open.entrySet().stream()
                .map(entry -> warning(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Of publishers whose solutions come as packages; Microsoft's also come with the platform, or are provided. */
    private Set<String> prefixes() {
        Set<String> known = new HashSet<>(environment.customizationPrefixes());
        known.add(solution.manifest().publisher().customizationPrefix());
        Set<String> lower = known.stream()
                .map(prefix -> prefix.toLowerCase(Locale.ROOT))
                .filter(prefix -> !prefix.isEmpty() && !prefix.startsWith("ms") && !prefix.equals("adx"))
                .collect(Collectors.toSet());
        lower.removeAll(providedPrefixes());
        return lower;
    }

    /** What provided solutions hold is known only as far as the manifest tells, but it tells their prefixes. */
    private Set<String> providedPrefixes() {
        return solution.manifest().missingDependencies().stream()
                .filter(dependency -> DependencyCheck.isProvided(dependency, environment))
                .flatMap(UnsatisfiedReferences::required)
                .map(SchemaName::prefix)
                .collect(Collectors.toSet());
    }

    private static Stream<ComponentKey> required(MissingDependency dependency) {
        return dependency.required().keys().stream()
                .map(key -> new ComponentKey(dependency.required().type(), key));
    }

    /** By target: the components of the package that refer to it, in the order of the package. */
    private Map<ComponentKey, List<SolutionComponent>> open() {
        Set<ComponentKey> declared = solution.manifest().missingDependencies().stream()
                .flatMap(UnsatisfiedReferences::required)
                .collect(Collectors.toSet());
        Map<ComponentKey, List<SolutionComponent>> open = new TreeMap<>();
        for (SolutionComponent component : solution.components()) {
            if (!component.isContext()) {
                component.references().stream()
                        .filter(target -> NAMED.contains(target.type()) && prefixes.contains(SchemaName.prefix(target)))
                        .filter(not(declared::contains))
                        .filter(target -> SchemaName.waysToExist(target).noneMatch(inPackage::containsKey))
                        .filter(not(SchemaName::mayComeWithATable))
                        .forEach(target -> open.computeIfAbsent(target, key -> new ArrayList<>())
                                .add(component));
            }
        }
        return open;
    }

    /** Takes out what the environment has, and columns of tables that are missing themselves. */
    private void removeExisting(Map<ComponentKey, List<SolutionComponent>> open) {
        Set<ComponentKey> asked = new TreeSet<>();
        open.keySet().forEach(target -> SchemaName.waysToExist(target).forEach(asked::add));
        open.keySet().forEach(target -> SchemaName.table(target).ifPresent(asked::add));
        Set<ComponentKey> held =
                asked.isEmpty() ? Set.of() : environment.components(asked).keySet();
        open.keySet()
                .removeIf(target -> SchemaName.waysToExist(target).anyMatch(held::contains)
                        || SchemaName.table(target)
                                .filter(not(table -> isThere(table, held)))
                                .isPresent());
    }

    private boolean isThere(ComponentKey table, Set<ComponentKey> held) {
        SolutionComponent own = inPackage.get(table);
        return own != null && !own.isContext() || held.contains(table) || PlatformComponents.contains(table);
    }

    private static Finding warning(ComponentKey target, List<SolutionComponent> referrers) {
        String names =
                referrers.stream().limit(SHOWN).map(UnsatisfiedReferences::name).collect(Collectors.joining(", "));
        int more = referrers.size() - SHOWN;
        return PlatformCode.DEPENDENCY_NOT_FOUND.finding(
                "Neither the package nor the environment has " + target + ", which " + names
                        + (more > 0
                                ? " and " + more + " more refer to"
                                : referrers.size() > 1 ? " refer to" : " refers to")
                        + ". The platform imports the package all the same, and what needs it fails later."
                        + " Import first the solution that has it, or take the reference out and export again.",
                target);
    }

    private static String name(SolutionComponent component) {
        return component.key() + (component.name().isEmpty() ? "" : " (" + component.name() + ")");
    }
}
