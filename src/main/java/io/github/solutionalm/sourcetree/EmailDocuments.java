package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts of e-mail templates, which a tree has in files of their own: {@code Templates/EmailDocuments/1033/{id}/body.xsl}. */
final class EmailDocuments {

    private static final String FOLDER = "Templates/EmailDocuments/";

    /** The elements, with the extensions of their files. */
    private static final Map<String, String> EXTENSIONS =
            Map.of("subject", ".xsl", "body", ".xsl", "subjectpresentationxml", ".xml", "presentationxml", ".xml");

    private static final NameTemplate PLACE = new NameTemplate(FOLDER + "{languagecode}/{templateid|@id}/");

    /**
     * A text in a file of its own.
     *
     * @param path in the tree
     */
    record Document(String path, String text) {}

    private EmailDocuments() {}

    static boolean isOne(String path) {
        return path.regionMatches(true, 0, FOLDER, 0, FOLDER.length());
    }

    /** The templates with the texts of their files. */
    static Element put(Element templates, TreeFiles files) throws IOException {
        List<XmlNode> all = new ArrayList<>();
        for (XmlNode child : templates.children()) {
            all.add(child instanceof Element template ? putInto(template, files) : child);
        }
        return templates.with(all);
    }

    private static Element putInto(Element template, TreeFiles files) throws IOException {
        Element complete = template;
        Optional<String> place = PLACE.of(template);
        for (Element part : template.elements()) {
            Optional<String> file = place.filter(folder -> EXTENSIONS.containsKey(part.name()))
                    .flatMap(folder -> files.find(path(folder, part)));
            if (file.isPresent()) {
                try (InputStream in = files.open(file.get())) {
                    String text = text(in);
                    complete = complete.replacing(part, part.with(List.of(new XmlNode.Text(text, false))));
                }
            }
        }
        return complete;
    }

    private static String text(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String path(String folder, Element part) {
        return folder + part.name() + EXTENSIONS.get(part.name());
    }

    /** The templates without the texts that are put into files. */
    static Element take(Element templates, List<Document> documents) {
        List<XmlNode> all = new ArrayList<>();
        for (XmlNode child : templates.children()) {
            all.add(child instanceof Element template ? takeFrom(template, documents) : child);
        }
        return templates.with(all);
    }

    private static Element takeFrom(Element template, List<Document> documents) {
        Element rest = template;
        Optional<String> place = PLACE.of(template);
        for (Element part : template.elements()) {
            if (place.isPresent()
                    && EXTENSIONS.containsKey(part.name())
                    && !part.text().isEmpty()) {
                documents.add(new Document(path(place.get(), part), part.text()));
                rest = rest.replacing(part, Element.placeholder(part.name()));
            }
        }
        return rest;
    }
}
