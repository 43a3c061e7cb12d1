package io.github.solutionalm.embedded;

import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A package as another reader sees it: whole parts as trees, made by the JDK's own parser. */
final class PackageDom {

    private final Map<String, byte[]> parts = new TreeMap<>();
    private final Map<String, Optional<Document>> parsed = new HashMap<>();

    private PackageDom() {}

    static PackageDom of(Path file) throws IOException {
        PackageDom dom = new PackageDom();
        try (SolutionArchive archive = Archives.open(file, ArchiveLimits.DEFAULT)) {
            for (Entry entry : archive.entries()) {
                String name = entry.name().toLowerCase(Locale.ROOT);
                try (InputStream in = archive.open(entry)) {
                    dom.parts.put(name, name.endsWith(".xml") ? in.readAllBytes() : new byte[0]);
                }
            }
        }
        return dom;
    }

    /** Lower-case names of all files. */
    Stream<String> names() {
        return parts.keySet().stream();
    }

    boolean has(String name) {
        return parts.containsKey(name.toLowerCase(Locale.ROOT));
    }

    Document solution() {
        return parse("solution.xml").orElseThrow();
    }

    Document customizations() {
        return parse("customizations.xml").orElseThrow();
    }

    /** The root elements of the .xml files below a folder, by lower-case name of the file. */
    Map<String, Element> roots(String name) {
        Map<String, Element> roots = new TreeMap<>();
        names().filter(part -> part.matches(name))
                .forEach(part -> parse(part).ifPresent(document -> roots.put(part, document.getDocumentElement())));
        return roots;
    }

    /** Empty when the JDK's parser does not take it. */
    Optional<Document> parse(String part) {
        return parsed.computeIfAbsent(part, name -> parse(parts.get(name)));
    }

    static Optional<Document> parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // solution packages sometimes leave xsi undeclared
            factory.setNamespaceAware(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Element> elements(Document document, String name) {
        return list(document.getElementsByTagName(name));
    }

    static List<Element> children(Node parent) {
        return list(parent.getChildNodes());
    }

    private static List<Element> list(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** Every attribute value and every text of an element without children. */
    static List<String> values(Document document) {
        List<String> values = new ArrayList<>();
        for (Element element : elements(document, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                values.add(element.getAttributes().item(i).getNodeValue());
            }
            if (children(element).isEmpty()) {
                values.add(element.getTextContent());
            }
        }
        return values;
    }
}
