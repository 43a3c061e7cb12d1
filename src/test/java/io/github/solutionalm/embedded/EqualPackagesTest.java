package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of what is already installed, as another day's export has it, plans no change; what says something else does. */
class EqualPackagesTest {

    private static final Path ORDERS = Rehearsal.fixture("ContosoOrders_1_0_0_0_managed");
    private static final String FLOW = "Workflows/Sendordertotheorderservice-DDDE4389-7D82-F011-B4CB-7C1E52A0B8D4.json";

    @TempDir
    Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void isInstalled() throws SolutionException {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(Rehearsal.fixture("ContosoBase_1_0_0_0_managed"), ORDERS);
    }

    @Test
    void theSameInAnotherOrderAndWithOtherLineEnds() throws Exception {
        Path other = copy();
        edit(other, "customizations.xml", xml -> reversed(xml, "AppModuleComponents"));
        edit(other, FLOW, json -> json.replace("\r\n", "\n").replace("\n", "\r\n"));

        assertThat(changed(other)).isEmpty();
        assertThat(rehearsal
                        .imports(other, options().sameVersion(SameVersion.IMPORT))
                        .components())
                .isNotEmpty()
                .allMatch(component -> component.change() == Change.UNCHANGED);
    }

    @Test
    void theMembersOfAFlowInAnotherOrder() throws Exception {
        Path other = copy();
        edit(other, FLOW, json -> {
            Matcher member =
                    Pattern.compile("(\"schemaVersion\": *\"[^\"]*\"),?").matcher(json);
            assertThat(member.find()).isTrue();
            String without = json.substring(0, member.start()) + json.substring(member.end());
            return without.replaceFirst("\\{", Matcher.quoteReplacement("{" + member.group(1) + ","))
                    .replaceFirst(",(\\s*})", "$1");
        });

        assertThat(Files.readString(other.resolve(FLOW))).isNotEqualTo(Files.readString(ORDERS.resolve(FLOW)));
        assertThat(changed(other)).isEmpty();
    }

    @Test
    void libraries() throws Exception {
        Path other = copy();
        String two =
                "<formLibraries><Library name=\"contoso_/a.js\"/><Library name=\"contoso_/b.js\"/></formLibraries>";
        edit(other, "customizations.xml", xml -> withLibraries(xml, two));
        rehearsal.imports(other, options().sameVersion(SameVersion.IMPORT));
        assertThat(changed(other)).isEmpty();

        edit(other, "customizations.xml", xml -> reversed(xml, "formLibraries"));

        assertThat(changed(other)).extracting(ComponentKey::type).containsExactly(ComponentType.SYSTEM_FORM);
    }

    @Test
    void actionsOfARibbon() throws Exception {
        Path other = copy();
        String two = "<CustomActions><CustomAction Id=\"a\" Location=\"x\" Sequence=\"1\"></CustomAction>"
                + "<CustomAction Id=\"b\" Location=\"x\" Sequence=\"1\"></CustomAction></CustomActions>";
        edit(
                other,
                "customizations.xml",
                xml -> xml.replaceFirst(
                        "(?s)<CustomActions\\s*/>|<CustomActions>.*?</CustomActions>", Matcher.quoteReplacement(two)));
        rehearsal.imports(other, options().sameVersion(SameVersion.IMPORT));
        assertThat(changed(other)).isEmpty();

        edit(other, "customizations.xml", xml -> reversed(xml, "CustomActions"));

        assertThat(changed(other)).extracting(ComponentKey::type).containsExactly(ComponentType.RIBBON_CUSTOMIZATION);
    }

    private List<ComponentKey> changed(Path solution) throws SolutionException {
        PlanResult plan = rehearsal
                .plans(options().sameVersion(SameVersion.IMPORT), solution)
                .get(0);
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.changes()).isNotEmpty();
        return plan.changes().stream()
                .filter(change -> change.change() != Change.UNCHANGED)
                .map(ComponentChange::key)
                .toList();
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> files = Files.walk(ORDERS)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(ORDERS.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static void edit(Path solution, String part, UnaryOperator<String> edit) throws IOException {
        String before = Files.readString(solution.resolve(part));
        String after = edit.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(solution.resolve(part), after);
    }

    private static String withLibraries(String xml, String libraries) {
        return xml.contains("<formLibraries>")
                ? xml.replaceFirst("(?s)<formLibraries>.*?</formLibraries>", libraries)
                : xml.replaceFirst("</form>", libraries + "</form>");
    }

    /** The children of the first such list in reverse. */
    private static String reversed(String xml, String list) {
        Matcher found =
                Pattern.compile("(?s)<" + list + ">(.*?)</" + list + ">").matcher(xml);
        assertThat(found.find()).isTrue();
        List<String> children = new ArrayList<>(List.of(found.group(1).strip().split("(?<=>)\\s*(?=<[^/])")));
        Collections.reverse(children);
        return xml.substring(0, found.start(1)) + String.join("\n", children) + xml.substring(found.end(1));
    }
}
