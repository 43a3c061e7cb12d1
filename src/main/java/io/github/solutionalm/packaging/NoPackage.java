package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.Named.inCommand;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Files and folders that are not solution packages: how to recognise them, what they are, what to do. The first
 * matching row applies. In the texts {@code {}} is the given path.
 *
 * <p>Rows of archives and folders come first, by what is at their root; then what only their shape tells; then files
 * that are no archives and whose format does not say enough.
 */
enum NoPackage {
    SOLUTION_PROJECT(
            named -> !Sources.projects(named).isEmpty(),
            named -> "it is a solution project, " + some(Sources.projects(named)) + ", and the package is not"
                    + " built yet",
            named -> "Run 'dotnet build " + inCommand(Sources.projects(named).get(0))
                    + "', and give the .zip that it writes to bin/Debug or bin/Release"
                    + built(named)),
    SOURCE_TREE(
            named -> !Sources.classic(named).isEmpty(),
            named -> (named.isFile() ? "it is in" : "it is")
                    + " a source tree of 'pac solution unpack' or SolutionPackager, with Other/Solution.xml in "
                    + some(Sources.classic(named)),
            named -> unzipped(named) + "Pack it with 'pac solution pack --folder "
                    + inCommand(Sources.classic(named).get(0))
                    + " --zipfile Solution.zip' (and '--packagetype Managed' for a managed one), and name that .zip"),
    YAML_TREE(
            named -> !Sources.yaml(named).isEmpty(),
            named -> (named.isFile() ? "it is among" : "it holds")
                    + " sources written by the Git integration, with solutions/…/solution.yml in "
                    + some(Sources.yaml(named)),
            named -> unzipped(named) + "Export the solution from its environment, or pack it with 'pac solution pack"
                    + " --folder " + inCommand(Sources.yaml(named).get(0))
                    + " --zipfile Solution.zip' (pac 2.4.1 or later), and name that .zip"),
    INCOMPLETE(
            named -> named.has(RootFiles.SOLUTION)
                    || named.has(RootFiles.CUSTOMIZATIONS)
                            && named.foldersOf(RootFiles.SOLUTION).isEmpty(),
            named -> "it is part of one, but has " + RootFiles.missing(named) + " at its root",
            named -> "Export it again"
                    + (named.has(RootFiles.CONTENT_TYPES)
                            ? ""
                            : ", or pack again with [Content_Types].xml: tools that treat brackets as a pattern"
                                    + " leave it out")),
    MARKETPLACE_PACKAGE(
            named -> named.has("input.xml", RootFiles.CONTENT_TYPES),
            named -> "it is a Marketplace (AppSource) package, which wraps one of the Package Deployer"
                    + holding(named, ".zip", ".dll"),
            named ->
                    "Take the solutions out of that and name their .zip files, or deploy it with 'pac package deploy'"),
    DEPLOYER_PACKAGE(
            named -> named.isCalled(".pdpkg.zip")
                    || named.foldersOf("ImportConfig.xml").stream().anyMatch(folder -> Named.depth(folder) == 0)
                    || named.hasFolder("PkgFolder")
                    || named.hasFolder("PkgAssets"),
            named -> "it is a package of the Package Deployer" + holding(named, ".zip"),
            named ->
                    "Take the solutions out of it and name their .zip files in the order of ImportConfig.xml, or deploy"
                            + " it with 'pac package deploy --package " + inCommand(named.path()) + "'"),
    CANVAS_APP(
            named -> named.isCalled(".msapp")
                    || named.has("Header.json", "Properties.json")
                    || named.has("CanvasManifest.json"),
            "it is a canvas app (.msapp) without a solution",
            "Add the app to a solution in Power Apps, export that, and name its .zip"),
    FLOW_EXPORT(
            named -> named.hasFolder("Microsoft.Flow"),
            "it is an exported flow (legacy package), not a solution",
            "Add the flow to a solution in Power Automate, export that, and name its .zip"),
    CANVAS_EXPORT(
            named -> named.hasFolder("Microsoft.PowerApps"),
            "it is an exported canvas app (legacy package), not a solution",
            "Add the app to a solution in Power Apps, export that, and name its .zip"),
    DATA(
            named -> named.has("data.xml") || named.has("data_schema.xml"),
            "it is data of the Configuration Migration tool (data.xml, data_schema.xml), not a solution",
            "Name the solution's .zip here, and bring the data with 'pac data import --data {}'"),
    TRANSLATIONS(
            named -> named.has("CrmTranslations.xml"),
            "it holds exported translations (CrmTranslations.xml), not a solution",
            "Import the translations into the environment that holds the solution, export that, and name its .zip"),
    POWER_BI(
            named -> named.isCalled(".pbix")
                    || named.isCalled(".pbit")
                    || named.has("DataMashup")
                    || named.has("DataModel")
                    || named.has("DataModelSchema")
                    || named.has("Report/Layout"),
            "it is a Power BI report (.pbix or .pbit)",
            "Publish it to Power BI, and name the solution's .zip here"),
    NUGET(
            named -> !named.atRoot(".nuspec").isEmpty(),
            "it is a NuGet package (.nupkg), such as a plug-in package",
            "Add the plug-in package to a solution, export that, and name its .zip"),
    WINDOWS_APP(
            named -> named.has("AppxManifest.xml") || named.has("AppxMetadata/AppxBundleManifest.xml"),
            "it is a Windows app package (.appx or .msix)",
            "Name the solution's .zip instead"),
    OFFICE_DOCUMENT(
            named -> named.has(RootFiles.CONTENT_TYPES)
                    && (named.hasFolder("xl") || named.hasFolder("word") || named.hasFolder("ppt")),
            "it is an Office document (.xlsx, .docx or .pptx)",
            "Name the solution's .zip instead"),
    TEAMS_APP(
            named -> named.has("manifest.json") && !named.atRoot(".png").isEmpty(),
            "it is an app package for Teams or Microsoft 365",
            "Upload it in the Teams admin center, and name the solution's .zip here"),
    JAVA_ARCHIVE(
            named -> named.has("META-INF/MANIFEST.MF"),
            "it is a Java archive (.jar)",
            "Name the solution's .zip instead, such as the artifact of type zip"),
    PORTAL(
            named -> named.has("website.yml"),
            "it is a downloaded Power Pages site",
            "Bring it with 'pac pages upload --path {}', or add the site to a solution, export that, and name its .zip"),
    CODE_COMPONENT(
            named -> !named.ending(".pcfproj").isEmpty() || named.isFile() && named.isCalled(".pcfproj"),
            "it is the project of a code component (.pcfproj)",
            "Add it to a solution project ('pac solution init', 'pac solution add-reference'), run 'dotnet build' there, and"
                    + " name the .zip under bin/"),
    TOO_HIGH(
            named -> named.foldersOf(RootFiles.SOLUTION).size() == 1,
            named -> "it has " + RootFiles.missing(named) + " at its root, but a folder that contains them",
            named -> "The package is in the folder "
                    + named.foldersOf(RootFiles.SOLUTION).get(0)
                    + (named.isFolder()
                            ? ". Name that folder as the package"
                            : ". Zip the content of that folder, not the folder itself")),
    SEVERAL_PACKAGES(
            named -> !named.foldersOf(RootFiles.SOLUTION).isEmpty(),
            named -> "it holds " + named.foldersOf(RootFiles.SOLUTION).size() + " unzipped packages, in the folders "
                    + String.join(", ", shortened(named.foldersOf(RootFiles.SOLUTION))),
            named -> named.isFolder()
                    ? "Name each of those folders as a package of its own"
                    : "Unzip it, and name each of those folders as a package of its own"),
    HOLDS_ARCHIVES(
            named -> !archives(named).isEmpty(),
            named -> "it has " + RootFiles.missing(named) + " at its root. It holds " + listed(archives(named))
                    + ", as a downloaded build artifact does",
            named -> named.isFolder()
                    ? "If that is the solution, name "
                            + named.resolve(archives(named).get(0))
                    : "If that is the solution, take it out and name it as the package"),
    TOO_DEEP(
            named -> Sources.packageAround(named).isPresent(),
            named -> "it is a part of the unzipped package "
                    + Sources.packageAround(named).orElseThrow(),
            "Name that folder as the package"),
    ASSEMBLIES(
            named -> !named.atRoot(".dll").isEmpty(),
            named -> "it holds assemblies" + holding(named, ".dll") + ", as of plug-ins or a Package Deployer package",
            "Name the .zip of the solution that registers them"),
    EMPTY(
            named -> !named.isFile() && named.names().isEmpty(),
            named -> "it is empty, and has " + RootFiles.missing(named),
            "Export or download the package again"),

