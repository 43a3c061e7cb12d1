package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.CLOCK;
import static io.github.solutionalm.store.Fixture.column;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.layer;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.solution;
import static io.github.solutionalm.store.Fixture.table;
import static io.github.solutionalm.store.Fixture.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.store.CapturedComponents.Captured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigrationTest {

    private static final Schema NEXT =
            with("ALTER TABLE solution ADD COLUMN colour TEXT; CREATE TABLE more (id INTEGER)");

    @TempDir
    Path folder;

    @Test
    void anOlderEnvironmentIsBroughtUpToDateAndKeepsWhatItHolds() {
        Fixture.open(folder).change(tx -> install(tx, solution("Orders", "1.0.0.0")));

        EnvironmentStore migrated = open(NEXT);
        see(migrated, tx -> assertThat(tx.solutions().all()).hasSize(1));
        see(open(NEXT), tx -> assertThat(tx.solutions().all()).hasSize(1));
    }

    /** The version before captured environments (schema 3). */
    @Test
    void anEnvironmentOfImportsWasNotCaptured() {
        ComponentKey column = column("contoso_order.contoso_total");
        open(new Schema(Schema.CURRENT.scripts().subList(0, 3))).change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.layers().write("Orders", List.of(layer(tx, column, "<attribute/>")));
        });

        EnvironmentStore migrated = Fixture.open(folder);

        see(migrated, tx -> {
            assertThat(tx.origin().find()).isEmpty();
            assertThat(tx.components().existing(List.of(column))).containsExactly(column);
            assertThat(tx.dependencies().dependents(List.of(column))).isEmpty();
            assertThat(tx.looks().types()).isEmpty();
        });
        migrated.change(tx -> tx.captured()
                .add(List.of(new Captured(table("contoso_order"), "", Layer.Label.NONE, List.of("Orders"), Map.of()))));
        see(migrated, tx -> assertThat(tx.layers().keysOfUnknownContent()).containsExactly(table("contoso_order")));
    }

    @Test
    void aNewEnvironmentGetsEveryVersion() {
        see(open(NEXT), tx -> assertThat(tx.solutions().all()).isEmpty());
    }

    @Test
    void aNewerEnvironmentIsRefusedWithTheVersionItNeeds() {
        open(NEXT);

        assertThatThrownBy(() -> Fixture.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("it has schema version 6, and this version of the plugin knows 5")
                .hasMessageContaining("Use a version of the plugin that knows schema version 6");
    }

    @Test
    void anEnvironmentOfAnotherBuildIsRefused() {
        open(NEXT);

        assertThatThrownBy(() -> open(with("CREATE TABLE other (id INTEGER)")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("its schema version 6 was made by another build");
    }

    @Test
    void aMigrationThatFailsChangesNothing() {
        Fixture.open(folder);

        assertThatThrownBy(() -> open(with("CREATE TABLE more (id INTEGER); CREATE TABLE publisher (id INTEGER)")))
                .isInstanceOf(StoreException.class);
        see(open(NEXT), tx -> assertThat(tx.solutions().all()).isEmpty());
    }

    private static Schema with(String script) {
        List<String> scripts = new ArrayList<>(Schema.CURRENT.scripts());
        scripts.add(script);
        return new Schema(scripts);
    }

    private EnvironmentStore open(Schema schema) {
        return EnvironmentStore.open(url(folder), CLOCK, millis -> {}, schema);
    }
}
