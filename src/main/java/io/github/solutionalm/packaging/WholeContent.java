package io.github.solutionalm.packaging;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * The hash of all that a package says, its {@code contentSha256}: of names and contents of all files, in the order of their
 * names. Two packages with the same have the same components, which say the same ({@link EqualContent}), and the same
 * manifest; format, order, compression and times of the archive do not count, nor does the layout of XML and JSON
 * (docs/packages.md, "The hash of the content").
 *
 * <p>{@code [Content_Types].xml} is left out: it tells media types of the other files, and each tool writes other ones.
 */
final class WholeContent {

    private final SolutionArchive archive;
    private final PackageContents files;

    private WholeContent(SolutionArchive archive) {
        this.archive = archive;
        this.files = new PackageContents(archive, ContentSink.NONE);
    }

    /**
     * Reads the whole package.
     *
     * @return 64 hexadecimal digits
     * @throws RefusalException when XML in it is malformed
     * @throws ArchiveException when it can't be read, or exceeds a limit
     */
    static String sha256(SolutionArchive archive) throws IOException, RefusalException {
        WholeContent content = new WholeContent(archive);
        Map<String, ContentHash> hashes = new TreeMap<>();
        for (Entry entry : archive.entries()) {
            String name = root(entry.name()).orElse(entry.name());
            if (!name.equals(RootFiles.CONTENT_TYPES)) {
                hashes.put(name, content.hash(entry, name));
            }
        }
        Sha256 all = new Sha256();
        hashes.forEach((name, hash) -> {
            all.add(name);
            all.add(new byte[] {0});
            all.add(hash.bytes());
        });
        return all.hex();
    }

    /** The name of a root file as packages have it; it may be written in any case. */
    private static Optional<String> root(String name) {
        return RootFiles.NAMES.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    private ContentHash hash(Entry entry, String name) throws IOException, RefusalException {
        if (name.equals(RootFiles.CUSTOMIZATIONS)) {
            return xml(entry, Optional.of(CataloguePath.ROOT));
        }
        return name.equals(RootFiles.SOLUTION) || ComponentFolders.isXml(entry)
                ? xml(entry, Optional.empty())
                : files.said(entry);
    }

    private ContentHash xml(Entry entry, Optional<CataloguePath> catalogue) throws IOException, RefusalException {
        try (InputStream in = archive.open(entry)) {
            ContentHash hash = new WholeXml(in, catalogue).hash();
            in.transferTo(OutputStream.nullOutputStream());
            return hash;
        } catch (OverLimit e) {
            throw new OverLimit(e.getMessage() + ", in " + entry.name());
        } catch (XMLStreamException e) {
            throw PackageReader.malformed(new PartException(entry.name(), e));
        }
    }
}
