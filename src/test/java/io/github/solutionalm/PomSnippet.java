package io.github.solutionalm;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** A piece of a POM or of settings.xml as the pages show it, in a root of its own. */
record PomSnippet(Element root) {

    /** Not the plugin's own. */
    private static final Set<String> OF_MAVEN = Set.of("dependencies", "project", "plugin", "executions", "servers");

    /**
     * Parses a piece.
     *
     * @throws org.xml.sax.SAXException when it is not well-formed
     */
    static PomSnippet parse(String text) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler()); // throws, where the JDK's would print too
        return new PomSnippet(builder.parse(new InputSource(new StringReader("<root>" + text + "</root>")))
                .getDocumentElement());
    }

    /** Looks for names that the plugin does not have. */
    record Checker(PluginDescriptor plugin) {

        List<String> unknownIn(PomSnippet snippet) throws Exception {
            List<String> unknown = new ArrayList<>();
            for (Element element : children(snippet.root())) {
                if (!OF_MAVEN.contains(element.getTagName())) {
                    parameter(element, unknown);
                } else if (!element.getTagName().equals("servers")) {
                    maven(element, unknown);
                }
            }
            return unknown;
        }

        private void maven(Element element, List<String> unknown) throws Exception {
            for (Element child : children(element)) {
                if (child.getTagName().equals("configuration")) {
                    for (Element parameter : children(child)) {
                        parameter(parameter, unknown);
                    }
                } else if (child.getTagName().equals("goal") && !plugin.goals().contains(child.getTextContent())) {
                    unknown.add("the goal " + child.getTextContent());
                } else {
                    maven(child, unknown);
                }
            }
        }

        private void parameter(Element element, List<String> unknown) throws Exception {
            String name = element.getTagName();
            if (!plugin.parameters().containsKey(name)) {
                unknown.add("<" + name + ">");
            }
            if (name.equals("environment")) {
                inside(element, "environments", unknown);
            }
            if (name.equals("environments") || name.equals("packages")) {
                for (Element one : children(element)) {
                    inside(one, name, unknown);
                }
            }
        }

        private void inside(Element one, String list, List<String> unknown) throws ClassNotFoundException {
            Set<String> known = plugin.elementsIn(list);
            if (!list.equals(one.getTagName() + "s")) {
                unknown.add("<" + one.getTagName() + "> in <" + list + ">");
            }
            children(one).stream()
                    .map(Element::getTagName)
                    .filter(name -> !known.contains(name))
                    .forEach(name -> unknown.add("<" + name + "> in <" + one.getTagName() + ">"));
        }
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }
}
