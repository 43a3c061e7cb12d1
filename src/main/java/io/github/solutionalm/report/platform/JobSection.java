package io.github.solutionalm.report.platform;

import static io.github.solutionalm.model.ComponentType.*;

import io.github.solutionalm.model.ComponentType;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sections of the job document in their order, and which components are in which (docs/platform-facts.md, "The job
 * document"). The only complete document that is public is older than most component types; those stand in
 * {@link #SOLUTION_COMPONENTS}, a section of ours, and readers of the document pass over sections unknown to them.
 */
enum JobSection {
    ENTITIES("entities", "entity", ENTITY),
    NODES("nodes", "node", SITE_MAP, RIBBON_CUSTOMIZATION),
    SETTINGS("settings", "setting"),
    /** Always empty: a dashboard is a system form, and its type does not show which forms are dashboards. */
    DASHBOARDS("dashboards", "dashboard"),
    SECURITY_ROLES("securityroles", "securityrole", ROLE),
    WORKFLOWS("workflows", "workflow", WORKFLOW),
    TEMPLATES("templates", "template", EMAIL_TEMPLATE, CONTRACT_TEMPLATE, KB_ARTICLE_TEMPLATE, MAIL_MERGE_TEMPLATE),
    OPTION_SETS("optionSets", "optionSet", OPTION_SET),
    CONNECTION_ROLES("ConnectionRoles", "ConnectionRole", CONNECTION_ROLE),
    PLUGIN_ASSEMBLIES("SolutionPluginAssemblies", "SolutionPluginAssembly", PLUGIN_ASSEMBLY, PLUGIN_TYPE),
    STEPS(
            "SdkMessageProcessingSteps",
            "SdkMessageProcessingStep",
            SDK_MESSAGE_PROCESSING_STEP,
            SDK_MESSAGE_PROCESSING_STEP_IMAGE),
    SERVICE_ENDPOINTS("ServiceEndpoints", "ServiceEndpoint", SERVICE_ENDPOINT),
    WEB_RESOURCES("webResources", "webResource", WEB_RESOURCE),
    REPORTS("reports", "report", REPORT),
    FIELD_SECURITY_PROFILES("FieldSecurityProfiles", "FieldSecurityProfile", FIELD_SECURITY_PROFILE, FIELD_PERMISSION),
    SOLUTION_COMPONENTS("solutionComponents", "solutionComponent"),
    ENTITY_SUBHANDLERS(
            "entitySubhandlers",
            "entitySubhandler",
            ATTRIBUTE,
            ENTITY_KEY,
            ENTITY_RELATIONSHIP,
            DISPLAY_STRING,
            SAVED_QUERY,
            SAVED_QUERY_VISUALIZATION,
            SYSTEM_FORM,
            ENTITY_MAP,
            ATTRIBUTE_MAP,
            HIERARCHY_RULE,
            ATTRIBUTE_IMAGE_CONFIG,
            ENTITY_IMAGE_CONFIG);

    private static final Map<ComponentType, JobSection> BY_TYPE = Stream.of(values())
            .flatMap(section -> section.types.stream().map(type -> Map.entry(type, section)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String element;
    private final String item;
    private final Set<ComponentType> types;

    JobSection(String element, String item, ComponentType... types) {
        this.element = element;
        this.item = item;
        this.types = Set.of(types);
    }

    static JobSection of(ComponentType type) {
        return BY_TYPE.getOrDefault(type, SOLUTION_COMPONENTS);
    }

    /** The section's element. */
    String element() {
        return element;
    }

    /** The element of one component in it. */
    String item() {
        return item;
    }
}
