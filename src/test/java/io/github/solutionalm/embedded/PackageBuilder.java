package io.github.solutionalm.embedded;

import io.github.solutionalm.archive.cab.CabFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small solution packages. Components have the prefix contoso. */
public final class PackageBuilder {

    private static final StringBuilder NONE = new StringBuilder();

    private final String name;
    private final String version;
    private final boolean managed;
    private String publisher = "contoso";
    private String base = "";
    private final StringBuilder roots = new StringBuilder();
    private final StringBuilder dependencies = new StringBuilder();
    private final StringBuilder sections = new StringBuilder();
    private final Map<String, StringBuilder> columns = new LinkedHashMap<>();
    private final Map<String, StringBuilder> forms = new LinkedHashMap<>();
    private final Map<String, StringBuilder> views = new LinkedHashMap<>();
    private final StringBuilder webResources = new StringBuilder();
    private final Map<String, byte[]> files = new TreeMap<>();

    private PackageBuilder(String name, String version, boolean managed) {
        this.name = name;
        this.version = version;
        this.managed = managed;
    }

    public static PackageBuilder managed(String name, String version) {
        return new PackageBuilder(name, version, true);
    }

    public static PackageBuilder unmanaged(String name, String version) {
        return new PackageBuilder(name, version, false);
    }

    public PackageBuilder publisher(String uniqueName) {
        publisher = uniqueName;
        return this;
    }

    public PackageBuilder patchOf(String uniqueName) {
        base = "<ParentUniqueName>%s</ParentUniqueName>".formatted(uniqueName);
        return this;
    }

    /** A table with a column of this label. */
    public PackageBuilder column(String table, String column, String label) {
        columns.computeIfAbsent(table, key -> new StringBuilder())
                .append(
                        """
                        <attribute PhysicalName="%s"><Type>nvarchar</Type><LogicalName>%s</LogicalName><displaynames>\
                        <displayname description="%s" languagecode="1033"/></displaynames></attribute>
                        """
                                .formatted(column, column, label));
        return this;
    }

    public PackageBuilder columns(String table, int count, String label) {
        for (int i = 0; i < count; i++) {
            column(table, "contoso_c" + i, label + " " + i);
        }
        return this;
    }

    /** A view of a table that shows columns. Without columns of its own the table is only mentioned. */
    public PackageBuilder view(String table, String view, String... shown) {
        StringBuilder cells = new StringBuilder();
        for (String column : shown) {
            cells.append("<cell name=\"%s\"/>".formatted(column));
        }
        views.computeIfAbsent(table, key -> new StringBuilder())
                .append(
                        """
                        <savedquery><savedqueryid>{%s}</savedqueryid><layoutxml><grid><row>%s</row></grid></layoutxml>\
                        <LocalizedNames><LocalizedName description="%s" languagecode="1033"/></LocalizedNames></savedquery>
                        """
                                .formatted(id(view), cells, view));
        return this;
    }

    /** A form of a table that shows columns. Without columns of its own the table is only mentioned. */
    public PackageBuilder mainForm(String table, String form, String... shown) {
        StringBuilder controls = new StringBuilder();
        for (String column : shown) {
            controls.append("<control id=\"%s\" datafieldname=\"%s\"/>".formatted(column, column));
        }
        forms.computeIfAbsent(table, key -> new StringBuilder())
                .append(
                        """
                        <systemform><formid>{%s}</formid><form>%s</form>\
                        <LocalizedNames><LocalizedName description="%s" languagecode="1033"/></LocalizedNames></systemform>
                        """
                                .formatted(id(form), controls, form));
        return this;
    }

    public PackageBuilder webResource(String path, String content) {
        String file = "WebResources/" + path.replaceAll("\\W", "_");
        webResources.append(
                """
                <WebResource><WebResourceId>{%s}</WebResourceId><Name>%s</Name><WebResourceType>3</WebResourceType>\
                <FileName>/%s</FileName></WebResource>
                """
                        .formatted(id(path), path, file));
        return file(file, content);
    }

    /** A dashboard, which is a form. */
    public PackageBuilder form(String form, String label) {
        return section(
                "Dashboards",
                """
                <Dashboard><FormId>{%s}</FormId><LocalizedNames><LocalizedName description="%s" languagecode="1033"/>\
                </LocalizedNames></Dashboard>
                """
                        .formatted(id(form), label));
    }

    /** A form, the site map, the ribbon and an app: one of each type that merges. */
    public PackageBuilder merging(String label) {
        sections.append(
                """
                <SiteMap><SiteMap><Area Id="%s"/></SiteMap></SiteMap>
                <RibbonDiffXml><CustomActions><CustomAction Id="%s"/></CustomActions></RibbonDiffXml>
                <AppModules><AppModule><UniqueName>contoso_app</UniqueName><Description>%s</Description></AppModule></AppModules>
                """
                        .formatted(label, label, label));
        return form("form", label);
    }

    public PackageBuilder workflow(String workflow) {
        return section(
                "Workflows",
                """
                <Workflow WorkflowId="{%s}" Name="%s"><Category>0</Category><StateCode>1</StateCode></Workflow>
                """
                        .formatted(id(workflow), workflow));
    }

