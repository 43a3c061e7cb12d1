package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PlatformCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Whether a refusal is right: what it says is looked up in the package's own XML, with the JDK's parser. */
final class IndependentReason {

    private final Path file;
    private final ImportResult result;
    private PackageDom dom;

    private IndependentReason(Path file, ImportResult result) {
        this.file = file;
        this.result = result;
    }

    static void confirm(Path file, ImportResult result) throws IOException {
        IndependentReason reason = new IndependentReason(file, result);
        for (Finding error : result.errors()) {
            reason.confirm(error);
        }
    }

    private void confirm(Finding error) throws IOException {
        PlatformCode code = Arrays.stream(PlatformCode.values())
                .filter(known -> known.code().equals(error.code()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no code of the platform: " + error));
        switch (code) {
            case BAD_ZIP_FILE -> lacksRootFiles();
            case INVALID_XML -> isNotParsed();
            case PATCH_MISSING_BASE ->
                assertThat(PackageDom.elements(dom().solution(), "ParentUniqueName"))
                        .isNotEmpty();
            case MISSING_ROOT_COMPONENT -> isNowhere(error.component().orElseThrow());
            case MISSING_DEPENDENCIES -> areDeclaredAndNotHere();
            case INVALID_DEPENDENCY -> isNamedAndNotHere(error.component().orElseThrow());
            default -> fail("an unexpected reason: " + error);
        }
    }

    private PackageDom dom() throws IOException {
        if (dom == null) {
            dom = PackageDom.of(file);
        }
        return dom;
    }

    private void lacksRootFiles() throws IOException {
        try {
            PackageDom parts = dom();
            assertThat(Stream.of("solution.xml", "customizations.xml", "[Content_Types].xml"))
                    .anyMatch(part -> !parts.has(part));
        } catch (ArchiveException noArchive) {
            assertThat(result.manifest()).isEmpty();
        }
    }

    private void isNotParsed() throws IOException {
        PackageDom parts = dom();
        assertThat(Stream.of("solution.xml", "customizations.xml"))
                .anyMatch(part -> parts.parse(part).isEmpty());
    }

    /** Neither its id nor its name is an attribute or a text, nor the name of a folder. */
    private void isNowhere(ComponentKey key) throws IOException {
        PackageDom dom = dom();
        Set<String> names = rootNames(dom, key);
        assertThat(names).isNotEmpty();
        assertThat(normal(PackageDom.values(dom.customizations()))).doesNotContainAnyElementsOf(names);
        assertThat(dom.names().filter(name -> Arrays.stream(name.split("/")).anyMatch(names::contains)))
                .isEmpty();
    }

    /** The id and the schema name of the root component that has the key. */
    private static Set<String> rootNames(PackageDom dom, ComponentKey key) {
        return PackageDom.elements(dom.solution(), "RootComponent").stream()
                .map(root -> normal(List.of(root.getAttribute("id"), root.getAttribute("schemaName"))))
                .filter(names -> names.contains(key.key()))
                .findFirst()
                .orElse(Set.of());
    }

    private void areDeclaredAndNotHere() throws IOException {
        PackageDom dom = dom();
        List<Set<String>> declared = PackageDom.elements(dom.solution(), "Required").stream()
                .map(IndependentReason::attributes)
                .toList();
        assertThat(result.missingDependencies()).isNotEmpty();
        for (MissingDependency missing : result.missingDependencies()) {
            String name = missing.required().key().key();
            String last = name.substring(name.lastIndexOf('.') + 1);
            assertThat(declared)
                    .as("declared: %s", missing.required())
                    .anyMatch(names -> names.contains(name)
                            || names.contains(last)
                            || Stream.of(name.split(","))
                                    .map(column -> column.replaceAll(".*=", ""))
                                    .allMatch(names::contains));
            assertThat(identities(dom, missing.required().type().name()))
                    .as("absent: %s", missing.required())
                    .doesNotContain(name);
        }
    }

    /** Some text of the package has the name, and no component of the package bears it. */
    private void isNamedAndNotHere(ComponentKey key) throws IOException {
        PackageDom dom = dom();
        assertThat(PackageDom.values(dom.customizations()))
                .as("named: %s", key)
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(key.key()));
        assertThat(identities(dom, key.type().name())).as("absent: %s", key).doesNotContain(key.key());
    }

    private static Set<String> attributes(Element element) {
        return normal(
                java.util.stream.IntStream.range(0, element.getAttributes().getLength())
                        .mapToObj(i -> element.getAttributes().item(i).getNodeValue())
                        .toList());
    }

    /** What the package itself brings of the types that packages miss most. */
    private static Set<String> identities(PackageDom dom, String type) {
        return normal(
                switch (type) {
                    case "Entity" ->
                        PackageDom.elements(dom.customizations(), "entity").stream()
                                .filter(table ->
                                        !table.getAttribute("unmodified").equals("1"))
                                .filter(table -> PackageDom.children(table).stream()
                                        .anyMatch(child -> !child.getTagName().matches("attributes|EntityKeys")))
                                .map(table -> table.getAttribute("Name"))
                                .toList();
                    case "Attribute" ->
                        Stream.concat(columns(dom), lookups(dom)).toList();
                    case "WebResource" -> texts(dom, "WebResource", "Name");
                    case "SystemForm" -> texts(dom, "systemform", "formid");
                    case "SavedQuery" -> texts(dom, "savedquery", "savedqueryid");
                    case "Workflow" ->
                        PackageDom.elements(dom.customizations(), "Workflow").stream()
                                .map(workflow -> workflow.getAttribute("WorkflowId"))
                                .toList();
                    case "connectionreference" ->
                        PackageDom.elements(dom.customizations(), "connectionreference").stream()
                                .map(reference -> reference.getAttribute("connectionreferencelogicalname"))
                                .toList();
                    default -> List.of();
                });
    }

    private static Stream<String> columns(PackageDom dom) {
        return PackageDom.elements(dom.customizations(), "attribute").stream()
                .filter(column -> column.getParentNode().getNodeName().equals("attributes"))
                .filter(column -> !column.getAttribute("unmodified").equals("1"))
                .map(column -> ((Element) column.getParentNode().getParentNode()).getAttribute("Name") + "."
                        + column.getAttribute("PhysicalName"));
    }

    /** Those that exports of CRM 2011 and 2013 define with their relationships. */
    private static Stream<String> lookups(PackageDom dom) {
        return PackageDom.elements(dom.customizations(), "field").stream()
                .filter(field -> field.getParentNode().getNodeName().equals("EntityRelationship"))
                .flatMap(field -> PackageDom.children(field.getParentNode()).stream()
                        .filter(each -> each.getTagName().equals("ReferencingEntityName"))
                        .map(table -> table.getTextContent() + "." + field.getAttribute("name")));
    }

    private static List<String> texts(PackageDom dom, String element, String child) {
        return PackageDom.elements(dom.customizations(), element).stream()
                .filter(each -> !each.getAttribute("unmodified").equals("1"))
                .flatMap(each -> PackageDom.children(each).stream())
                .filter(each -> each.getTagName().equals(child))
                .map(Element::getTextContent)
                .toList();
    }

    private static Set<String> normal(List<String> names) {
        return names.stream()
                .map(ComponentKey::normalize)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }
}
