package io.github.solutionalm.model;

import static io.github.solutionalm.model.ComponentType.Trait.ITEM;
import static io.github.solutionalm.model.ComponentType.Trait.MERGES;
import static io.github.solutionalm.model.ComponentType.Trait.NAMED;
import static io.github.solutionalm.model.ComponentType.Trait.NAMED_IN_TABLE;
import static io.github.solutionalm.model.ComponentType.Trait.PUBLISHES;
import static io.github.solutionalm.model.ComponentType.Trait.STANDS_ALONE;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A kind of solution component: a row of the platform's own table, or a solution-aware table by its logical name.
 * Where components of a type are in a package is the business of {@code packaging.ComponentCatalogue}.
 *
 * @param name the platform's component name, such as {@code SavedQuery}, or a table's logical name
 * @param code number in {@code RootComponent/@type}; 0 for solution-aware tables, whose numbers differ per environment
 * @param label how the import log calls it ("ItemType")
 * @param traits what sets it apart
 */
public record ComponentType(String name, int code, String label, Set<Trait> traits) {

    /** What sets a type apart in the engine's rules. */
    public enum Trait {
        /** Its layers merge; of all others the top one wins (docs/concepts.md, "What shows of a stack"). */
        MERGES,
        /** An unmanaged import leaves it unpublished (docs/concepts.md, "Publishing"). */
        PUBLISHES,
        /**
         * It belongs to another component but is not deleted with it: if another owner has it, it blocks that deletion. A part
         * would be deleted with it.
         */
        STANDS_ALONE,
        /** Its key is a name; that of others is the GUID that an environment knows it by (docs/concepts.md, "The words"). */
        NAMED,
        /** Its key is the name of its table, a dot and its own name. */
        NAMED_IN_TABLE,
        /** It goes with what it is an item of, and an environment may list nothing of the type although it has some. */
        ITEM
    }

    private static final Map<String, ComponentType> BY_NAME = new LinkedHashMap<>();
    private static final Map<Integer, ComponentType> BY_CODE = new HashMap<>();

