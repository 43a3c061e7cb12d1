package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.UnreadElement;
import io.github.solutionalm.packaging.ComponentFolders.FolderComponent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Builds components from what the reader collected: stores definition and files, determines key and parent. */
final class ComponentAssembler {

    /** What the platform says of a missing file, where it has an own code for the type. */
    private static final Map<ComponentType, PlatformCode> FILE_MISSING = Map.of(
            ComponentType.WEB_RESOURCE, PlatformCode.WEB_RESOURCE_FILE_MISSING,
            ComponentType.EMAIL_TEMPLATE, PlatformCode.TEMPLATE_FILE_MISSING);

    private final PackageContents contents;
    private final ComponentCollection components;
    private final DeclaredSettings settings;
    private final ReadListener listener;
    /** By name of the entry. */
    private final Map<String, Read> files = new HashMap<>();

    private final Map<String, Integer> ordinals = new HashMap<>();

    ComponentAssembler(
            PackageContents contents,
            ComponentCollection components,
            DeclaredSettings settings,
            ReadListener listener) {
        this.contents = contents;
        this.components = components;
        this.settings = settings;
        this.listener = listener;
    }

    /** A file that was read. Any number of components may name it; it is read once. */
    private record Read(
            Definition.File file,
            Optional<FileReferences> references,
            Optional<FormulaReferences> formulas,
            List<String> lacking) {}

    /** A text that names a file of the package makes the file a part of the component. */
    void file(ComponentFrame frame, String element, String path) throws IOException {
        Optional<Entry> entry = contents.named(path);
        if (entry.isPresent()) {
            add(frame, entry.get());
            if (frame.place.row.folder()) {
                for (Entry sibling : contents.beside(entry.get())) {
                    add(frame, sibling);
                }
                files.get(entry.get().name()).lacking().forEach(named -> missing(frame, named));
            }
        } else if (frame.place.row.files().contains(element)
                || element.toLowerCase(Locale.ROOT).endsWith("filename")) {
            missing(frame, PackageContents.withoutMediaType(path));
        }
    }

    private void missing(ComponentFrame frame, String path) {
        if (!frame.isSkipped() && components.takesErrors()) {
            ComponentType type = frame.place.row.type();
            ComponentKey key = new ComponentKey(type, frame.key().orElse("?"));
            components.error(FILE_MISSING
                    .getOrDefault(type, PlatformCode.FILE_MISSING)
                    .finding(
                            "The file " + path + " of " + key + " is not in the package. Export the solution again.",
                            key));
        }
    }

    private void add(ComponentFrame frame, Entry entry) throws IOException {
        Read read = files.get(entry.name());
        if (read == null) {
            read = read(entry);
            files.put(entry.name(), read);
        }
        if (!frame.takes(read.file())) {
            return;
        }
        if (read.formulas().isPresent() && frame.key().isPresent()) {
            Set<ComponentKey> columns = read.formulas().get().of(frame.key().get());
            components.named(columns.size());
            frame.references.addAll(columns);
        }
        if (read.references().isPresent()) {
            FileReferences references = read.references().get();
            components.named(references.keys().size() + references.hosts().size());
            frame.fileReferences(references);
        }
    }

    private Read read(Entry entry) throws IOException {
        PackageContents.Stored stored = contents.store(entry);
        if (stored.bytes().isPresent()
                && (FileReferences.mayBeIn(entry.name()) || FormulaReferences.isIn(entry.name()))) {
            components.searches(stored.bytes().get().length);
        }
        Optional<FileReferences> references = stored.bytes().map(bytes -> FileReferences.of(entry.name(), bytes));
        return new Read(
                stored.file(),
                references,
                FormulaReferences.isIn(entry.name()) ? stored.bytes().map(FormulaReferences::in) : Optional.empty(),
                references.stream()
                        .flatMap(named -> named.files().stream())
                        .filter(path -> contents.named(path).isEmpty())
                        .toList());
    }

    /** A component is in a section where the format does not allow its type. */
    void misplaced(String element, String section, Optional<ComponentFrame> within) {
        String homes = CataloguePath.placesOf(element).stream()
                .map(path -> path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "ImportExportXml")
                .collect(Collectors.joining(" or "));
        String where = section
                + within.flatMap(this::itself)
                        .map(component -> " of " + component)
                        .orElse("");
        components.error(PlatformCode.SCHEMA.finding("customizations.xml has <" + element + "> in " + where
                + ", where the format does not allow it: the platform refuses it. It belongs in " + homes
                + ". Move it there, or export the solution again."));
    }

