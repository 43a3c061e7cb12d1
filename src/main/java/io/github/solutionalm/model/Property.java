package io.github.solutionalm.model;

import static io.github.solutionalm.model.ComponentType.APP_MODULE;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.CANVAS_APP;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.ENTITY_RELATIONSHIP;
import static io.github.solutionalm.model.ComponentType.ENVIRONMENT_VARIABLE_DEFINITION;
import static io.github.solutionalm.model.ComponentType.OPTION_SET;
import static io.github.solutionalm.model.ComponentType.PLUGIN_ASSEMBLY;
import static io.github.solutionalm.model.ComponentType.PLUGIN_TYPE;
import static io.github.solutionalm.model.ComponentType.ROLE;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY_VISUALIZATION;
import static io.github.solutionalm.model.ComponentType.SDK_MESSAGE_PROCESSING_STEP;
import static io.github.solutionalm.model.ComponentType.SITE_MAP;
import static io.github.solutionalm.model.ComponentType.SYSTEM_FORM;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;
import static io.github.solutionalm.model.ComponentType.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a definition says and that rules of the engine ask for: a row of the table of what can't change in place,
 * and of what other rules need to know. The reader keeps it while a definition goes by; a new row is one line here.
 *
 * @param type type of the components that have it
 * @param name how people call it, and the rules
 * @param places where it is in the definition, the first that says something counts: {@code A/B} for the text of an
 *     element, {@code A/@c} for an attribute, {@code *} behind it for all of them
 * @param change what a change of it means for a component that the environment has
 * @param code the platform's code for a change that is refused; empty where none is public
 */
public record Property(ComponentType type, String name, List<String> places, Change change, String code) {

    /** What a change of a property means. */
    public enum Change {
        /** Nothing by itself. */
        FREE,
        /** The platform can't make it to a component that is there: the import is refused. */
        REFUSED,
        /** It takes effect, and what exists may not go with it. */
        WARNED
    }

    /** Behind a place: all values that stand there. */
    public static final String ALL = "*";

    /** Between several values. */
    public static final String SEPARATOR = "\n";

    /** Where the kind of a form stands: on the element around it. */
    public static final String KIND = "^/@type";

    /** Any {@code solutionaction}, which makes a definition a difference to one that is elsewhere. */
    public static final String MARK = "^/@solutionaction";

    public static final String DATA_TYPE = "data type";
    public static final String SOURCE = "source";
    public static final String CHOICE = "choice";
    public static final String DISPLAY_MASK = "display mask";
    public static final String SECURED = "secured";
    public static final String VALUES = "values";
    public static final String OWNERSHIP = "ownership";
    public static final String DATA_PROVIDER = "data provider";
    public static final String RELATIONSHIP_KIND = "kind of relationship";
    public static final String REFERENCED_TABLE = "referenced table";
    public static final String REFERENCING_TABLE = "referencing table";
    public static final String REFERENCING_COLUMN = "referencing column";
    public static final String DIFFERENCE = "difference";
    public static final String FORM_KIND = "kind of form";
    public static final String CATEGORY = "category";
    public static final String PRIMARY_TABLE = "primary table";
    public static final String UNIQUE_NAME = "unique name";
    public static final String TYPE_NAME = "type name";
    public static final String FULL_NAME = "full name";
    /** Whether others may customize the component, and what of it: {@code name=value}, several. */
    public static final String MANAGED_PROPERTIES = "managed properties";

    private static final String TABLE = "EntityInfo/entity/";
    private static final String PROCESS_CLASH = "0x80048027";

