package io.github.solutionalm.embedded;

import static io.github.solutionalm.embedded.PackageBuilder.id;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.EnvironmentSnapshot.Looks;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.What;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan on what was captured knows what nobody asked the environment. */
class CapturedLooksTest {

    private static final ComponentKey COLUMN = attribute("contoso_order.contoso_total");
    private static final ComponentKey VIEW = new ComponentKey(ComponentType.SAVED_QUERY, id("View"));

    private static final ComponentKey EMPTY = attribute("contoso_order.contoso_empty");

    private static final List<ComponentKey> BOTH = List.of(COLUMN, VIEW);

    @TempDir
    private Path folder;

    private Rehearsal snapshot;

    @BeforeEach
    void aCaptureThatAskedForOneTypeAndOneTable() throws Exception {
        Rehearsal original = Rehearsal.in(folder);
        original.holding(managed("Orders", "1.0")
                .column("contoso_order", "contoso_total", "Total")
                .view("contoso_order", "View", "contoso_total")
                .zip(folder));
        EnvironmentSnapshot everything = Captures.of(original);
        Looks looks = new Looks(
                Set.of("Role", "WebResource"),
                Set.of("contoso_invoice"),
                Set.of(COLUMN),
                Set.of(VIEW),
                Map.of(COLUMN, DataAtRisk.counted(What.VALUES, 12), EMPTY, DataAtRisk.counted(What.VALUES, 0)),
                List.of());
        snapshot = Rehearsal.at(folder.resolve("snapshot.db"));
        SnapshotFile.write(Captures.with(looks, everything), snapshot.file(), Rehearsal.CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        // what is there
        "Attribute, contoso_order.contoso_total, false",
        "Entity, contoso_order, false",
        // types that are listed whole
        "WebResource, contoso_/other.js, false",
        // parts of a table that was asked for; the table itself is told by its type
        "Attribute, contoso_invoice.contoso_total, false",
        "EntityKey, contoso_invoice.contoso_key, false",
        "DisplayString, contoso_invoice.contoso_text, false",
        "RibbonCustomization, contoso_invoice:ribbondiffxml, false",
        "Entity, contoso_invoice, true",
        // an id, since all ids are listed
        "SavedQuery, 2bfc1a4d-0f3a-ee11-bdf4-000d3a4b5c6d, false",
        // all else that is known by its name
        "Attribute, contoso_order.contoso_other, true",
        "RibbonCustomization, contoso_order:ribbondiffxml, true",
        "RibbonCustomization, :ribbondiffxml, true",
        "Entity, contoso_other, true",
        "EntityRelationship, contoso_invoice.contoso_order, true",
        "OptionSet, contoso_invoice, true"
    })
    void whatTheEnvironmentMayHoldThatNobodyAskedFor(String type, String key, boolean may) {
        assertThat(see(snapshot, view -> {
                    ComponentKey component = new ComponentKey(ComponentType.named(type), key);
                    return view.unasked(List.of(component)).contains(component);
                }))
                .isEqualTo(may);
    }

    @Test
    void ofWhichComponentsAllDependentsAreKnown() {
        assertThat(see(snapshot, view -> view.withKnownDependents(BOTH).equals(Set.of(COLUMN))))
                .isTrue();
    }

    @Test
    void ofWhichComponentsACustomizationWasNotLookedFor() {
        assertThat(see(snapshot, view -> view.withUnseenCustomization(BOTH).equals(Set.of(VIEW))))
                .isTrue();
    }

    @Test
    void whatDeletionsWouldLoseInRows() {
        ComponentKey uncounted = attribute("contoso_order.contoso_other");

        assertThat(see(snapshot, view -> view.dataAtRisk(List.of(COLUMN, EMPTY, VIEW, uncounted))
                        .equals(Map.of(
                                COLUMN,
                                DataAtRisk.counted(What.VALUES, 12),
                                uncounted,
                                DataAtRisk.unknown(What.VALUES)))))
                .isTrue();
    }

    @Test
    void theValuesOfADeletedTableGoWithItsRows() {
        ComponentKey table = new ComponentKey(ComponentType.ENTITY, "contoso_order");

        assertThat(see(snapshot, view -> view.dataAtRisk(List.of(COLUMN, table))
                        .equals(Map.of(table, DataAtRisk.unknown(What.ROWS)))))
                .isTrue();
    }

    @Test
    void nobodyCountedTheRowsWithChoicesThatGoUnlessTheyWereAskedFor() {
        assertThat(see(snapshot, view -> view.choicesAtRisk(List.of(COLUMN))
                        .equals(Map.of(COLUMN, DataAtRisk.unknown(What.CHOICES)))))
                .isTrue();
    }

    @Test
    void inAnEnvironmentThatWasNotCapturedEverythingIsKnown() {
        Rehearsal original = Rehearsal.in(folder);

        assertThat(see(
                        original,
                        view -> view.unasked(List.of(attribute("contoso_other.contoso_a")))
                                        .isEmpty()
                                && view.withKnownDependents(BOTH).isEmpty()
                                && view.dataAtRisk(BOTH).isEmpty()
                                && view.choicesAtRisk(BOTH).isEmpty()
                                && view.withUnseenCustomization(BOTH).isEmpty()))
                .isTrue();
    }

    private static ComponentKey attribute(String key) {
        return new ComponentKey(ComponentType.ATTRIBUTE, key);
    }

    private static boolean see(Rehearsal rehearsal, Predicate<StoreView> look) {
        return rehearsal
                .store()
                .read(tx ->
                        look.test(new StoreView(tx, new ProvidedSolutions(List.of()), EmbeddedSettings.defaults())));
    }
}
