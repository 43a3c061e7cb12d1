package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A parameter of several goals has the same property, type, default and explanation in all of them. */
class SharedParametersTest {

    /** Goals that only look into packages take no order and no action; one that unpacks takes one package. */
    private static final Map<String, Set<String>> OTHERWISE_THERE = Map.of(
            "inspect",
            Set.of("packages"),
            "settings",
            Set.of("packages"),
            "check-dependencies",
            Set.of("packages"),
            "unpack",
            Set.of("file", "artifact"));

    @Test
    void theSameParameterIsTheSameInEveryGoal() throws Exception {
        TreeMap<String, Set<String>> parameters = new TreeMap<>();
        for (Element mojo : elements(plugin(), "mojo")) {
            String goal = text(mojo, "goal");
            for (Element parameter : elements(mojo, "parameter")) {
                String name = text(parameter, "name");
                if (!goal.equals("help")
                        && !OTHERWISE_THERE.getOrDefault(goal, Set.of()).contains(name)) {
                    parameters
                            .computeIfAbsent(name, any -> new TreeSet<>())
                            .add(text(parameter, "type") + " " + configured(mojo, name) + " "
                                    + text(parameter, "description"));
                }
            }
        }

        assertThat(parameters)
                .isNotEmpty()
                .allSatisfy((name, variants) -> assertThat(variants).as(name).hasSize(1));
    }

    private static String configured(Element mojo, String name) {
        return elements(elements(mojo, "configuration").get(0), name).stream()
                .map(element -> element.getTextContent() + "=" + element.getAttribute("default-value"))
                .findFirst()
                .orElse("");
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).get(0).getTextContent();
    }

    private static Element plugin() throws Exception {
        try (InputStream in = SharedParametersTest.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(in)
                    .getDocumentElement();
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