    /** An element that holds something and belongs to no component. */
    void unread(String path, Optional<ComponentFrame> within) {
        components.unread(new UnreadElement(path, within.flatMap(this::itself)));
    }

    private Optional<ComponentKey> itself(ComponentFrame frame) {
        return frame.key().map(key -> new ComponentKey(frame.place.row.type(), key));
    }

    /** A section that holds nothing but text is a component too. */
    void text(String element, String value) throws IOException {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        ContentHash hash = contents.store(bytes, bytes.length);
        ContentHash says = contents.saidByXml(bytes, bytes.length);
        components.add(GenericComponents.text(element, contents.definition(hash, says, List.of())));
    }

    /**
     * The component's element is closed.
     *
     * @param folder where the component is the root of a file in a folder of its own
     * @return its key, unless that waits for the enclosing component's, or there is nothing in it
     */
    Optional<ComponentKey> finish(ComponentFrame done, Optional<FolderComponent> folder) throws IOException {
        Optional<ComponentKey> key = Optional.empty();
        done.lost().forEach(path -> unread(path, Optional.of(done)));
        if (done.isPresent()) {
            Optional<FolderComponent> own = folder.filter(f -> done.enclosing.isEmpty());
            for (Entry file : own.map(FolderComponent::files).orElse(List.of())) {
                add(done, file);
            }
            Optional<Definition> definition = done.isContext() ? Optional.empty() : Optional.of(definition(done));
            if (definition.isPresent()) {
                settings.component(done);
            }
            ComponentFrame.Making component = () -> component(done, definition, own);
            if (done.place.needsParent && done.key().isEmpty() && done.enclosing.isPresent()) {
                done.enclosing.get().deferred.add(new ComponentFrame.Deferred(done, component));
            } else {
                SolutionComponent made = component.get();
                add(done, made);
                key = Optional.of(made.key());
            }
        }
        for (ComponentFrame.Deferred deferred : done.deferred) {
            add(deferred.part(), deferred.component().get());
        }
        return key;
    }

    private void add(ComponentFrame done, SolutionComponent made) throws IOException {
        if (done.givesWay()) {
            components.addUnlessDefined(made);
        } else {
            components.add(made);
        }
    }

    private Definition definition(ComponentFrame done) throws IOException {
        byte[] xml = done.xml.buffer();
        ContentHash hash = contents.store(xml, done.xml.length());
        ContentHash says;
        if (done.saysOtherwise || done.xml.hasReturn() || done.xml.hasWatched()) {
            says = contents.saidByXml(xml, done.xml.length());
        } else {
            says = done.unsaid.isEmpty() ? hash : contents.saidBetween(xml, done.xml.length(), done.unsaid);
        }
        return contents.definition(hash, says, done.files);
    }

    private SolutionComponent component(
            ComponentFrame done, Optional<Definition> definition, Optional<FolderComponent> folder) throws OverLimit {
        ComponentType type = done.place.row.type();
        String name = done.key().orElseGet(() -> ordinal(type.name()));
        Optional<ComponentKey> folderAbove = folder.flatMap(FolderComponent::parent);
        // A part of a folder is known by name within it.
        ComponentKey key = new ComponentKey(
                type, folderAbove.map(above -> above.key() + "." + name).orElse(name));
        Optional<ComponentKey> parent = done.whole()
                .or(() -> folderAbove)
                .or(() -> done.place.row.parent().flatMap(done.references::first));
        if (done.isCode() && definition.isPresent()) {
            listener.code(key, done.hosts());
        }
        Set<ComponentKey> names = done.names();
        names.remove(key);
        Set<ComponentKey> references = done.references.found();
        references.remove(key);
        references.removeAll(names);
        return new SolutionComponent(
                key,
                done.name(),
                parent,
                definition,
                done.activated(),
                components.shared(references),
                names,
                components.sharedTexts(done.properties()));
    }

    /** Numbers components without a key, in document order. */
    String ordinal(String name) {
        int count = ordinals.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + "#" + count;
    }
}
