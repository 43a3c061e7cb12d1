package io.github.solutionalm.sourcetree;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.RootComponent;
import io.github.solutionalm.model.RootCoverage;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Writes one package, or the two of one version, as a source tree. */
final class SourceUnpacker implements AutoCloseable {

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final Set<String> ROOTS =
            Set.of(SourcePacker.CUSTOMIZATIONS, SourcePacker.SOLUTION, CONTENT_TYPES.toLowerCase(Locale.ROOT));
    private static final int BYTE_ORDER_MARK = 0xEF;

    private final Path folder;
    private final UnpackOptions options;
    private final Problems problems = new Problems(true);
    /** The package that all files come from. */
    private final OpenedPackage main;
    /** The managed one of two. */
    private final Optional<OpenedPackage> managed;

    private SourceUnpacker(OpenedPackage main, Optional<OpenedPackage> managed, Path folder, UnpackOptions options) {
        this.main = main;
        this.managed = managed;
        this.folder = folder;
        this.options = options;
    }

    static SourceUnpacker of(List<Path> packages, Path folder, UnpackOptions options) throws SolutionException {
        if (packages.isEmpty() || packages.size() > 2) {
            throw refusal("A source tree is made of one package, or of the managed and the unmanaged package of one"
                    + " version. Given were " + packages.size() + ".");
        }
        OpenedPackage first = OpenedPackage.open(packages.get(0), Optional.empty());
        if (packages.size() == 1) {
            return new SourceUnpacker(first, Optional.empty(), folder, options);
        }
        OpenedPackage second;
        try {
            second = OpenedPackage.open(packages.get(1), Optional.empty());
        } catch (SolutionException e) {
            first.close();
            throw e;
        }
        boolean firstManaged = first.manifest().managed();
        return new SourceUnpacker(
                firstManaged ? second : first, Optional.of(firstManaged ? first : second), folder, options);
    }

    private static RefusalException refusal(String what) {
        return new RefusalException(Finding.withoutCode(what));
    }

    UnpackedTree unpack() throws SolutionException {
        try {
            requirePair();
            warnOfAbsent();
            Optional<TreeFiles> before = before();
            try (TreeDraft draft = new TreeDraft(lineEnd(before), problems)) {
                write(draft, before);
                problems.refuse();
                return new TreeUpdate(folder, before, options).by(draft, problems.warnings());
            }
        } catch (XMLStreamException e) {
            throw refusal(main.file().file() + ": customizations.xml is not valid XML: " + e.getMessage());
        } catch (IOException e) {
            throw new SolutionException(
                    "Unpacking " + main.file().file() + " into " + folder + " failed: " + e.getMessage(), e);
        }
    }

    private void requirePair() throws RefusalException {
        if (managed.isEmpty()) {
            return;
        }
        SolutionManifest one = main.manifest();
        SolutionManifest two = managed.get().manifest();
        boolean same = one.uniqueName().equalsIgnoreCase(two.uniqueName())
                && one.version().equals(two.version());
        if (!same || one.managed() == two.managed()) {
            throw refusal(
                    "The two packages don't belong together: " + described(main) + ", and " + described(managed.get())
                            + ". Give the managed and the unmanaged package of one solution and version.");
        }
    }

    private static String described(OpenedPackage opened) {
        SolutionManifest manifest = opened.manifest();
        return opened.file().file() + " is " + manifest.uniqueName() + " " + manifest.version()
                + (manifest.managed() ? ", managed" : ", unmanaged");
    }

    /** Reads all of the package, as an import does: what can't be read makes no tree. */
    private void warnOfAbsent() throws SolutionException {
        List<RootComponent> absent = new RootCoverage(main.outline()).absent();
        if (!absent.isEmpty()) {
            problems.warning(
                    Layout.SOLUTION,
                    "The package lists components that it does not have: " + absent.size() + ", such as "
                            + absent.get(0).type() + " " + absent.get(0).label()
                            + ". The tree lacks them too, and solution:pack refuses it unless uncovered is 'warn'.");
        }
    }

