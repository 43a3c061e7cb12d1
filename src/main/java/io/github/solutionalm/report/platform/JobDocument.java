package io.github.solutionalm.report.platform;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.report.xml.XmlWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code import-job.xml}: the {@code data} of the platform's import job, for tools that know it (docs/platform-facts.md,
 * "The job document"). {@code start} and {@code stop} are UTC like all times in it.
 *
 * <p>It has no {@code upgradeSolutionPackageInformation}: that compares the release of the platform that made the
 * package with the environment's, and only a platform has one.
 */
public final class JobDocument {

    private final ImportResult result;
    private final XmlWriter xml;
    private final Verdict verdict;

    private JobDocument(ImportResult result, XmlWriter xml) {
        this.result = result;
        this.xml = xml;
        this.verdict = Verdict.of(result);
    }

    /**
     * Writes the document section by section.
     *
     * @throws IOException when the stream can't be written; half of the document may be in it then
     */
    public static void write(ImportResult result, OutputStream out) throws IOException {
        try (XmlWriter xml = XmlWriter.indented(out)) {
            new JobDocument(result, xml).write();
        }
    }

    private void write() throws IOException {
        boolean ended = result.outcome() != Outcome.TIMED_OUT && result.outcome() != Outcome.INCONCLUSIVE;
        xml.start("importexportxml").attribute("start", PlatformFormat.ticks(result.startedOn()));
        xml.attribute("stop", PlatformFormat.ticks(result.completedOn()));
        xml.attribute("progress", PlatformFormat.percent(result.progress()));
        xml.attribute("processed", String.valueOf(ended));
        xml.attribute("succeeded", verdict.result()).attribute("status", verdict.message());
        new JobManifest(result, xml).write();
        // A package that was refused before its components were looked at has a manifest alone, as on the platform.
        if (verdict.success() || !result.components().isEmpty()) {
            sections();
            afterwards();
        }
        xml.end();
    }

    private void sections() throws IOException {
        Map<JobSection, List<ComponentResult>> bySection = result.components().stream()
                .collect(Collectors.groupingBy(
                        component -> JobSection.of(component.key().type())));
        for (JobSection section : JobSection.values()) {
            if (section == JobSection.ENTITY_SUBHANDLERS) {
                languages();
            }
            xml.start(section.element());
            for (ComponentResult component : bySection.getOrDefault(section, List.of())) {
                component(section, component);
            }
            xml.end();
        }
    }

    private void component(JobSection section, ComponentResult component) throws IOException {
        boolean processed = component.status() != ComponentResult.Status.UNPROCESSED;
        xml.start(section.item()).attribute("id", component.key().key());
        xml.attribute("LocalizedName", component.name()).attribute("OriginalName", component.name());
        xml.attribute("Description", processed ? ChangeText.ofWhatIsNotContained(component.change()) : "");
        xml.attribute("processed", String.valueOf(processed));
        // Ours: some sections hold several types.
        xml.attribute("type", component.key().type().name());
        if (processed) {
            JobResult.of(component, result.completedOn()).write(xml);
        }
        xml.end();
    }

    private void languages() throws IOException {
        xml.start("languages");
        for (int language : verdict.success() ? result.languages() : List.<Integer>of()) {
            xml.start("language").attribute("languagecode", String.valueOf(language));
            JobResult.success(result.completedOn()).write(xml);
            xml.end();
        }
        xml.end();
    }

    private void afterwards() throws IOException {
        publishes();
        step("rootComponents", "rootComponent", JobResult.success(result.completedOn()));
        int missing = result.missingDependencies().size();
        JobResult dependencies = missing == 0
                ? JobResult.success(result.completedOn())
                : JobResult.warning(
                        ErrorText.MISSING_DEPENDENCIES, missing + " dependencies are missing", result.completedOn());
        step("dependencies", "dependency", dependencies);
    }

    /** Unprocessed while changes wait to be published; absent when nothing was there to publish. */
    private void publishes() throws IOException {
        xml.start("publishes");
        boolean published = verdict.success() && result.options().publish();
        if (published || result.unpublished() > 0) {
            boolean processed = published && result.unpublished() == 0;
            xml.start("publish").attribute("processed", String.valueOf(processed));
            if (processed) {
                JobResult.success(result.completedOn()).write(xml);
            }
            xml.end();
        }
        xml.end();
    }

    private void step(String group, String element, JobResult outcome) throws IOException {
        xml.start(group);
        boolean processed = verdict.success() && !result.outcome().isSkip();
        if (!result.outcome().isSkip()) {
            xml.start(element).attribute("processed", String.valueOf(processed));
            if (processed) {
                outcome.write(xml);
            }
            xml.end();
        }
        xml.end();
    }
}
