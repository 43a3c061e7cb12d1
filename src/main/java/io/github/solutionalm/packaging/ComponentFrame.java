package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.codehaus.stax2.XMLStreamReader2;

/** A component while the reader is inside its element. */
final class ComponentFrame {

    final CataloguePath.Place place;
    final Optional<ComponentFrame> enclosing;
    final CanonicalXml xml;
    final ReferenceCollector references;
    final List<Definition.File> files = new ArrayList<>();
    /** Parts that are closed, and whose key waits for this component's. */
    final List<Supplier<SolutionComponent>> deferred = new ArrayList<>();

    final int depth;

    private final Map<String, String> captured = new HashMap<>();
    private final List<CaptureTree> captures = new ArrayList<>();
    private final Set<String> elements = new HashSet<>();
    private final SortedSet<String> hosts = new TreeSet<>();
    private final String language;
    private Optional<String> key = Optional.empty();
    private boolean context;
    private boolean layerSeen;

    ComponentFrame(
            CataloguePath.Place place,
            Optional<ComponentFrame> enclosing,
            CanonicalXml xml,
            int depth,
            int languageCode) {
        this.place = place;
        this.enclosing = enclosing;
        this.xml = xml;
        this.depth = depth;
        this.language = Integer.toString(languageCode);
        this.layerSeen = place.layerFrom.isEmpty();
        this.references = new ReferenceCollector(place.references, table(enclosing));
        xml.reset();
    }

    private static Optional<String> table(Optional<ComponentFrame> frame) {
        return frame.filter(f -> f.place.row.type().equals(ComponentType.ENTITY))
                .flatMap(ComponentFrame::key)
                .or(() -> frame.flatMap(f -> table(f.enclosing)));
    }

    /** An element begins; {@code path} is its node in the catalogue, if it is on the way to other components. */
    void start(String element, XMLStreamReader2 reader, int at, Optional<CataloguePath> path) {
        CaptureTree above = at == depth ? null : captures.get(captures.size() - 1);
        CaptureTree here = at == depth ? place.captures : above == null ? null : above.child(element);
        captures.add(here);
        if (here != null) {
            here.attributes().forEach((attribute, capture) -> {
                String value = reader.getAttributeValue(null, attribute);
                if (value != null) {
                    capture(capture, value, reader);
                }
            });
        }
        if (at == depth) {
            context = isUnmodified(reader);
        } else {
            if (path.isPresent() && path.equals(place.layerFrom)) {
                layerSeen = !isUnmodified(reader);
            }
            if (!place.row.onlyWith().isEmpty()) {
                elements.add(element);
            }
        }
        references.start(element, reader, at);
    }

    /** An element held nothing but other components: a table included as a shell has no content of its own. */
    void onlyLedOn(Optional<CataloguePath> path) {
        if (path.equals(place.layerFrom)) {
            layerSeen = false;
        }
    }

    private static boolean isUnmodified(XMLStreamReader2 reader) {
        return "1".equals(reader.getAttributeValue(null, "unmodified"));
    }

    /** Localized names: the base language's wins, else the first. */
    private void capture(String path, String value, XMLStreamReader2 reader) {
        if (language.equals(reader.getAttributeValue(null, "languagecode"))) {
            captured.put(path, value);
        } else {
            captured.putIfAbsent(path, value);
        }
    }

    /** Whether the text of the element at hand is to be given to {@link #text}. */
    boolean wantsText(String element) {
        CaptureTree here = captures.get(captures.size() - 1);
        return here != null && !here.text().isEmpty() || references.wantsText(element);
    }

    void text(String element, String text) {
        CaptureTree here = captures.get(captures.size() - 1);
        if (here != null && !here.text().isEmpty()) {
            captured.putIfAbsent(here.text(), text);
        }
        references.text(element, text);
    }

    void end(int at) {
        captures.remove(captures.size() - 1);
        references.end(at);
    }

    /** Takes a key that is known from elsewhere. */
    void key(String known) {
        key = Optional.of(ComponentKey.normalize(known));
    }

    /** Its key, as soon as all that it is made of was seen. */
    Optional<String> key() {
        if (key.isEmpty()) {
            Optional<String> parent = place.needsParent ? enclosing.flatMap(ComponentFrame::key) : Optional.empty();
            key = place.key.resolve(captured::get, parent).map(ComponentKey::normalize);
        }
        return key;
    }

    boolean isGeneric() {
        return place.row.path().isEmpty();
    }

    /** Takes what a file of the component names. */
    void fileReferences(FileReferences references) {
        this.references.found().addAll(references.keys());
        hosts.addAll(references.hosts());
    }

    /** Hosts that its files name. */
    SortedSet<String> hosts() {
        return hosts;
    }

    String name() {
        return first(place.names).orElse("");
    }

    Optional<Boolean> activated() {
        return place.states.isEmpty()
                ? Optional.empty()
                : Optional.of(first(place.states).orElse("0").equals("1"));
    }

    /** Whether it can run. */
    boolean isCode() {
        return place.codeElement.isEmpty()
                ? place.row.code().equals("*")
                : place.codeValues.contains(
                        captured.getOrDefault(place.codeElement, "").strip());
    }

    private Optional<String> first(List<String> paths) {
        return paths.stream()
                .map(captured::get)
                .filter(value -> value != null && !value.isBlank())
                .map(String::strip)
                .findFirst();
    }

    /** Whether it is mentioned only for the sake of others. */
    boolean isContext() {
        return context || !layerSeen;
    }

    /** Whether there is anything in it at all; an empty ribbon is no component. */
    boolean isPresent() {
        Set<String> content = place.row.onlyWith();
        return content.isEmpty()
                || content.equals(CatalogueRow.ANY_CONTENT) && !elements.isEmpty()
                || elements.stream().anyMatch(content::contains);
    }
}
