package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.column;
import static io.github.solutionalm.store.Fixture.hash;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.layer;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.solution;
import static io.github.solutionalm.store.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.Layer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layer that is stored without a definition is one that nobody has read, and a layer all the same. */
class UnknownContentTest {

    private static final ComponentKey COLUMN = column("account.contoso_a");

    @TempDir
    Path folder;

    private EnvironmentStore store;

    @BeforeEach
    void twoLayersOfWhichTheHigherIsNotKnown() throws SQLException {
        store = Fixture.open(folder);
        store.change(tx -> {
            install(tx, solution("Base", "1.0.0.0"), solution("Orders", "1.0.0.0"));
            tx.layers().write("Base", List.of(layer(tx, COLUMN, "<Base/>")));
            tx.layers().write("Orders", List.of(layer(tx, COLUMN, "<Orders/>", table("account"))));
            tx.components().ensureSystem(List.of(new ComponentTable.PlatformComponent(COLUMN, "A", Optional.empty())));
            tx.components()
                    .ensureSystem(List.of(
                            new ComponentTable.PlatformComponent(table("account"), "Account", Optional.empty())));
        });
        try (Connection connection = DriverManager.getConnection(Fixture.url(folder));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE layer SET definition = NULL"
                    + " WHERE owner = (SELECT id FROM solution WHERE unique_name = 'Orders')");
        }
    }

    @Test
    void itsContentIsUnknownAndItsReferencesAreNot() {
        see(store, tx -> {
            assertThat(tx.components().states(List.of(COLUMN)).get(COLUMN).layers())
                    .extracting(Layer::content)
                    .containsExactly(Content.UNKNOWN, Content.of(hash("definition:<Base/>")), Content.UNKNOWN);
            assertThat(tx.references().of(COLUMN, "Orders")).containsExactly(table("account"));
        });
    }

    @Test
    void whatShowsIsNotWhatLiesBelow() {
        see(store, tx -> {
            assertThat(tx.layers().topDefinition(COLUMN)).isEmpty();
            assertThat(tx.layers().definition(COLUMN, "Orders")).isEmpty();
            assertThat(tx.layers().definition(COLUMN, "Base")).isPresent();
        });
    }

    @Test
    void thePlatformsOwnLayersAreNotAmongThoseThatNobodyHasRead() {
        see(store, tx -> assertThat(tx.layers().keysOfUnknownContent()).containsExactly(COLUMN));
    }

    @Test
    void aPackageThatBringsTheDefinitionMakesItKnown() {
        store.change(tx -> tx.layers().write("Orders", List.of(layer(tx, COLUMN, "<Orders/>"))));

        see(store, tx -> {
            assertThat(tx.layers().topDefinition(COLUMN)).isPresent();
            assertThat(tx.layers().keysOfUnknownContent()).isEmpty();
        });
    }
}
