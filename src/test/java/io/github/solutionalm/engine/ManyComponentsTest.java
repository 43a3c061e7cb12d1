package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.component;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.Effort;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionPackage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Four times as many of one kind take four times as much to plan: nothing is the product of two numbers. */
final class ManyComponentsTest {

    private static final int MANY = 1_500;

    /** A package, and what the environment has. */
    private record Case(SolutionPackage solution, FakeEnvironmentView environment) {
        static Case of(PackageFixture solution) {
            return new Case(solution.build(), new FakeEnvironmentView());
        }
    }

    private static final Map<String, IntFunction<Case>> KINDS = Map.of(
            "root components that are not there, and dependencies",
            n -> {
                PackageFixture solution = managed("Orders", "1.0.0.0");
                for (int i = 0; i < n; i++) {
                    solution.root(ComponentType.WEB_RESOURCE, "contoso_r" + i);
                    solution.requires(ComponentType.WEB_RESOURCE, "contoso_q" + i, "Base", "1.0");
                }
                return Case.of(solution);
            },
            "sets of tables, and tables that are required",
            n -> {
                PackageFixture solution = managed("Orders", "1.0.0.0");
                Set<ComponentKey> sets = new LinkedHashSet<>();
                for (int i = 0; i < n; i++) {
                    solution.requires(ComponentType.ENTITY, "contoso_a" + i, "Base", "1.0");
                    sets.add(key(ComponentType.ENTITY_SET, "contoso_b" + i));
                }
                return Case.of(solution.with(
                        component(ComponentType.WORKFLOW, "flow", "x").referringTo(sets)));
            },
            "forms that an app names by their ids",
            n -> {
                Set<ComponentKey> parts = new LinkedHashSet<>();
                parts.add(key(ComponentType.ENTITY, "contoso_order"));
                for (int i = 0; i < n; i++) {
                    parts.add(key(ComponentType.SYSTEM_FORM, String.format("%08x-0000-4000-8000-000000000001", i)));
                }
                return Case.of(managed("Orders", "1.0.0.0")
                        .with(
                                table("contoso_order", "x"),
                                component(ComponentType.APP_MODULE, "contoso_app", "x")
                                        .referringTo(parts)));
            },
            "dependencies on solutions that are installed",
            n -> {
                FakeEnvironmentView environment = new FakeEnvironmentView();
                PackageFixture solution = managed("Orders", "1.0.0.0");
                for (int i = 0; i < n; i++) {
                    environment.managed("Base" + i, "1.0.0.0");
                    solution.requires(ComponentType.WEB_RESOURCE, "contoso_q" + i, "Base" + i % 10, "2.0.0.0");
                }
                return new Case(solution.build(), environment);
            });

    @TestFactory
    Stream<DynamicTest> fourTimesAsManyTakeFourTimesAsMuch() {
        ImportOptions options = ImportOptionsBuilder.options()
                .missingDependencies(ImportOptions.MissingDependencies.WARN)
                .build();
        return KINDS.entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> {
                    Map<Integer, Case> cases = Stream.of(MANY, 4 * MANY)
                            .collect(Collectors.toMap(
                                    n -> n, n -> kind.getValue().apply(n)));

                    assertThat(Effort.ofFourTimesAsMuch(MANY, n -> plan(cases.get(n), options)))
                            .isLessThan(9);
                }));
    }

    private static void plan(Case each, ImportOptions options) {
        try {
            Planning.plan(each.solution(), options, each.environment());
        } catch (RefusalException e) {
            assertThat(e.errors()).isNotEmpty();
        }
    }

    @Test
    void theFirstOfManyBeginningsIsFoundAmongAll() {
        NameBeginnings names = new NameBeginnings(List.of("contoso_orde", "contoso_order_lin", "a", "contoso_"));

        assertThat(Stream.of("contoso_x", "contoso_orders", "abc", "a").allMatch(names::beginOne))
                .isTrue();
        assertThat(Stream.of("contos", "b", "", "Contoso_order").noneMatch(names::beginOne))
                .isTrue();
    }
}
