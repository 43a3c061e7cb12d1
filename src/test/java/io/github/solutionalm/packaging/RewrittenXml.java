package io.github.solutionalm.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;

/**
 * {@code customizations.xml} or {@code solution.xml} as a packer writes it anew: siblings whose order means nothing in another
 * order, with indentation, other line ends, empty elements in either form, escapes where they need not be, and as a solution of
 * another version introduced it.
 */
final class RewrittenXml {

    /** What packers keep in files of their own, or sort: by the element around it. */
    private static final Map<String, Set<String>> UNORDERED = Map.ofEntries(
            Map.entry("Entities", Set.of("Entity")),
            Map.entry("FormXml", Set.of("forms")),
            Map.entry("forms", Set.of("systemform")),
            Map.entry("savedqueries", Set.of("savedquery")),
            Map.entry("Visualizations", Set.of("visualization")),
            Map.entry("Roles", Set.of("Role")),
            Map.entry("Workflows", Set.of("Workflow")),
            Map.entry("EntityRelationships", Set.of("EntityRelationship")),
            Map.entry("optionsets", Set.of("optionset")),
            Map.entry("Dashboards", Set.of("Dashboard")),
            Map.entry("InteractionCentricDashboards", Set.of("InteractionCentricDashboard")),
            Map.entry("WebResources", Set.of("WebResource")),
            Map.entry("CustomControls", Set.of("CustomControl")),
            Map.entry("SolutionPluginAssemblies", Set.of("PluginAssembly")),
            Map.entry("SdkMessageProcessingSteps", Set.of("SdkMessageProcessingStep")),
            Map.entry("Reports", Set.of("Report", "ReportSignatureIdMappings")),
            Map.entry("MobileOfflineProfiles", Set.of("MobileOfflineProfile")),
            Map.entry("AppModules", Set.of("AppModule")),
            Map.entry("AppModuleSiteMaps", Set.of("AppModuleSiteMap")),
            Map.entry("AppModuleComponents", Set.of("AppModuleComponent")),
            Map.entry("CanvasApps", Set.of("CanvasApp")),
            Map.entry("Connectors", Set.of("Connector")),
            Map.entry("RootComponents", Set.of("RootComponent")),
            Map.entry("MissingDependencies", Set.of("MissingDependency")));

    private final Random random;
    private final String lineEnd;
    private final StringBuilder out = new StringBuilder();

    private RewrittenXml(Random random) {
        this.random = random;
        this.lineEnd = random.nextBoolean() ? "\r\n" : "\n";
    }

    static byte[] of(byte[] xml, Random random) {
        RewrittenXml rewritten = new RewrittenXml(random);
        if (random.nextBoolean()) {
            rewritten
                    .out
                    .append("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>")
                    .append(rewritten.lineEnd);
        }
        rewritten.element(parse(xml).getDocumentElement(), 0);
        return rewritten.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(false);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void element(Element element, int depth) {
        out.append('<').append(element.getTagName());
        attributes(element);
        List<Node> children = children(element);
        if (children.isEmpty()) {
            out.append(random.nextBoolean() ? " />" : "></" + element.getTagName() + ">");
            return;
        }
        out.append('>');
        boolean mixed = children.stream().anyMatch(Text.class::isInstance);
        for (Node child : children) {
            if (child instanceof Element inner) {
                indent(mixed, depth + 1);
                element(inner, depth + 1);
            } else {
                text(isIntroduced(element.getTagName()) ? version() : child.getNodeValue());
            }
        }
        indent(mixed, depth);
        out.append("</").append(element.getTagName()).append('>');
    }

    /** Without white space between elements, and comments; in another order where there is none. */
    private List<Node> children(Element element) {
        List<Node> all = nodes(element.getChildNodes()).stream()
                .filter(node -> node instanceof Element || node instanceof Text)
                .toList();
        boolean leaf = all.stream().noneMatch(Element.class::isInstance);
        List<Node> children = new ArrayList<>(all.stream()
                .filter(node ->
                        leaf || node instanceof Element || !node.getNodeValue().isBlank())
                .toList());
        Set<String> unordered = UNORDERED.getOrDefault(element.getTagName(), Set.of());
        if (children.stream().allMatch(child -> unordered.contains(child.getNodeName()))) {
            Collections.shuffle(children, random);
        }
        return children;
    }

    private static List<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item).toList();
    }

    private void indent(boolean mixed, int depth) {
        if (!mixed) {
            out.append(lineEnd).append("  ".repeat(depth));
        }
    }

    private void attributes(Element element) {
        NamedNodeMap map = element.getAttributes();
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            attributes.add((Attr) map.item(i));
        }
        Collections.shuffle(attributes, random);
        for (Attr attribute : attributes) {
            char quote = random.nextBoolean() ? '"' : '\'';
            out.append(' ').append(attribute.getName()).append('=').append(quote);
            escaped(isIntroduced(attribute.getName()) ? version() : attribute.getValue(), true);
            out.append(quote);
        }
    }

    private static boolean isIntroduced(String name) {
        return name.equalsIgnoreCase("IntroducedVersion");
    }

    private String version() {
        return "1." + random.nextInt(100);
    }

    private void text(String value) {
        if (random.nextInt(4) == 0 && !value.contains("]]>") && value.indexOf('\r') < 0) {
            out.append("<![CDATA[").append(value).append("]]>");
        } else {
            escaped(value, false);
        }
    }

    /** Line feeds of a text are written as the platform ends lines; those of an attribute would be lost as they are. */
    private void escaped(String value, boolean attribute) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '&' -> out.append("&amp;");
                case '>' -> out.append(attribute && random.nextBoolean() ? ">" : "&gt;");
                case '"', '\'' -> out.append(attribute || random.nextBoolean() ? "&#" + (int) c + ";" : c);
                case '\r' -> out.append("&#xD;");
                case '\n' -> out.append(attribute ? "&#xA;" : lineEnd);
                case '\t' -> out.append(attribute ? "&#x9;" : "\t");
                default -> out.append(c);
            }
        }
    }
}
