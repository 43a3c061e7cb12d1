package io.github.solutionalm.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through a package with what the JDK and an XML library give, and keeps nothing. */
final class BarePass {

    private static final String XML = "customizations.xml";

    private BarePass() {}

    /** Inflates every entry. */
    static void inflate(Path zip) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : entries(file)) {
                inflate(file, entry);
            }
        }
    }

    /** Inflates every entry, and parses {@code customizations.xml} on the way. */
    static void parse(Path zip, XMLInputFactory factory) throws IOException, XMLStreamException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : entries(file)) {
                if (entry.getName().equals(XML)) {
                    try (InputStream in = file.getInputStream(entry)) {
                        parse(factory.createXMLStreamReader(in));
                    }
                } else {
                    inflate(file, entry);
                }
            }
        }
    }

    /** As the plugin sets its own: no DTD, no namespaces, text as it comes. */
    static XMLInputFactory configured(XMLInputFactory factory) {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private static void parse(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
        reader.close();
    }

    private static void inflate(ZipFile file, ZipEntry entry) throws IOException {
        try (InputStream in = file.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static List<ZipEntry> entries(ZipFile file) {
        return file.stream().map(ZipEntry.class::cast).toList();
    }
}
