package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.util.List;
import java.util.Optional;

/** The few values of {@code solution.xml} that differ between a tree and the packages made of it. */
final class ManifestEdit {

    static final String MANAGED = "Managed";
    static final String VERSION = "Version";
    private static final String MANIFEST = "SolutionManifest";

    private ManifestEdit() {}

    static Optional<Element> value(Element document, String name) {
        return document.child(MANIFEST).flatMap(manifest -> manifest.child(name));
    }

    /** The document with another value; as it is where there is none. */
    static Element put(Element document, String name, String text) {
        Optional<Element> manifest = document.child(MANIFEST);
        Optional<Element> value = value(document, name);
        if (value.isEmpty()) {
            return document;
        }
        Element changed = value.get().with(List.of(new XmlNode.Text(text, false)));
        return document.replacing(manifest.get(), manifest.get().replacing(value.get(), changed));
    }
}
