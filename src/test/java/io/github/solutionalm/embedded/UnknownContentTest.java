package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Doubt;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An environment that has layers which nobody has read plans, imports and lists them as layers. */
class UnknownContentTest {

    private static final ComponentKey FORM = new ComponentKey(ComponentType.SYSTEM_FORM, id("main"));

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void aFormOfTwoSolutions() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(form(managed("Base", "1.0"), "fax"), form(managed("Partner", "1.0"), "mail"));
    }

    @Test
    void anUpgradeOfWhatMayBeTheSameReplacesItAndThenItIsKnown() throws Exception {
        forget("Partner");
        Path next = form(managed("Partner", "2.0"), "mail");

        assertThat(planned(next).change()).isEqualTo(Change.CHANGE);
        assertThat(planned(next).doubts()).containsExactly(Doubt.MAY_BE_UNCHANGED);
        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(Shown.of(rehearsal, FORM)).contains("\"fax\"", "\"mail\"");
        assertThat(planned(form(managed("Partner", "3.0"), "mail")).change()).isEqualTo(Change.UNCHANGED);
    }

    @Test
    void aChangeUnderItCountsAsHidden() throws Exception {
        forget("Partner");

        assertThat(planned(form(managed("Base", "2.0"), "telefax")).hiddenBy()).contains("Partner");
        assertThat(planned(form(managed("Base", "2.0"), "telefax")).doubts()).containsExactly(Doubt.MAY_SHOW);
    }

    /** What lies below is not known, so nobody can say what the user changed of it. */
    @Test
    void aCustomizationOverItCountsAsTheUsersOwnInFull() throws Exception {
        forget("Base");
        rehearsal.holding(form(unmanaged("Mine", "1.0"), "fax", "mail"));
        rehearsal.imports(form(managed("Base", "2.0"), "telefax"));

        assertThat(Shown.of(rehearsal, FORM)).contains("\"telefax\"", "\"mail\"", "\"fax\"");
    }

    @Test
    void whatShowsIsNotListedAsIfItWereKnown() throws Exception {
        assertThat(merged()).containsExactly(FORM);

        forget("Base");

        assertThat(merged()).isEmpty();
        assertThat(rehearsal.layers(FORM.type(), FORM.key())).containsExactly("Base", "Partner");
        assertThat(Shown.of(rehearsal, FORM)).isEmpty();
    }

    @Test
    void aDeletionIsPlannedAndCarriedOutInDoubt() throws Exception {
        rehearsal.holding(
                managed("Old", "1.0").webResource("contoso_/a.js", "a").zip(folder));
        forget("Partner");
        Path next = managed("Old", "2.0").webResource("contoso_/b.js", "b").zip(folder);

        ComponentChange deletion = rehearsal.plans(options(), next).get(0).changes().stream()
                .filter(change -> change.change() == Change.DELETE)
                .findFirst()
                .orElseThrow();

        assertThat(deletion.doubts()).containsExactly(Doubt.MAY_BE_BLOCKED);
        assertThat(rehearsal.imports(next).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    private ComponentChange planned(Path next) throws Exception {
        return rehearsal.plans(options(), next).get(0).changes().stream()
                .filter(change -> change.key().equals(FORM))
                .findFirst()
                .orElseThrow();
    }

    /** What merged of the layers, as the environment lists it. */
    private List<ComponentKey> merged() throws Exception {
        List<ComponentKey> merged = new ArrayList<>();
        try (EmbeddedEnvironment environment = rehearsal.open()) {
            EnvironmentContent content = environment.list((key, definition) -> merged.add(key));
            assertThat(content.components())
                    .filteredOn(component -> component.effective().isPresent())
                    .extracting(EnvironmentContent.Component::key)
                    .isEqualTo(merged);
        }
        return merged;
    }

    /** As if the environment had been told of the solution's layers, and not of what they say. */
    private void forget(String solution) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + rehearsal.file());
                PreparedStatement statement = connection.prepareStatement("UPDATE layer SET definition = NULL"
                        + " WHERE owner = (SELECT id FROM solution WHERE unique_name = ?)")) {
            statement.setString(1, solution);
            statement.executeUpdate();
        }
    }

    private Path form(PackageBuilder solution, String... cells) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (String cell : cells) {
            rows.append("<cell id=\"%s\"/>".formatted(cell));
        }
        return solution.section(
                        "Dashboards",
                        """
                        <Dashboard><FormId>{%s}</FormId><form><tabs><tab id="t"><columns><column><sections><section id="s">\
                        <rows><row>%s</row></rows></section></sections></column></columns></tab></tabs></form></Dashboard>
                        """
                                .formatted(FORM.key(), rows))
                .zip(folder);
    }
}
