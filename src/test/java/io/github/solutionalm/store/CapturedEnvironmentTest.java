package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.CLOCK;
import static io.github.solutionalm.store.Fixture.column;
import static io.github.solutionalm.store.Fixture.holding;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.layer;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.solution;
import static io.github.solutionalm.store.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.What;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.RootComponent.Behavior;
import io.github.solutionalm.store.CapturedComponents.Captured;
import io.github.solutionalm.store.DependencyTable.Dependency;
import io.github.solutionalm.store.GapTable.Gap;
import io.github.solutionalm.store.LookTable.Kind;
import io.github.solutionalm.store.OriginTable.Origin;
import io.github.solutionalm.store.SolutionComponentTable.Membership;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementContextListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was captured of another environment: layers that nobody has read, who uses what, and how far anybody looked. */
class CapturedEnvironmentTest {

    private static final ComponentKey TABLE = table("contoso_order");
    private static final ComponentKey COLUMN = column("contoso_order.contoso_total");
    private static final String ID = "2bfc1a4d-0f3a-ee11-bdf4-000d3a4b5c6d";

    @TempDir
    Path folder;

    private EnvironmentStore store;

    @BeforeEach
    void twoSolutions() {
        store = Fixture.open(folder);
        store.change(tx -> install(tx, solution("Base", "1.0"), solution("Orders", "1.0")));
    }

    @Test
    void anEnvironmentOfImportsHasNoOrigin() {
        see(store, tx -> assertThat(tx.origin().find()).isEmpty());
    }

    @Test
    void theOriginIsTheLastOneThatWasSaid() {
        Origin later = new Origin("https://contoso.crm.dynamics.com", "", "9.2", Fixture.NOW);
        store.change(tx -> {
            tx.origin().save(new Origin("https://other.crm.dynamics.com", "id", "9.1", Fixture.NOW));
            tx.origin().save(later);
        });

        see(store, tx -> assertThat(tx.origin().find()).contains(later));
    }

    @Test
    void layersAreOfUnknownContentAndInTheOrderOfTheStack() {
        capture(captured(COLUMN, "Active", "Orders", "System", "Base"));

        ComponentState state = state(COLUMN);
        assertThat(state.layers())
                .extracting(Layer::owner)
                .containsExactly(Layer.SYSTEM, "Base", "Orders", Layer.ACTIVE);
        assertThat(state.layers()).allMatch(layer -> layer.content().isUnknown());
        assertThat(state.layers()).noneMatch(layer -> layer.origin().first());
        assertThat(state.name()).isEqualTo("Total");
        assertThat(state.parent()).contains(TABLE);
        see(store, tx -> assertThat(tx.components().partsOf(List.of(TABLE))).containsExactly(state));
    }

    @Test
    void anUnmanagedLayerAloneIsTheUsersOwnComponent() {
        capture(captured(COLUMN, Layer.ACTIVE));

        assertThat(state(COLUMN).layers()).allMatch(layer -> layer.origin().first());
    }

    @Test
    void solutionsListTheComponent() {
        capture(new Captured(
                COLUMN, ID, Layer.Label.NONE, List.of("Orders"), Map.of("Orders", Behavior.INCLUDE_AS_SHELL_ONLY)));

        see(store, tx -> assertThat(tx.members().of("Orders"))
                .containsExactly(new Membership(COLUMN, Behavior.INCLUDE_AS_SHELL_ONLY)));
    }

    @Test
    void theIdInTheEnvironmentIsAnotherName() {
        ComponentKey script = new ComponentKey(ComponentType.WEB_RESOURCE, "contoso_/a.js");
        ComponentKey form = new ComponentKey(ComponentType.SYSTEM_FORM, ID);
        capture(
                new Captured(
                        script, "{" + ID.toUpperCase(Locale.ROOT) + "}", Layer.Label.NONE, List.of("Orders"), Map.of()),
                new Captured(form, ID, Layer.Label.NONE, List.of("Orders"), Map.of()));
        ComponentKey byId = new ComponentKey(ComponentType.WEB_RESOURCE, ID);

        see(store, tx -> {
            assertThat(tx.names().of(List.of(script, form))).isEqualTo(Map.of(script, Set.of(byId)));
            assertThat(tx.names().bearing(List.of(byId, form))).isEqualTo(Map.of(byId, Set.of(script)));
        });
    }

    @Test
    void whatUsesAComponent() {
        ComponentKey form = new ComponentKey(ComponentType.SYSTEM_FORM, ID);
        capture(captured(COLUMN, "Base"), captured(form, "System", "Base", "Orders"));
        store.change(tx -> tx.dependencies().add(List.of(new Dependency(COLUMN, form), new Dependency(COLUMN, form))));

        see(store, tx -> assertThat(tx.dependencies().dependents(List.of(COLUMN, TABLE)))
                .isEqualTo(Map.of(COLUMN, Set.of(form))));
    }

