package io.github.solutionalm;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The goals and their parameters, as Maven takes them from plugin.xml. */
final class PluginDescriptor {

    private static final String NOTHING = "–";

    private final List<Element> mojos;

    private PluginDescriptor(List<Element> mojos) {
        this.mojos = mojos;
    }

    static PluginDescriptor read() throws Exception {
        try (InputStream in = PluginDescriptor.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new PluginDescriptor(elements(
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(in)
                            .getDocumentElement(),
                    "mojo"));
        }
    }

    Set<String> goals() {
        return mojos.stream().map(mojo -> text(mojo, "goal")).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The parameters by name, each with {@code property | default | goals}; without help, which is generated. */
    TreeMap<String, String> parameters() {
        TreeMap<String, String> parameters = new TreeMap<>();
        TreeMap<String, TreeSet<String>> goals = new TreeMap<>();
        for (Element mojo : mojos) {
            String goal = text(mojo, "goal");
            if (goal.equals("help")) {
                continue;
            }
            for (Element parameter : elements(mojo, "parameter")) {
                String name = text(parameter, "name");
                goals.computeIfAbsent(name, any -> new TreeSet<>()).add(goal);
                parameters.put(name, value(elements(mojo, "configuration").get(0), name));
            }
        }
        parameters.replaceAll((name, value) -> value + " | " + String.join(", ", goals.get(name)));
        return parameters;
    }

    /** The properties that set a parameter. */
    Set<String> properties() {
        return parameters().values().stream()
                .map(value -> value.split(" ")[0])
                .filter(property -> !property.equals(NOTHING))
                .collect(Collectors.toSet());
    }

    /** The elements that stand in each element of a list, such as those of {@code <package>} in {@code packages}. */
    Set<String> elementsIn(String list) throws ClassNotFoundException {
        for (Element mojo : mojos) {
            for (Class<?> type = Class.forName(text(mojo, "implementation"));
                    type != null;
                    type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (field.getName().equals(list)) {
                        return namesOfFields((ParameterizedType) field.getGenericType());
                    }
                }
            }
        }
        throw new IllegalArgumentException(list);
    }

    private static Set<String> namesOfFields(ParameterizedType list) {
        return Arrays.stream(((Class<?>) list.getActualTypeArguments()[0]).getDeclaredFields())
                .map(Field::getName)
                .collect(Collectors.toSet());
    }

    /** {@code property | default}. */
    private static String value(Element configuration, String name) {
        Function<String, String> orNothing = text -> text.isEmpty() ? NOTHING : text;
        return elements(configuration, name).stream()
                .map(element -> orNothing.apply(element.getTextContent().replaceAll("^\\$\\{|}$", "")) + " | "
                        + orNothing.apply(element.getAttribute("default-value")))
                .findFirst()
                .orElse(NOTHING + " | " + NOTHING);
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