    private static final List<Property> ROWS = Stream.of(
                    refused(ATTRIBUTE, DATA_TYPE, "Type").as("0x80041A06"),
                    refused(ATTRIBUTE, CHOICE, "OptionSetName", "optionset/@Name"),
                    refused(ENTITY, OWNERSHIP, TABLE + "OwnershipTypeMask").as("0x80072018"),
                    refused(ENTITY, "activity", TABLE + "IsActivity"),
                    refused(ENTITY, DATA_PROVIDER, TABLE + "DataProviderId"),
                    refused(ENTITY_RELATIONSHIP, RELATIONSHIP_KIND, "EntityRelationshipType"),
                    refused(ENTITY_RELATIONSHIP, REFERENCED_TABLE, "ReferencedEntityName"),
                    refused(ENTITY_RELATIONSHIP, REFERENCING_TABLE, "ReferencingEntityName"),
                    refused(ENTITY_RELATIONSHIP, "first table", "FirstEntityName"),
                    refused(ENTITY_RELATIONSHIP, "second table", "SecondEntityName"),
                    refused(named("customapi"), "binding type", "bindingtype"),
                    refused(named("customapi"), "bound table", "boundentitylogicalname"),
                    refused(named("customapi"), "allowed processing steps", "allowedcustomprocessingsteptype"),
                    refused(named("customapi"), "function", "isfunction"),
                    refused(named("customapirequestparameter"), "type", "type"),
                    refused(named("customapiresponseproperty"), "type", "type"),
                    refused(WORKFLOW, CATEGORY, "Category").as(PROCESS_CLASH),
                    refused(WORKFLOW, PRIMARY_TABLE, "PrimaryEntity").as(PROCESS_CLASH),
                    refused(WORKFLOW, UNIQUE_NAME, "UniqueName").as(PROCESS_CLASH),
                    warned(ENVIRONMENT_VARIABLE_DEFINITION, "type", "type", "Type"),
                    free(ENTITY_RELATIONSHIP, REFERENCING_COLUMN, "ReferencingAttributeName"),
                    free(ATTRIBUTE, SOURCE, "SourceType"),
                    free(ATTRIBUTE, DISPLAY_MASK, "DisplayMask"),
                    free(ATTRIBUTE, SECURED, "IsSecured"),
                    free(ATTRIBUTE, VALUES, values("optionset/")),
                    free(OPTION_SET, VALUES, values("")),
                    free(SYSTEM_FORM, FORM_KIND, KIND),
                    free(SYSTEM_FORM, DIFFERENCE, MARK),
                    free(SITE_MAP, DIFFERENCE, MARK),
                    free(PLUGIN_TYPE, TYPE_NAME, "@Name"),
                    free(SDK_MESSAGE_PROCESSING_STEP, TYPE_NAME, "PluginTypeName"),
                    free(PLUGIN_ASSEMBLY, FULL_NAME, "@FullName"),
                    managed(ENTITY, TABLE),
                    managed(ATTRIBUTE, ""),
                    managed(OPTION_SET, ""),
                    managed(ENTITY_RELATIONSHIP, ""),
                    managed(SYSTEM_FORM, ""),
                    managed(SAVED_QUERY, ""),
                    managed(SAVED_QUERY_VISUALIZATION, ""),
                    managed(WEB_RESOURCE, ""),
                    managed(ROLE, ""),
                    managed(WORKFLOW, ""),
                    managed(APP_MODULE, ""),
                    managed(CANVAS_APP, ""))
            .toList();

    private static final Map<ComponentType, List<Property>> BY_TYPE =
            ROWS.stream().collect(Collectors.groupingBy(Property::type));

    public Property {
        places = List.copyOf(places);
    }

    /** The properties of a type, in the order of the table. */
    public static List<Property> of(ComponentType type) {
        return BY_TYPE.getOrDefault(type, List.of());
    }

    /** Whether components of a type can have it. */
    public static boolean has(ComponentType type, String name) {
        return of(type).stream().anyMatch(property -> property.name().equals(name));
    }

    /**
     * What a definition says of it; empty when it says nothing.
     *
     * @param captured texts by the place where they stand
     */
    public Optional<String> value(Map<String, String> captured) {
        if (name.equals(MANAGED_PROPERTIES)) {
            List<String> said = new ArrayList<>();
            for (String place : places) {
                String value = captured.getOrDefault(place, "").strip();
                if (!value.isEmpty()) {
                    said.add(place.substring(place.lastIndexOf('/') + 1) + "=" + value);
                }
            }
            return Optional.of(String.join(SEPARATOR, said)).filter(text -> !text.isEmpty());
        }
        return places.stream()
                .map(place -> captured.getOrDefault(place, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Property refused(ComponentType type, String name, String... places) {
        return new Property(type, name, List.of(places), Change.REFUSED, "");
    }

    private static Property warned(ComponentType type, String name, String... places) {
        return new Property(type, name, List.of(places), Change.WARNED, "");
    }

    private static Property free(ComponentType type, String name, String... places) {
        return new Property(type, name, List.of(places), Change.FREE, "");
    }

    /** What a publisher allows others; see https://learn.microsoft.com/power-platform/alm/managed-properties-alm. */
    private static Property managed(ComponentType type, String within) {
        String[] places = Stream.of(
                        "IsCustomizable",
                        "IsRenameable",
                        "CanCreateAttributes",
                        "CanCreateForms",
                        "CanCreateViews",
                        "CanCreateCharts",
                        "CanModifyAdditionalSettings",
                        "CanModifySearchSettings",
                        "CanModifyRequirementLevelSettings",
                        "CanChangeHierarchicalRelationship",
                        "CanChangeTrackingBeEnabled",
                        "CanEnableSyncToExternalSearchIndex",
                        "CanBeDeleted")
                .map(element -> within + element)
                .toArray(String[]::new);
        return free(type, MANAGED_PROPERTIES, places);
    }

    private static String[] values(String within) {
        return new String[] {
            within + "options/option/@value" + ALL,
            within + "states/state/@value" + ALL,
            within + "statuses/status/@value" + ALL
        };
    }

    private Property as(String platformCode) {
        return new Property(type, name, places, change, platformCode);
    }
}
