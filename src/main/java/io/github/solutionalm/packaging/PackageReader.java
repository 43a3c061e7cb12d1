package io.github.solutionalm.packaging;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a solution package: first the manifest, then, if the caller wants to go on, everything else in one pass.
 *
 * <p>All that is wrong with the package itself is a {@link RefusalException} with the platform's code; what is wrong with
 * the disk is an {@link ArchiveException.Unreadable}.
 */
public final class PackageReader {

    private static final String SOLUTION = RootFiles.SOLUTION;
    private static final String CUSTOMIZATIONS = RootFiles.CUSTOMIZATIONS;
    private static final String CONTENT_TYPES = RootFiles.CONTENT_TYPES;
    /** Written by CRM 2015 for older targets; says nothing that is not in the other parts. */
    private static final String FILTERED_COMPONENTS = "filteredcomponents.xml";

    private static final String OLD_VARIABLE_VALUES = "environment_variable_values.json";

    /** The manifest is held in memory; real ones have at most a few MB. */
    private static final int MAX_MANIFEST = 16 << 20;

    private final SolutionArchive archive;
    private final SolutionManifest manifest;

    private PackageReader(SolutionArchive archive, SolutionManifest manifest) {
        this.archive = archive;
        this.manifest = manifest;
    }

    /**
     * Checks the root files and reads the manifest.
     *
     * @throws RefusalException when a root file is missing, or the manifest can't be read or says something impossible
     */
    public static PackageReader open(SolutionArchive archive) throws RefusalException, ArchiveException {
        return open(Path.of(""), archive);
    }

    /**
     * The same, of an archive whose place is known: what lies around it helps to say what it is.
     *
     * @param file where the archive lies, or an empty path
     */
    static PackageReader open(Path file, SolutionArchive archive) throws RefusalException, ArchiveException {
        RootFiles.require(PackageCandidate.archive(file, archive));
        Entry entry = archive.find(SOLUTION).orElseThrow();
        if (entry.size() > MAX_MANIFEST) {
            throw new ArchiveException.OverLimit(String.format(
                    Locale.ROOT, "%s is too large: %,d bytes; the limit is %,d", SOLUTION, entry.size(), MAX_MANIFEST));
        }
        try (InputStream in = archive.open(entry)) {
            SolutionManifest manifest = ManifestReader.read(in);
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return new PackageReader(archive, manifest);
        } catch (XMLStreamException e) {
            throw malformed(new PartException(SOLUTION, e));
        } catch (IOException e) {
            throw unreadable(e, SOLUTION);
        }
    }

    public SolutionManifest manifest() {
        return manifest;
    }

    /**
     * Reads the components, and gives their contents to the sink.
     *
     * @throws RefusalException when a part is malformed, a component occurs twice or a file of one is missing; all
     *     findings at once as far as the package can be read
     */
    public SolutionPackage read(ContentSink sink, ReadListener listener) throws RefusalException, IOException {
        return read(new PackageContents(archive, sink), listener);
    }

    /**
     * Reads which components there are. The same errors are found; what the definitions say is not taken down, so that all have
     * one hash.
     */
    SolutionPackage outline() throws RefusalException, IOException {
        return read(PackageContents.unhashed(archive), ReadListener.NONE);
    }

    private SolutionPackage read(PackageContents contents, ReadListener listener) throws RefusalException, IOException {
        ComponentCollection components = new ComponentCollection(listener);
        DeclaredSettings settings = new DeclaredSettings();
        ComponentXmlReader reader = new ComponentXmlReader(
                new ComponentAssembler(contents, components, settings, listener), manifest.languageCode());
        for (String name : List.of(SOLUTION, CUSTOMIZATIONS, CONTENT_TYPES, FILTERED_COMPONENTS)) {
            archive.find(name).ifPresent(contents::claim);
        }
        String part = CUSTOMIZATIONS;
        try {
            try (InputStream in = archive.open(archive.find(CUSTOMIZATIONS).orElseThrow())) {
                reader.readCustomizations(in);
            }
            new ComponentFolders(contents, reader, components, settings).read(archive.entries());
            part = OLD_VARIABLE_VALUES;
            oldVariableValues(contents, components, settings);
        } catch (XMLStreamException e) {
            throw malformed(new PartException(part, e));
        } catch (PartException e) {
            throw malformed(e);
        }
        if (!components.errors().isEmpty()) {
            throw new RefusalException(components.errors(), List.of());
        }
        List<String> unclaimed = archive.entries().stream()
                .filter(entry -> !contents.isClaimed(entry))
                .map(Entry::name)
                .toList();
        DeclaredReferences declared = new DeclaredReferences(manifest.missingDependencies());
        List<SolutionComponent> all =
                components.components().stream().map(declared::addedTo).toList();
        return new SolutionPackage(
                manifest, all, reader.languages(), unclaimed, components.unread(), settings.declaration());
    }

    /** The values of environment variables as early exports carried them, in one file at the root. */
    private void oldVariableValues(PackageContents contents, ComponentCollection components, DeclaredSettings settings)
            throws IOException {
        Optional<Entry> entry = archive.find(OLD_VARIABLE_VALUES);
        if (entry.isPresent()) {
            PackageContents.Stored stored = contents.store(entry.get());
            stored.bytes().ifPresent(settings::oldValues);
            ContentHash none = contents.store(new byte[0], 0);
            Definition definition = contents.definition(none, none, List.of(stored.file()));
            components.add(new SolutionComponent(
                    new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_VALUE, manifest.uniqueName()),
                    OLD_VARIABLE_VALUES,
                    Optional.empty(),
                    Optional.of(definition),
                    Optional.empty(),
                    Set.of()));
        }
    }

    /** The parser wraps what the archive throws: a damaged or unreadable file is no matter of its XML. */
    static RefusalException malformed(PartException part) throws ArchiveException {
        throwArchiveException(part);
        return new RefusalException(PlatformCode.INVALID_XML.finding(part.part()
                + " is not valid XML: " + part.reason()
                + ". Export the solution again, or ask the publisher for an undamaged package."));
    }

    private static RefusalException unreadable(IOException e, String part) throws ArchiveException {
        throwArchiveException(e);
        return new RefusalException(PlatformCode.INVALID_XML.finding(part + " can't be read: "
                + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
                + ". Export the solution again, or ask the publisher for an undamaged package."));
    }

    private static void throwArchiveException(Exception e) throws ArchiveException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArchiveException archive) {
                throw archive;
            }
        }
    }
}
