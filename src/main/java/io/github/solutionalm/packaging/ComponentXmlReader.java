package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.packaging.ComponentFolders.FolderComponent;
import io.github.solutionalm.xml.CanonicalXml;
import io.github.solutionalm.xml.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Reads components from XML in one pass: {@code customizations.xml}, a solution-aware folder's file, or an association
 * set. One component (and those that enclose it) is in memory at a time; its canonical text, hash, references and files
 * come out of the same pass.
 */
final class ComponentXmlReader {

    private static final String LANGUAGES = "Languages";
    private static final String LANGUAGE = "Language";
    private static final byte[] NO_TAG = {};

    private final ComponentAssembler assembler;
    private final int languageCode;
    private final List<Integer> languages = new ArrayList<>();
    private final Deque<CanonicalXml> spareXml = new ArrayDeque<>();

    /**
     * A reader of the documents of one package.
     *
     * @param languageCode base language of the package, in which display names are taken
     */
    ComponentXmlReader(ComponentAssembler assembler, int languageCode) {
        this.assembler = assembler;
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

    /** Reads one document. */
    private final class Pass {
        private final XMLStreamReader2 reader;
        private final Optional<CataloguePath> catalogue;
        private final Optional<FolderComponent> folder;
        private final List<Open> open = new ArrayList<>();
        private final TextRun text = new TextRun();
        private ComponentFrame frame;
        private Optional<ComponentKey> rootKey = Optional.empty();

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
                        case XMLStreamReader2.ENTITY_REFERENCE -> throw SafeXml.refuseEntity(reader);
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
            Open here = new Open(element, node, isStray(node, depth), reader.getAttributeCount() > 0);
            if (here.stray && !CataloguePath.placesOf(element).isEmpty()) {
                assembler.misplaced(element, path(depth - 1), Optional.ofNullable(frame));
            }
            if (node != null && node.place() != null) {
                begin(node.place(), here, depth);
            } else if (frame == null && isGenericComponent(element, depth, node)) {
                begin(GenericComponents.place(element), here, depth);
                frame.key(GenericComponents.key(reader)
                        .or(() -> folder.map(FolderComponent::key))
                        .orElseGet(() -> assembler.ordinal(element)));
                frame.references.associations(reader);
            }
            if (frame != null) {
                frame.start(element, reader, depth, node);
                here.before = frame.xml.length();
                frame.xml.start(reader);
                frame.parts += 1 + reader.getAttributeCount();
                here.after = frame.xml.length();
            }
            if (node != null && reader.getAttributeCount() > 0 && here.component == null) {
                byte[] tag = frame != null ? tag(frame.xml, here) : scratchTag();
                here.tag = tag[element.length() + 1] == '>' ? NO_TAG : tag;
            }
            open.add(here);
        }

        /** Where the element is in the catalogue, or null. */
        private CataloguePath node(String element, int depth) {
            if (depth == 0) {
                return catalogue.orElse(null);
            }
            CataloguePath above = open.get(depth - 1).node;
            return above == null ? null : above.child(element);
        }

        /** Whether the catalogue knows what is around it and the ways on from there, but none to it. */
        private boolean isStray(CataloguePath node, int depth) {
            CataloguePath above = depth == 0 ? null : open.get(depth - 1).node;
            return node == null && above != null && above.leadsOn();
        }

        /** The names of the open elements below the root, down to a depth. */
        private String path(int depth) {
            return depth < 1
                    ? "ImportExportXml"
                    : open.subList(1, depth + 1).stream()
                            .map(each -> each.element)
                            .collect(Collectors.joining("/"));
        }

        /** Outside the catalogue every child of a section is a component; a section with attributes is one itself. */
        private boolean isGenericComponent(String element, int depth, CataloguePath node) {
            if (folder.isPresent()) {
                return depth == 0;
            }
            if (node != null || depth == 0 || isLanguage(element, depth)) {
                return false;
            }
            return depth > 1
                    || catalogue.isEmpty()
                    || GenericComponents.key(reader).isPresent();
        }

        private boolean isLanguage(String element, int depth) {
            return depth == 2 && element.equals(LANGUAGE) && open.get(1).element.equals(LANGUAGES);
        }

        private void begin(CataloguePath.Place place, Open here, int depth) {
            CanonicalXml xml = spareXml.isEmpty() ? new CanonicalXml(EqualXml.UNSAID) : spareXml.pop();
            frame = new ComponentFrame(place, Optional.ofNullable(frame), xml, depth, languageCode);
            here.component = frame;
            // The kind of a form stands on the element around it.
            if (depth > 0 && open.get(depth - 1).tag.length > 0) {
                xml.raw(open.get(depth - 1).tag);
                frame.around(new String(open.get(depth - 1).tag, StandardCharsets.UTF_8));
                here.wrapper = open.get(depth - 1).element;
            }
        }

        private void flushMixedText() {
            if (frame != null && !text.isBlank()) {
                writeText();
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
                writeText();
            }
            if (here.stray && (here.hasAttributes || frame.xml.length() > here.after)) {
                stray(here, depth);
            }
            boolean onlyLeadsOn = here.node != null && here.component == null;
            if (onlyLeadsOn && frame.xml.length() == here.after) {
                frame.xml.truncate(here.before);
                frame.onlyLedOn(here.node);
            } else {
                frame.xml.end(here.element);
                if (here.leaf && EqualXml.isUnsaid(here.element)) {
                    frame.unsaid.add(here.before);
                    frame.unsaid.add(frame.xml.length());
                }
                if (here.component == null) {
                    open.get(depth - 1).add(here, frame);
                }
            }
            DefinitionLimits.check(frame);
            if (here.leaf && !text.isEmpty()) {
                leaf(here, depth);
            }
            frame.end(depth);
        }

        private void writeText() {
            frame.saysOtherwise |= text.mayBeJson();
            text.writeTo(frame.xml);
        }

        /** What is inside the component's own content is passed over with it, if at all. */
        private void stray(Open here, int depth) {
            CataloguePath content = frame.place.layerFrom;
            if (content != null && open.stream().noneMatch(each -> each.node == content)) {
                frame.stray(here.element, path(depth - 1) + "/" + here.element);
            }
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
                assembler.file(frame, here.element, value.strip());
            }
        }

