package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.xml.CanonicalXml;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.stax2.XMLStreamReader2;

/** A component that is being read. */
final class ComponentFrame {

    private static final Pattern KIND = Pattern.compile(" type=\"([^\"]*)\"");

    final CataloguePath.Place place;
    final Optional<ComponentFrame> enclosing;
    final CanonicalXml xml;
    final ReferenceCollector references;
    final List<Definition.File> files = new ArrayList<>();
    /** Parts that are closed, and whose key waits for this component's. */
    final List<Deferred> deferred = new ArrayList<>();

    final int depth;

    /** Whether its XML may say what other XML says too: by a set in another order, or by JSON. */
    boolean saysOtherwise;

    /** Where in its XML something stands that is no part of what it says: begin and end, in turn. */
    final List<Integer> unsaid = new ArrayList<>(0);

    /** Elements and attributes so far, without those of other components. */
    int parts;

    private final Map<String, String> captured = new HashMap<>();
    /** All that is at a place, for those of which all counts. */
    private final Map<String, StringBuilder> all = new HashMap<>(0);

    private final Set<String> fileNames = new HashSet<>(0);
    /** The way down to the element at hand, as far as something is kept there. */
    private final Deque<CaptureTree> captures = new ArrayDeque<>();
    /** How many elements are open below where nothing is kept any more. */
    private int beside;

    /** Elements inside that belong to no part of it: lost when it is only context. */
    private final List<String> strays = new ArrayList<>(0);

    private final SortedSet<String> hosts = new TreeSet<>();
    private final String language;
    private Optional<String> key = Optional.empty();
    private boolean context;
    private boolean layerSeen;
    private boolean filled;

    /** A part that is closed, and how it is made once its key can be told. */
    record Deferred(ComponentFrame part, Making component) {}

