package io.github.solutionalm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What holds for any package in any environment, both made from a number. */
class PlanLawsTest {

    private static final List<ComponentType> TYPES = List.of(
            ComponentType.ENTITY,
            ComponentType.ATTRIBUTE,
            ComponentType.SYSTEM_FORM,
            ComponentType.WEB_RESOURCE,
            ComponentType.WORKFLOW,
            ComponentType.SDK_MESSAGE_PROCESSING_STEP,
            ComponentType.ROUTING_RULE,
            ComponentType.ROLE);
    private static final List<String> KEYS = List.of("account", "contoso_a", "contoso_b", "contoso_c");

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void planningIsAPureFunction(@ForAll long seed) {
        Case one = new Case(seed);
        List<Object> before = one.environment.content();

        assertThat(one.outcome(one.solution)).isEqualTo(one.outcome(one.solution));
        assertThat(one.outcome(one.solution)).isEqualTo(new Case(seed).outcome(one.solution));
        assertThat(one.environment.content()).isEqualTo(before);
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void importingTheSamePackageAgainChangesNothing(@ForAll long seed) {
        Case one = new Case(seed);
        Optional<ImportPlan> first = one.plan(one.solution);
        if (first.isPresent() && !hasActiveRule(one.solution)) {
            one.environment.carryOut(one.solution, first.get());
            List<Object> after = one.environment.content();
            ImportPlan second = one.plan(one.solution).orElseThrow();
            one.environment.carryOut(one.solution, second);

            assertThat(second.changes())
                    .allMatch(change -> change.change() == Change.UNCHANGED || change.change() == Change.KEEP)
                    .noneMatch(ComponentChange::overwritesCustomization);
            assertThat(one.environment.content()).isEqualTo(after);
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void anUpdateDeletesNothingAndLeavesTheLayersOfOthers(@ForAll long seed) {
        Case one = new Case(seed);
        FakeEnvironmentView before = new Case(seed).environment;
        one.plan(one.solution).ifPresent(plan -> {
            one.environment.carryOut(one.solution, plan);

            assertThat(plan.count(Change.DELETE) + plan.count(Change.UNLAYER)).isZero();
            for (ComponentKey key : all()) {
                Set<Layer> lost = new HashSet<>(before.layers(key));
                one.environment.layers(key).forEach(lost::remove);
                assertThat(lost)
                        .allMatch(layer -> layer.owner().equals(plan.owner())
                                || layer.owner().equals(Layer.ACTIVE) && one.options.overwriteCustomizations());
                assertThat(one.environment.layers(key))
                        .hasSizeGreaterThanOrEqualTo(before.layers(key).size());
            }
        });
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void overwriteNeverTouchesWhatMergesNorWhatOthersLieOn(@ForAll long seed) {
        Case one = new Case(seed);
        one.plan(one.solution).ifPresent(plan -> {
            for (ComponentChange change : plan.changes()) {
                if (change.overwritesCustomization()) {
                    assertThat(change.key().type().merges()).isFalse();
                    assertThat(one.environment.layers(change.key()))
                            .noneMatch(
                                    layer -> one.isInstalled() && layer.owner().equals("Later"));
                    assertThat(change.hiddenBy()).isEmpty();
                }
                change.hiddenBy().ifPresent(owner -> assertThat(one.environment.layers(change.key()))
                        .last()
                        .extracting(Layer::owner)
                        .isEqualTo(owner));
            }
        });
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void everyComponentOfThePackageIsInThePlanOnce(@ForAll long seed) {
        Case one = new Case(seed);
        one.plan(one.solution).ifPresent(plan -> {
            List<ComponentKey> planned = new ArrayList<>();
            plan.changes().forEach(change -> planned.add(change.key()));
            plan.context().forEach(component -> planned.add(component.key()));
            assertThat(plan.changes()).extracting(ComponentChange::key).doesNotHaveDuplicates();
            assertThat(planned)
                    .containsAll(one.solution.components().stream()
                            .map(SolutionComponent::key)
                            .toList());
        });
    }

    /** An active rule that the first import brings, the second can't change (seed). */
    private static boolean hasActiveRule(SolutionPackage solution) {
        return solution.components().stream()
                .anyMatch(component -> component.key().type().equals(ComponentType.ROUTING_RULE)
                        && component.activated().orElse(false));
    }

    private static List<ComponentKey> all() {
        return TYPES.stream()
                .flatMap(type -> KEYS.stream().map(key -> new ComponentKey(type, key)))
                .toList();
    }

    /** A package, an environment and options that come from one number. */
    private static final class Case {

        final FakeEnvironmentView environment = new FakeEnvironmentView();
        final SolutionPackage solution;
        final ImportOptions options;
        private final Random random;

        Case(long seed) {
            random = new Random(seed);
            boolean managed = random.nextInt(4) > 0;
            environment.managed("Base", "1.0.0.0");
            if (random.nextBoolean()) {
                String version = "1." + random.nextInt(2) + ".0.0";
                if (managed) {
                    environment.managed("Orders", version);
                } else {
                    environment.unmanaged("Orders", version);
                }
            }
            environment.managed("Later", "1.0.0.0");
            layers();
            solution = solution(managed);
            ImportOptionsBuilder chosen = ImportOptionsBuilder.options()
                    .sameVersion(SameVersion.IMPORT)
                    .lowerVersion(LowerVersion.IMPORT)
                    .missingDependencies(MissingDependencies.values()[random.nextInt(2)]);
            if (random.nextBoolean()) {
                chosen.overwriteCustomizations();
            }
            if (random.nextBoolean()) {
                chosen.withoutSteps();
            }
            options = chosen.build();
        }

        private void layers() {
            List<String> owners = new ArrayList<>(List.of("Base"));
            environment.solution("Orders").filter(s -> s.managed()).ifPresent(s -> owners.add("Orders"));
            owners.addAll(List.of("Later", Layer.ACTIVE));
            for (ComponentKey key : all()) {
                List<String> stack = new ArrayList<>();
                if (PlatformComponents.contains(key) && random.nextBoolean()) {
                    stack.add(Layer.SYSTEM);
                }
                for (String owner : owners) {
                    if (random.nextInt(4) == 0) {
                        stack.add(owner + "=" + content());
                    }
                }
                if (!stack.isEmpty()) {
                    environment.holding(key, stack.toArray(String[]::new));
                    if (key.type().equals(ComponentType.WORKFLOW)) {
                        environment.state(
                                key, random.nextBoolean() ? ActivationState.ACTIVATED : ActivationState.DRAFT);
                    }
                }
            }
        }

        private SolutionPackage solution(boolean managed) {
            String version = "1." + random.nextInt(2) + ".0.0";
            PackageFixture fixture =
                    managed ? PackageFixture.managed("Orders", version) : PackageFixture.unmanaged("Orders", version);
            for (ComponentKey key : all()) {
                if (random.nextInt(3) == 0) {
                    fixture.with(component(key));
                }
            }
            if (random.nextInt(3) == 0) {
                fixture.requires(ComponentType.ROLE, KEYS.get(random.nextInt(4)), "Base", "1.0.0.0");
            }
            if (random.nextInt(8) == 0) {
                fixture.root(ComponentType.WEB_RESOURCE, "contoso_a");
            }
            return fixture.build();
        }

        private SolutionComponent component(ComponentKey key) {
            if (random.nextInt(8) == 0) {
                return PackageFixture.context(key.type(), key.key());
            }
            return new SolutionComponent(
                    key,
                    key.key(),
                    Optional.empty(),
                    PackageFixture.definition(content()),
                    Optional.of(random.nextBoolean()),
                    Set.of());
        }

        private String content() {
            return "content " + random.nextInt(3);
        }

        /** Else it comes on top of the managed solutions. */
        boolean isInstalled() {
            return environment.solution("Orders").isPresent();
        }

        Optional<ImportPlan> plan(SolutionPackage planned) {
            try {
                return Optional.of(Planning.plan(planned, options, environment));
            } catch (RefusalException e) {
                return Optional.empty();
            }
        }

        /** The plan, or why there is none. */
        Object outcome(SolutionPackage planned) {
            try {
                return Planning.plan(planned, options, environment);
            } catch (RefusalException e) {
                return e.errors();
            }
        }
    }
}
