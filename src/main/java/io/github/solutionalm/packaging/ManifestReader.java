package io.github.solutionalm.packaging;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.xml.SafeXml;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads {@code solution.xml} (docs/platform-facts.md, "solution.xml"). */
public final class ManifestReader {

    private static final int ENGLISH = 1033;

    private ManifestReader() {}

    /**
     * Reads the manifest.
     *
     * @throws RefusalException when it is malformed, or says of the solution too little or too much ({@link ManifestHead})
     */
    public static SolutionManifest read(InputStream in) throws RefusalException, XMLStreamException {
        XMLStreamReader2 reader = SafeXml.reader(in);
        while (!reader.isStartElement()) {
            if (reader.next() == XMLStreamReader2.DTD) {
                throw SafeXml.refuseDoctype();
            }
        }
        if (!reader.getLocalName().equals("ImportExportXml")) {
            throw ManifestElement.refused("the root element is <" + reader.getLocalName() + ">, not <ImportExportXml>");
        }
        ManifestElement root = ManifestElement.read(reader);
        // What follows the root element must be well-formed too.
        while (reader.hasNext()) {
            reader.next();
        }
        Optional<ManifestElement> manifest = root.withElements().child("SolutionManifest");
        if (manifest.isEmpty()) {
            throw ManifestElement.refused("it has no <SolutionManifest>");
        }
        return manifest(root, manifest.get());
    }

    private static SolutionManifest manifest(ManifestElement root, ManifestElement manifest) throws RefusalException {
        ManifestHead head = ManifestHead.of(manifest);
        int language = number(root.value("languagecode")).orElse(ENGLISH);
        return new SolutionManifest(
                head.uniqueName(),
                labels(manifest.list("LocalizedNames", "LocalizedName")),
                labels(manifest.list("Descriptions", "Description")),
                head.version(),
                head.managed(),
                publisher(manifest.child("Publisher").orElseThrow(), language),
                patchOf(manifest),
                present(manifest.value("ConfigurationPage")),
                manifest.list("RootComponents", "RootComponent").stream()
                        .map(ManifestReader::rootComponent)
                        .toList(),
                missingDependencies(manifest),
                language,
                new SolutionManifest.ExportPlatform(
                        root.value("version"), root.value("SolutionPackageVersion"), root.value("generatedBy")));
    }

    /** Some tools write the base of a patch in an element of its own (docs/platform-facts.md, "The manifest of a patch"). */
    private static Optional<String> patchOf(ManifestElement manifest) throws RefusalException {
        Optional<ManifestElement> parent = manifest.child("ParentSolution");
        String other = parent.isPresent() ? parent.get().value("UniqueName") : "";
        return present(manifest.value("ParentUniqueName")).or(() -> present(other));
    }

    private static Publisher publisher(ManifestElement xml, int language) throws RefusalException {
        return new Publisher(
                xml.value("UniqueName"),
                labels(xml.list("LocalizedNames", "LocalizedName")).in(language),
                labels(xml.list("Descriptions", "Description")).in(language),
                xml.value("EMailAddress"),
                xml.value("SupportingWebsiteUrl"),
                xml.value("CustomizationPrefix"),
                number(xml.value("CustomizationOptionValuePrefix")),
                xml.list("Addresses", "Address").stream()
                        .map(ManifestReader::fields)
                        .toList());
    }

    private static Map<String, String> fields(ManifestElement address) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (ManifestElement field : address.fields()) {
            String value = address.text(field.name());
            if (!value.isEmpty()) {
                fields.put(field.name(), value);
            }
        }
        return fields;
    }

    private static RootComponent rootComponent(ManifestElement entry) {
        var type = ComponentNames.type(entry);
        int behavior = number(entry.text("behavior")).orElse(0);
        var behaviors = RootComponent.Behavior.values();
        return new RootComponent(
                type,
                ComponentNames.keys(type, entry),
                ComponentNames.label(entry),
                behaviors[behavior >= 0 && behavior < behaviors.length ? behavior : 0]);
    }

    private static List<MissingDependency> missingDependencies(ManifestElement manifest) throws RefusalException {
        List<MissingDependency> all = new ArrayList<>();
        for (ManifestElement entry : manifest.list("MissingDependencies", "MissingDependency")) {
            Optional<ManifestElement> required = entry.withElements().find("Required");
            if (required.isPresent()) {
                all.add(new MissingDependency(
                        part(required.get()), part(entry.find("Dependent").orElse(ManifestElement.NONE))));
            }
        }
        return all;
    }

    private static MissingDependency.Part part(ManifestElement element) {
        var type = ComponentNames.type(element);
        return new MissingDependency.Part(
                type,
                ComponentNames.keys(type, element),
                element.text("displayName"),
                present(element.text("solution")).map(RequiredSolution::of));
    }

    private static LocalizedText labels(List<ManifestElement> elements) throws RefusalException {
        List<LocalizedText.Label> labels = new ArrayList<>();
        for (ManifestElement element : elements) {
            labels.add(new LocalizedText.Label(
                    number(element.withElements().value("languagecode")).orElse(ENGLISH),
                    element.value("description")));
        }
        return new LocalizedText(labels);
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