    // Names and numbers: docs/platform-facts.md, "Component types". Item types of the log: the same page, "The
    // formatted log".
    public static final ComponentType ENTITY = row("Entity", 1, "Entity", PUBLISHES, NAMED);
    public static final ComponentType ATTRIBUTE = row("Attribute", 2, "Attribute", PUBLISHES, NAMED_IN_TABLE);
    public static final ComponentType OPTION_SET = row("OptionSet", 9, "Option Set", PUBLISHES, NAMED);
    public static final ComponentType ENTITY_RELATIONSHIP =
            row("EntityRelationship", 10, "Entity Relationships", PUBLISHES, NAMED);
    public static final ComponentType ENTITY_KEY = row("EntityKey", 14, "Entity Key", PUBLISHES, NAMED_IN_TABLE);
    public static final ComponentType ROLE = row("Role", 20, "Security Role");
    public static final ComponentType DISPLAY_STRING = row("DisplayString", 22, "Messages", PUBLISHES, NAMED_IN_TABLE);
    public static final ComponentType SAVED_QUERY = row("SavedQuery", 26, "System Views", PUBLISHES);
    public static final ComponentType WORKFLOW = row("Workflow", 29, "Process");
    public static final ComponentType REPORT = row("Report", 31, "Report");
    public static final ComponentType EMAIL_TEMPLATE = row("EmailTemplate", 36, "E-mail Template");
    public static final ComponentType CONTRACT_TEMPLATE = row("ContractTemplate", 37, "Contract Template");
    public static final ComponentType KB_ARTICLE_TEMPLATE = row("KBArticleTemplate", 38, "Article Template");
    public static final ComponentType MAIL_MERGE_TEMPLATE = row("MailMergeTemplate", 39, "Mail Merge Template");
    public static final ComponentType DUPLICATE_RULE = row("DuplicateRule", 44, "Duplicate Detection Rule");
    public static final ComponentType ENTITY_MAP = row("EntityMap", 46, "Entity Map", NAMED, ITEM);
    public static final ComponentType ATTRIBUTE_MAP = row("AttributeMap", 47, "Attribute Map", NAMED, ITEM);
    public static final ComponentType RIBBON_CUSTOMIZATION =
            row("RibbonCustomization", 50, "Entity Ribbon", PUBLISHES, MERGES, NAMED);
    public static final ComponentType SAVED_QUERY_VISUALIZATION =
            row("SavedQueryVisualization", 59, "Chart", PUBLISHES);
    public static final ComponentType SYSTEM_FORM = row("SystemForm", 60, "Form", PUBLISHES, MERGES);
    public static final ComponentType WEB_RESOURCE = row("WebResource", 61, "Web Resource", PUBLISHES, NAMED);
    public static final ComponentType SITE_MAP = row("SiteMap", 62, "Site Map", PUBLISHES, MERGES, NAMED);
    public static final ComponentType CONNECTION_ROLE = row("ConnectionRole", 63, "Connection Role");
    public static final ComponentType HIERARCHY_RULE = row("HierarchyRule", 65, "Hierarchy Rule");
    public static final ComponentType CUSTOM_CONTROL = row("CustomControl", 66, "Custom Control", NAMED);
    public static final ComponentType CUSTOM_CONTROL_DEFAULT_CONFIG =
            row("CustomControlDefaultConfig", 68, "Custom Control Default Config", NAMED);
    public static final ComponentType FIELD_SECURITY_PROFILE =
            row("FieldSecurityProfile", 70, "Field Security Profile");
    public static final ComponentType FIELD_PERMISSION = row("FieldPermission", 71, "Field Permission", NAMED, ITEM);
    public static final ComponentType APP_MODULE = row("AppModule", 80, "App Module", PUBLISHES, MERGES, NAMED);
    public static final ComponentType PLUGIN_TYPE = row("PluginType", 90, "Plug-in Type", ITEM);
    public static final ComponentType PLUGIN_ASSEMBLY = row("PluginAssembly", 91, "Plug-in Assembly");
    public static final ComponentType SDK_MESSAGE_PROCESSING_STEP =
            row("SdkMessageProcessingStep", 92, "Sdk Message Processing Step", STANDS_ALONE);
    public static final ComponentType SDK_MESSAGE_PROCESSING_STEP_IMAGE =
            row("SdkMessageProcessingStepImage", 93, "Sdk Message Processing Step Image", ITEM);
    public static final ComponentType SERVICE_ENDPOINT = row("ServiceEndpoint", 95, "Service Endpoint");
    public static final ComponentType ROUTING_RULE = row("RoutingRule", 150, "Routing Rule Set");
    public static final ComponentType ROUTING_RULE_ITEM = row("RoutingRuleItem", 151, "Routing Rule Item", ITEM);
    public static final ComponentType SLA = row("SLA", 152, "SLA");
    public static final ComponentType SLA_ITEM = row("SLAItem", 153, "SLA Item", ITEM);
    public static final ComponentType CONVERT_RULE = row("ConvertRule", 154, "Convert Rule");
    public static final ComponentType CONVERT_RULE_ITEM = row("ConvertRuleItem", 155, "Convert Rule Item", ITEM);
    public static final ComponentType MOBILE_OFFLINE_PROFILE =
            row("MobileOfflineProfile", 161, "Mobile Offline Profile");
    public static final ComponentType MOBILE_OFFLINE_PROFILE_ITEM =
            row("MobileOfflineProfileItem", 162, "Mobile Offline Profile Item", ITEM);
    public static final ComponentType SIMILARITY_RULE = row("SimilarityRule", 165, "Similarity Rule");
    // 181 and 183 carry the ids of data providers and data sources in real packages; the documentation does not name
    // them.
    public static final ComponentType ENTITY_DATA_PROVIDER = row("EntityDataProvider", 181, "Entity Data Provider");
    public static final ComponentType ENTITY_DATA_SOURCE = row("EntityDataSource", 183, "Entity Data Source");
    public static final ComponentType CANVAS_APP = row("CanvasApp", 300, "Canvas App", NAMED);
    public static final ComponentType CONNECTOR = row("Connector", 372, "Connector", NAMED);
    public static final ComponentType ENVIRONMENT_VARIABLE_DEFINITION =
            row("environmentvariabledefinition", 380, "Environment Variable Definition", NAMED);
    public static final ComponentType ENVIRONMENT_VARIABLE_VALUE =
            row("environmentvariablevalue", 381, "Environment Variable Value", NAMED);
    public static final ComponentType CONNECTION_REFERENCE =
            row("connectionreference", 0, "Connection Reference", NAMED);
    public static final ComponentType AI_PROJECT_TYPE = row("AIProjectType", 400, "AI Project Type");
    public static final ComponentType AI_PROJECT = row("AIProject", 401, "AI Project");
    public static final ComponentType AI_CONFIGURATION = row("AIConfiguration", 402, "AI Configuration");
    public static final ComponentType ATTRIBUTE_IMAGE_CONFIG =
            row("AttributeImageConfig", 431, "Attribute Image Configuration", PUBLISHES, NAMED, ITEM);
    public static final ComponentType ENTITY_IMAGE_CONFIG =
            row("EntityImageConfig", 432, "Entity Image Configuration", PUBLISHES, NAMED, ITEM);

