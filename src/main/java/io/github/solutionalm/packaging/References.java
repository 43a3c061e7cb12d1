package io.github.solutionalm.packaging;

import static io.github.solutionalm.model.ComponentType.*;

import io.github.solutionalm.model.ComponentType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which elements and attributes of a definition refer to other components (engine.md, Reference): the second table of the
 * catalogue. Besides these rows, {@code $webresource:name} refers to a web resource wherever it stands.
 */
final class References {

    /** What a value refers to. */
    enum Target {
        /** A component by its key; {@code rule.type()} says of which type. */
        COMPONENT,
        /** The same component by another name, for when the definition does not give its key. */
        BY_NAME,
        /** Several of them, separated by commas. */
        COMPONENTS,
        /** A table, which columns named after it in the same definition belong to. */
        TABLE,
        /** A column of the table at hand, unless {@code entityname} says that it is of another. */
        COLUMN,
        /** Columns of the table at hand, separated by commas. */
        COLUMNS,
        /** A part of an app: {@code type} with {@code schemaName} or {@code id}. */
        APP_COMPONENT,
        /** JSON text that names components. */
        JSON
    }

    /**
     * One row.
     *
     * @param element element name
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

    private static final Map<ComponentType, List<Rule>> RULES = Map.ofEntries(
            Map.entry(ATTRIBUTE, List.of(text("OptionSetName").component(OPTION_SET))),
            Map.entry(ENTITY_KEY, List.of(text("AttributeName").column())),
            Map.entry(
                    SYSTEM_FORM,
                    List.of(
                            in("control", "datafieldname").column(),
                            in("Library", "name").component(WEB_RESOURCE),
                            in("Handler", "libraryName").component(WEB_RESOURCE),
                            in("customControl", "name").component(CUSTOM_CONTROL),
                            in("Role", "Id").component(ROLE),
                            in("NavBarByRelationshipItem", "RelationshipName").component(ENTITY_RELATIONSHIP),
                            text("RelationshipName").component(ENTITY_RELATIONSHIP),
                            text("TargetEntityType").component(ENTITY),
                            text("ViewId").component(SAVED_QUERY),
                            text("DefaultViewId").component(SAVED_QUERY),
                            text("AvailableViewIds").components(SAVED_QUERY),
                            text("VisualizationId").component(SAVED_QUERY_VISUALIZATION))),
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
                            in("Privilege", "Entity").component(ENTITY))),
            Map.entry(
                    APP_MODULE,
                    List.of(
                            new Rule("AppModuleComponent", "type", Target.APP_COMPONENT, APP_MODULE),
                            in("Role", "id").component(ROLE))),
            Map.entry(WORKFLOW, List.of(text("PrimaryEntity").component(ENTITY))),
            Map.entry(
                    SDK_MESSAGE_PROCESSING_STEP,
                    List.of(
                            text("PluginTypeId").component(PLUGIN_TYPE),
                            text("PluginTypeName").byName(PLUGIN_TYPE),
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
            Map.entry(SLA, List.of(in("Sla", "PrimaryEntityLogicalName").component(ENTITY))),
            Map.entry(
                    CANVAS_APP,
                    List.of(
                            text("ConnectionReferences").json(),
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

        Rule json() {
            return new Rule(element, attribute, Target.JSON, CONNECTION_REFERENCE);
        }
    }
}
