package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.SolutionComponent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where each component type stands in {@code customizations.xml}, what identifies it and what it is a part of
 * (docs/platform-facts.md, "customizations.xml"): the catalogue, by example.
 */
class ComponentIdentityTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("= ([^|\\n]+) \\| ([^|\\n]+)(?: \\| ([^\\n]+))?\\n(.*)", Pattern.DOTALL);

    /** Key, display name, parent and XML of each example of {@code component-identity.txt}. */
    static Stream<Arguments> components() throws IOException {
        try (InputStream in = ComponentIdentityTest.class.getResourceAsStream("component-identity.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\\R\\R"))
                    .filter(block -> !block.startsWith("#"))
                    .map(block -> {
                        Matcher example = EXAMPLE.matcher(block.strip().replace("\r", ""));
                        assertThat(example.matches()).as(block).isTrue();
                        return arguments(
                                withIds(example.group(1)),
                                example.group(2).equals("-") ? "" : example.group(2),
                                example.group(3) == null ? "" : withIds(example.group(3)),
                                withIds(example.group(4)).replace("{aaaaaaaa", "{AAAAAAAA"));
                    });
        }
    }

    private static String withIds(String text) {
        return text.replace("ID1", "aaaaaaaa-0000-4000-8000-000000000001")
                .replace("ID2", "bbbbbbbb-0000-4000-8000-000000000002");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("components")
    void typeKeyNameAndParent(String key, String name, String parent, String xml) {
        SolutionComponent component = PackageFixture.with(xml).only(key.substring(0, key.indexOf(' ')));

        assertThat(component.key()).hasToString(key);
        assertThat(component.name()).isEqualTo(name);
        assertThat(component.parent().map(ComponentKey::toString).orElse("")).isEqualTo(parent);
        assertThat(component.definition()).isPresent();
    }

    @Test
    void everyRowOfTheCatalogueHasAnExample() throws IOException {
        Set<String> examples = components()
                .flatMap(arguments -> paths((String) arguments.get()[3]))
                .collect(Collectors.toSet());

        assertThat(examples)
                .containsAll(
                        ComponentCatalogue.ROWS.stream().map(CatalogueRow::path).toList());
    }

    /** Of each element, the names on the way to it. */
    private static Stream<String> paths(String xml) {
        Matcher tags = Pattern.compile("<(/?)(\\w+)[^>]*?(/?)>").matcher(xml);
        StringBuilder path = new StringBuilder();
        Stream.Builder<String> paths = Stream.builder();
        while (tags.find()) {
            if (tags.group(1).isEmpty()) {
                path.append('/').append(tags.group(2));
                paths.add(path.substring(1));
            }
            if (!tags.group(1).isEmpty() || !tags.group(3).isEmpty()) {
                path.setLength(path.lastIndexOf("/"));
            }
        }
        return paths.build();
    }

    @Test
    void aKeyMayComeAfterTheParts() {
        String xml =
                "<EntityMaps><EntityMap><AttributeMaps><AttributeMap><AttributeSource>a</AttributeSource><AttributeTarget>b</AttributeTarget></AttributeMap></AttributeMaps>"
                        + "<EntitySource>x</EntitySource><EntityTarget>y</EntityTarget></EntityMap></EntityMaps>";

        assertThat(PackageFixture.with(xml).only("AttributeMap").key()).isEqualTo(key("AttributeMap", "x.y.a.b"));
    }

    @Test
    void whatNothingIdentifiesIsToldApartByItsPlace() {
        List<ComponentKey> keys = PackageFixture.with(
                        "<Workflows><Workflow><A>1</A></Workflow><Workflow><A>2</A></Workflow></Workflows>")
                .keys();

        assertThat(keys).containsExactly(key("Workflow", "workflow"), key("Workflow", "workflow#2"));
    }
}
