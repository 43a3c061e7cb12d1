package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.ReadListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Whatever {@code customizations.xml} of a real package ({@code -Dsolution.corpus}) says is said by the definition of a
 * component, or is one of the few things that are known to be no content. Both sides are read with the JDK's parser.
 */
class NothingIsLostTest {

    /** Known to say nothing of their own. */
    private static final Set<String> NO_CONTENT = Set.of(
            // read, and no component
            "Languages/Language",
            // a lookup that is among the columns of its table too counts there
            "EntityRelationships/EntityRelationship/field/@name",
            "EntityRelationships/EntityRelationship/field/@lookuptypes",
            // the kind of forms where there are none
            "Entities/Entity/FormXml/forms/@type",
            // which table it is, of those that are there for their parts
            "Entities/Entity/Name",
            "Entities/Entity/Name/@LocalizedName",
            "Entities/Entity/Name/@OriginalName",
            "Entities/Entity/ObjectTypeCode",
            "Entities/Entity/EntityInfo/entity/@Name",
            "Entities/Entity/RibbonDiffXml/Templates/RibbonTemplates/@Id");

    static Stream<Path> packages() throws IOException {
        return Stream.concat(
                        Oracles.files("solution.corpus", "../shared/corpus", ".zip"),
                        Oracles.files("solution.corpus", "../shared/corpus", ".cab"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyValueIsInADefinition(Path file) throws Exception {
        Oracles.assumePresent(file);
        Definitions definitions = new Definitions();
        SolutionPackage solution;
        try (OpenedPackage opened = OpenedPackage.open(file, Optional.empty())) {
            solution = opened.read(definitions, ReadListener.NONE);
        } catch (RefusalException refused) {
            return;
        }
        Set<String> kept = new HashSet<>();
        definitions.of(solution).forEach(xml -> values(xml.getDocumentElement(), "")
                .forEach(value -> kept.add(value.inElement())));

        Set<String> lost = values(PackageDom.of(file).customizations().getDocumentElement(), "").stream()
                .filter(value -> !NO_CONTENT.contains(value.path()))
                .filter(value -> !kept.contains(value.inElement()))
                .map(Value::path)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(lost).isEmpty();
        assertThat(solution.unreadElements()).isEmpty();
    }

    /**
     * A text or an attribute, whose line breaks parsers read as spaces.
     *
     * @param path element names from below the root, with the attribute's
     * @param element the name of its element
     */
    private record Value(String path, String element, String text) {

        /** How it is found again, wherever its element stands. */
        String inElement() {
            return element + path.substring(path.lastIndexOf('/') + 1) + "=" + text.replaceAll("\\s+", " ");
        }
    }

    /** All below an element but what is marked as unmodified, which an import passes over. */
    private static List<Value> values(Element element, String path) {
        List<Value> values = new ArrayList<>();
        String name = element.getTagName();
        boolean isRoot = name.equals("ImportExportXml");
        if (element.getAttribute("unmodified").equals("1")) {
            return values;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength() && !isRoot; i++) {
            values.add(new Value(
                    path + "/@" + attributes.item(i).getNodeName(),
                    name,
                    attributes.item(i).getNodeValue()));
        }
        List<Element> children = PackageDom.children(element);
        if (children.isEmpty() && !element.getTextContent().isBlank()) {
            values.add(new Value(path, name, element.getTextContent()));
        }
        for (Element child : children) {
            values.addAll(values(child, isRoot ? child.getTagName() : path + "/" + child.getTagName()));
        }
        return values;
    }

    /** Keeps the definitions of a package, as its other reader sees them. */
    private static final class Definitions implements ContentSink {
        private final Map<ContentHash, byte[]> contents = new HashMap<>();

        List<Document> of(SolutionPackage solution) {
            return solution.components().stream()
                    .flatMap(component -> component.definition().stream())
                    .map(definition -> contents.get(definition.xml()))
                    .filter(xml -> xml != null && xml.length > 0)
                    .map(xml -> PackageDom.parse(xml).orElseThrow())
                    .toList();
        }

        @Override
        public boolean wants(ContentHash hash) {
            return !contents.containsKey(hash);
        }

        @Override
        public void accept(ContentHash hash, byte[] bytes, int length) {
            contents.put(hash, Arrays.copyOf(bytes, length));
        }

        /** Large files are no definitions. */
        @Override
        public void accept(ContentHash hash, long size, InputStream content) {
            contents.put(hash, new byte[0]);
        }
    }
}
