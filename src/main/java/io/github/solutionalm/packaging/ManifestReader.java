package io.github.solutionalm.packaging;

import static com.fasterxml.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.dataformat.xml.deser.FromXmlParser;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.MissingDependency.RequiredSolution;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.packaging.ManifestXml.LabelXml;
import io.github.solutionalm.packaging.ManifestXml.MissingDependencyXml;
import io.github.solutionalm.packaging.ManifestXml.PublisherXml;
import io.github.solutionalm.packaging.ManifestXml.SolutionManifestXml;
import io.github.solutionalm.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads {@code solution.xml} (docs/platform-facts.md, "solution.xml"). */
public final class ManifestReader {

    private static final int ENGLISH = 1033;

    private static final XmlMapper MAPPER = XmlMapper.builder(
                    new XmlFactory(SafeXml.factory(), new WstxOutputFactory()))
            .enable(ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .enable(FromXmlParser.Feature.EMPTY_ELEMENT_AS_NULL)
            .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultUseWrapper(false)
            .build();

    private ManifestReader() {}

    /**
     * Reads the manifest.
     *
     * @throws RefusalException when it is malformed, or says of the solution too little or too much ({@link ManifestHead})
     */
    public static SolutionManifest read(InputStream in) throws IOException, RefusalException, XMLStreamException {
        XMLStreamReader2 reader = SafeXml.reader(in);
        while (!reader.isStartElement()) {
            if (reader.next() == XMLStreamReader2.DTD) {
                throw SafeXml.refuseDoctype();
            }
        }
        if (!reader.getLocalName().equals("ImportExportXml")) {
            throw refused("the root element is <" + reader.getLocalName() + ">, not <ImportExportXml>");
        }
        ManifestXml xml = bound(reader);
        // What follows the root element must be well-formed too.
        while (reader.hasNext()) {
            reader.next();
        }
        if (xml == null || xml.solutionManifest() == null) {
            throw refused("it has no <SolutionManifest>");
        }
        return manifest(xml, xml.solutionManifest());
    }

    private static ManifestXml bound(XMLStreamReader2 reader) throws IOException, RefusalException {
        try {
            return MAPPER.readValue(reader, ManifestXml.class);
        } catch (MismatchedInputException e) {
            // It speaks of our classes, so that only the place is taken from it.
            String element = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(Objects::nonNull)
                    .reduce((outer, inner) -> inner)
                    .map(name -> "<" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ">")
                    .orElse("<ImportExportXml>");
            throw refused(element + " has an invalid value (line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ")");
        }
    }

    private static RefusalException refused(String what) {
        return new RefusalException(PlatformCode.INVALID_XML.finding("solution.xml can't be read: " + what
                + ". Export the solution again, or ask the publisher for the package."));
    }

    private static SolutionManifest manifest(ManifestXml xml, SolutionManifestXml manifest) throws RefusalException {
        ManifestHead head = ManifestHead.of(manifest);
        int language = number(xml.languagecode()).orElse(ENGLISH);
        return new SolutionManifest(
                head.uniqueName(),
                labels(
                        manifest.localizedNames() == null
                                ? null
                                : manifest.localizedNames().localizedName()),
                labels(
                        manifest.descriptions() == null
                                ? null
                                : manifest.descriptions().description()),
                head.version(),
                head.managed(),
                publisher(manifest.publisher(), language),
                patchOf(manifest),
                present(manifest.configurationPage()),
                rootComponents(manifest),
                missingDependencies(manifest),
                language,
                new SolutionManifest.ExportPlatform(
                        string(xml.version()), string(xml.solutionPackageVersion()), string(xml.generatedBy())));
    }

    private static Optional<String> patchOf(SolutionManifestXml manifest) {
        Optional<String> other = manifest.parentSolution() == null
                ? Optional.empty()
                : present(manifest.parentSolution().uniqueName());
        return present(manifest.parentUniqueName()).or(() -> other);
    }

    private static Publisher publisher(PublisherXml xml, int language) {
        return new Publisher(
                string(xml.uniqueName()),
                labels(
                                xml.localizedNames() == null
                                        ? null
                                        : xml.localizedNames().localizedName())
                        .in(language),
                labels(xml.descriptions() == null ? null : xml.descriptions().description())
                        .in(language),
                string(xml.eMailAddress()),
                string(xml.supportingWebsiteUrl()),
                string(xml.customizationPrefix()),
                number(xml.customizationOptionValuePrefix()),
                list(xml.addresses() == null ? null : xml.addresses().address()).stream()
                        .map(ManifestReader::fields)
                        .toList());
    }

    private static Map<String, String> fields(JsonNode address) {
        Map<String, String> fields = new LinkedHashMap<>();
        address.fieldNames().forEachRemaining(name -> {
            String value = ComponentNames.text(address, name);
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    private static List<RootComponent> rootComponents(SolutionManifestXml manifest) {
        List<JsonNode> entries = manifest.rootComponents() == null
                ? List.of()
                : list(manifest.rootComponents().rootComponent());
        return entries.stream().map(ManifestReader::rootComponent).toList();
    }

    private static RootComponent rootComponent(JsonNode entry) {
        var type = ComponentNames.type(entry);
        int behavior = number(ComponentNames.text(entry, "behavior")).orElse(0);
        var behaviors = RootComponent.Behavior.values();
        return new RootComponent(
                type,
                ComponentNames.keys(type, entry),
                ComponentNames.label(entry),
                behaviors[behavior >= 0 && behavior < behaviors.length ? behavior : 0]);
    }

    private static List<MissingDependency> missingDependencies(SolutionManifestXml manifest) {
        List<MissingDependencyXml> entries = manifest.missingDependencies() == null
                ? List.of()
                : list(manifest.missingDependencies().missingDependency());
        return entries.stream()
                .filter(entry -> entry.required() != null)
                .map(entry -> new MissingDependency(part(entry.required()), part(entry.dependent())))
                .toList();
    }

    private static MissingDependency.Part part(JsonNode element) {
        var type = ComponentNames.type(element);
        return new MissingDependency.Part(
                type,
                ComponentNames.keys(type, element),
                ComponentNames.text(element, "displayName"),
                present(ComponentNames.text(element, "solution")).map(RequiredSolution::of));
    }

    private static LocalizedText labels(List<LabelXml> labels) {
        return new LocalizedText(list(labels).stream()
                .map(label -> new LocalizedText.Label(
                        number(label.languagecode()).orElse(ENGLISH), string(label.description())))
                .toList());
    }

    private static <T> List<T> list(List<T> values) {
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    private static Optional<String> present(String text) {
        return Optional.of(string(text)).filter(value -> !value.isEmpty());
    }

    static String string(String text) {
        return text == null ? "" : text.strip();
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(string(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
