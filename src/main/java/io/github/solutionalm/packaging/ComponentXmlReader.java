package io.github.solutionalm.packaging;

import io.github.solutionalm.PlatformCode;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.SolutionComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads components from XML in one pass: {@code customizations.xml}, a solution-aware folder's file, or an association
 * set. One component (and those that enclose it) is in memory at a time; its canonical text, hash, references and files
 * come out of the same pass.
 */
final class ComponentXmlReader {

    private static final String LANGUAGES = "Languages";
    private static final byte[] NO_TAG = {};

    /** A definition this large is no definition. */
    private static final int MAX_DEFINITION = 128 << 20;

    private final PackageContents contents;
    private final ComponentCollection components;
    private final ReadListener listener;
    private final int languageCode;
    private final List<Integer> languages = new ArrayList<>();
    private final Deque<CanonicalXml> spareXml = new ArrayDeque<>();

    ComponentXmlReader(
            PackageContents contents, ComponentCollection components, ReadListener listener, int languageCode) {
        this.contents = contents;
        this.components = components;
        this.listener = listener;
        this.languageCode = languageCode;
    }

    /** LCIDs of the {@code Languages} section. */
    List<Integer> languages() {
        return languages;
    }

    /** Reads {@code customizations.xml}. */
    void readCustomizations(InputStream in) throws XMLStreamException, IOException {
        new Pass(SafeXml.reader(in), Optional.of(CataloguePath.ROOT), Optional.empty()).read();
    }

    /** Reads an association set, such as {@code Assets/botcomponent_workflowset.xml}: each child of the root is a component. */
    void readSet(InputStream in) throws XMLStreamException, IOException {
        new Pass(SafeXml.reader(in), Optional.empty(), Optional.empty()).read();
    }

    /** Reads a file that is one component, such as {@code bots/x/bot.xml}. */
    Optional<ComponentKey> readComponent(InputStream in, FolderComponent folder)
            throws XMLStreamException, IOException {
        Pass pass = new Pass(SafeXml.reader(in), Optional.empty(), Optional.of(folder));
        pass.read();
        return pass.rootKey;
    }

    /**
     * What is known of a component from its folder.
     *
     * @param key key to use when the XML bears none
     * @param parent the component whose folder encloses it
     * @param files the other files of the folder
     */
    record FolderComponent(String key, Optional<ComponentKey> parent, List<Entry> files) {}

    /** One document. */
    private final class Pass {
        private final XMLStreamReader2 reader;
        private final Optional<CataloguePath> catalogue;
        private final Optional<FolderComponent> folder;
        private final List<Open> open = new ArrayList<>();
        private final TextRun text = new TextRun();
        private ComponentFrame frame;
        private Optional<ComponentKey> rootKey = Optional.empty();
        private final Map<String, Integer> ordinals = new HashMap<>();

        Pass(XMLStreamReader2 reader, Optional<CataloguePath> catalogue, Optional<FolderComponent> folder) {
            this.reader = reader;
            this.catalogue = catalogue;
            this.folder = folder;
        }

        void read() throws XMLStreamException, IOException {
            try {
                while (reader.hasNext()) {
                    switch (reader.next()) {
                        case XMLStreamReader2.START_ELEMENT -> start();
                        case XMLStreamReader2.END_ELEMENT -> end();
                        case XMLStreamReader2.CHARACTERS, XMLStreamReader2.CDATA, XMLStreamReader2.SPACE ->
                            text.append(reader);
                        case XMLStreamReader2.DTD -> throw SafeXml.refuseDoctype();
                        case XMLStreamReader2.ENTITY_REFERENCE ->
                            throw new XMLStreamException(
                                    "it uses the entity &" + reader.getLocalName() + ";, which is not declared",
                                    reader.getLocation());
                        default -> {}
                    }
                }
            } finally {
                reader.close();
            }
        }

