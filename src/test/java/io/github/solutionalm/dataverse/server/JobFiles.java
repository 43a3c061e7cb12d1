package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.OperationResult;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.report.ImportReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of an import that has ended.
 *
 * @param solution unique name
 * @param progress percent
 * @param data the document of the import job
 * @param log the formatted log
 * @param succeeded whether the import took effect
 * @param failedComponents how many of its components failed all the same
 */
record JobFiles(String solution, double progress, String data, String log, boolean succeeded, long failedComponents) {

    /** As recorded: a successful import may end below 100 (docs/platform-facts.md, "The import job"). */
    private static final double END_OF_SUCCESS = 73.08;

    private static final Pattern MANIFEST_RESULT =
            Pattern.compile("<result result=\"failure\"[^>]* errortext=\"([^\"]*)\"");

    /** Writes and keeps the reports of a result under the job's own id. */
    static JobFiles of(ImportResult result, UUID job, int failedComponents, Path folder) {
        ImportResult told = told(result, job, failedComponents);
        try {
            ImportReport.Files files = ImportReport.write(told, folder.resolve(job.toString()));
            return new JobFiles(
                    told.manifest().map(SolutionManifest::uniqueName).orElse(""),
                    told.progress(),
                    Files.readString(files.job()),
                    Files.readString(files.log()),
                    told.outcome().isSuccess(),
                    told.count(ComponentResult.Status.FAILURE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportResult told(ImportResult result, UUID job, int failedComponents) {
        List<ComponentResult> components = new ArrayList<>();
        int left = failedComponents;
        for (ComponentResult component : result.components()) {
            components.add(left-- > 0 ? failed(component) : component);
        }
        return new ImportResult(
                result.subject(),
                result.operation(),
                result.outcome(),
                new ImportResult.Timing(
                        Optional.of(job.toString()),
                        result.startedOn(),
                        result.completedOn(),
                        result.outcome().isSuccess() ? END_OF_SUCCESS : result.progress()),
                new OperationResult.Findings(
                        PlatformText.errors(result), PlatformText.warnings(result), result.missingDependencies()),
                new ImportResult.Effects(
                        components, result.languages(), result.hidden(), result.unpublished(), List.of()),
                JobDocuments.NONE);
    }

    private static ComponentResult failed(ComponentResult component) {
        return new ComponentResult(
                component.key(),
                component.name(),
                component.change(),
                ComponentResult.Status.FAILURE,
                component.at(),
                Optional.of("0x80048033"),
                Optional.of("An error occurred while importing " + component.key() + "."));
    }

    /** The error as the platform writes it, from the result of the manifest; nothing if the document has none. */
    String errorText(String otherwise) {
        Matcher matcher = MANIFEST_RESULT.matcher(data);
        return matcher.find() ? unescaped(matcher.group(1)) : otherwise;
    }

    private static String unescaped(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replaceAll("&#(10|xA|xa);", "\n")
                .replace("&amp;", "&");
    }
}
