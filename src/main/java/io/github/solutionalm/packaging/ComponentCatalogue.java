package io.github.solutionalm.packaging;

import static io.github.solutionalm.model.ComponentType.*;
import static io.github.solutionalm.packaging.CatalogueRow.at;

import java.util.List;
import java.util.Set;

/**
 * The place of each component type in {@code customizations.xml}: the table that controls the reader
 * (docs/platform-facts.md, "customizations.xml"). docs/architecture.md, "Add a component
 * type", says what else a new type needs.
 *
 * <p>A key is a template: {@code {@Name}} is an attribute, {@code {Name}} the text of a child, {@code {^}} the key of the
 * component that it is a part of; of alternatives separated by {@code |} the first with all its parts counts.
 */
final class ComponentCatalogue {

    private static final String TABLE = "Entities/Entity";
    private static final String NAMES = "LocalizedNames/LocalizedName/@description";

    /** The rows, in the order of the sections. */
    static final List<CatalogueRow> ROWS = List.of(
            at(TABLE, ENTITY)
                    .key("{Name}")
                    .name("Name/@LocalizedName")
                    .layerFrom("EntityInfo/entity", "Name", "ObjectTypeCode")
                    .alsoReferredToAs(ENTITY_SET, "EntityInfo/entity/EntitySetName"),
            at(TABLE + "/EntityInfo/entity/attributes/attribute", ATTRIBUTE)
                    .key("{^}.{LogicalName}|{^}.{@PhysicalName}")
                    .name("displaynames/displayname/@description"),
            at(TABLE + "/EntityInfo/entity/EntityKeys/EntityKey", ENTITY_KEY)
                    .key("{^}.{LogicalName}|{^}.{Name}")
                    .name("displaynames/displayname/@description"),
            at(TABLE + "/FormXml/forms/systemform", SYSTEM_FORM).key("{formid}").name(NAMES),
            at(TABLE + "/SavedQueries/savedqueries/savedquery", SAVED_QUERY)
                    .key("{savedqueryid}")
                    .name(NAMES),
            at(TABLE + "/Visualizations/visualization", SAVED_QUERY_VISUALIZATION)
                    .key("{savedqueryvisualizationid}")
                    .name(NAMES),
            at(TABLE + "/RibbonDiffXml", RIBBON_CUSTOMIZATION)
                    .key("{^}:ribbondiffxml")
                    .emptyWith(CatalogueRow.EMPTY_RIBBON),
            at(TABLE + "/Strings/Strings", DISPLAY_STRING).key("{^}.{@ResourceKey}"),
            at(TABLE + "/HierarchyRules/HierarchyRule", HIERARCHY_RULE)
                    .key("{HierarchyRuleID}|{hierarchyruleid}|{^}.{Name}")
                    .name(NAMES),
            at(TABLE + "/CustomControlDefaultConfigs/CustomControlDefaultConfig", CUSTOM_CONTROL_DEFAULT_CONFIG)
                    .key("{CustomControlDefaultConfigId}|{^}.{PrimaryEntityTypeCode}|{^}"),
            at("Roles/Role", ROLE).key("{@id}").name("@name").alsoKnownAs("@name"),
            at("Workflows/Workflow", WORKFLOW)
                    .key("{@WorkflowId}")
                    .name("@Name")
                    .activated("StateCode")
                    .alsoKnownAs("UniqueName")
                    .runs(),
            at("FieldSecurityProfiles/FieldSecurityProfile", FIELD_SECURITY_PROFILE)
                    .key("{@fieldsecurityprofileid}")
                    .name("@name"),
            at("FieldSecurityProfiles/FieldSecurityProfile/FieldPermissions/FieldPermission", FIELD_PERMISSION)
                    .key("{^}.{EntityName}.{AttributeName}"),
            at("Templates/EmailTemplates/emailtemplate", EMAIL_TEMPLATE)
                    .key("{templateid}|{@id}")
                    .name("@name"),
            at("Templates/ContractTemplates/contracttemplate", CONTRACT_TEMPLATE)
                    .key("{contracttemplateid}|{@id}")
                    .name("@name"),
            at("Templates/KBArticleTemplates/kbarticletemplate", KB_ARTICLE_TEMPLATE)
                    .key("{kbarticletemplateid}|{@id}")
                    .name("@name"),
            at("Templates/MailMergeTemplates/mailmergetemplate", MAIL_MERGE_TEMPLATE)
                    .key("{mailmergetemplateid}|{@id}")
                    .name("@name"),
            at("RibbonDiffXml", RIBBON_CUSTOMIZATION).key(":ribbondiffxml"),
            at("ConnectionRoles/ConnectionRoles/ConnectionRole", CONNECTION_ROLE)
                    .key("{connectionroleid}|{@connectionroleid}")
                    .name("name"),
            at(
                            "ConnectionRoles/ConnectionRoleAssociations/ConnectionRoleAssociation",
                            named("connectionroleassociation"))
                    .key("{connectionroleid},{associatedconnectionroleid}"),
            at("SiteMap/SiteMap", SITE_MAP).key("sitemap"),
            at("EntityMaps/EntityMap", ENTITY_MAP).key("{EntitySource}.{EntityTarget}"),
            at("EntityMaps/EntityMap/AttributeMaps/AttributeMap", ATTRIBUTE_MAP)
                    .key("{^}.{AttributeSource}.{AttributeTarget}"),
            at("EntityRelationships/EntityRelationship", ENTITY_RELATIONSHIP)
                    .key("{@Name}")
                    .alsoReferredToAs(ENTITY, "IntersectEntityName"),
            // exports of CRM 2011 and 2013 define a lookup here, those since among the attributes of its table
            at("EntityRelationships/EntityRelationship/field", ATTRIBUTE)
                    .key("{^}.{@name}")
                    .name("displaynames/displayname/@description")
                    .partOf(ENTITY, "ReferencingEntityName"),
            at("EnvironmentVariables/Definition", ENVIRONMENT_VARIABLE_DEFINITION)
                    .key("{SchemaName}|{Name}")
                    .name("DisplayName"),
            at("OrganizationSettings", named("Organization"))
                    .key("organizationsettings")
                    .emptyWith(Set.of()),
            at("optionsets/optionset", OPTION_SET).key("{@Name}").name("@localizedName"),
            at("Reports/ReportSignatureIdMappings/ReportSignatureIdMapping", named("reportsignatureidmapping"))
                    .key("{@reportid}"),
            at("Reports/Report", REPORT).key("{reportid}|{@reportid}|{@id}").name("name"),
            at("RoutingRules/RoutingRule", ROUTING_RULE)
                    .key("{@RoutingRuleId}|{RoutingRuleId}|{routingruleid}|{@id}|{@Name}|{Name}")
                    .name("@Name|Name")
                    .activated("StateCode|statecode"),
            at("RoutingRules/RoutingRule/RoutingRuleItems/RoutingRuleItem", ROUTING_RULE_ITEM)
                    .key("{@RoutingRuleItemId}|{RoutingRuleItemId}|{routingruleitemid}|{^}.{@Name}|{^}.{Name}")
                    .name("@Name|Name"),
            at("ConvertRules/ConvertRule", CONVERT_RULE)
                    .key("{@ConvertRuleId}|{ConvertRuleId}|{convertruleid}|{@id}|{@Name}|{Name}")
                    .name("@Name|Name")
                    .activated("StateCode|statecode"),
            at("ConvertRules/ConvertRule/ConvertRuleItems/ConvertRuleItem", CONVERT_RULE_ITEM)
                    .key("{@ConvertRuleItemId}|{ConvertRuleItemId}|{convertruleitemid}|{^}.{@Name}|{^}.{Name}")
                    .name("@Name|Name"),
            at("MobileOfflineProfiles/MobileOfflineProfile", MOBILE_OFFLINE_PROFILE)
                    .key("{@MobileOfflineProfileId}|{MobileOfflineProfileId}|{mobileofflineprofileid}|{@Name}|{Name}")
                    .name("@Name|Name"),
            at(
                            "MobileOfflineProfiles/MobileOfflineProfile/MobileOfflineProfileItems/MobileOfflineProfileItem",
                            MOBILE_OFFLINE_PROFILE_ITEM)
                    .key("{@MobileOfflineProfileItemId}|{MobileOfflineProfileItemId}|{^}.{@Name}|{^}.{Name}")
                    .name("@Name|Name"),
            at("Slas/Sla", SLA).key("{@SLAId}|{SLAId}").name("@Name|Name").activated("StateCode|statecode"),
            at("Slas/Sla/SlaItems/SlaItem", SLA_ITEM)
                    .key("{@SLAItemId}|{SLAItemId}|{slaitemid}|{^}.{@Name}|{^}.{Name}")
                    .name("@Name|Name"),
            at("SimilarityRules/SimilarityRule", SIMILARITY_RULE)
                    .key("{@similarityruleid}|{similarityruleid}|{@name}")
                    .name("@name"),
            at("Dashboards/Dashboard", SYSTEM_FORM).key("{FormId}").name(NAMES),
            at("InteractionCentricDashboards/InteractionCentricDashboard", SYSTEM_FORM)
                    .key("{FormId}")
                    .name(NAMES),
            at("Dialogs/Dialog", SYSTEM_FORM).key("{FormId}").name(NAMES),
            at("WebResources/WebResource", WEB_RESOURCE)
                    .key("{Name}")
                    .name("DisplayName")
                    .alsoKnownAs("WebResourceId")
                    // pages, scripts and Silverlight (docs/platform-facts.md, "customizations.xml")
                    .runsIf("WebResourceType=1,3,8"),
            at("CustomControls/CustomControl", CUSTOM_CONTROL)
                    .key("{Name}")
                    .withFolder()
                    .runs(),
            at("SolutionPluginAssemblies/PluginAssembly", PLUGIN_ASSEMBLY)
                    .key("{@PluginAssemblyId}|{@FullName}")
                    .name("@FullName")
                    .alsoKnownAs("@FullName")
                    .runs(),
            at("SolutionPluginAssemblies/PluginAssembly/PluginTypes/PluginType", PLUGIN_TYPE)
                    .key("{@PluginTypeId}|{@AssemblyQualifiedName}|{@Name}")
                    .name("@Name")
                    .alsoKnownAs("@AssemblyQualifiedName", "@Name"),
            at("SdkMessageProcessingSteps/SdkMessageProcessingStep", SDK_MESSAGE_PROCESSING_STEP)
                    .key("{@SdkMessageProcessingStepId}")
                    .name("@Name")
                    .activated("StateCode|statecode")
                    .partOf(PLUGIN_TYPE),
            at(
                            "SdkMessageProcessingSteps/SdkMessageProcessingStep/SdkMessageProcessingStepImages/"
                                    + "SdkMessageProcessingStepImage",
                            SDK_MESSAGE_PROCESSING_STEP_IMAGE)
                    .key("{SdkMessageProcessingStepImageId}|{^}.{@Name}|{^}.{EntityAlias}")
                    .name("@Name"),
            at("ServiceEndpoints/ServiceEndpoint", SERVICE_ENDPOINT)
                    .key("{@ServiceEndpointId}")
                    .name("@Name"),
            at("AppModuleSiteMaps/AppModuleSiteMap", SITE_MAP)
                    .key("{SiteMapUniqueName}")
                    .name(NAMES),
            at("AppModules/AppModule", APP_MODULE).key("{UniqueName}").name(NAMES),
            at("EntityDataProviders/EntityDataProvider", ENTITY_DATA_PROVIDER)
                    .key("{EntityDataProviderId}")
                    .name("Name"),
            at("EntityDataSources/EntityDataSource", ENTITY_DATA_SOURCE)
                    .key("{@EntityDataSourceId}|{EntityDataSourceId}")
                    .name("Name"),
            at("CanvasApps/CanvasApp", CANVAS_APP)
                    .key("{Name}")
                    .name("DisplayName")
                    .needing("DocumentUri", "CodeAppPackageUri")
                    .runs(),
            at("connectionreferences/connectionreference", CONNECTION_REFERENCE)
                    .key("{@connectionreferencelogicalname}")
                    .name("connectionreferencedisplayname"),
            at("Connectors/Connector", CONNECTOR)
                    .key("{name}|{connectorid}")
                    .name("displayname")
                    .alsoKnownAs("connectorid", "connectorinternalid", "name")
                    .needing(
                            "openapidefinition",
                            "connectionparameters",
                            "policytemplateinstances",
                            "scriptoperations",
                            "customcodeblobcontent",
                            "iconblob")
                    .runs(),
            at("AIModels/AIModel", AI_PROJECT).key("{msdyn_aimodelid}").name("msdyn_name"),
            at("AIModels/AIModel/AIConfigurations/AIConfiguration", AI_CONFIGURATION)
                    .key("{msdyn_aiconfigurationid}|{@msdyn_aiconfigurationid}|{^}.{msdyn_name}")
                    .name("msdyn_name"),
            at("AttributeImageConfigs/AttributeImageConfig", ATTRIBUTE_IMAGE_CONFIG)
                    .key("{parententitylogicalname}.{attributelogicalname}"),
            at("EntityImageConfigs/EntityImageConfig", ENTITY_IMAGE_CONFIG).key("{parententitylogicalname}"));

    private ComponentCatalogue() {}
}
