package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A plan asks the environment about many components at once, never about one after the other: each question may go through
 * all that an environment holds. So four times as many components are as many questions.
 */
final class QuestionsToTheEnvironmentTest {

    private static final int MANY = 50;
    /** About definitions: hundreds are found with one. */
    private static final AtomicInteger QUESTIONS = new AtomicInteger();

    private record Case(PackageFixture solution, EnvironmentView environment) {}

    private static final Map<String, IntFunction<Case>> KINDS = Map.of(
            "plug-in assemblies that take the place of others",
            n -> {
                FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.0.0.0");
                PackageFixture solution = managed("Orders", "2.0.0.0");
                for (int i = 0; i < n; i++) {
                    ComponentKey assembly = key(ComponentType.PLUGIN_ASSEMBLY, "Assembly" + i);
                    ComponentKey type = key(ComponentType.PLUGIN_TYPE, "type" + i);
                    environment.holding(assembly, "Orders=old").holding(type, "Orders=x");
                    environment.part(type, assembly);
                    solution.with(
                            component(ComponentType.PLUGIN_ASSEMBLY, assembly.key(), "new"),
                            new SolutionComponent(
                                    type,
                                    "",
                                    Optional.of(assembly),
                                    PackageFixture.definition("x"),
                                    Optional.empty(),
                                    Set.of()));
                }
                return new Case(solution, environment);
            },
            "plug-in assemblies that lose types",
            n -> {
                FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.0.0.0");
                PackageFixture solution = managed("Orders", "2.0.0.0");
                for (int i = 0; i < n; i++) {
                    ComponentKey assembly = key(ComponentType.PLUGIN_ASSEMBLY, "Assembly" + i);
                    ComponentKey type = key(ComponentType.PLUGIN_TYPE, "type" + i);
                    environment.holding(assembly, "Orders=old").holding(type, "Orders=x");
                    environment.part(type, assembly);
                    solution.with(new SolutionComponent(
                            assembly,
                            "",
                            Optional.empty(),
                            PackageFixture.definition("new"),
                            Optional.empty(),
                            Set.of(),
                            Set.of(),
                            Map.of(Property.FULL_NAME, "Assembly" + i + ", Version=2.0.0.0")));
                }
                return new Case(solution, reading(environment));
            },
            "relationships that go",
            n -> {
                FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.0.0.0");
                for (int i = 0; i < n; i++) {
                    environment.holding(key(ComponentType.ENTITY_RELATIONSHIP, "contoso_" + i), "Orders=x");
                }
                return new Case(managed("Orders", "2.0.0.0"), reading(environment));
            },
            "columns that go, which may have been made with others that stay",
            n -> {
                FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.0.0.0");
                PackageFixture solution = managed("Orders", "2.0.0.0");
                for (int i = 0; i < n; i++) {
                    SolutionComponent amount = column("contoso_order.contoso_" + i, "x");
                    environment
                            .holding(amount.key(), "Orders=x")
                            .holding(column(amount.key().key() + "_base", "x").key(), "Orders=x");
                    solution.with(amount);
                }
                return new Case(solution, reading(environment));
            },
            "columns that go, with others that stayed earlier",
            n -> {
                FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.0.0.0");
                for (int i = 0; i < n; i++) {
                    ComponentKey amount =
                            column("contoso_order.contoso_" + i, "x").key();
                    environment
                            .holding(amount, "Orders=x")
                            .holding(column(amount.key() + "_base", "x").key());
                }
                return new Case(managed("Orders", "2.0.0.0"), reading(environment));
            },
            "columns that go",
            n -> {
                FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.0.0.0");
                for (int i = 0; i < n; i++) {
                    environment.holding(
                            column("contoso_order.contoso_" + i, "x").key(), "Orders=x");
                }
                return new Case(managed("Orders", "2.0.0.0"), reading(environment));
            },
            "main forms that their tables lose",
            n -> {
                FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.0.0.0");
                PackageFixture solution = managed("Orders", "2.0.0.0");
                for (int i = 0; i < n; i++) {
                    ComponentKey table = key(ComponentType.ENTITY, "contoso_table" + i);
                    ComponentKey form = key(ComponentType.SYSTEM_FORM, "form" + i);
                    environment.holding(table, "Orders=x").holding(form, "Orders=x");
                    environment.part(form, table);
                    solution.with(table(table.key(), "x"));
                }
                return new Case(solution, reading(environment));
            },
            "forms under others that refer to what goes",
            n -> {
                ComponentKey column = column("contoso_order.contoso_total", "x").key();
                FakeEnvironmentView environment = new FakeEnvironmentView()
                        .managed("Orders", "1.0.0.0")
                        .managed("Base", "1.0.0.0")
                        .managed("Others", "1.0.0.0")
                        .holding(column, "Orders=x");
                for (int i = 0; i < n; i++) {
                    ComponentKey form = key(ComponentType.SYSTEM_FORM, "form" + i);
                    environment.holding(form, "Base=x", "Others=y").refers(form, "Others", column);
                }
                return new Case(managed("Orders", "2.0.0.0"), reading(environment));
            });

