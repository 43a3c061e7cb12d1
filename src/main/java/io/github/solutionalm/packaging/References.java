package io.github.solutionalm.packaging;

import static io.github.solutionalm.model.ComponentType.*;

import io.github.solutionalm.model.ComponentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which elements and attributes of a definition refer to other components (docs/concepts.md, "References"): the second
 * table of the catalogue. Besides these rows, {@code $webresource:name} refers to a web resource wherever it stands.
 *
 * <p>The rows are what the platform itself counts: real packages declare in {@code MissingDependencies} what their components
 * refer to outside, and kinds that none of them declares would refuse upgrades that the platform carries out.
 */
final class References {

    /** What a value refers to. */
    enum Target {
        /** A component by its key; {@code rule.type()} says of which type. */
        COMPONENT,
        /** A component by another name, for when the definition does not give its key. */
        BY_NAME,
        /** Several components, separated by commas. */
        COMPONENTS,
        /** A table, which columns named after it in the same definition belong to. */
        TABLE,
        /** A column of the table at hand, unless {@code entityname} says that it is of another. */
        COLUMN,
        /** Columns of the table at hand, separated by commas. */
        COLUMNS,
        /** A part of an app: {@code type} with {@code schemaName} or {@code id}. */
        APP_COMPONENT,
        /** A relationship in the navigation of a form, unless it is hidden. */
        NAVIGATION,
        /** A web resource by name or path, where something else may stand as well. */
        WEB_RESOURCE,
        /** JSON text that names components. */
        JSON,
        /** XML text, to which the same rows apply. */
        XML
    }

    /** Elements whose icons and pages do not count: no real package declares them, though it declares all else of the form. */
    static final Set<String> WITHOUT_WEB_RESOURCES = Set.of("NavBarItem", "NavBarByRelationshipItem");

    private static final ComponentType FX_EXPRESSION = ComponentType.named("fxexpression");

    /**
     * One row.
     *
     * @param element element name, where it says too little {@code parent/element}
     * @param attribute attribute name, or empty for the element's text
     * @param target what the value is
     * @param type type of the component referred to, for {@link Target#COMPONENT}
     */
    record Rule(String element, String attribute, Target target, ComponentType type) {}

    private static final List<Rule> FETCH = List.of(
            in("entity", "name").table(),
            // a link goes from a column of the outer table to one of the linked table
            in("link-entity", "to").column(),
            in("link-entity", "name").table(),
            in("link-entity", "from").column(),
            in("attribute", "name").column(),
            in("condition", "attribute").column(),
            in("order", "attribute").column());

    /** Controls on forms and the columns and views that they are given. */
    private static final List<Rule> CONTROLS = List.of(
            in("customControl", "name").component(CUSTOM_CONTROL),
            text("datafieldname").column(),
            text("TargetEntityType").component(ENTITY),
            text("ViewId").component(SAVED_QUERY));