    /** Makes a component. */
    interface Making {
        SolutionComponent get() throws OverLimit;
    }

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
        this.layerSeen = place.layerFrom == null;
        this.references = new ReferenceCollector(place.references, table(enclosing));
        xml.reset();
    }

    private static Optional<String> table(Optional<ComponentFrame> frame) {
        return frame.filter(f -> f.place.row.type().equals(ComponentType.ENTITY))
                .flatMap(ComponentFrame::key)
                .or(() -> frame.flatMap(f -> table(f.enclosing)));
    }

    /** An element begins; {@code path} is its node in the catalogue, or null when it is not on the way to other components. */
    void start(String element, XMLStreamReader2 reader, int at, CataloguePath path) {
        CaptureTree here = at == depth
                ? place.captures
                : beside > 0 ? null : captures.peek().child(element);
        if (here == null) {
            beside++;
        } else {
            captures.push(here);
            if (!here.attributes().isEmpty()) {
                captureAttributes(here, reader);
            }
        }
        if (at == depth) {
            context = isUnmodified(reader);
        } else {
            if (path != null && path == place.layerFrom) {
                layerSeen = !isUnmodified(reader);
            }
            filled |= place.row
                    .emptyWith()
                    .filter(empty -> !empty.contains(element))
                    .isPresent();
        }
        if (place.marks) {
            String mark = reader.getAttributeValue(null, "solutionaction");
            if (mark != null) {
                captured.put(Property.MARK, mark);
            }
        }
        references.start(element, reader, at);
    }

    /** An element held nothing but other components: a table included as a shell has no content of its own. */
    void onlyLedOn(CataloguePath path) {
        if (path == place.layerFrom) {
            layerSeen = false;
        }
    }

    private void captureAttributes(CaptureTree here, XMLStreamReader2 reader) {
        here.attributes().forEach((attribute, capture) -> {
            String value = reader.getAttributeValue(null, attribute);
            if (value != null) {
                capture(capture, value, reader);
            }
        });
    }

    private static boolean isUnmodified(XMLStreamReader2 reader) {
        return "1".equals(reader.getAttributeValue(null, "unmodified"));
    }

    /** Localized names: the base language's wins, else the first. */
    private void capture(String path, String value, XMLStreamReader2 reader) {
        if (path.endsWith(Property.ALL)) {
            StringBuilder values = all.computeIfAbsent(path, first -> new StringBuilder());
            values.append(values.isEmpty() ? "" : Property.SEPARATOR).append(value);
        } else if (language.equals(reader.getAttributeValue(null, "languagecode"))) {
            captured.put(path, value);
        } else {
            captured.putIfAbsent(path, value);
        }
    }

    /** Whether the text of the element that began last is to be given to {@link #text}. */
    boolean wantsText() {
        return !textPath().isEmpty() || references.wantsText();
    }

    /** The text of the element that began last. */
    void text(String text) {
        if (!textPath().isEmpty()) {
            captured.putIfAbsent(textPath(), text);
        }
        references.text(text);
    }

    private String textPath() {
        return beside > 0 ? "" : captures.peek().text();
    }

    void end(int at) {
        if (beside > 0) {
            beside--;
        } else {
            captures.pop();
        }
        references.end(at);
    }

    /** Takes the start tag of the element around, which says of what kind a form is. */
    void around(String tag) {
        Matcher kind = KIND.matcher(tag);
        if (kind.find()) {
            captured.put(Property.KIND, kind.group(1));
        }
    }

    /** Takes a key that is known from elsewhere. */
    void key(String known) {
        key = Optional.of(ComponentKey.normalize(known));
    }

    /** Its key, as soon as all that it is made of was seen. */
    Optional<String> key() {
        if (key.isEmpty()) {
            Optional<String> parent = place.needsParent ? whole().map(ComponentKey::key) : Optional.empty();
            key = place.key.resolve(captured::get, parent).map(ComponentKey::normalize);
        }
        return key;
    }

    /** The component that it is a part of, as soon as its key is known: mostly the one that encloses it. */
    Optional<ComponentKey> whole() {
        if (place.row.within().isEmpty()) {
            return enclosing.flatMap(e -> e.key().map(k -> new ComponentKey(e.place.row.type(), k)));
        }
        return enclosing
                .flatMap(e -> e.first(List.of(place.row.within())))
                .map(k -> new ComponentKey(place.row.parent().orElseThrow(), k));
    }

    /** Whether another definition of the same component counts rather than this one. */
    boolean givesWay() {
        return !place.row.within().isEmpty();
    }

    boolean isGeneric() {
        return place.row.path().isEmpty();
    }

    /** Takes a file, unless it has it already. */
    boolean takes(Definition.File file) {
        return fileNames.add(file.name()) && files.add(file);
    }

    /** Takes what a file of the component names. */
    void fileReferences(FileReferences references) {
        this.references.addAll(references.keys());
        hosts.addAll(references.hosts());
    }

    /** Hosts that its files name. */
    SortedSet<String> hosts() {
        return hosts;
    }

    String name() {
        return first(place.names).orElse("");
    }

    /** Other names for it. */
    Set<ComponentKey> names() {
        Set<ComponentKey> names = new HashSet<>();
        for (CatalogueRow.OtherName other : place.row.names()) {
            first(List.of(other.place())).ifPresent(name -> names.add(new ComponentKey(other.type(), name)));
        }
        return names;
    }

    /** What rules ask of it. */
    Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        all.forEach((path, values) -> captured.put(path, values.toString()));
        for (Property property : place.properties) {
            property.value(captured).ifPresent(value -> properties.put(property.name(), value));
        }
        return properties;
    }

    /**
     * Whether it is on, as its state says. Of workflows and rules 1 is activated, of steps 1 is disabled; without a state, as
     * steps mostly come, it is 0 (https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/workflow
     * and .../sdkmessageprocessingstep, StateCode).
     */
    Optional<Boolean> activated() {
        String on = place.row.type().equals(ComponentType.SDK_MESSAGE_PROCESSING_STEP) ? "0" : "1";
        return place.states.isEmpty()
                ? Optional.empty()
                : Optional.of(first(place.states).orElse("0").equals(on));
    }

    /** Whether it can run. */
    boolean isCode() {
        return place.codeElement.isEmpty()
                ? place.row.code().equals("*")
                : place.codeValues.contains(
                        captured.getOrDefault(place.codeElement, "").strip());
    }

    private Optional<String> first(List<String> paths) {
        for (String path : paths) {
            String value = captured.get(path);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    /** Whether an import passes over it, so that it needs no files ({@code unmodified="1"}). */
    boolean isSkipped() {
        return context;
    }

    /** Whether it is mentioned only for the sake of others. */
    boolean isContext() {
        return context || !layerSeen;
    }

    /** An element directly inside, or on the way to its parts, that is neither. */
    void stray(String element, String path) {
        if (!place.row.labels().contains(element) && strays.size() < ComponentCollection.MAX_ERRORS) {
            strays.add(path);
        }
    }

    /** What of it is lost: of a component that counts, all is in its definition; one that is passed over loses nothing. */
    List<String> lost() {
        return isContext() && !isSkipped() ? strays : List.of();
    }

    /** Whether there is anything in it at all; an empty ribbon is no component. */
    boolean isPresent() {
        return filled || place.row.emptyWith().isEmpty();
    }
}