    @TestFactory
    Stream<DynamicTest> fourTimesAsManyComponentsAreAsManyQuestions() {
        return KINDS.entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> assertThat(
                                questions(kind.getValue().apply(4 * MANY)))
                        .isEqualTo(questions(kind.getValue().apply(MANY)))));
    }

    /** Several rules ask who uses a component that goes, and that may be all others. */
    @Test
    void whoRefersToWhatGoesIsAskedForOnce() throws Exception {
        ComponentKey going = table("contoso_order", "x").key();
        ComponentKey user = column("contoso_order.contoso_total", "x").key();
        FakeEnvironmentView environment = new FakeEnvironmentView()
                .managed("Orders", "1.0.0.0")
                .holding(going, "Orders=x")
                .holding(user, "Orders=x")
                .refers(user, "Orders", going);
        List<ComponentKey> asked = new ArrayList<>();

        plan(new Case(managed("Orders", "2.0.0.0"), environment), (question, arguments) -> {
            if (question.equals("referencesTo")) {
                ((Collection<?>) arguments[0]).forEach(key -> asked.add((ComponentKey) key));
            }
        });

        assertThat(asked).contains(going).doesNotHaveDuplicates();
    }

    /** A type that is registered with the key that the package has for it need not be known by another name. */
    @Test
    void namesAreAskedOnlyOfPlugInTypesThatThePackageLacksByKey() throws Exception {
        List<Object> asked = new ArrayList<>();
        ComponentKey assembly = key(ComponentType.PLUGIN_ASSEMBLY, "contoso");
        FakeEnvironmentView environment =
                new FakeEnvironmentView().managed("Orders", "1.0.0.0").holding(assembly, "Orders=old");
        PackageFixture solution =
                managed("Orders", "2.0.0.0").with(component(ComponentType.PLUGIN_ASSEMBLY, assembly.key(), "new"));
        for (int i = 0; i < MANY; i++) {
            ComponentKey type = key(ComponentType.PLUGIN_TYPE, "type" + i);
            environment.holding(type, "Orders=x").part(type, assembly);
            if (i > 0) {
                solution.with(new SolutionComponent(
                        type, "", Optional.of(assembly), PackageFixture.definition("x"), Optional.empty(), Set.of()));
            }
        }

        plan(new Case(solution, environment), (question, arguments) -> {
            if (question.equals("namesOf")) {
                asked.addAll((Collection<?>) arguments[0]);
            }
        });

        assertThat(asked).containsOnly(key(ComponentType.PLUGIN_TYPE, "type0"));
    }

    private static int questions(Case each) throws Exception {
        int[] asked = {0};
        QUESTIONS.set(0);
        plan(each, (question, arguments) -> asked[0] += question.equals("definitions") ? 0 : 1);
        return asked[0] + QUESTIONS.get();
    }

    private static void plan(Case each, BiConsumer<String, Object[]> questions) throws Exception {
        EnvironmentView counting = (EnvironmentView) Proxy.newProxyInstance(
                EnvironmentView.class.getClassLoader(),
                new Class<?>[] {EnvironmentView.class},
                (proxy, method, arguments) -> {
                    questions.accept(method.getName(), arguments);
                    try {
                        return method.invoke(each.environment(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        Planning.plan(each.solution().build(), ImportOptionsBuilder.options().build(), counting);
    }

    /** The environment, with definitions that can be read: every form is a main form. */
    private static EnvironmentView reading(FakeEnvironmentView environment) {
        Definitions definitions = new Definitions() {
            @Override
            public Map<ContentHash, byte[]> stored(Collection<ContentHash> asked) {
                QUESTIONS.incrementAndGet();
                Map<ContentHash, byte[]> found = new HashMap<>();
                asked.forEach(hash -> found.put(hash, new byte[0]));
                return found;
            }

            @Override
            public void arriving(Collection<Definition> asked, Arrival each) {}

            @Override
            public Optional<byte[]> content(ContentHash content) {
                return Optional.empty();
            }

            @Override
            public Optional<SolutionComponent> read(
                    ComponentKey component, Optional<ComponentKey> parent, ContentHash definition) {
                QUESTIONS.incrementAndGet();
                return read(component, parent, new byte[0]);
            }

            @Override
            public Optional<SolutionComponent> read(ComponentKey component, Optional<ComponentKey> parent, byte[] xml) {
                return Optional.of(new SolutionComponent(
                        component,
                        "",
                        parent,
                        PackageFixture.definition("x"),
                        Optional.empty(),
                        Set.of(),
                        Set.of(),
                        Map.of(Property.FORM_KIND, "main")));
            }
        };
        return (EnvironmentView) Proxy.newProxyInstance(
                EnvironmentView.class.getClassLoader(),
                new Class<?>[] {EnvironmentView.class},
                (proxy, method, arguments) ->
                        method.getName().equals("definitions") ? definitions : method.invoke(environment, arguments));
    }
}
