package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageCandidate.inCommand;

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
            candidate -> !Sources.projects(candidate).isEmpty(),
            candidate -> "it is a solution project, " + some(Sources.projects(candidate)) + ", and the package is not"
                    + " built yet",
            candidate ->
                    "Run 'dotnet build " + inCommand(Sources.projects(candidate).get(0))
                            + "', and give the .zip that it writes to bin/Debug or bin/Release" + built(candidate)
                            + Sources.classic(candidate).stream()
                                    .findFirst()
                                    .map(tree ->
                                            ". If the project refers to no plug-ins and controls, its source tree is enough: name "
                                                    + tree + " as the package")
                                    .orElse("")),
    LOCALISED_TREE(
            candidate -> !Sources.resources(candidate).isEmpty(),
            candidate -> "it is a source tree whose texts were taken out of it, to "
                    + some(Sources.resources(candidate)) + ": nothing here puts them back",
            candidate -> unzipped(candidate) + "Pack it with 'pac solution pack --localize --folder "
                    + inCommand(Sources.classic(candidate).get(0))
                    + " --zipfile Solution.zip', and name that .zip; or unpack the solution again without '--localize'"),
    SOURCE_TREE(
            candidate -> !Sources.classic(candidate).isEmpty(),
            candidate -> (candidate.isFile() ? "it is in" : "it is")
                    + " a source tree of SolutionPackager or 'pac solution unpack', with Other/Solution.xml in "
                    + some(Sources.classic(candidate)),
            candidate -> unzipped(candidate) + "Name that folder as the package, with <file> or -Dsolution.file="
                    + inCommand(Sources.classic(candidate).get(0))
                    + ", and it is packed first; or make a package of it with solution:pack, or in a module of the"
                    + " packaging 'solution'"),
    YAML_TREE(
            candidate -> !Sources.yaml(candidate).isEmpty(),
            candidate -> (candidate.isFile() ? "it is among" : "it holds")
                    + " sources written by the Git integration, with solutions/…/solution.yml in "
                    + some(Sources.yaml(candidate)) + ". These are not packed here; those with Other/Solution.xml are",
            candidate -> unzipped(candidate)
                    + "Export the solution from its environment, or pack it with 'pac solution pack --folder "
                    + inCommand(Sources.yaml(candidate).get(0))
                    + " --zipfile Solution.zip' (pac 2.4.1 or later), and name that .zip"),
    INCOMPLETE(
            candidate -> candidate.has(RootFiles.SOLUTION)
                    || candidate.has(RootFiles.CUSTOMIZATIONS)
                            && candidate.foldersOf(RootFiles.SOLUTION).isEmpty(),
            candidate -> "it is part of one, but has " + RootFiles.missing(candidate) + " at its root",
            candidate -> "Export it again"
                    + (candidate.has(RootFiles.CONTENT_TYPES)
                            ? ""
                            : ", or pack again with [Content_Types].xml: tools that treat brackets as a pattern"
                                    + " leave it out")),
    MARKETPLACE_PACKAGE(
            candidate -> candidate.has("input.xml", RootFiles.CONTENT_TYPES),
            candidate -> "it is a Marketplace (AppSource) package, which wraps one of the Package Deployer"
                    + holding(candidate, ".zip", ".dll"),
            candidate ->
                    "Take the solutions out of that and name their .zip files, or deploy it with 'pac package deploy'"),
    DEPLOYER_PACKAGE(
            candidate -> candidate.isCalled(".pdpkg.zip")
                    || candidate.foldersOf("ImportConfig.xml").stream()
                            .anyMatch(folder -> PackageCandidate.depth(folder) == 0)
                    || candidate.hasFolder("PkgFolder")
                    || candidate.hasFolder("PkgAssets"),
            candidate -> "it is a package of the Package Deployer" + holding(candidate, ".zip"),
            candidate ->
                    "Take the solutions out of it and name their .zip files in the order of ImportConfig.xml, or deploy"
                            + " it with 'pac package deploy --package " + inCommand(candidate.path()) + "'"),
    CANVAS_SOURCES(
            candidate -> candidate.has("CanvasManifest.json"),
            "it is the sources of a canvas app, without a solution. They are not built here",
            "Add the app to a solution in Power Apps, export that, and name its .zip"),
    CANVAS_APP(
            candidate -> candidate.isCalled(".msapp") || candidate.has("Header.json", "Properties.json"),
            "it is a canvas app (.msapp) without a solution",
            "Add the app to a solution in Power Apps, export that, and name its .zip"),
    FLOW_EXPORT(
            candidate -> candidate.hasFolder("Microsoft.Flow"),
            "it is an exported flow (legacy package), not a solution",
            "Add the flow to a solution in Power Automate, export that, and name its .zip"),
    CANVAS_EXPORT(
            candidate -> candidate.hasFolder("Microsoft.PowerApps"),
            "it is an exported canvas app (legacy package), not a solution",
            "Add the app to a solution in Power Apps, export that, and name its .zip"),
    DATA(
            candidate -> candidate.has("data.xml") || candidate.has("data_schema.xml"),
            "it is data of the Configuration Migration tool (data.xml, data_schema.xml), not a solution",
            "Name the solution's .zip here, and bring the data with 'pac data import --data {}'"),
    TRANSLATIONS(
            candidate -> candidate.has("CrmTranslations.xml"),
            "it holds exported translations (CrmTranslations.xml), not a solution",
            "Import the translations into the environment that holds the solution, export that, and name its .zip"),
    POWER_BI(
            candidate -> candidate.isCalled(".pbix")
                    || candidate.isCalled(".pbit")
                    || candidate.has("DataMashup")
                    || candidate.has("DataModel")
                    || candidate.has("DataModelSchema")
                    || candidate.has("Report/Layout"),
            "it is a Power BI report (.pbix or .pbit)",
            "Publish it to Power BI, and name the solution's .zip here"),
    NUGET(
            candidate -> !candidate.atRoot(".nuspec").isEmpty(),
            "it is a NuGet package (.nupkg), such as a plug-in package",
            "Add the plug-in package to a solution, export that, and name its .zip"),
    WINDOWS_APP(
            candidate -> candidate.has("AppxManifest.xml") || candidate.has("AppxMetadata/AppxBundleManifest.xml"),
            "it is a Windows app package (.appx or .msix)",
            "Name the solution's .zip instead"),
    OFFICE_DOCUMENT(
            candidate -> candidate.has(RootFiles.CONTENT_TYPES)
                    && (candidate.hasFolder("xl") || candidate.hasFolder("word") || candidate.hasFolder("ppt")),
            "it is an Office document (.xlsx, .docx or .pptx)",
            "Name the solution's .zip instead"),
    TEAMS_APP(
            candidate ->
                    candidate.has("manifest.json") && !candidate.atRoot(".png").isEmpty(),
            "it is an app package for Teams or Microsoft 365",
            "Upload it in the Teams admin center, and name the solution's .zip here"),
    JAVA_ARCHIVE(
            candidate -> candidate.has("META-INF/MANIFEST.MF"),
            "it is a Java archive (.jar)",
            "Name the solution's .zip instead, such as the artifact of type zip"),
    PORTAL(
            candidate -> candidate.has("website.yml"),
            "it is a downloaded Power Pages site",
            "Bring it with 'pac pages upload --path {}', or add the site to a solution, export that, and name its .zip"),
    CODE_COMPONENT(
            candidate ->
                    !candidate.ending(".pcfproj").isEmpty() || candidate.isFile() && candidate.isCalled(".pcfproj"),
            "it is the project of a code component (.pcfproj)",
            "Add it to a solution project ('pac solution init', 'pac solution add-reference'), run 'dotnet build' there, and"
                    + " name the .zip under bin/"),
    TOO_HIGH(
            candidate -> candidate.foldersOf(RootFiles.SOLUTION).size() == 1,
            candidate -> "it has " + RootFiles.missing(candidate) + " at its root, but a folder that contains them",
            candidate -> "The package is in the folder "
                    + candidate.foldersOf(RootFiles.SOLUTION).get(0)
                    + (candidate.isFolder()
                            ? ". Name that folder as the package"
                            : ". Zip the content of that folder, not the folder itself")),
    SEVERAL_PACKAGES(
            candidate -> !candidate.foldersOf(RootFiles.SOLUTION).isEmpty(),
            candidate ->
                    "it holds " + candidate.foldersOf(RootFiles.SOLUTION).size() + " unzipped packages, in the folders "
                            + String.join(", ", shortened(candidate.foldersOf(RootFiles.SOLUTION))),
            candidate -> candidate.isFolder()
                    ? "Name each of those folders as a package of its own"
                    : "Unzip it, and name each of those folders as a package of its own"),
    HOLDS_ARCHIVES(
            candidate -> !archives(candidate).isEmpty(),
            candidate -> "it has " + RootFiles.missing(candidate) + " at its root. It holds "
                    + listed(archives(candidate)) + ", as a downloaded build artifact does",
            candidate -> candidate.isFolder()
                    ? "If that is the solution, name "
                            + candidate.resolve(archives(candidate).get(0))
                    : "If that is the solution, take it out and name it as the package"),
    TOO_DEEP(
            candidate -> Sources.packageAround(candidate).isPresent(),
            candidate -> "it is a part of the unzipped package "
                    + Sources.packageAround(candidate).orElseThrow(),
            "Name that folder as the package"),
    ASSEMBLIES(
            candidate -> !candidate.atRoot(".dll").isEmpty(),
            candidate -> "it holds assemblies" + holding(candidate, ".dll")
                    + ", as of plug-ins or a Package Deployer package",
            "Name the .zip of the solution that registers them"),
    EMPTY(
            candidate -> !candidate.isFile() && candidate.names().isEmpty(),
            candidate -> "it is empty, and has " + RootFiles.missing(candidate),
            "Export or download the package again"),

    // Files that are no archives

    SOLUTION_XML(
            candidate -> candidate.xml().equals("ImportExportXml/SolutionManifest"),
            "it is the manifest of a solution (solution.xml) alone",
            "Name the exported .zip, or the folder that holds [Content_Types].xml, customizations.xml and this"),
    CUSTOMIZATIONS_XML(
            candidate -> candidate.xml().startsWith("ImportExportXml"),
            "it is the customizations of a solution (customizations.xml) alone",
            "Name the exported .zip, or the folder that holds [Content_Types].xml, solution.xml and this"),
    DATA_XML(
            candidate -> candidate.xml().equals("entities/entity"),
            "it is data or a schema of the Configuration Migration tool, not a solution",
            "Name the solution's .zip here, and bring the data, zipped with its schema, with 'pac data import'"),
    IMPORT_CONFIG(
            candidate -> candidate.xml().startsWith("configdatastorage"),
            "it is the ImportConfig.xml of a Package Deployer package",
            "Name the solution .zip files that it lists, in its order"),
    OFFICE_ADD_IN(
            candidate -> candidate.xml().startsWith("OfficeApp"),
            "it is the manifest of an Office add-in",
            "Deploy it in the Microsoft 365 admin center, and name the solution's .zip here"),
    ASSEMBLY(
            candidate -> candidate.isFile() && candidate.isCalled(".dll"),
            "it is an assembly (.dll), as of plug-ins or a Package Deployer package",
            "Name the .zip of the solution that registers it, or deploy a Package Deployer package with 'pac package deploy"
                    + " --package {}'"),
    DEPLOYMENT_SETTINGS(
            candidate -> candidate.text().contains("\"EnvironmentVariables\"")
                    || candidate.text().contains("\"ConnectionReferences\""),
            "it is a file of deployment settings",
            "Name it with <deploymentSettingsFile>, and the solution's .zip here"),
    FLOW_DEFINITION(
            candidate -> candidate.text().contains("Microsoft.Logic/schemas"),
            "it is the definition of a flow or logic app",
            "Add the flow to a solution in Power Automate, export that, and name its .zip"),
    OTHER(
            candidate -> !candidate.isFile(),
            candidate -> "it has " + RootFiles.missing(candidate) + " at its root",
            "Name the .zip or .cab that was exported from Dataverse");

    private static final int SHOWN = 3;

    private final Predicate<PackageCandidate> recognised;
    private final Function<PackageCandidate, String> what;
    private final Function<PackageCandidate, String> todo;

    NoPackage(
            Predicate<PackageCandidate> recognised,
            Function<PackageCandidate, String> what,
            Function<PackageCandidate, String> todo) {
        this.recognised = recognised;
        this.what = what;
        this.todo = todo;
    }

    NoPackage(Predicate<PackageCandidate> recognised, Function<PackageCandidate, String> what, String todo) {
        this(recognised, what, candidate -> todo.replace("{}", inCommand(candidate.path())));
    }

    NoPackage(Predicate<PackageCandidate> recognised, String what, String todo) {
        this(recognised, candidate -> what, todo);
    }

    /** What it is; of a file nothing, when more than its format can't be said. */
    static Optional<NoPackage> of(PackageCandidate candidate) {
        return Arrays.stream(values())
                .filter(row -> row.recognised.test(candidate))
                .findFirst();
    }

    /** What it is, as a clause. */
    String what(PackageCandidate candidate) {
        return what.apply(candidate);
    }

    /** Whole sentences: that it is no package, what it is, what to do. */
    static String explain(PackageCandidate candidate) {
        return of(candidate).orElse(OTHER).text(candidate);
    }

    String text(PackageCandidate candidate) {
        return "The " + candidate.form() + " is not a solution" + " package: " + what(candidate) + ". "
                + todo.apply(candidate) + ".";
    }

    private static List<String> archives(PackageCandidate candidate) {
        List<String> zips = candidate.ending(".zip");
        return zips.isEmpty() ? candidate.ending(".cab") : zips;
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

    private static String holding(PackageCandidate candidate, String... endings) {
        List<String> files = Arrays.stream(endings)
                .flatMap(ending -> candidate.ending(ending).stream())
                .toList();
        return files.isEmpty() ? "" : " (it holds " + listed(files) + ")";
    }

    private static String unzipped(PackageCandidate candidate) {
        return candidate.isFolder() || candidate.isFile() ? "" : "Unzip it first. ";
    }

    /** The package that an earlier build has left. */
    private static String built(PackageCandidate candidate) {
        List<String> zips = candidate.ending(".zip").stream()
                .filter(name -> ("/" + name).contains("/bin/"))
                .toList();
        return zips.isEmpty()
                ? ""
                : "; an earlier build left " + (candidate.isFolder() ? candidate.resolve(zips.get(0)) : zips.get(0));
    }
}
