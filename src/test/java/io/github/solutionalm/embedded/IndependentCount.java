package io.github.solutionalm.embedded;

import static java.util.Map.entry;

import io.github.solutionalm.model.ComponentType;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * How many components of each type a package has, counted without the reader and its catalogue: with XPath in the
 * JDK's tree of {@code customizations.xml} (docs/platform-facts.md, "customizations.xml"), and by the files of the folders
 * (docs/platform-facts.md, "Folders").
 */
final class IndependentCount {

    private static final String TABLE = "/Entities/Entity";

    /** Paths below the root; what is {@code unmodified="1"} does not count. */
    private static final Map<String, String> PATHS = Map.ofEntries(
            // a table included as a shell has nothing but columns and keys, if that
            entry(
                    "Entity",
                    TABLE + "[EntityInfo/entity[not(@unmodified='1')][*[not(self::attributes or self::EntityKeys)]]]"),
            entry("Attribute", TABLE + "/EntityInfo/entity/attributes/attribute"),
            entry("EntityKey", TABLE + "/EntityInfo/entity/EntityKeys/EntityKey"),
            entry(
                    "SystemForm",
                    TABLE + "/FormXml/forms/systemform | /Dashboards/Dashboard | /Dialogs/Dialog"
                            + " | /InteractionCentricDashboards/InteractionCentricDashboard"),
            entry("SavedQuery", TABLE + "/SavedQueries/savedqueries/savedquery"),
            entry("SavedQueryVisualization", TABLE + "/Visualizations/visualization"),
            entry("RibbonCustomization", ribbonsWithContent()),
            entry("DisplayString", TABLE + "/Strings/Strings"),
            entry("HierarchyRule", TABLE + "/HierarchyRules/HierarchyRule"),
            entry("CustomControlDefaultConfig", TABLE + "/CustomControlDefaultConfigs/CustomControlDefaultConfig"),
            entry("Role", "/Roles/Role"),
            entry("Workflow", "/Workflows/Workflow"),
            entry("FieldSecurityProfile", "/FieldSecurityProfiles/FieldSecurityProfile"),
            entry("FieldPermission", "/FieldSecurityProfiles/FieldSecurityProfile/FieldPermissions/FieldPermission"),
            entry("EmailTemplate", "/Templates/EmailTemplates/emailtemplate"),
            entry("KBArticleTemplate", "/Templates/KBArticleTemplates/kbarticletemplate"),
            entry("ContractTemplate", "/Templates/ContractTemplates/contracttemplate"),
            entry("MailMergeTemplate", "/Templates/MailMergeTemplates/mailmergetemplate"),
            entry("ConnectionRole", "/ConnectionRoles/ConnectionRoles/ConnectionRole"),
            entry("connectionroleassociation", "/ConnectionRoles/ConnectionRoleAssociations/ConnectionRoleAssociation"),
            entry("EntityMap", "/EntityMaps/EntityMap"),
            entry("AttributeMap", "/EntityMaps/EntityMap/AttributeMaps/AttributeMap"),
            entry("EntityRelationship", "/EntityRelationships/EntityRelationship"),
            entry("Organization", "/OrganizationSettings[*]"),
            entry("OptionSet", "/optionsets/optionset"),
            entry("Report", "/Reports/Report"),
            entry("reportsignatureidmapping", "/Reports/ReportSignatureIdMappings/ReportSignatureIdMapping"),
            entry("SLA", "/Slas/Sla"),
            entry("SLAItem", "/Slas/Sla/SlaItems/SlaItem"),
            entry("WebResource", "/WebResources/WebResource"),
            entry("CustomControl", "/CustomControls/CustomControl"),
            entry("PluginAssembly", "/SolutionPluginAssemblies/PluginAssembly"),
            entry("PluginType", "/SolutionPluginAssemblies/PluginAssembly/PluginTypes/PluginType"),
            entry("SdkMessageProcessingStep", "/SdkMessageProcessingSteps/SdkMessageProcessingStep"),
            entry("SdkMessageProcessingStepImage", "/SdkMessageProcessingSteps//SdkMessageProcessingStepImage"),
            entry("ServiceEndpoint", "/ServiceEndpoints/ServiceEndpoint"),
            entry("SiteMap", "/SiteMap/SiteMap | /AppModuleSiteMaps/AppModuleSiteMap"),
            entry("AppModule", "/AppModules/AppModule"),
            entry("EntityDataProvider", "/EntityDataProviders/EntityDataProvider"),
            entry("EntityDataSource", "/EntityDataSources/EntityDataSource"),
            entry("CanvasApp", "/CanvasApps/CanvasApp"),
            entry("connectionreference", "/connectionreferences/connectionreference"),
            entry("Connector", "/Connectors/Connector"),
            entry("AIProject", "/AIModels/AIModel"),
            entry("AIConfiguration", "/AIModels/AIModel/AIConfigurations/AIConfiguration"),
            entry("environmentvariabledefinition", "/EnvironmentVariables/Definition"),
            entry("AttributeImageConfig", "/AttributeImageConfigs/AttributeImageConfig"),
            entry("EntityImageConfig", "/EntityImageConfigs/EntityImageConfig"));