    // Files that are no archives

    SOLUTION_XML(
            named -> named.xml().equals("ImportExportXml/SolutionManifest"),
            "it is the manifest of a solution (solution.xml) alone",
            "Name the exported .zip, or the folder that holds [Content_Types].xml, customizations.xml and this"),
    CUSTOMIZATIONS_XML(
            named -> named.xml().startsWith("ImportExportXml"),
            "it is the customizations of a solution (customizations.xml) alone",
            "Name the exported .zip, or the folder that holds [Content_Types].xml, solution.xml and this"),
    DATA_XML(
            named -> named.xml().equals("entities/entity"),
            "it is data or a schema of the Configuration Migration tool, not a solution",
            "Name the solution's .zip here, and bring the data, zipped with its schema, with 'pac data import'"),
    IMPORT_CONFIG(
            named -> named.xml().startsWith("configdatastorage"),
            "it is the ImportConfig.xml of a Package Deployer package",
            "Name the solution .zip files that it lists, in its order"),
    OFFICE_ADD_IN(
            named -> named.xml().startsWith("OfficeApp"),
            "it is the manifest of an Office add-in",
            "Deploy it in the Microsoft 365 admin center, and name the solution's .zip here"),
    ASSEMBLY(
            named -> named.isFile() && named.isCalled(".dll"),
            "it is an assembly (.dll), as of plug-ins or a Package Deployer package",
            "Name the .zip of the solution that registers it, or deploy a Package Deployer package with 'pac package deploy"
                    + " --package {}'"),
    DEPLOYMENT_SETTINGS(
            named -> named.text().contains("\"EnvironmentVariables\"")
                    || named.text().contains("\"ConnectionReferences\""),
            "it is a file of deployment settings",
            "Name it with <deploymentSettingsFile>, and the solution's .zip here"),
    FLOW_DEFINITION(
            named -> named.text().contains("Microsoft.Logic/schemas"),
            "it is the definition of a flow or logic app",
            "Add the flow to a solution in Power Automate, export that, and name its .zip"),
    OTHER(
            named -> !named.isFile(),
            named -> "it has " + RootFiles.missing(named) + " at its root",
            "Name the .zip or .cab that was exported from Dataverse");