    private static final Map<ComponentType, List<Rule>> RULES = Map.ofEntries(
            Map.entry(
                    ENTITY,
                    List.of(
                            text("IconSmallName").webResource(),
                            text("IconMediumName").webResource(),
                            text("IconLargeName").webResource(),
                            text("IconVectorName").webResource(),
                            text("DataProviderId").component(ENTITY_DATA_PROVIDER),
                            text("DataSourceId").component(ENTITY_DATA_SOURCE))),
            Map.entry(
                    ATTRIBUTE,
                    List.of(
                            text("OptionSetName").component(OPTION_SET),
                            text("CalculationOf").column())),
            Map.entry(ENTITY_KEY, List.of(text("AttributeName").column())),
            Map.entry(
                    SYSTEM_FORM,
                    with(
                            CONTROLS,
                            in("control", "datafieldname").column(),
                            in("control", "relationship").component(ENTITY_RELATIONSHIP),
                            in("tabs", "entityview").component(SAVED_QUERY),
                            in("Library", "name").component(WEB_RESOURCE),
                            in("Handler", "libraryName").component(WEB_RESOURCE),
                            in("Role", "Id").component(ROLE),
                            in("NavBarByRelationshipItem", "RelationshipName").navigation(),
                            text("RelationshipName").component(ENTITY_RELATIONSHIP),
                            text("FilterRelationshipName").component(ENTITY_RELATIONSHIP),
                            text("DependentAttributeType").component(ENTITY),
                            text("DefaultViewId").component(SAVED_QUERY),
                            text("EntityViewId").component(SAVED_QUERY),
                            text("AvailableViewIds").components(SAVED_QUERY),
                            text("ViewIds").components(SAVED_QUERY),
                            text("Url").webResource(),
                            text("QuickForms").xml(),
                            text("QuickFormId").component(SYSTEM_FORM),
                            text("VisualizationId").component(SAVED_QUERY_VISUALIZATION))),
            Map.entry(CUSTOM_CONTROL_DEFAULT_CONFIG, CONTROLS),
            // quick view forms
            // (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/hierarchyrule)
            Map.entry(
                    HIERARCHY_RULE,
                    List.of(
                            text("PrimaryEntityFormID").component(SYSTEM_FORM),
                            text("primaryentityformid").component(SYSTEM_FORM),
                            text("RelatedEntityFormId").component(SYSTEM_FORM),
                            text("RelatedEntityFormID").component(SYSTEM_FORM),
                            text("relatedentityformid").component(SYSTEM_FORM))),
            Map.entry(
                    SAVED_QUERY,
                    with(
                            FETCH,
                            text("returnedtypecode").component(ENTITY),
                            in("cell", "name").column())),
            Map.entry(
                    SAVED_QUERY_VISUALIZATION,
                    with(FETCH, text("primaryentitytypecode").component(ENTITY))),
            Map.entry(
                    SITE_MAP,
                    List.of(
                            in("SubArea", "Entity").component(ENTITY),
                            in("SubArea", "DefaultDashboard").component(SYSTEM_FORM),
                            in("SubArea", "Page").component(CANVAS_APP),
                            in("SubArea", "Url").webResource(),
                            in("SubArea", "Icon").webResource(),
                            in("SubArea", "VectorIcon").webResource(),
                            in("Group", "Icon").webResource(),
                            in("Group", "VectorIcon").webResource(),
                            in("Area", "Icon").webResource(),
                            in("Area", "VectorIcon").webResource(),
                            in("Privilege", "Entity").component(ENTITY))),
            Map.entry(
                    APP_MODULE,
                    List.of(
                            new Rule("AppModuleComponent", "type", Target.APP_COMPONENT, APP_MODULE),
                            in("Role", "id").component(ROLE),
                            text("WebResourceId").component(WEB_RESOURCE),
                            child("canvasappid", "name").component(CANVAS_APP))),
            Map.entry(
                    RIBBON_CUSTOMIZATION,
                    List.of(in("JavaScriptFunction", "Library").webResource())),
            Map.entry(
                    WEB_RESOURCE,
                    List.of(text("DependencyXml").xml(), in("Library", "name").component(WEB_RESOURCE))),
            Map.entry(WORKFLOW, List.of(text("PrimaryEntity").component(ENTITY))),
            Map.entry(
                    SDK_MESSAGE_PROCESSING_STEP,
                    List.of(
                            text("PluginTypeId").component(PLUGIN_TYPE),
                            text("PluginTypeName").byName(PLUGIN_TYPE),
                            text("EventHandler").component(SERVICE_ENDPOINT),
                            child("fxexpressionid", "uniquename").component(FX_EXPRESSION),
                            text("PrimaryEntity").table(),
                            text("FilteringAttributes").columns())),
            Map.entry(
                    FIELD_PERMISSION,
                    List.of(text("EntityName").table(), text("AttributeName").column())),
            Map.entry(
                    ENTITY_RELATIONSHIP,
                    List.of(
                            text("ReferencedEntityName").component(ENTITY),
                            text("ReferencingEntityName").table(),
                            text("ReferencingAttributeName").column(),
                            text("FirstEntityName").component(ENTITY),
                            text("SecondEntityName").component(ENTITY))),
            Map.entry(
                    ENTITY_MAP,
                    List.of(
                            text("EntitySource").component(ENTITY),
                            text("EntityTarget").component(ENTITY))),
            Map.entry(
                    ATTRIBUTE_IMAGE_CONFIG,
                    List.of(
                            text("parententitylogicalname").table(),
                            text("attributelogicalname").column())),
            Map.entry(
                    ENTITY_IMAGE_CONFIG,
                    List.of(
                            text("parententitylogicalname").table(),
                            text("primaryimageattribute").column())),
            Map.entry(
                    ComponentType.named("connectionroleassociation"),
                    List.of(
                            text("connectionroleid").component(CONNECTION_ROLE),
                            text("associatedconnectionroleid").component(CONNECTION_ROLE))),
            Map.entry(CONNECTION_ROLE, List.of(text("associatedobjecttypecode").component(ENTITY))),
            Map.entry(
                    ENTITY_DATA_PROVIDER,
                    List.of(
                            text("DataSourceLogicalName").component(ENTITY),
                            text("RetrievePluginTypeId").component(PLUGIN_TYPE),
                            text("RetrieveMultiplePluginTypeId").component(PLUGIN_TYPE),
                            text("CreatePluginTypeId").component(PLUGIN_TYPE),
                            text("UpdatePluginTypeId").component(PLUGIN_TYPE),
                            text("DeletePluginTypeId").component(PLUGIN_TYPE))),
            Map.entry(ENTITY_DATA_SOURCE, List.of(text("EntityDataProviderId").component(ENTITY_DATA_PROVIDER))),
            Map.entry(
                    CONNECTION_REFERENCE,
                    List.of(child("customconnectorid", "connectorid").component(CONNECTOR))),
            Map.entry(AI_PROJECT, List.of(text("msdyn_activerunconfigurationid").component(AI_CONFIGURATION))),
            Map.entry(
                    AI_CONFIGURATION,
                    List.of(text("msdyn_trainedmodelaiconfigurationpareid").component(AI_CONFIGURATION))),
            Map.entry(
                    ComponentType.named("attributemaskingrule"),
                    List.of(
                            text("entityname").table(),
                            text("attributelogicalname").column())),
            Map.entry(
                    ComponentType.named("dvtablesearch"),
                    List.of(text("appmoduleuniquename").component(APP_MODULE))),
            Map.entry(
                    ComponentType.named("dvtablesearchentity"),
                    List.of(text("entitylogicalname").component(ENTITY))),
            Map.entry(SLA, List.of(in("Sla", "PrimaryEntityLogicalName").component(ENTITY))),
            Map.entry(
                    CANVAS_APP,
                    List.of(
                            text("ConnectionReferences").json(),
                            text("DatabaseReferences").json(),
                            text("CdsDependencies").json())));