    public PackageBuilder draftWorkflow(String workflow) {
        return section(
                "Workflows",
                """
                <Workflow WorkflowId="{%s}" Name="%s"><Category>5</Category><StateCode>0</StateCode></Workflow>
                """
                        .formatted(id(workflow), workflow));
    }

    public PackageBuilder disabledStep(String step) {
        return section(
                "SdkMessageProcessingSteps",
                """
                <SdkMessageProcessingStep Name="%s" SdkMessageProcessingStepId="{%s}"><statecode>1</statecode></SdkMessageProcessingStep>
                """
                        .formatted(step, id(step)));
    }

    public PackageBuilder step(String step) {
        return section(
                "SdkMessageProcessingSteps",
                """
                <SdkMessageProcessingStep Name="%s" SdkMessageProcessingStepId="{%s}"><Stage>40</Stage></SdkMessageProcessingStep>
                """
                        .formatted(step, id(step)));
    }

    public PackageBuilder routingRule(String rule, boolean active) {
        return section(
                "RoutingRules",
                """
                <RoutingRule RoutingRuleId="{%s}" Name="%s"><StateCode>%d</StateCode></RoutingRule>
                """
                        .formatted(id(rule), rule, active ? 1 : 0));
    }

    /** A component in its section of customizations.xml. */
    public PackageBuilder section(String section, String component) {
        sections.append("<" + section + ">" + component + "</" + section + ">\n");
        return this;
    }

    public PackageBuilder file(String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public PackageBuilder root(int type, String schemaName) {
        roots.append("<RootComponent type=\"%d\" schemaName=\"%s\" behavior=\"0\"/>\n".formatted(type, schemaName));
        return this;
    }

    public PackageBuilder requires(int type, String schemaName, String solution) {
        dependencies.append(
                """
                <MissingDependency><Required type="%d" schemaName="%s" displayName="%s" solution="%s"/>\
                <Dependent type="61" schemaName="contoso_/dependent.js"/></MissingDependency>
                """
                        .formatted(type, schemaName, schemaName, solution));
        return this;
    }

    /** The same id for the same name. */
    public static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Map<String, byte[]> files() {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.put("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
        all.put("solution.xml", manifest().getBytes(StandardCharsets.UTF_8));
        all.put("customizations.xml", customizations().getBytes(StandardCharsets.UTF_8));
        return all;
    }

    private String manifest() {
        return """
                <ImportExportXml version="9.2" languagecode="1033"><SolutionManifest><UniqueName>%s</UniqueName>
                <LocalizedNames><LocalizedName description="%s" languagecode="1033"/></LocalizedNames>
                %s<Version>%s</Version><Managed>%d</Managed>
                <Publisher><UniqueName>%s</UniqueName><CustomizationPrefix>contoso</CustomizationPrefix></Publisher>
                <RootComponents>%s</RootComponents><MissingDependencies>%s</MissingDependencies>
                </SolutionManifest></ImportExportXml>
                """
                .formatted(
                        name,
                        name,
                        base,
                        version,
                        managed ? 1 : 0,
                        publisher,
                        roots + RootsOfXml.of(customizations(), roots.toString()),
                        dependencies);
    }

    private String customizations() {
        Set<String> names = new LinkedHashSet<>(columns.keySet());
        names.addAll(forms.keySet());
        names.addAll(views.keySet());
        String tables = names.stream().map(this::table).collect(Collectors.joining());
        return "<ImportExportXml><Entities>" + tables + "</Entities>\n" + sections + "<WebResources>" + webResources
                + "</WebResources><Languages><Language>1033</Language></Languages></ImportExportXml>";
    }

    private String table(String table) {
        String definition = columns.containsKey(table)
                ? """
                  <EntityInfo><entity Name="%s"><attributes>
                  %s</attributes><IsCustomizable>1</IsCustomizable></entity></EntityInfo>
                  """
                        .formatted(table, columns.get(table))
                : "";
        return """
                <Entity><Name LocalizedName="%s">%s</Name>%s<FormXml><forms type="main">%s</forms></FormXml>
                <SavedQueries><savedqueries>%s</savedqueries></SavedQueries></Entity>
                """
                .formatted(table, table, definition, forms.getOrDefault(table, NONE), views.getOrDefault(table, NONE));
    }

    /** Unzipped, in a folder of its own. */
    public Path folder(Path parent) throws IOException {
        Path folder = parent.resolve(fileName());
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return folder;
    }

    /** As a ZIP, the same bytes for the same content. */
    public Path zip(Path parent) throws IOException {
        Path file = parent.resolve(fileName() + ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : files().entrySet()) {
                ZipEntry part = new ZipEntry(entry.getKey());
                // The same bytes whenever it is made: a package is known by its SHA-256.
                part.setTime(0);
                zip.putNextEntry(part);
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    public Path cab(Path parent) {
        CabFixture cab = CabFixture.cab().folder(CabFixture.MSZIP);
        files().forEach((path, content) -> cab.with(path.replace('/', '\\'), content));
        return cab.at(parent.resolve(fileName() + ".cab"));
    }

    private String fileName() {
        return name + "_" + version.replace('.', '_') + (managed ? "_managed" : "");
    }
}
