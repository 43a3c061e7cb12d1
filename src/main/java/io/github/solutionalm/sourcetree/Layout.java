package io.github.solutionalm.sourcetree;

import static io.github.solutionalm.sourcetree.LayoutRow.Trait.CONTENTS_BY_NAME;
import static io.github.solutionalm.sourcetree.LayoutRow.Trait.FOLDER;
import static io.github.solutionalm.sourcetree.LayoutRow.Trait.KEEPS_EXTENSION;
import static io.github.solutionalm.sourcetree.LayoutRow.Trait.NO_SCHEMA_INSTANCE;
import static io.github.solutionalm.sourcetree.LayoutRow.Trait.TWINS;
import static io.github.solutionalm.sourcetree.LayoutRow.items;
import static io.github.solutionalm.sourcetree.LayoutRow.whole;

import java.util.List;
import java.util.Optional;

/**
 * The layout of a source tree, as SolutionPackager and {@code pac solution} have it (docs/solutions-as-artifacts.md, "The
 * layout"): the table that packing and unpacking go by. What has no row stays in {@code Other/Customizations.xml}.
 */
final class Layout {

    static final String SOLUTION = "Other/Solution.xml";
    static final String CUSTOMIZATIONS = "Other/Customizations.xml";
    static final String OTHER = "Other/";
    static final String TABLES = "Entities";
    static final String TABLE = "Entity";
    static final String FORMS = "forms";
    static final String FORM_TYPE = "type";
    static final String RELATIONSHIPS = "EntityRelationships";
    static final String RELATIONSHIP = "EntityRelationship";
    static final String EMAIL_TEMPLATES = "EmailTemplates";

    /** In the order in which packages have the files that belong to them. */
    static final List<LayoutRow> ROWS = List.of(
            items("Entities/Entity", "Entities/{Name}/Entity.xml"),
            items("Roles/Role", "Roles/{@name}.xml")
                    .reads("Roles/*")
                    .id("{@id}")
                    .with(KEEPS_EXTENSION),
            items("Workflows/Workflow", "{JsonFileName|XamlFileName}.data.xml")
                    .reads("Workflows/**/*.data.xml")
                    .contents("JsonFileName", "XamlFileName")
                    .id("{@WorkflowId}"),
            whole("FieldSecurityProfiles", "Other/FieldSecurityProfiles.xml"),
            items("Templates/EmailTemplates", "Templates/EmailTemplates.xml"),
            items("Templates/KBArticleTemplates", "Templates/KBArticleTemplates.xml"),
            items("Templates/ContractTemplates", "Templates/ContractTemplates.xml"),
            items("Templates/MailMergeTemplates", "Templates/MailMergeTemplates.xml"),
            whole("EntityMaps", "Other/EntityMaps.xml"),
            items(
                            "EntityRelationships/EntityRelationship",
                            "Other/Relationships/{ReferencedEntityName|FirstEntityName}.xml")
                    .id("{@Name}"),
            items("optionsets/optionset", "OptionSets/{@Name}.xml"),
            items("Dashboards/Dashboard", "Dashboards/{FormId}.xml"),
            items(
                    "InteractionCentricDashboards/InteractionCentricDashboard",
                    "InteractionCentricDashboards/{FormId}.xml"),
            items("WebResources/WebResource", "WebResources/{Name}.data.xml")
                    .reads("WebResources/**/*.data.xml")
                    .contents("FileName")
                    .contentIn("WebResources/{Name}"),
            items("CustomControls/CustomControl", "{FileName}.data.xml")
                    .reads("Controls/**/*.data.xml")
                    .contents("FileName")
                    .with(FOLDER),
            items("SolutionPluginAssemblies/PluginAssembly", "{FileName}.data.xml")
                    .reads("PluginAssemblies/**/*.data.xml")
                    .contents("FileName")
                    .id("{@PluginAssemblyId}"),
            items(
                    "SdkMessageProcessingSteps/SdkMessageProcessingStep",
                    "SdkMessageProcessingSteps/{@SdkMessageProcessingStepId}.xml"),
            whole("ServiceEndpoints", "PluginAssemblies/ServiceEndpoints.xml"),
            items("Reports/Report", "Reports/{languagecode}/{reportid}/{filename}.data.xml")
                    .reads("Reports/**/*.data.xml")
                    .contents("ExportedFileName")
                    .contentIn("Reports/{languagecode}/{reportid}/{filename}")
                    .id("{reportid}"),
            items("Reports/ReportSignatureIdMappings", "Reports/ReportSignatureIdMappings.xml"),
            items("MobileOfflineProfiles/MobileOfflineProfile", "MobileOfflineProfiles/{@Name}.xml"),
            items("AppModuleSiteMaps/AppModuleSiteMap", "AppModuleSiteMaps/{SiteMapUniqueName}/AppModuleSiteMap.xml")
                    .with(TWINS),
            items("AppModules/AppModule", "AppModules/{UniqueName}/AppModule.xml")
                    .with(TWINS)
                    .with(NO_SCHEMA_INSTANCE),
            items("CanvasApps/CanvasApp", "CanvasApps/{Name}.meta.xml")
                    .contents("BackgroundImageUri", "DocumentUri", "AdditionalUri", "CodeAppPackageUri")
                    .with(CONTENTS_BY_NAME),
            items("Connectors/Connector", "Connectors/{name}.xml")
                    .contents(
                            "openapidefinition",
                            "connectionparameters",
                            "policytemplateinstances",
                            "scriptoperations",
                            "customcodeblobcontent",
                            "iconblob"),
            whole("SiteMap", "Other/SiteMap.xml").with(TWINS),
            whole("RibbonDiffXml", "Other/RibbonCustomizations.xml").reads("Other/RibbonCustomization*.xml"),
            whole("ConnectionRoles", "Other/ConnectionRoles.xml"));

    /** What of a table has files of its own, in its folder. */
    static final List<LayoutRow> PARTS_OF_TABLE = List.of(
            items("FormXml/forms/systemform", "FormXml/{type}/{formid}.xml")
                    .reads("FormXml/*/*.xml")
                    .id("{formid}")
                    .with(TWINS),
            items("SavedQueries/savedqueries/savedquery", "SavedQueries/{savedqueryid}.xml"),
            items("Visualizations/visualization", "Visualizations/{savedqueryvisualizationid}.xml"),
            whole("RibbonDiffXml", "RibbonDiff.xml"));

    private Layout() {}

    /** The rows of a section of {@code customizations.xml}. */
    static List<LayoutRow> of(String section) {
        return ROWS.stream().filter(row -> row.section().equals(section)).toList();
    }

    /** The row whose files have this path, if it is the path of one. */
    static Optional<LayoutRow> reading(String path) {
        return ROWS.stream().filter(row -> row.reads().matches(row.first(path))).findFirst();
    }
}