        /** The component's element is closed. */
        private void finish(Open here) throws IOException {
            ComponentFrame done = frame;
            frame = done.enclosing.orElse(null);
            if (here.wrapper != null) {
                done.xml.end(here.wrapper);
            }
            assembler.finish(done, folder).ifPresent(key -> rootKey = Optional.of(key));
            spareXml.push(done.xml);
        }

        private void outsideComponents(String element, String value) throws IOException {
            if (!element.equals(LANGUAGE)) {
                assembler.text(element, value);
            } else if (value.matches("\\d{1,6}")) {
                languages.add(Integer.valueOf(value));
            } else {
                assembler.unread(LANGUAGES + "/" + LANGUAGE, Optional.empty());
            }
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
        private final boolean set;
        /** Where its last child begins, if it is a set. */
        private int last = -1;

        private int before;
        private int after;
        /** Whether the element is in no place of the catalogue, though the one around it is. */
        private final boolean stray;

        private final boolean hasAttributes;

        Open(String element, CataloguePath node, boolean stray, boolean hasAttributes) {
            this.element = element;
            this.node = node;
            this.stray = stray;
            this.hasAttributes = hasAttributes;
            this.set = SetList.isNamed(element);
        }

        /** A child is written. A set whose children are in order is how all that say the same are compared. */
        private void add(Open child, ComponentFrame frame) {
            if (set) {
                byte[] xml = frame.xml.buffer();
                frame.saysOtherwise |= last >= 0
                        && Arrays.compareUnsigned(xml, last, child.before, xml, child.before, frame.xml.length()) > 0;
                last = child.before;
            }
        }
    }
}
