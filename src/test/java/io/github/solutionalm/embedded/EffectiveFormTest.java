package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentContent.Component;
import io.github.solutionalm.EnvironmentContent.Effective;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.InstalledSolution;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an environment shows of a form that several solutions customize. */
class EffectiveFormTest {

    private static final ComponentKey FORM = new ComponentKey(ComponentType.SYSTEM_FORM, PackageBuilder.id("main"));
    private static final String BASE =
            """
            <tab id="general"><columns><column><sections><section id="notes"><rows><row><cell id="text"/></row></rows></section>\
            </sections></column></columns></tab>
            """;
    private static final String ADDS =
            """
            <tab id="general" ordinalvalue="0"><columns><column id="0"><sections><section id="notes" ordinalvalue="0"><rows><row>\
            <cell id="%s" ordinalvalue="%d" solutionaction="Added"/></row></rows></section></sections></column></columns></tab>
            """;

    @TempDir
    Path temp;

    private Rehearsal rehearsal;
    private final Map<ComponentKey, String> effective = new TreeMap<>();

    @BeforeEach
    void withTheSolutionThatMadeTheForm() throws Exception {
        rehearsal = Rehearsal.in(temp);
        rehearsal.holding(form("ContosoBase", "1.0", BASE));
    }

    @Test
    void oneLayerAloneIsNothingToMerge() throws Exception {
        assertThat(listed().effective()).isEmpty();
        assertThat(effective).isEmpty();
    }

    @Test
    void theLayersOfTwoSolutionsMerge() throws Exception {
        rehearsal.holding(form("ContosoOrders", "1.0", ADDS.formatted("orders", 10_001)));
        rehearsal.holding(form("ContosoVisits", "1.0", ADDS.formatted("visits", 10_002)));

        assertThat(listed().effective()).contains(new Effective(0));
        assertThat(effective).containsOnlyKeys(FORM);
        assertThat(effective.get(FORM)).containsSubsequence("\"text\"", "\"orders\"", "\"visits\"");
    }

    @Test
    void theUnmanagedLayerMergesWithThem() throws Exception {
        rehearsal.holding(form("ContosoOrders", "1.0", ADDS.formatted("orders", 10_001)));
        rehearsal.holding(form(PackageBuilder.unmanaged("Makers", "1.0"), BASE.replace("text", "own")));

        assertThat(listed().layers()).containsExactly("ContosoBase", "ContosoOrders", "Active");
        assertThat(effective.get(FORM))
                .as("what the maker has removed is gone, what they have added is there")
                .contains("\"own\"")
                .doesNotContain("\"text\"", "\"orders\"");
    }

    @Test
    void whatTheMakerDidNotTouchFollowsTheLayersBelow() throws Exception {
        rehearsal.holding(form(PackageBuilder.unmanaged("Makers", "1.0"), BASE));
        rehearsal.holding(form("ContosoOrders", "1.0", ADDS.formatted("orders", 10_001)));
        assertThat(listed().layers()).containsExactly("ContosoBase", "ContosoOrders", "Active");
        assertThat(effective.get(FORM)).contains("\"text\"", "\"orders\"");

        rehearsal.imports(form("ContosoBase", "2.0", BASE.replace("text", "new")));
        listed();
        assertThat(effective.get(FORM)).contains("\"new\"", "\"orders\"").doesNotContain("\"text\"");
    }

    @Test
    void conflictsAreCounted() throws Exception {
        rehearsal.holding(form("ContosoOrders", "1.0", ADDS.formatted("orders", 10_001)));
        rehearsal.holding(form("ContosoVisits", "1.0", ADDS.formatted("visits", 10_001)));

        assertThat(listed().effective()).contains(new Effective(1));
    }

    @Test
    void aHoldingSolutionDoesNotClashWithTheOneThatItReplaces() throws Exception {
        rehearsal.holding(form("ContosoOrders", "1.0", ADDS.formatted("orders", 10_001)));
        rehearsal.holding(form("ContosoNext", "2.0", ADDS.formatted("visits", 10_001)));
        assertThat(listed().effective()).contains(new Effective(1));

        rehearsal.store().change(tx -> {
            InstalledSolution next = tx.solutions().find("ContosoNext").orElseThrow();
            tx.solutions().save(holding(next, "ContosoOrders"));
        });

        assertThat(listed().effective()).contains(new Effective(0));
        assertThat(effective.get(FORM)).contains("\"orders\"", "\"visits\"");
    }

    private static InstalledSolution holding(InstalledSolution solution, String replaced) {
        return new InstalledSolution(
                solution.uniqueName(),
                solution.friendlyName(),
                solution.version(),
                solution.managed(),
                solution.publisher(),
                Optional.empty(),
                Optional.of(replaced),
                solution.installedOn(),
                solution.updatedOn(),
                solution.sha256());
    }

    private Component listed() throws Exception {
        effective.clear();
        try (EmbeddedEnvironment environment = rehearsal.open()) {
            EnvironmentContent content =
                    environment.list((key, xml) -> effective.put(key, new String(xml, StandardCharsets.UTF_8)));
            assertThat(content.components())
                    .filteredOn(component -> !component.key().equals(FORM))
                    .extracting(Component::effective)
                    .allMatch(Optional::isEmpty);
            return content.components().stream()
                    .filter(component -> component.key().equals(FORM))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path form(String solution, String version, String tabs) throws Exception {
        return form(PackageBuilder.managed(solution, version), tabs);
    }

    private Path form(PackageBuilder solution, String tabs) throws Exception {
        return solution.section(
                        "Dashboards",
                        "<Dashboard><FormId>{%s}</FormId><form><tabs>%s</tabs></form></Dashboard>"
                                .formatted(FORM.key(), tabs))
                .zip(temp);
    }
}