    @Test
    void howFarAnybodyLooked() {
        store.change(tx -> {
            tx.looks().addTypes(List.of("Entity", "WebResource"));
            tx.looks().addTables(List.of("contoso_order", "contoso_order"));
            tx.looks().add(Kind.DEPENDENTS, List.of(COLUMN));
            tx.looks().add(Kind.UNSEEN_CUSTOMIZATIONS, List.of(TABLE));
        });

        see(store, tx -> {
            assertThat(tx.looks().types()).containsExactlyInAnyOrder("Entity", "WebResource");
            assertThat(tx.looks().tables()).containsExactly("contoso_order");
            assertThat(tx.looks().of(Kind.DEPENDENTS)).containsExactly(COLUMN);
            assertThat(tx.looks().of(Kind.UNSEEN_CUSTOMIZATIONS)).containsExactly(TABLE);
        });
    }

    @Test
    void anAmountOfNoKnownKindIsDamage() {
        store.change(tx -> tx.dataAtRisk().add(Map.of(COLUMN, DataAtRisk.counted(What.VALUES, 7))));
        Jdbi.create(Fixture.url(folder))
                .useHandle(handle -> handle.execute("UPDATE data_at_risk SET exactness = 'guessed'"));

        assertThatThrownBy(() -> store.read(tx -> tx.dataAtRisk().all()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("the environment is damaged: a column 'exactness' holds 'guessed'");
    }

    @Test
    void whatDeletionsWouldLoseAndWhatNobodySaw() {
        Map<ComponentKey, DataAtRisk> data =
                Map.of(COLUMN, DataAtRisk.counted(What.VALUES, 0), TABLE, DataAtRisk.unknown(What.ROWS));
        List<Gap> gaps = List.of(new Gap("the layers of b", "403"), new Gap("the layers of a", "404"));
        store.change(tx -> {
            tx.dataAtRisk().add(data);
            tx.gaps().add(gaps.subList(0, 1));
            tx.gaps().add(gaps.subList(1, 2));
        });

        see(store, tx -> {
            assertThat(tx.dataAtRisk().all()).isEqualTo(data);
            assertThat(tx.gaps().all()).isEqualTo(gaps);
        });
    }

    @Test
    void anOwnerThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> capture(captured(COLUMN, "Unknown")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No solution Unknown");
    }

    @Test
    void aStagedUpgradeLiesOverItsBase() {
        store.change(tx -> install(tx, holding("Base", "2.0")));
        capture(captured(COLUMN, "Base", "Base_Upgrade", "Orders"));

        assertThat(state(COLUMN).layers()).extracting(Layer::owner).containsExactly("Base", "Base_Upgrade", "Orders");
    }

    /** Statements go in batches, and questions for hundreds of keys: the number of both does not follow that of components. */
    @Test
    void tensOfThousandsOfComponentsTakeFewStatements() {
        List<Captured> many = IntStream.range(0, 20_000)
                .mapToObj(i -> captured(column("contoso_order.contoso_" + i), "System", "Base", "Orders"))
                .toList();
        List<ComponentKey> keys = many.stream().map(Captured::key).toList();
        List<Dependency> uses =
                keys.stream().map(key -> new Dependency(key, TABLE)).toList();

        int[] written = {0};
        Jdbi.create(Fixture.url(folder)).useTransaction(handle -> {
            handle.getConfig(SqlStatements.class).addContextListener(new Counted(written));
            StoreTransaction tx = new StoreTransaction(handle, CLOCK);
            tx.captured().add(many);
            tx.captured().add(List.of(captured(TABLE, "Orders")));
            tx.dependencies().add(uses);
            assertThat(written[0]).isLessThan(10);
            assertThat(tx.dependencies().dependents(keys)).hasSize(20_000);
            assertThat(written[0]).isLessThan(10 + 20_000 / 500 + 1);
        });
    }

    private record Counted(int[] count) implements StatementContextListener {
        @Override
        public void contextCreated(StatementContext context) {
            count[0]++;
        }
    }

    private void capture(Captured... components) {
        store.change(tx -> tx.captured().add(List.of(components)));
    }

    private static Captured captured(ComponentKey key, String... owners) {
        return new Captured(
                key, "", new Layer.Label("Total", Optional.of(TABLE), Optional.empty()), List.of(owners), Map.of());
    }

    private ComponentState state(ComponentKey key) {
        return store.read(tx -> tx.components().states(List.of(key)).get(key));
    }
}