    private References() {}

    /** The rules of a type, by element name. */
    static Map<String, List<Rule>> rules(ComponentType type) {
        return RULES.getOrDefault(type, List.of()).stream().collect(Collectors.groupingBy(Rule::element));
    }

    private static Source in(String element, String attribute) {
        return new Source(element, attribute);
    }

    private static Source text(String element) {
        return new Source(element, "");
    }

    /** The text of an element by the name of the one around it too. */
    private static Source child(String parent, String element) {
        return new Source(parent + "/" + element, "");
    }

    private static List<Rule> with(List<Rule> rules, Rule... more) {
        return java.util.stream.Stream.concat(rules.stream(), java.util.Arrays.stream(more))
                .toList();
    }

    private record Source(String element, String attribute) {
        Rule component(ComponentType type) {
            return new Rule(element, attribute, Target.COMPONENT, type);
        }

        Rule byName(ComponentType type) {
            return new Rule(element, attribute, Target.BY_NAME, type);
        }

        Rule components(ComponentType type) {
            return new Rule(element, attribute, Target.COMPONENTS, type);
        }

        Rule table() {
            return new Rule(element, attribute, Target.TABLE, ENTITY);
        }

        Rule column() {
            return new Rule(element, attribute, Target.COLUMN, ATTRIBUTE);
        }

        Rule columns() {
            return new Rule(element, attribute, Target.COLUMNS, ATTRIBUTE);
        }

        Rule navigation() {
            return new Rule(element, attribute, Target.NAVIGATION, ENTITY_RELATIONSHIP);
        }

        Rule webResource() {
            return new Rule(element, attribute, Target.WEB_RESOURCE, WEB_RESOURCE);
        }

        Rule xml() {
            return new Rule(element, attribute, Target.XML, WEB_RESOURCE);
        }

        Rule json() {
            return new Rule(element, attribute, Target.JSON, CONNECTION_REFERENCE);
        }
    }
}