    /** The tree that is there; a folder with something else is refused, since that would become a part of the solution. */
    private Optional<TreeFiles> before() throws IOException, SolutionException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        if (!SourceTree.is(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                Optional<Path> other = children.filter(Files::isDirectory)
                        .filter(child -> !child.getFileName().toString().startsWith("."))
                        .findFirst();
                if (other.isPresent()) {
                    throw refusal("The folder " + folder + " is no source tree, and it is not empty: it has "
                            + other.get().getFileName()
                            + ". What is in it would become a part of the solution. Choose another folder with"
                            + " sourceDirectory.");
                }
            }
            return Optional.of(TreeFiles.of(folder, new Problems(true)));
        }
        SourceTree tree = SourceTree.open(folder);
        requireSameSolution(tree);
        return Optional.of(TreeFiles.of(folder, new Problems(true)));
    }

    private void requireSameSolution(SourceTree tree) throws RefusalException {
        if (!tree.manifest().uniqueName().equalsIgnoreCase(main.manifest().uniqueName())) {
            throw refusal("The tree " + folder + " has the solution "
                    + tree.manifest().uniqueName()
                    + ", and the package " + main.file().file() + " has "
                    + main.manifest().uniqueName() + ". Choose another folder with sourceDirectory.");
        }
        if (tree.type() == TreeType.BOTH && managed.isEmpty()) {
            throw refusal("The tree " + folder + " has the sources of both packages, managed and unmanaged, and "
                    + main.file().file()
                    + " is only one of them. Give both packages, separated by a comma, or unpack into another folder.");
        }
        if (tree.type() != TreeType.BOTH && managed.isPresent()) {
            problems.warning(Layout.SOLUTION, "The tree had the sources of one package. Now it has those of both.");
        } else if (managed.isEmpty() && !tree.type().holds(main.manifest().managed())) {
            throw refusal("The tree " + folder + " has the sources of "
                    + (main.manifest().managed() ? "an unmanaged" : "a managed") + " package, and "
                    + main.file().file() + " is " + (main.manifest().managed() ? "managed" : "unmanaged")
                    + ". Give both packages, separated by a comma, or unpack into another folder.");
        }
    }

    private String lineEnd(Optional<TreeFiles> before) throws IOException {
        return switch (options.lineEndings()) {
            case LF -> "\n";
            case CRLF -> "\r\n";
            case AUTO -> {
                Optional<String> there = before.flatMap(files -> files.find(Layout.SOLUTION));
                if (there.isEmpty()) {
                    yield System.lineSeparator();
                }
                byte[] bytes = Files.readAllBytes(before.get().source(there.get()));
                yield new String(bytes, StandardCharsets.ISO_8859_1).contains("\r\n") ? "\r\n" : "\n";
            }
        };
    }

    private void write(TreeDraft draft, Optional<TreeFiles> before) throws IOException, XMLStreamException {
        UnorderedLists lists = new UnorderedLists(isExported(), before);
        CustomizationsSplit split = new CustomizationsSplit(draft, false, lists);
        SolutionArchive archive = main.archive();
        try (InputStream in =
                archive.open(archive.find(SourcePacker.CUSTOMIZATIONS).orElseThrow())) {
            split.read(in);
        }
        draft.document(Layout.SOLUTION, lists.inOrder(Layout.SOLUTION, manifest(before)));
        for (SolutionArchive.Entry entry : archive.entries()) {
            if (!ROOTS.contains(entry.name().toLowerCase(Locale.ROOT))) {
                try (InputStream in = archive.open(entry)) {
                    draft.copy(split.place(entry.name()), in);
                }
            }
        }
        if (managed.isPresent()) {
            SolutionArchive twins = managed.get().archive();
            try (InputStream in =
                    twins.open(twins.find(SourcePacker.CUSTOMIZATIONS).orElseThrow())) {
                new CustomizationsSplit(draft, true, lists).read(in);
            }
        }
    }

    /** Environments write neither a byte order mark nor a declaration, packers write both. */
    private boolean isExported() throws IOException {
        SolutionArchive archive = main.archive();
        try (InputStream in = archive.open(archive.find(SourcePacker.SOLUTION).orElseThrow())) {
            return in.read() != BYTE_ORDER_MARK;
        }
    }

    private Element manifest(Optional<TreeFiles> before) throws IOException, XMLStreamException {
        SolutionArchive archive = main.archive();
        Element document;
        try (InputStream in = archive.open(archive.find(SourcePacker.SOLUTION).orElseThrow())) {
            document = XmlInput.document(in);
        }
        if (managed.isPresent()) {
            document = ManifestEdit.put(document, ManifestEdit.MANAGED, "2");
        }
        Optional<String> there = before.flatMap(files -> files.find(Layout.SOLUTION));
        if (options.keepVersion() && there.isPresent()) {
            Optional<String> version = before.get()
                    .document(there.get())
                    .flatMap(old -> ManifestEdit.value(old, ManifestEdit.VERSION))
                    .map(Element::text);
            return version.isPresent() ? ManifestEdit.put(document, ManifestEdit.VERSION, version.get()) : document;
        }
        return document;
    }

    @Override
    public void close() throws SolutionException {
        try {
            main.close();
        } finally {
            if (managed.isPresent()) {
                managed.get().close();
            }
        }
    }
}
