package io.github.solutionalm.embedded;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.ExplodedPackage;
import io.github.solutionalm.fuzz.GrownInput;
import io.github.solutionalm.fuzz.Scratch;
import io.github.solutionalm.packaging.PackageInspector;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.report.EffectiveFolder;
import io.github.solutionalm.report.EnvironmentReport;
import io.github.solutionalm.report.ImportReport;
import io.github.solutionalm.report.InspectionReport;
import io.github.solutionalm.report.PlanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A whole package: inspected, imported into an empty environment, planned and imported as an upgrade of itself, each with its
 * reports, and shown as it takes effect. Parts that the input lacks are those of a sound package.
 */
public final class PackageFuzz {

    private static final String SOLUTION = "solution.xml";
    private static final String SOUND =
            """
            == [Content_Types].xml
            <Types/>
            == solution.xml
            <ImportExportXml languagecode="1033"><SolutionManifest><UniqueName>Contoso</UniqueName>\
            <Version>1.0</Version><Managed>1</Managed>\
            <Publisher><UniqueName>contoso</UniqueName><CustomizationPrefix>contoso</CustomizationPrefix></Publisher>\
            </SolutionManifest></ImportExportXml>
            == customizations.xml
            <ImportExportXml/>
            """;

    private PackageFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Path folder = Scratch.emptied();
        ExplodedPackage parts = ExplodedPackage.of(SOUND.getBytes(StandardCharsets.UTF_8));
        for (var part : ExplodedPackage.of(GrownInput.expand(input)).parts().entrySet()) {
            parts = parts.with(part.getKey(), part.getValue());
        }
        Path first = Files.write(folder.resolve("first.zip"), parts.zip(1));
        Path second = Files.write(folder.resolve("second.zip"), later(parts).zip(1));
        Path reports = Files.createDirectories(folder.resolve("reports"));
        Bounds.hold(
                () -> InspectionReport.write(List.of(PackageInspector.inspect(first, Optional.empty())), reports),
                SolutionException.class,
                IOException.class);
        String url = "jdbc:sqlite:" + folder.resolve("environment.db");
        try (EmbeddedEnvironment environment = EmbeddedEnvironment.open(
                new EnvironmentId("fuzz", "embedded", url), EmbeddedSettings.defaults(), Rehearsal.CLOCK)) {
            imported(environment, request(first, Action.UPDATE), reports);
            planned(environment, request(second, Action.UPGRADE), reports);
            imported(environment, request(second, Action.UPGRADE), reports);
            listed(environment, reports);
        }
    }

    /** The same package as its next version. */
    private static ExplodedPackage later(ExplodedPackage parts) {
        String manifest = new String(parts.parts().get(SOLUTION), StandardCharsets.ISO_8859_1);
        return parts.with(SOLUTION, manifest.replace("<Version>1", "<Version>2").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ImportRequest request(Path file, Action action) {
        ImportOptions options = ImportOptionsBuilder.options()
                .action(action)
                .missingDependencies(ImportOptions.MissingDependencies.WARN)
                .build();
        return new ImportRequest("import", file, Optional.empty(), options);
    }

    private static void imported(EmbeddedEnvironment environment, ImportRequest request, Path reports) {
        Bounds.hold(
                () -> {
                    ImportResult result = environment.importSolution(request, ImportListener.NONE);
                    ImportReport.Files files = ImportReport.write(result, reports);
                    BuildSummary.put(reports, "fuzz", BuildSummary.of("id", result, files, reports));
                    BuildSummary.read(reports, "fuzz").get(0);
                },
                SolutionException.class);
    }

    private static void planned(EmbeddedEnvironment environment, ImportRequest request, Path reports) {
        Bounds.hold(
                () -> {
                    for (PlanResult plan : environment.plan(List.of(request), ImportListener.NONE)) {
                        PlanReport.write(plan, request, reports);
                    }
                },
                SolutionException.class);
    }

    private static void listed(EmbeddedEnvironment environment, Path reports) {
        Bounds.hold(
                () -> {
                    EnvironmentContent content = environment.list(EffectiveFolder.in(reports));
                    EnvironmentReport.write(content, reports);
                },
                SolutionException.class);
    }
}