    /** No component: what a reference by the name of a table's entity set is written with, as OData calls it. */
    public static final ComponentType ENTITY_SET = new ComponentType("entityset", 0, "Entity Set", Set.of(NAMED));

    static {
        // Kinds that packages name in RootComponents or dependencies, but that have no place of their own in a package.
        row("Relationship", 3, "Relationship");
        row("EntityRelationshipRole", 11, "Entity Relationship Role");
        row("ManagedProperty", 13, "Managed Property");
        row("Privilege", 16, "Privilege");
        row("Index", 18, "Index");
        row("RolePrivilege", 21, "Role Privilege");
        row("DisplayStringMap", 23, "Display String Map");
        row("Form", 24, "Form");
        row("Organization", 25, "Organization Settings");
        row("Attachment", 35, "Attachment");
        row("RibbonCommand", 48, "Ribbon Command");
        row("RibbonContextGroup", 49, "Ribbon Context Group");
        row("RibbonRule", 52, "Ribbon Rule");
        row("RibbonDiff", 55, "Ribbon Diff");
        row("ComplexControl", 64, "Complex Control");
        row("ImportMap", 208, "Import Map");
        row("SdkMessage", 201, "Sdk Message");
        row("EntityAnalyticsConfiguration", 430, "Entity Analytics Configuration");

        // Other names and numbers of the same types.
        BY_CODE.put(371, CONNECTOR);
        BY_NAME.put("msdyn_aitemplate", AI_PROJECT_TYPE);
        BY_NAME.put("msdyn_aimodel", AI_PROJECT);
        BY_NAME.put("msdyn_aiconfiguration", AI_CONFIGURATION);
        BY_CODE.remove(0);
    }

    /** All types that the platform numbers or that the project knows, in the order of the table. */
    public static Collection<ComponentType> known() {
        return Collections.unmodifiableCollection(new LinkedHashSet<>(BY_NAME.values()));
    }

    /** The type of a name, in any case; an unknown name is a solution-aware table of that logical name. */
    public static ComponentType named(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        ComponentType type = BY_NAME.get(key);
        return type != null ? type : new ComponentType(key, 0, key, Set.of());
    }

    /** The type of a number; an unknown number is named {@code type<number>}, so that nothing is lost. */
    public static ComponentType coded(int code) {
        ComponentType type = BY_CODE.get(code);
        return type != null ? type : new ComponentType("type" + code, code, "type" + code, Set.of());
    }

    public boolean merges() {
        return traits.contains(MERGES);
    }

    /** Whether it blocks the deletion of the component that it belongs to if another owner has it. */
    public boolean standsAlone() {
        return traits.contains(STANDS_ALONE);
    }

    /** Whether it is an item of something else, and may not be listed by itself. */
    public boolean isItem() {
        return traits.contains(Trait.ITEM);
    }

    public boolean publishes() {
        return traits.contains(PUBLISHES);
    }

    /** Whether its key is a name, and not a GUID. */
    public boolean named() {
        return traits.contains(NAMED) || namedInTable();
    }

    /** Whether its key is made of the name of its table and its own. */
    public boolean namedInTable() {
        return traits.contains(NAMED_IN_TABLE);
    }

    /** A type is its name. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ComponentType type && name.equals(type.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private static ComponentType row(String name, int code, String label, Trait... traits) {
        ComponentType type = new ComponentType(name, code, label, Set.of(traits));
        BY_NAME.put(name.toLowerCase(Locale.ROOT), type);
        BY_CODE.put(code, type);
        return type;
    }
}
