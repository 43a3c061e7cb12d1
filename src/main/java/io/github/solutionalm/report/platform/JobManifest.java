package io.github.solutionalm.report.platform;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.report.xml.XmlWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The {@code <solutionManifest>} of the job document, which carries the result of the whole (docs/platform-facts.md, "The
 * job document").
 */
final class JobManifest {

    private static final List<String> ADDRESS =
            List.of("City", "Country", "Line1", "Line2", "PostalCode", "StateOrProvince", "Telephone1");

    private final ImportResult result;
    private final XmlWriter xml;

    JobManifest(ImportResult result, XmlWriter xml) {
        this.result = result;
        this.xml = xml;
    }

    void write() throws IOException {
        xml.start("solutionManifests").start("solutionManifest");
        if (result.manifest().isPresent()) {
            manifest(result.manifest().get());
        } else {
            // Without a manifest there is a result all the same, where the tools look for it.
            String id = result.solution().isEmpty()
                    ? result.file().map(PackageFile::file).orElse("")
                    : result.solution();
            xml.attribute("id", id).attribute("processed", "false");
        }
        results();
        xml.end().end();
    }

    private void manifest(SolutionManifest manifest) throws IOException {
        String language = String.valueOf(manifest.languageCode());
        xml.attribute("languagecode", language).attribute("id", manifest.uniqueName());
        xml.attribute("LocalizedName", manifest.friendlyName()).attribute("processed", "true");
        xml.element("UniqueName", manifest.uniqueName());
        texts("LocalizedNames", "LocalizedName", manifest.names());
        texts("Descriptions", "Description", manifest.descriptions());
        xml.element("Version", manifest.version().toString());
        xml.element("Managed", manifest.managed() ? "1" : "0");
        publisher(manifest.publisher(), manifest.languageCode());
    }

    private void publisher(Publisher publisher, int language) throws IOException {
        xml.start("Publisher").element("UniqueName", publisher.uniqueName());
        texts("LocalizedNames", "LocalizedName", text(publisher.displayName(), language));
        texts("Descriptions", "Description", text(publisher.description(), language));
        xml.element("EMailAddress", publisher.email());
        xml.element("SupportingWebsiteUrl", publisher.website());
        xml.start("Addresses");
        List<Map<String, String>> addresses = publisher.addresses();
        for (Map<String, String> address : addresses.isEmpty() ? List.of(Map.<String, String>of()) : addresses) {
            xml.start("Address");
            for (String field : ADDRESS) {
                xml.element(field, address.getOrDefault(field, ""));
            }
            xml.end();
        }
        xml.end().end();
    }

    private static LocalizedText text(String text, int language) {
        return text.isEmpty()
                ? LocalizedText.NONE
                : new LocalizedText(List.of(new LocalizedText.Label(language, text)));
    }

    private void texts(String group, String element, LocalizedText text) throws IOException {
        xml.start(group);
        for (LocalizedText.Label label : text.labels()) {
            xml.start(element).attribute("description", label.text());
            xml.attribute("languagecode", String.valueOf(label.languageCode())).end();
        }
        xml.end();
    }

    /**
     * {@code <result>} is how it ended, the first error if it failed. The other errors, and the warnings that concern
     * no component, are in {@code <results>}, so that a search for any result finds them.
     */
    private void results() throws IOException {
        List<Finding> errors = result.errors();
        xml.start("results");
        for (Finding error : errors.subList(Math.min(1, errors.size()), errors.size())) {
            failure(error).write(xml);
        }
        for (Finding warning : Warnings.besideComponents(result)) {
            JobResult.warning(warning.code(), warning.message(), result.completedOn())
                    .write(xml);
        }
        xml.end();
        main().write(xml);
    }

    private JobResult main() {
        Verdict verdict = Verdict.of(result);
        if (verdict.success()) {
            return JobResult.success(result.completedOn());
        }
        return result.errors().stream()
                .findFirst()
                .map(this::failure)
                .orElseGet(() -> JobResult.failure("0", ErrorText.prefixed(verdict.message()), result.completedOn()));
    }

    private JobResult failure(Finding error) {
        if (error.code().equals(ErrorText.MISSING_DEPENDENCIES)
                && !result.missingDependencies().isEmpty()) {
            return missingDependencies();
        }
        return JobResult.failure(error.code(), ErrorText.prefixed(error.message()), result.completedOn());
    }

    private JobResult missingDependencies() {
        String list = MissingDependencyList.of(result.missingDependencies());
        return new JobResult(
                "failure",
                ErrorText.MISSING_DEPENDENCIES,
                ErrorText.missingDependencies(result.solution(), list),
                result.completedOn(),
                List.of(result.solution(), list, "False"));
    }
}
