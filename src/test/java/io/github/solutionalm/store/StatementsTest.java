package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.column;
import static io.github.solutionalm.store.Fixture.hash;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.layer;
import static io.github.solutionalm.store.Fixture.solution;
import static io.github.solutionalm.store.Fixture.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.store.EnvironmentStore.TransactionalAction;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementContextListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is asked of the store, its statements are closed when the answer is there, and not only when the transaction ends:
 * an import asks for tens of thousands of contents in one.
 */
class StatementsTest {

    private static final ComponentKey TABLE = table("contoso_order");
    private static final List<ComponentKey> KEYS = List.of(TABLE, column("contoso_order.contoso_name"));
    private static final ContentHash XML = hash("<Entity/>");
    private static final ContentHash DEFINITION = hash("definition:<Entity/>");

    private static final Map<String, TransactionalAction<RuntimeException>> QUESTIONS = Map.ofEntries(
            Map.entry("all solutions", tx -> tx.solutions().all()),
            Map.entry("a solution", tx -> tx.solutions().find("Orders")),
            Map.entry("members", tx -> tx.members().keysOf("Orders")),
            Map.entry("states", tx -> tx.components().states(KEYS)),
            Map.entry("ids", tx -> tx.components().withIds(Set.of("00000000-0000-0000-0000-000000000001"))),
            Map.entry("parts", tx -> tx.components().partsOf(KEYS)),
            Map.entry("all components", tx -> tx.components().forEach(state -> {})),
            Map.entry("layers", tx -> tx.layers().keysOf("Orders")),
            Map.entry("the definition of a layer", tx -> tx.layers().definition(TABLE, "Orders")),
            Map.entry("a definition", tx -> tx.definitions().find(DEFINITION)),
            Map.entry("contents of definitions", tx -> tx.definitions().xml(Set.of(DEFINITION))),
            Map.entry("sizes", tx -> tx.definitions().sizes(Set.of(DEFINITION))),
            Map.entry("contents", tx -> tx.contents().bytes(Set.of(XML))),
            Map.entry("a content", tx -> tx.contents().text(XML)),
            Map.entry("whether a content is there", tx -> tx.contents().has(XML)),
            Map.entry("the contents of a solution", tx -> tx.contents().check("Orders")),
            Map.entry("references", tx -> tx.references().to(KEYS)),
            Map.entry("dependencies", tx -> tx.dependencies().dependents(KEYS)),
            Map.entry("the origin", tx -> tx.origin().find()),
            Map.entry("looks", tx -> tx.looks().types()),
            Map.entry("looks at components", tx -> tx.looks().of(LookTable.Kind.DEPENDENTS)),
            Map.entry("data at risk", tx -> tx.dataAtRisk().all()),
            Map.entry("gaps", tx -> tx.gaps().all()),
            Map.entry("all of a type", tx -> tx.components().keysOf(TABLE.type())),
            Map.entry("names", tx -> tx.names().of(KEYS)),
            Map.entry("whose names", tx -> tx.names().bearing(KEYS)),
            Map.entry("prefixes", tx -> tx.publishers().prefixes()),
            Map.entry("publishing", tx -> tx.components().setPublished(KEYS, true)),
            Map.entry("moving", tx -> tx.layers().move(Layer.ACTIVE, "Orders", KEYS)));

    @TempDir
    Path folder;

    @BeforeEach
    void oneLayer() {
        try (EnvironmentStore store = Fixture.open(folder)) {
            store.change(tx -> {
                install(tx, solution("Orders", "1.0.0.0"));
                tx.layers().write("Orders", List.of(layer(tx, TABLE, "<Entity/>")));
            });
        }
    }

    @Test
    void aContentIsReadWithOne() {
        assertThat(statements(tx -> tx.contents().text(XML))).isEqualTo(1);
    }

    @Test
    void soAreTheContentsOfHundredsOfDefinitionsFound() {
        List<ContentHash> many = IntStream.range(0, 400)
                .mapToObj(i -> i == 0 ? DEFINITION : hash("other " + i))
                .toList();

        assertThat(statements(tx -> assertThat(tx.definitions().xml(many)).containsOnly(entry(DEFINITION, XML))))
                .isEqualTo(1);
    }

    @Test
    void soAreHundredsOfContents() {
        try (EnvironmentStore store = Fixture.open(folder)) {
            store.change(tx -> IntStream.range(0, 400).forEach(i -> Fixture.content(tx, "content " + i)));
        }
        List<ContentHash> many =
                IntStream.range(0, 400).mapToObj(i -> hash("content " + i)).toList();

        assertThat(statements(tx -> assertThat(tx.contents().bytes(many)).hasSize(400)))
                .isEqualTo(1);
    }

    /** One that says which they are, and one for hundreds of them. */
    @Test
    void theContentsOfASolutionAreCheckedTogether() {
        try (EnvironmentStore store = Fixture.open(folder)) {
            store.change(tx -> tx.layers()
                    .write(
                            "Orders",
                            IntStream.range(0, 400)
                                    .mapToObj(i -> layer(tx, table("contoso_" + i), "<Entity i='" + i + "'/>"))
                                    .toList()));
        }

        assertThat(statements(tx -> tx.contents().check("Orders"))).isEqualTo(2);
    }

    @TestFactory
    Stream<DynamicTest> areClosedWhenTheAnswerIsThere() {
        return QUESTIONS.entrySet().stream()
                .map(question ->
                        DynamicTest.dynamicTest(question.getKey(), () -> assertThat(statements(question.getValue()))
                                .isPositive()));
    }

    /** How many a question takes. None of them is open afterwards. */
    private int statements(TransactionalAction<RuntimeException> question) {
        Open open = new Open();
        Jdbi.create(Fixture.url(folder)).useHandle(handle -> {
            handle.getConfig(SqlStatements.class).addContextListener(open);
            question.in(new StoreTransaction(handle, Fixture.CLOCK));
            assertThat(open.now).isEmpty();
        });
        return open.ever;
    }

    /** The statements that hold something of the connection. */
    private static final class Open implements StatementContextListener {

        private final Set<StatementContext> now = Collections.newSetFromMap(new IdentityHashMap<>());
        private int ever;

        @Override
        public void contextCreated(StatementContext context) {
            ever++;
            now.add(context);
        }

        @Override
        public void contextCleaned(StatementContext context) {
            now.remove(context);
        }
    }
}
