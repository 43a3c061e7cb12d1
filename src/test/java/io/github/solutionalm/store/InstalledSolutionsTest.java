package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.CONTOSO;
import static io.github.solutionalm.store.Fixture.NOW;
import static io.github.solutionalm.store.Fixture.column;
import static io.github.solutionalm.store.Fixture.holding;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.layer;
import static io.github.solutionalm.store.Fixture.patch;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.RootComponent.Behavior;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.store.ComponentTable.PlatformComponent;
import io.github.solutionalm.store.SolutionComponentTable.Membership;
import io.github.solutionalm.store.SolutionTable.ListedSolution;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledSolutionsTest {

    @TempDir
    Path folder;

    private EnvironmentStore store;

    @BeforeEach
    void open() {
        store = Fixture.open(folder);
    }

    @Test
    void aPublisherComesBackAsItWasSaved() {
        store.change(tx -> tx.publishers().save(CONTOSO));
        store.change(tx -> tx.publishers().save(CONTOSO));

        see(store, tx -> assertThat(tx.publishers().find("CONTOSO")).contains(CONTOSO));
        see(store, tx -> assertThat(tx.publishers().find("other")).isEmpty());
        see(store, tx -> assertThat(tx.publishers().prefixes()).containsExactly(CONTOSO.customizationPrefix()));
    }

    @Test
    void aSolutionComesBackAsItWasSaved() {
        InstalledSolution base = solution("Orders", "1.0");
        store.change(tx -> install(tx, base, patch("Orders_Patch", "1.0.1.0", "orders"), holding("Orders", "2.0.0.0")));

        List<InstalledSolution> all = store.read(tx -> tx.solutions().all());
        assertThat(all)
                .extracting(InstalledSolution::uniqueName)
                .containsExactly("Orders", "Orders_Patch", "Orders_Upgrade");
        assertThat(all.get(0)).isEqualTo(withPublisher(base));
        assertThat(all.get(0).version().text()).isEqualTo("1.0");
        assertThat(all.get(1).patchOf()).contains("Orders");
        assertThat(all.get(2).holdingFor()).contains("Orders");
    }

    @Test
    void namesAreTheSameInAnyCase() {
        store.change(tx -> install(tx, solution("Orders", "1.0.0.0"), solution("ORDERS", "1.1.0.0")));

        see(store, tx -> assertThat(tx.solutions().all()).hasSize(1));
        see(store, tx -> assertThat(tx.solutions().find("orders"))
                .map(InstalledSolution::version)
                .contains(SolutionVersion.parse("1.1.0.0")));
    }

    @Test
    void anUpdateKeepsThePlaceAndTheDayOfInstallation() {
        store.change(tx -> install(tx, solution("First", "1.0.0.0"), solution("Second", "1.0.0.0")));
        InstalledSolution later = new InstalledSolution(
                "First",
                "New name",
                SolutionVersion.parse("2.0.0.0"),
                true,
                "Contoso",
                Optional.empty(),
                Optional.empty(),
                NOW.plus(Duration.ofDays(9)),
                NOW.plus(Duration.ofDays(9)),
                "cd34");
        store.change(tx -> tx.solutions().save(later));

        InstalledSolution first = store.read(tx -> tx.solutions().all()).get(0);
        assertThat(first.friendlyName()).isEqualTo("New name");
        assertThat(first.installedOn()).isEqualTo(NOW);
        assertThat(first.updatedOn()).isEqualTo(NOW.plus(Duration.ofDays(9)));
    }

    @Test
    void renamingKeepsLayersAndPlace() {
        store.change(tx -> {
            install(tx, solution("Old", "1.0.0.0"), solution("Other", "1.0.0.0"));
            tx.layers().write("Old", List.of(layer(tx, column("t.c"), "<x/>")));
            tx.solutions().rename("old", "New");
        });

        see(store, tx -> assertThat(tx.solutions().all())
                .extracting(InstalledSolution::uniqueName)
                .containsExactly("New", "Other"));
        see(store, tx -> assertThat(tx.layers().keysOf("New")).containsExactly(column("t.c")));
        see(store, tx -> assertThat(tx.layers().keysOf("Old")).isEmpty());
    }

    @Test
    void aHoldingSolutionTakesThePlaceOfTheOneItHoldsFor() {
        store.change(tx -> {
            install(tx, solution("Base", "1.0.0.0"), solution("Other", "1.0.0.0"), holding("Base", "2.0.0.0"));
            tx.layers().write("Base", List.of(layer(tx, column("t.c"), "<old/>")));
            tx.layers().write("Other", List.of(layer(tx, column("t.c"), "<other/>")));
            tx.layers().write("Base_Upgrade", List.of(layer(tx, column("t.c"), "<new/>")));
            tx.solutions().promote("base_upgrade");
        });

        see(store, tx -> assertThat(tx.solutions().all())
                .extracting(InstalledSolution::uniqueName)
                .containsExactly("Base", "Other"));
        see(store, tx -> assertThat(tx.solutions().find("Base").orElseThrow())
                .satisfies(base -> assertThat(base.holdingFor()).isEmpty())
                .satisfies(base -> assertThat(base.version().text()).isEqualTo("2.0.0.0")));
        see(store, tx -> assertThat(Fixture.xmlOf(tx, column("t.c"), "Base")).isEqualTo("<new/>"));
        see(store, tx -> assertThat(tx.components()
                        .states(List.of(column("t.c")))
                        .get(column("t.c"))
                        .layers())
                .extracting(layer -> layer.owner())
                .containsExactly("Base", "Other"));
    }

    @Test
    void deletingASolutionLeavesItsComponents() {
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.layers().write("Orders", List.of(layer(tx, column("t.c"), "<x/>")));
            tx.members().add("Orders", List.of(new Membership(column("t.c"), Behavior.INCLUDE_AS_SHELL_ONLY)));
            tx.solutions().delete("ORDERS");
        });

        see(store, tx -> assertThat(tx.solutions().all()).isEmpty());
        see(store, tx -> assertThat(tx.components().exists(column("t.c"))).isTrue());
        see(store, tx -> assertThat(tx.members().of("Orders")).isEmpty());
    }

    @Test
    void aBaseIsNotDeletedBeforeItsPatches() {
        store.change(tx -> install(tx, solution("Base", "1.0.0.0"), patch("P", "1.0.1.0", "Base")));

        assertThatThrownBy(() -> store.change(tx -> tx.solutions().delete("Base")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patch");
    }

    @Test
    void thePlatformsOwnSolutionsAreNotInstalled() {
        see(store, tx -> assertThat(tx.solutions().find("Active")).isEmpty());
        assertThatThrownBy(() -> store.change(tx -> install(tx, solution("active", "1.0.0.0"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSolutionListsComponentsWithAndWithoutALayerOfIt() {
        Membership full = new Membership(column("t.a"), Behavior.INCLUDE_SUBCOMPONENTS);
        Membership shell = new Membership(Fixture.table("t"), Behavior.INCLUDE_AS_SHELL_ONLY);
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.components().ensureSystem(List.of(new PlatformComponent(Fixture.table("t"), "Table", Optional.empty())));
            tx.layers().write("Orders", List.of(layer(tx, column("t.a"), "<x/>"), layer(tx, column("t.b"), "<x/>")));
            tx.members().add("Orders", List.of(new Membership(column("t.b"), Behavior.INCLUDE_SUBCOMPONENTS)));
            tx.members().replace("Orders", List.of(shell, full));
        });

        see(store, tx -> assertThat(tx.members().of("orders")).containsExactly(full, shell));
        see(store, tx -> assertThat(tx.members().keysOf("orders"))
                .containsExactly(full.component(), shell.component()));
        see(store, tx -> assertThat(tx.solutions().listed())
                .extracting(ListedSolution::components)
                .containsExactly(2));
    }

    private static InstalledSolution withPublisher(InstalledSolution solution) {
        return new InstalledSolution(
                solution.uniqueName(),
                solution.friendlyName(),
                solution.version(),
                solution.managed(),
                "Contoso",
                solution.patchOf(),
                solution.holdingFor(),
                solution.installedOn(),
                solution.updatedOn(),
                solution.sha256());
    }
}
