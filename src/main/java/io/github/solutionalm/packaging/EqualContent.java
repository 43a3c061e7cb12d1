package io.github.solutionalm.packaging;

import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The hash of a definition: equal for equivalent definitions, even if their bytes differ. Sets ({@link SetList})
 * have no order, JSON is compared as JSON, and line ends are normalised. Everything else keeps its order.
 */
public final class EqualContent {

    private EqualContent() {}

    /** Where stored files are. */
    @FunctionalInterface
    public interface StoredFiles {

        /** Writes the content of a file, all of it, to a stream. */
        void read(Definition.File file, OutputStream out) throws IOException;
    }

    /**
     * The hash of a definition that is stored: the same that reading its package gives.
     *
     * @param xml its canonical XML, as stored; empty if it consists of files alone
     * @param files its files; at most 4 MB of one are in memory
     * @throws IOException when the files can't be read
     */
    public static ContentHash hash(byte[] xml, List<Definition.File> files, StoredFiles stored) throws IOException {
        Map<String, ContentHash> said = new TreeMap<>();
        for (Definition.File file : files) {
            said.put(file.name(), hash(file, stored));
        }
        return together(EqualXml.hash(xml, xml.length), said);
    }

    /** The hash of canonical XML without files. */
    public static ContentHash hash(byte[] xml) {
        return EqualXml.hash(xml, xml.length);
    }

    private static ContentHash hash(Definition.File file, StoredFiles stored) throws IOException {
        if (file.size() <= EqualText.SMALL) {
            ByteArrayOutputStream content = new ByteArrayOutputStream((int) file.size());
            stored.read(file, content);
            return EqualText.hash(file.name(), content.toByteArray(), content.size());
        }
        EqualText content = new EqualText();
        stored.read(file, content);
        return content.hashes().said();
    }

    /**
     * What XML and files say together.
     *
     * @param files hashes of what the files say, by name
     */
    static ContentHash together(ContentHash xml, Map<String, ContentHash> files) {
        if (files.isEmpty()) {
            return xml;
        }
        Sha256 all = new Sha256();
        all.add(xml.bytes());
        new TreeMap<>(files).forEach((name, said) -> {
            all.add(name);
            all.add(said.bytes());
        });
        return ContentHash.of(all);
    }
}