        private void start() throws XMLStreamException {
            String element = reader.getLocalName();
            int depth = open.size();
            flushMixedText();
            CataloguePath node = node(element, depth);
            if (depth == 0 && catalogue.isPresent() && !element.equals("ImportExportXml")) {
                throw new XMLStreamException("the root element is <" + element + ">, not <ImportExportXml>");
            }
            Open here = new Open(element, node);
            if (node != null && node.place() != null) {
                begin(node.place(), here, depth);
            } else if (frame == null && isGenericComponent(depth, node)) {
                begin(GenericComponents.place(element), here, depth);
                frame.key(GenericComponents.key(reader)
                        .or(() -> folder.map(FolderComponent::key))
                        .orElseGet(() -> ordinal(element)));
                frame.references.associations(reader);
            }
            if (frame != null) {
                frame.start(element, reader, depth, node);
                here.before = frame.xml.length();
                frame.xml.start(reader);
                here.after = frame.xml.length();
            }
            if (node != null && reader.getAttributeCount() > 0 && here.component == null) {
                here.tag = frame != null ? tag(frame.xml, here) : scratchTag();
            }
            open.add(here);
        }

        /** Where the element stands in the catalogue, or null. */
        private CataloguePath node(String element, int depth) {
            if (depth == 0) {
                return catalogue.orElse(null);
            }
            CataloguePath above = open.get(depth - 1).node;
            return above == null ? null : above.child(element);
        }

        /** Outside the catalogue every child of a section is a component; a section with attributes is one itself. */
        private boolean isGenericComponent(int depth, CataloguePath node) {
            if (folder.isPresent()) {
                return depth == 0;
            }
            if (node != null || depth == 0 || depth > 1 && open.get(1).element.equals(LANGUAGES)) {
                return false;
            }
            return depth > 1
                    || catalogue.isEmpty()
                    || GenericComponents.key(reader).isPresent();
        }

        private void begin(CataloguePath.Place place, Open here, int depth) {
            CanonicalXml xml = spareXml.isEmpty() ? new CanonicalXml() : spareXml.pop();
            frame = new ComponentFrame(place, Optional.ofNullable(frame), xml, depth, languageCode);
            here.component = frame;
            // The kind of a form stands on the element around it.
            if (depth > 0 && open.get(depth - 1).tag.length > 0) {
                xml.raw(open.get(depth - 1).tag);
                here.wrapper = open.get(depth - 1).element;
            }
        }

        private void flushMixedText() {
            if (frame != null && !text.isBlank()) {
                text.writeTo(frame.xml);
            }
            if (!open.isEmpty()) {
                open.get(open.size() - 1).leaf = false;
            }
            text.clear();
        }

        private void end() throws IOException, XMLStreamException {
            int depth = open.size() - 1;
            Open here = open.remove(depth);
            if (frame != null) {
                endInComponent(here, depth);
            } else if (!text.isBlank()) {
                outsideComponents(here.element, text.toString().strip());
            }
            text.clear();
            if (here.component != null) {
                finish(here);
            }
        }

        private void endInComponent(Open here, int depth) throws IOException {
            if (here.leaf || !text.isBlank()) {
                text.writeTo(frame.xml);
            }
            boolean onlyLeadsOn = here.node != null && here.component == null;
            if (onlyLeadsOn && frame.xml.length() == here.after) {
                frame.xml.truncate(here.before);
                frame.onlyLedOn(here.node);
            } else {
                frame.xml.end(here.element);
            }
            if (frame.xml.length() > MAX_DEFINITION) {
                throw new IOException("The definition of " + frame.place.row.type() + " "
                        + frame.key().orElse("") + " is larger than the limit of " + MAX_DEFINITION + " bytes");
            }
            if (here.leaf && !text.isEmpty()) {
                leaf(here, depth);
            }
            frame.end(depth);
        }

        private void leaf(Open here, int depth) throws IOException {
            boolean path = text.isPath();
            if (!path && !text.startsWith('$') && !frame.wantsText() && !frame.isGeneric()) {
                return;
            }
            String value = text.toString();
            frame.text(value);
            frame.references.webResource(value);
            if (frame.isGeneric() && depth == frame.depth + 2) {
                frame.references.lookup(open.get(depth - 1).element, here.element, value);
            }
            if (path) {
                file(here.element, value.strip());
            }
        }

