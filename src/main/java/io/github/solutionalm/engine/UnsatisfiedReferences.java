package io.github.solutionalm.engine;

import static java.util.function.Predicate.not;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Guid;
import io.github.solutionalm.model.ManyFindings;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Property;
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
 * References of the package's components to components that exist neither in the package nor in the environment nor
 * in a provided solution.
 *
 * <p>Only what can be told for certain is reported: components known by a schema name with the prefix of a publisher whose
 * solutions are imported, and not one of those that the platform makes along with others; and by id what apps, canvas apps,
 * steps and site maps name, since the platform lists in the manifest what of these lies outside the package.
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
            ComponentType.ENTITY_SET,
            ComponentType.ENVIRONMENT_VARIABLE_DEFINITION,
            ComponentType.named("bot"),
            ComponentType.named("botcomponent"));

    /** Components that the platform does not create without what they refer to. */
    private static final Map<ComponentType, PlatformCode> REFUSING = Map.of(
            ComponentType.CANVAS_APP, PlatformCode.INVALID_DEPENDENCY,
            ComponentType.APP_MODULE, PlatformCode.INVALID_DEPENDENCY,
            ComponentType.SDK_MESSAGE_PROCESSING_STEP, PlatformCode.INVALID_DEPENDENCY,
            ComponentType.RIBBON_CUSTOMIZATION, PlatformCode.RIBBON_WITHOUT_WEB_RESOURCE);

    /** What belongs to a table, and may be the platform's where the table is. */
    private static final Set<ComponentType> OF_TABLES =
            Set.of(ComponentType.SAVED_QUERY, ComponentType.SYSTEM_FORM, ComponentType.SAVED_QUERY_VISUALIZATION);

    /** Who names components by their ids. */
    private static final Set<ComponentType> NAMING_BY_ID = Set.of(
            ComponentType.CANVAS_APP,
            ComponentType.APP_MODULE,
            ComponentType.SDK_MESSAGE_PROCESSING_STEP,
            ComponentType.HIERARCHY_RULE);

    private static final String PLATFORM_TYPES = "Microsoft.";

    private static final int SHOWN = 3;

    private final SolutionPackage solution;
    private final EnvironmentView environment;
    private final boolean lenient;
    private final Map<ComponentKey, SolutionComponent> inPackage = new HashMap<>();
    private final Set<ComponentKey> names = new HashSet<>();
    private final Set<String> prefixes;
    /** Answers by component: one that names thousands of others is asked about for each of them. */
    private final Map<ComponentKey, Boolean> namingOnlyKnownTables = new HashMap<>();

    private final ManyFindings refused = new ManyFindings();
    private final ManyFindings warnings = new ManyFindings();

    /**
     * Checks the references of a package.
     *
     * @param lenient whether what the platform refuses is let pass
     */
    UnsatisfiedReferences(SolutionPackage solution, EnvironmentView environment, boolean lenient) {
        this.solution = solution;
        this.lenient = lenient;
        this.environment = environment;
        solution.components().forEach(component -> {
            inPackage.put(component.key(), component);
            names.addAll(component.names());
        });
        prefixes = prefixes();
        Map<ComponentKey, List<SolutionComponent>> open = open();
        removeExisting(open);
        open.forEach(this::report);
    }

    /** The errors that the platform refuses a package for, in order of what is missing. */
    List<Finding> refused() {
        return refused.toList();
    }

    /** The findings that are no errors. */
    List<Finding> warnings() {
        return warnings.toList();
    }

    /** The prefixes of publishers whose solutions come as packages; Microsoft's also come with the platform, or are provided. */
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
                .filter(new KnownSolutions(environment)::provides)
                .flatMap(UnsatisfiedReferences::required)
                .map(SchemaNameRules::prefix)
                .collect(Collectors.toSet());
    }

    private static Stream<ComponentKey> required(MissingDependency dependency) {
        return dependency.required().keys().stream()
                .map(key -> new ComponentKey(dependency.required().type(), key));
    }

    /** For each target, the components of the package that refer to it, in the order of the package. */
    private Map<ComponentKey, List<SolutionComponent>> open() {
        Set<ComponentKey> declared = solution.manifest().missingDependencies().stream()
                .flatMap(UnsatisfiedReferences::required)
                .collect(Collectors.toSet());
        NameBeginnings tables = tablesOf(declared);
        Map<ComponentKey, List<SolutionComponent>> open = new TreeMap<>();
        for (SolutionComponent component : solution.components()) {
            if (!component.isContext()) {
                component.references().stream()
                        .filter(target -> canBeTold(component, target))
                        .filter(target -> !declared.contains(target) && !isSetOfOne(target, tables))
                        .filter(target -> SchemaNameRules.waysToExist(target).noneMatch(this::isInPackage))
                        .filter(not(SchemaNameRules::mayComeWithATable))
                        .forEach(target -> open.computeIfAbsent(target, key -> new ArrayList<>())
                                .add(component));
            }
        }
        return open;
    }

    /** A set bears the name of its table in the plural: {@code contoso_categories} of {@code contoso_category}. */
    private static boolean isSetOfOne(ComponentKey target, NameBeginnings tables) {
        return target.type().equals(ComponentType.ENTITY_SET) && tables.beginOne(target.key());
    }

    private static NameBeginnings tablesOf(Set<ComponentKey> components) {
        return new NameBeginnings(components.stream()
                .filter(table -> table.type().equals(ComponentType.ENTITY))
                .map(table -> table.key().substring(0, table.key().length() - 1))
                .toList());
    }

    private boolean canBeTold(SolutionComponent source, ComponentKey target) {
        if (Guid.is(target.key())) {
            return NAMING_BY_ID.contains(source.key().type()) && isNoneOfThePlatform(source, target);
        }
        return NAMED.contains(target.type()) && prefixes.contains(SchemaNameRules.prefix(target));
    }

    /** The platform's processes have no ids that others name; its plug-in types bear its name; its views lie on its tables. */
    private boolean isNoneOfThePlatform(SolutionComponent source, ComponentKey target) {
        if (target.type().equals(ComponentType.WORKFLOW)) {
            return true;
        }
        if (target.type().equals(ComponentType.PLUGIN_TYPE)) {
            String name = source.property(Property.TYPE_NAME);
            return !name.isEmpty() && !name.startsWith(PLATFORM_TYPES);
        }
        if (target.type().equals(ComponentType.ROLE)) {
            return !RoleTemplates.has(target);
        }
        return OF_TABLES.contains(target.type())
                && namingOnlyKnownTables.computeIfAbsent(source.key(), key -> namesOnlyKnownTables(source));
    }

    /** Whether all tables that a component names are in the package, so that their views and forms are all known. */
    private boolean namesOnlyKnownTables(SolutionComponent source) {
        List<ComponentKey> tables = Stream.concat(source.references().stream(), source.parent().stream())
                .filter(reference -> reference.type().equals(ComponentType.ENTITY))
                .toList();
        return !tables.isEmpty()
                && tables.stream()
                        .allMatch(table -> inPackage.containsKey(table)
                                && !inPackage.get(table).isContext()
                                && !PlatformComponents.contains(table));
    }

    private boolean isInPackage(ComponentKey target) {
        return inPackage.containsKey(target)
                || names.contains(target)
                || SchemaNameRules.table(target).filter(names::contains).isPresent();
    }

    /** Takes out what the environment has, and columns of tables that are missing themselves. */
    private void removeExisting(Map<ComponentKey, List<SolutionComponent>> open) {
        Set<ComponentKey> asked = new TreeSet<>();
        open.keySet().forEach(target -> SchemaNameRules.waysToExist(target).forEach(asked::add));
        open.keySet().forEach(target -> SchemaNameRules.table(target).ifPresent(asked::add));
        if (asked.isEmpty()) {
            return;
        }
        Set<ComponentKey> held = new HashSet<>(environment.components(asked).keySet());
        held.addAll(environment.bearing(asked).keySet());
        held.addAll(environment.unasked(asked));
        open.keySet()
                .removeIf(target -> SchemaNameRules.waysToExist(target).anyMatch(held::contains)
                        || SchemaNameRules.table(target)
                                .filter(not(table -> isThere(table, held)))
                                .isPresent());
    }

    private boolean isThere(ComponentKey table, Set<ComponentKey> held) {
        SolutionComponent own = inPackage.get(table);
        return own != null && !own.isContext() || held.contains(table) || PlatformComponents.contains(table);
    }

    private void report(ComponentKey target, List<SolutionComponent> referrers) {
        List<SolutionComponent> refusing =
                referrers.stream().filter(referrer -> refuses(referrer, target)).toList();
        if (!refusing.isEmpty()) {
            PlatformCode code = REFUSING.get(refusing.get(0).key().type());
            refused.add(() -> code.finding(
                    sentence(target, refusing) + " First import the solution that has it, list that solution in"
                            + " <providedSolutions> if the environment gets it in another way, or remove the"
                            + " reference and export again."
                            + (lenient
                                    ? " missingDependencies=warn lets it pass."
                                    : " To let it pass, set missingDependencies to 'warn'."),
                    target));
        } else {
            boolean permissions = referrers.stream()
                    .allMatch(referrer -> referrer.key().type().equals(ComponentType.FIELD_PERMISSION));
            PlatformCode code = permissions && target.type().equals(ComponentType.ATTRIBUTE)
                    ? PlatformCode.COLUMN_OF_PERMISSION_MISSING
                    : PlatformCode.DEPENDENCY_NOT_FOUND;
            warnings.add(() -> code.finding(
                    sentence(target, referrers)
                            + " Its users may be refused or fail later. First import the solution that has it,"
                            + " or remove the reference and export again.",
                    target));
        }
    }

    /** Whether the platform refuses the reference; in a ribbon it checks web resources only. */
    private static boolean refuses(SolutionComponent referrer, ComponentKey target) {
        return REFUSING.containsKey(referrer.key().type())
                && (!referrer.key().type().equals(ComponentType.RIBBON_CUSTOMIZATION)
                        || target.type().equals(ComponentType.WEB_RESOURCE));
    }

    private static String sentence(ComponentKey target, List<SolutionComponent> referrers) {
        String names =
                referrers.stream().limit(SHOWN).map(ComparedComponent::name).collect(Collectors.joining(", "));
        int more = referrers.size() - SHOWN;
        return "Neither the package nor the environment has " + target + ", which " + names
                + (more > 0 ? " and " + more + " more refer to." : referrers.size() > 1 ? " refer to." : " refers to.");
    }
}
