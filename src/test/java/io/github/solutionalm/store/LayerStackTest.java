package io.github.solutionalm.store;

import static io.github.solutionalm.store.Fixture.column;
import static io.github.solutionalm.store.Fixture.content;
import static io.github.solutionalm.store.Fixture.hash;
import static io.github.solutionalm.store.Fixture.holding;
import static io.github.solutionalm.store.Fixture.install;
import static io.github.solutionalm.store.Fixture.layer;
import static io.github.solutionalm.store.Fixture.patch;
import static io.github.solutionalm.store.Fixture.see;
import static io.github.solutionalm.store.Fixture.solution;
import static io.github.solutionalm.store.Fixture.table;
import static io.github.solutionalm.store.Fixture.xmlOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Reference;
import io.github.solutionalm.store.ComponentTable.PlatformComponent;
import io.github.solutionalm.store.LayerTable.LayerWrite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerStackTest {

    private static final ComponentKey COLUMN = column("account.contoso_a");

    @TempDir
    Path folder;

    private EnvironmentStore store;

    @BeforeEach
    void open() {
        store = Fixture.open(folder);
    }

    @Test
    void aSolutionsOwnLayersStandTogetherBetweenSystemAndActive() {
        store.change(tx -> {
            install(tx, solution("Second", "9.0.0.0"), solution("Base", "1.0.0.0"), solution("Last", "1.0.0.0"));
            install(tx, holding("Base", "2.0.0.0"), patch("High", "1.0.10.0", "Base"), patch("Low", "1.0.9.0", "Base"));
            for (String owner : List.of("Active", "Base_Upgrade", "Last", "High", "Low", "Base", "Second")) {
                tx.layers().write(owner, List.of(layer(tx, COLUMN, "<" + owner + "/>")));
            }
            tx.components().ensureSystem(List.of(new PlatformComponent(COLUMN, "not this name", Optional.empty())));
        });

        assertThat(state(COLUMN).layers())
                .extracting(Layer::owner)
                .containsExactly("System", "Second", "Base", "Low", "High", "Base_Upgrade", "Last", "Active");
        assertThat(state(COLUMN).layers())
                .extracting(Layer::publisher)
                .containsExactly("", "Contoso", "Contoso", "Contoso", "Contoso", "Contoso", "Contoso", "");
        assertThat(state(COLUMN).layerOf("System").orElseThrow().content()).isEqualTo(Content.UNKNOWN);
        assertThat(state(COLUMN).layerOf("low").orElseThrow().content())
                .isEqualTo(Content.of(hash("definition:<Low/>")));
        see(store, tx -> assertThat(
                        tx.layers().topDefinition(COLUMN).orElseThrow().hash())
                .isEqualTo(hash("definition:<Active/>")));
    }

    @Test
    void aComponentComesBackAsItWasWritten() {
        ComponentKey flow = new ComponentKey(ComponentType.WORKFLOW, "{0F0F0F0F-0000-0000-0000-000000000001}");
        Layer.Label label = new Layer.Label("Flow", Optional.of(table("account")), Optional.of(ActivationState.DRAFT));
        Definition definition = store.transact(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            Definition.File file = new Definition.File("Workflows/flow.json", 2, content(tx, "{}"));
            Definition written = new Definition(content(tx, "<flow/>"), List.of(file), hash("flow"));
            tx.layers()
                    .write(
                            "Orders",
                            List.of(new LayerWrite(
                                    flow,
                                    label,
                                    written,
                                    Layer.Origin.PACKAGE,
                                    Set.of(table("account"), COLUMN),
                                    Set.of(),
                                    false)));
            return written;
        });

        assertThat(state(flow))
                .isEqualTo(new ComponentState(
                        flow,
                        label,
                        List.of(new Layer("Orders", "Contoso", Content.of(hash("flow")), label, Layer.Origin.PACKAGE)),
                        false));
        see(store, tx -> assertThat(tx.layers().definition(flow, "ORDERS")).contains(definition));
        see(store, tx -> assertThat(tx.references().of(flow, "Orders"))
                .containsExactlyInAnyOrder(table("account"), COLUMN));
        see(store, tx -> assertThat(tx.references().to(List.of(table("account"), table("contact"))))
                .containsExactly(new Reference(flow, "Orders", table("account"))));
    }

    /** As packages say it that differ in the order of a set, or in line ends. */
    @Test
    void whatSaysTheSameIsKeptAsItCameFirst() {
        ContentHash same = hash("what both say");
        List<Definition> both = store.transact(tx -> {
            install(tx, solution("Base", "1.0.0.0"), solution("Low", "1.0.0.0"), solution("High", "1.0.0.0"));
            Definition first = new Definition(
                    content(tx, "<a/><b/>"), List.of(new Definition.File("flow.json", 1, content(tx, "\n"))), same);
            Definition other = new Definition(
                    content(tx, "<b/><a/>"),
                    List.of(
                            new Definition.File("flow.json", 2, content(tx, "\r\n")),
                            new Definition.File("more.json", 2, content(tx, "{}"))),
                    same);
            tx.layers().write("Base", List.of(shows(COLUMN, first), shows(table("account"), other)));
            return List.of(first, other);
        });
        store.change(tx -> tx.layers().write("Low", List.of(shows(COLUMN, both.get(1)))));
        store.change(tx -> tx.contents().collectGarbage());

        for (ComponentKey key : List.of(COLUMN, table("account"))) {
            see(store, tx -> assertThat(tx.layers().definition(key, "Base")).contains(both.get(0)));
        }
        see(store, tx -> assertThat(tx.layers().definition(COLUMN, "Low")).contains(both.get(0)));
        see(store, tx -> assertThat(tx.contents().text(hash("<a/><b/>"))).isEqualTo("<a/><b/>"));
        see(store, tx -> assertThat(tx.contents().has(hash("<b/><a/>"))).isFalse());
        see(store, tx -> assertThat(tx.contents().has(hash("\r\n"))).isFalse());

        // what was passed over then comes back when nothing shows the first any more
        store.change(tx -> tx.layers().remove("Base", List.of(COLUMN, table("account"))));
        store.change(tx -> tx.layers().remove("Low", List.of(COLUMN)));
        store.change(tx -> {
            tx.contents().collectGarbage();
            List.of("<b/><a/>", "\r\n", "{}").forEach(text -> content(tx, text));
            tx.layers().write("High", List.of(shows(COLUMN, both.get(1))));
        });
        see(store, tx -> assertThat(tx.layers().definition(COLUMN, "High")).contains(both.get(1)));
    }

    private static LayerWrite shows(ComponentKey key, Definition definition) {
        return new LayerWrite(key, Layer.Label.NONE, definition, Layer.Origin.PACKAGE, Set.of(), Set.of(), true);
    }

    @Test
    void writingALayerAgainReplacesDefinitionAndReferences() {
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.layers().write("Orders", List.of(layer(tx, COLUMN, "<one/>", table("a"), table("b"))));
        });
        store.change(tx -> tx.layers().write("Orders", List.of(layer(tx, COLUMN, "<two/>", table("b"), table("c")))));

        see(store, tx -> assertThat(xmlOf(tx, COLUMN, "Orders")).isEqualTo("<two/>"));
        assertThat(state(COLUMN).layers()).hasSize(1);
        see(store, tx -> assertThat(tx.references().of(COLUMN, "Orders"))
                .containsExactlyInAnyOrder(table("b"), table("c")));
    }

    @Test
    void componentsWithTheSameDefinitionKeepTheirOwnReferences() {
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.layers()
                    .write(
                            "Orders",
                            List.of(
                                    layer(tx, column("a.x"), "<same/>", table("a")),
                                    layer(tx, column("b.x"), "<same/>", table("b"))));
        });

        see(store, tx -> assertThat(tx.references().of(column("b.x"), "Orders")).containsExactly(table("b")));
    }

    /** Hundreds of thousands may be asked for at once. */
    @Test
    void whoRefersAndWhatToAreTheSameObjectsInAllReferences() {
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.layers()
                    .write(
                            "Orders",
                            List.of(
                                    layer(tx, column("a.x"), "<x/>", table("a"), table("b")),
                                    layer(tx, column("b.x"), "<y/>", table("a"), table("b"))));
        });

        see(store, tx -> {
            List<Reference> references = tx.references().to(List.of(table("a"), table("b"), table("c")));
            Set<ComponentKey> objects = Collections.newSetFromMap(new IdentityHashMap<>());
            references.forEach(reference -> objects.addAll(List.of(reference.source(), reference.target())));
            assertThat(references).hasSize(4).doesNotHaveDuplicates();
            assertThat(objects).containsExactlyInAnyOrder(column("a.x"), column("b.x"), table("a"), table("b"));
        });
    }

    @Test
    void removedLayersShowWhatIsBelow() {
        store.change(tx -> {
            install(tx, solution("Below", "1.0.0.0"), solution("Above", "1.0.0.0"));
            tx.layers().write("Below", List.of(layer(tx, COLUMN, "<below/>")));
            tx.layers().write("Above", List.of(layer(tx, COLUMN, "<above/>", table("a"))));
            tx.layers().remove("above", List.of(COLUMN, column("not.there")));
        });

        assertThat(state(COLUMN).layers()).extracting(Layer::owner).containsExactly("Below");
        see(store, tx -> assertThat(tx.references().to(List.of(table("a")))).isEmpty());
        see(store, tx -> assertThat(tx.layers().keysOf("Above")).isEmpty());
    }

    @Test
    void deletedComponentsAreGoneEverywhere() {
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.layers()
                    .write("Orders", List.of(layer(tx, COLUMN, "<x/>", table("a")), layer(tx, column("t.b"), "<y/>")));
            tx.layers().write("Active", List.of(layer(tx, COLUMN, "<z/>")));
            tx.components().delete(List.of(COLUMN));
        });

        see(store, tx -> assertThat(tx.components().states(List.of(COLUMN, column("t.b"))))
                .containsOnlyKeys(column("t.b")));
        see(store, tx -> assertThat(tx.layers().keysOf("Active")).isEmpty());
        see(store, tx -> assertThat(tx.references().to(List.of(table("a")))).isEmpty());
    }

    @Test
    void platformComponentsExistInSystem() {
        PlatformComponent account = new PlatformComponent(table("account"), "Account", Optional.empty());
        store.change(tx -> {
            tx.components().ensureSystem(List.of(account));
            tx.components().ensureSystem(List.of(account));
        });

        see(store, tx -> assertThat(tx.components().tableExists("Account")).isTrue());
        see(store, tx -> assertThat(tx.components().tableExists("contact")).isFalse());
        assertThat(state(table("account")).layers()).extracting(Layer::owner).containsExactly("System");
    }

    @Test
    void statesAndPublishingChangeWithoutALayer() {
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.layers().write("Orders", List.of(layer(tx, COLUMN, "<x/>"), layer(tx, column("t.b"), "<y/>")));
            tx.components().setStates(Map.of(COLUMN, ActivationState.DISABLED));
            tx.components().setPublished(List.of(COLUMN, column("t.b")), false);
        });

        assertThat(state(COLUMN).state()).contains(ActivationState.DISABLED);
        see(store, tx -> assertThat(tx.components().countUnpublished()).isEqualTo(2));
        assertThat(store.<Integer, RuntimeException>transact(
                        tx -> tx.components().publishAll()))
                .isEqualTo(2);
        see(store, tx -> assertThat(tx.components().countUnpublished()).isZero());
    }

    @Test
    void manyComponentsAreReadAndListedInOrder() {
        List<ComponentKey> keys =
                IntStream.range(0, 2345).mapToObj(i -> column("t.c" + i)).toList();
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            tx.layers().write("Orders", () -> keys.stream()
                    .map(key -> layer(tx, key, "<" + key.key() + "/>", table("t")))
                    .iterator());
            tx.components().ensureSystem(List.of(new PlatformComponent(table("t"), "T", Optional.empty())));
        });

        List<ComponentKey> listed = new ArrayList<>();
        store.read(tx -> {
            tx.components().forEach(state -> listed.add(state.key()));
            assertThat(tx.components().states(keys)).hasSize(2345).containsKeys(keys.get(0), keys.get(2344));
            assertThat(tx.components().existing(keys)).hasSize(2345);
            assertThat(tx.layers().keysOf("Orders")).hasSize(2345);
            assertThat(tx.references().to(List.of(table("t")))).hasSize(2345);
            return true;
        });
        assertThat(listed).hasSize(2346).isSorted();
    }

    @Test
    void aDefinitionOfFilesAloneNeedsNoXml() {
        store.change(tx -> {
            install(tx, solution("Orders", "1.0.0.0"));
            Definition.File file = new Definition.File("a.js", 3, content(tx, "abc"));
            Definition files = new Definition(hash(""), List.of(file), hash("files alone"));
            tx.layers()
                    .write(
                            "Orders",
                            List.of(new LayerWrite(
                                    COLUMN, Layer.Label.NONE, files, Layer.Origin.PACKAGE, Set.of(), Set.of(), true)));

            assertThat(tx.layers().topDefinition(COLUMN)).contains(files);
            assertThat(xmlOf(tx, COLUMN, "Orders")).isEmpty();
        });
    }

    private ComponentState state(ComponentKey key) {
        return store.read(tx -> tx.components().states(List.of(key))).get(key);
    }
}