        /** A text that names a file of the package makes the file a part of the component. */
        private void file(String element, String path) throws IOException {
            Optional<Entry> entry = contents.named(path);
            if (entry.isPresent()) {
                add(frame, entry.get());
                if (frame.place.row.folder()) {
                    for (Entry sibling : contents.beside(entry.get())) {
                        add(frame, sibling);
                    }
                }
            } else if (!frame.isSkipped()
                    && (element.toLowerCase(Locale.ROOT).endsWith("filename") || element.equals("DocumentUri"))) {
                PlatformCode code = frame.place.row.type().equals(ComponentType.WEB_RESOURCE)
                        ? PlatformCode.WEB_RESOURCE_FILE_MISSING
                        : PlatformCode.FILE_MISSING;
                ComponentKey key =
                        new ComponentKey(frame.place.row.type(), frame.key().orElse("?"));
                components.error(code.finding(
                        "The file " + path + " of " + key + " is not in the package. Export the solution again.", key));
            }
        }

        private void add(ComponentFrame to, Entry entry) throws IOException {
            PackageContents.Stored stored = contents.store(entry);
            to.files.add(stored.file());
            stored.bytes().ifPresent(bytes -> to.fileReferences(FileReferences.of(entry.name(), bytes)));
        }

        private void outsideComponents(String element, String value) throws IOException {
            if (!element.equals("Language")) {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                ContentHash hash = contents.store(bytes, bytes.length);
                add(GenericComponents.text(element, contents.definition(hash, List.of())));
            } else if (value.matches("\\d{1,6}")) {
                languages.add(Integer.valueOf(value));
            }
        }

        /** The component's element is closed. */
        private void finish(Open here) throws IOException {
            ComponentFrame done = frame;
            frame = done.enclosing.orElse(null);
            if (here.wrapper != null) {
                done.xml.end(here.wrapper);
            }
            if (done.isPresent()) {
                if (folder.isPresent() && done.enclosing.isEmpty()) {
                    for (Entry file : folder.get().files()) {
                        add(done, file);
                    }
                }
                Optional<Definition> definition =
                        done.isContext() ? Optional.empty() : Optional.of(contents.definition(store(done), done.files));
                Supplier<SolutionComponent> component = () -> component(done, definition);
                if (done.place.needsParent && done.key().isEmpty() && frame != null) {
                    frame.deferred.add(component);
                } else {
                    add(component.get());
                }
            }
            done.deferred.forEach(deferred -> add(deferred.get()));
            spareXml.push(done.xml);
        }

        private ContentHash store(ComponentFrame done) throws IOException {
            return contents.store(done.xml.buffer(), done.xml.length());
        }

        private void add(SolutionComponent component) {
            components.add(component);
            rootKey = Optional.of(component.key());
        }

        private SolutionComponent component(ComponentFrame done, Optional<Definition> definition) {
            String key =
                    done.key().orElseGet(() -> ordinal(done.place.row.type().name()));
            Optional<ComponentKey> enclosing = done.enclosing
                    .flatMap(e -> e.key().map(k -> new ComponentKey(e.place.row.type(), k)))
                    .or(() -> folder.flatMap(FolderComponent::parent))
                    .or(() -> done.place.row.parent().flatMap(done.references::first));
            // A part of a folder is known by name within it.
            boolean nested = folder.flatMap(FolderComponent::parent).isPresent() && done.enclosing.isEmpty();
            ComponentKey own = new ComponentKey(
                    done.place.row.type(), nested ? folder.get().parent().get().key() + "." + key : key);
            if (done.isCode() && definition.isPresent()) {
                listener.code(own, done.hosts());
            }
            Set<ComponentKey> references = done.references.found();
            references.remove(own);
            return new SolutionComponent(
                    own, done.name(), enclosing, definition, done.activated(), components.shared(references));
        }

        /** What nothing identifies is told apart by its place among its like. */
        private String ordinal(String name) {
            int count = ordinals.merge(name, 1, Integer::sum);
            return count == 1 ? name : name + "#" + count;
        }

        private byte[] tag(CanonicalXml xml, Open here) {
            return Arrays.copyOfRange(xml.buffer(), here.before, here.after);
        }

        private byte[] scratchTag() {
            CanonicalXml scratch = new CanonicalXml();
            scratch.start(reader);
            return Arrays.copyOf(scratch.buffer(), scratch.length());
        }
    }

    /** An element that is open. */
    private static final class Open {
        private final String element;
        /** Or null. */
        private final CataloguePath node;

        private ComponentFrame component;
        private String wrapper;
        private byte[] tag = NO_TAG;
        private boolean leaf = true;
        private int before;
        private int after;

        Open(String element, CataloguePath node) {
            this.element = element;
            this.node = node;
        }
    }
}
