package io.github.solutionalm.sourcetree;

import io.github.solutionalm.sourcetree.XmlNode.Attribute;
import io.github.solutionalm.sourcetree.XmlNode.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code [Content_Types].xml} of a package, as SolutionPackager makes it: the first file with an extension tells the type of
 * all, and each that has another type, or no extension, is listed.
 */
final class ContentTypes {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String XML = "text/xml";
    private static final String OTHER = "application/octet-stream";

    private final Map<String, String> types = new HashMap<>();
    private final List<Element> defaults = new ArrayList<>();
    private final List<Element> overrides = new ArrayList<>();

    private ContentTypes() {}

    /**
     * The document.
     *
     * @param roots the root files, then
     * @param names all others, in the order of the package
     */
    static Element of(List<String> roots, List<String> names) {
        ContentTypes types = new ContentTypes();
        roots.forEach(name -> types.add(name, XML));
        names.forEach(name -> types.add(name, OTHER));
        List<XmlNode> all = new ArrayList<>(types.defaults);
        all.addAll(types.overrides);
        return new Element("Types", List.of(new Attribute("xmlns", NAMESPACE)), all, true, 0);
    }

    private void add(String name, String type) {
        int dot = name.lastIndexOf('.');
        String extension = dot > name.lastIndexOf('/') ? name.substring(dot + 1) : "";
        if (extension.isEmpty()) {
            overrides.add(element("Override", new Attribute("PartName", "/" + name), type));
            return;
        }
        String known = types.putIfAbsent(extension, type);
        if (known == null) {
            defaults.add(element("Default", new Attribute("Extension", extension), type));
        } else if (!known.equals(type)) {
            overrides.add(element("Override", new Attribute("PartName", "/" + name), type));
        }
    }

    private static Element element(String name, Attribute what, String type) {
        return new Element(name, List.of(what, new Attribute("ContentType", type)), List.of(), true, 0);
    }
}
