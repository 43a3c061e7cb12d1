package io.github.solutionalm.engine;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.engine.PackageFixture.column;
import static io.github.solutionalm.engine.PackageFixture.context;
import static io.github.solutionalm.engine.PackageFixture.key;
import static io.github.solutionalm.engine.PackageFixture.managed;
import static io.github.solutionalm.engine.PackageFixture.rule;
import static io.github.solutionalm.engine.Planning.plan;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.SAVED_QUERY;
import static io.github.solutionalm.model.ComponentType.WORKFLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.OtherOptions;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fingerprint changes with all that a plan was made from, and with nothing else. */
class PlanFingerprintTest {

    private static final ComponentKey COLUMN = key(ATTRIBUTE, "contoso_order.contoso_total");
    private static final ComponentKey OLD = key(ATTRIBUTE, "contoso_order.contoso_old");
    private static final ComponentKey FLOW = key(WORKFLOW, "flow");
    private static final ComponentKey VIEW = key(SAVED_QUERY, "view");

    /**
     * Of Dataverse environments alone, which have no plans; what an operation may and for how long, not what it does; and what
     * shows in the operation or in the solutions that are installed when the plan is made.
     */
    private static final List<String> WITHOUT_EFFECT = List.of(
            "activateFlows",
            "skipProductUpdateDependencies",
            "sameVersion",
            "lowerVersion",
            "missingDependencies",
            "leftoverUpgrade",
            "gates",
            "timeout",
            "lockTimeout");

    private final FakeEnvironmentView environment = new FakeEnvironmentView();
    private String before;

    @BeforeEach
    void anUpgrade() throws Exception {
        environment
                .managed("Orders", "1.0.0.0")
                .managed("Later", "1.0.0.0")
                .holding(COLUMN, "Orders=old")
                .holding(OLD, "Orders=old")
                .holding(FLOW, "Orders=flow")
                .state(FLOW, ActivationState.ACTIVATED)
                .holding(VIEW, "Later=view");
        before = fingerprint(next(), options());
    }

    @Test
    void isTheSameForTheSamePlan() throws Exception {
        assertThat(before).matches("[0-9a-f]{64}").isEqualTo(fingerprint(next(), options()));
    }

    /** Whatever the values are called and look like in the code that makes it. */
    @Test
    void isWhatEarlierVersionsMadeOfTheSamePlan() throws Exception {
        environment
                .holding(COLUMN, "System", "Orders=old", "Later=more", "Active=mine")
                .part(COLUMN, key(ENTITY, "contoso_order"));

        assertThat(fingerprint(next(), options()))
                .isEqualTo("e16e99679d8ffe24532c0ef9e2d67e4891f5f0c3e597d1621c77c12fe1ea9bd9");
    }

    @Test
    void doesNotDependOnTheOrderOfThePackage() throws Exception {
        SolutionPackage solution = next().build();
        List<SolutionComponent> reversed = new ArrayList<>(solution.components());
        Collections.reverse(reversed);
        SolutionPackage other =
                new SolutionPackage(solution.manifest(), reversed, solution.languages(), solution.unclaimedFiles());
        ImportPlan plan = plan(other, options().build(), environment);

        assertThat(PlanFingerprint.of(plan, options().build(), environment).fingerprint())
                .isEqualTo(before);
    }

    @Test
    void changesWithWhatThePackageHas() throws Exception {
        changes(managed("Orders", "2.0.0.0").with(column(COLUMN.key(), "newer"), rule(WORKFLOW, "flow", true)));
        changes(next().with(column("contoso_order.contoso_more", "x")));
        changes(managed("Orders", "2.0.0.0").with(column(COLUMN.key(), "new")));
        changes(next().with(context(ATTRIBUTE, OLD.key())));
    }

    @Test
    void changesWithTheLayersOfWhatItTouches() throws Exception {
        for (ComponentKey key : List.of(COLUMN, OLD)) {
            changes(environment.copy().holding(key, "Orders=other"));
            changes(environment.copy().holding(key, "Orders=old", "Active=mine"));
            changes(environment.copy().holding(key, "System", "Orders=old"));
        }
        changes(environment.copy().holding(COLUMN, "Orders=old", "Later=more"));
    }

    @Test
    void changesWithTheStateOfWhatItTouches() throws Exception {
        changes(environment.copy().state(FLOW, ActivationState.DRAFT));
        changes(environment.copy().unpublished(COLUMN));
        changes(environment.copy().unpublished(OLD));
    }

    @Test
    void changesWithWhatBlocksIt() throws Exception {
        changes(environment.copy().refers(VIEW, "Later", OLD));
    }

    /** Whoever adds an option decides here: forgotten in the fingerprint, it would leave a saved plan valid that it changes. */
    @Test
    void changesWithEachOptionButThoseWithoutEffectOnAPlan() throws Exception {
        List<String> without = new ArrayList<>();
        for (var other : OtherOptions.than(ImportOptions.defaults()).entrySet()) {
            if (fingerprint(other.getValue()).equals(before)) {
                without.add(other.getKey());
            }
        }

        assertThat(without).containsExactlyElementsOf(WITHOUT_EFFECT);
    }

    @Test
    void changesWithEachAction() throws Exception {
        assertThat(List.of(
                        before,
                        fingerprint(options().action(Action.UPDATE).build()),
                        fingerprint(options().action(Action.STAGE).build())))
                .doesNotHaveDuplicates();
    }

    @Test
    void doesNotChangeWithWhatItDoesNotTouch() throws Exception {
        assertThat(fingerprint(environment.copy().holding(VIEW, "Later=view", "Active=mine")))
                .isEqualTo(before);
        assertThat(fingerprint(environment.copy().holding(key(ENTITY, "contoso_other"), "Later=x")))
                .isEqualTo(before);
        assertThat(fingerprint(environment.copy().refers(VIEW, "Later", COLUMN)))
                .isEqualTo(before);
    }

    @Test
    void theBasisKeepsTheVersionsOfAllSolutions() throws Exception {
        assertThat(basis(next(), options(), environment).solutions())
                .containsOnly(entry("Orders", "1.0.0.0"), entry("Later", "1.0.0.0"));
    }

    private void changes(PackageFixture other) throws Exception {
        assertThat(fingerprint(other, options())).isNotEqualTo(before);
    }

    private void changes(FakeEnvironmentView other) throws Exception {
        assertThat(fingerprint(other)).isNotEqualTo(before);
    }

    private String fingerprint(ImportOptions options) throws Exception {
        return PlanFingerprint.of(plan(next().build(), options, environment), options, environment)
                .fingerprint();
    }

    private String fingerprint(PackageFixture solution, ImportOptionsBuilder options) throws Exception {
        return basis(solution, options, environment).fingerprint();
    }

    private static String fingerprint(FakeEnvironmentView other) throws Exception {
        return basis(next(), options(), other).fingerprint();
    }

    private static PlanBasis basis(PackageFixture solution, ImportOptionsBuilder options, FakeEnvironmentView view)
            throws RefusalException {
        return PlanFingerprint.of(plan(solution, options, view), options.build(), view);
    }

    private static PackageFixture next() {
        return managed("Orders", "2.0.0.0").with(column(COLUMN.key(), "new"), rule(WORKFLOW, "flow", true));
    }
}