    /** Sections of the paths, and those that hold nothing to count. */
    private static final Set<String> SECTIONS = Stream.concat(
                    PATHS.values().stream()
                            .flatMap(path -> Stream.of(path.split(" \\| ")))
                            .map(path -> path.replaceAll("^\\(?/(\\w+).*", "$1")),
                    Stream.of("Languages", "Templates", "RibbonDiffXml"))
            .collect(Collectors.toSet());

    private final Map<String, Integer> counts = new TreeMap<>();

    private IndependentCount() {}

    static Map<String, Integer> of(PackageDom dom) throws XPathExpressionException {
        IndependentCount count = new IndependentCount();
        count.customizations(dom.customizations());
        count.folders(dom);
        count.counts.values().removeIf(n -> n == 0);
        return count.counts;
    }

    private void customizations(Document document) throws XPathExpressionException {
        XPath xpath = XPathFactory.newDefaultInstance().newXPath();
        for (Map.Entry<String, String> type : PATHS.entrySet()) {
            String[] paths = type.getValue().split(" \\| ");
            String counts = Stream.of(paths)
                    .map(path -> "count(/ImportExportXml" + path + "[not(@unmodified='1')])")
                    .collect(Collectors.joining(" + "));
            add(type.getKey(), Double.valueOf(xpath.evaluate(counts, document)).intValue());
        }
        add("Attribute", lookupsOfRelationships(document, xpath));
        // what nobody told us of: every child is a component of its own name
        for (Element section : PackageDom.children(document.getDocumentElement())) {
            if (!SECTIONS.contains(section.getTagName())) {
                PackageDom.children(section).forEach(child -> add(child.getTagName(), 1));
            }
        }
    }

    /** Exports of CRM 2011 and 2013 define lookups with their relationships; those that are columns of a table too count there. */
    private static int lookupsOfRelationships(Document document, XPath xpath) throws XPathExpressionException {
        Set<String> columns = new HashSet<>();
        for (Element column : select(document, xpath, TABLE + "/EntityInfo/entity/attributes/attribute")) {
            columns.add(xpath.evaluate(
                    "concat(../../../../Name, '.', (LogicalName | @PhysicalName[not(../LogicalName)])[1])", column));
        }
        Set<String> lookups = new HashSet<>();
        for (Element field : select(document, xpath, "/EntityRelationships/EntityRelationship/field")) {
            lookups.add(xpath.evaluate("concat(../ReferencingEntityName, '.', @name)", field));
        }
        Set<String> more = lower(lookups);
        more.removeAll(lower(columns));
        return more.size();
    }

    private static List<Element> select(Document document, XPath xpath, String path) throws XPathExpressionException {
        NodeList nodes = (NodeList)
                xpath.evaluate("/ImportExportXml" + path + "[not(@unmodified='1')]", document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Set<String> lower(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Every table exports a ribbon, mostly an empty one; the application ribbon is there when it was asked for. */
    private static String ribbonsWithContent() {
        String content = Stream.of(
                        "CustomAction",
                        "HideCustomAction",
                        "CommandDefinition",
                        "LocLabel",
                        "DisplayRule",
                        "EnableRule",
                        "TabDisplayRule")
                .map(element -> ".//" + element)
                .collect(Collectors.joining(" or "));
        return TABLE + "/RibbonDiffXml[" + content + "] | /RibbonDiffXml";
    }

    /** {@code bots/x/bot.xml} with the root element {@code bot}, nested or not; sets; values. */
    private void folders(PackageDom dom) {
        dom.roots("[^/]+/[^/]+/(.+/)?[^/]+\\.xml").forEach((name, root) -> {
            if (name.endsWith("/" + root.getTagName() + ".xml")) {
                add(root.getTagName(), 1);
            }
        });
        dom.names().filter(name -> name.matches("(\\w+)s/[^/]+/\\1\\.json")).forEach(name -> {
            add(name.replaceAll(".*/(\\w+)\\.json", "$1"), 1);
        });
        dom.roots("assets/[^/]+\\.xml").values().stream()
                .flatMap(set -> PackageDom.children(set).stream())
                .forEach(row -> add(row.getTagName(), 1));
        add("environmentvariablevalue", (int) dom.names()
                .filter(name -> name.endsWith("/environmentvariablevalues.json")
                        || name.equals("environment_variable_values.json"))
                .count());
    }

    private void add(String type, int count) {
        counts.merge(ComponentType.named(type).name(), count, Integer::sum);
    }
}