    private static final int SHOWN = 3;

    private final Predicate<Named> recognised;
    private final Function<Named, String> what;
    private final Function<Named, String> todo;

    NoPackage(Predicate<Named> recognised, Function<Named, String> what, Function<Named, String> todo) {
        this.recognised = recognised;
        this.what = what;
        this.todo = todo;
    }

    NoPackage(Predicate<Named> recognised, Function<Named, String> what, String todo) {
        this(recognised, what, named -> todo.replace("{}", inCommand(named.path())));
    }

    NoPackage(Predicate<Named> recognised, String what, String todo) {
        this(recognised, named -> what, todo);
    }

    /** What it is; of a file nothing, when more than its format can't be said. */
    static Optional<NoPackage> of(Named named) {
        return Arrays.stream(values()).filter(row -> row.recognised.test(named)).findFirst();
    }

    /** Whole sentences: that it is no package, what it is, what to do. */
    static String explain(Named named) {
        return of(named).orElse(OTHER).text(named);
    }

    String text(Named named) {
        return "The " + named.form() + " is not a solution" + " package: " + what.apply(named) + ". "
                + todo.apply(named) + ".";
    }

    private static List<String> archives(Named named) {
        List<String> zips = named.ending(".zip");
        return zips.isEmpty() ? named.ending(".cab") : zips;
    }

    /** The first, and how many more there are. */
    private static String some(List<String> paths) {
        String first = paths.get(0).equals(".") ? "its root" : paths.get(0);
        return first + (paths.size() == 1 ? "" : " (and " + (paths.size() - 1) + " more)");
    }

    private static List<String> shortened(List<String> names) {
        return names.size() <= SHOWN ? names : List.of(names.get(0), names.get(1), names.get(2), "…");
    }

    private static String listed(List<String> names) {
        return String.join(", ", shortened(names));
    }

    private static String holding(Named named, String... endings) {
        List<String> files = Arrays.stream(endings)
                .flatMap(ending -> named.ending(ending).stream())
                .toList();
        return files.isEmpty() ? "" : " (it holds " + listed(files) + ")";
    }

    private static String unzipped(Named named) {
        return named.isFolder() || named.isFile() ? "" : "Unzip it first. ";
    }

    /** The package that an earlier build has left. */
    private static String built(Named named) {
        List<String> zips = named.ending(".zip").stream()
                .filter(name -> ("/" + name).contains("/bin/"))
                .toList();
        return zips.isEmpty()
                ? ""
                : "; an earlier build left " + (named.isFolder() ? named.resolve(zips.get(0)) : zips.get(0));
    }
}
