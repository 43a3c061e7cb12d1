package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.engine.ImportPlan;
import io.github.solutionalm.law.Choices;
import io.github.solutionalm.law.Law;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.store.EnvironmentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What holds for any package in any environment, both made from choices. */
class UpgradeLawsTest {

    /** What is nobody's: the platform deletes an unmanaged component with the managed layer that comes under it. */
    private static final Set<List<String>> FREE = Set.of(List.of(), List.of(Layer.SYSTEM), List.of(Layer.ACTIVE));

    /** Of each law; another run has other numbers. */
    private static final int TRIES = 300;

    private static Path folder;
    private static EnvironmentStore store;
    private static Connection open;
    private static int carriedOut;
    private static int refusals;
    private static int deletions;

    @BeforeAll
    static void environment() throws IOException, SQLException {
        folder = Files.createTempDirectory("laws");
        String url = "jdbc:sqlite:" + folder.resolve("environment.db");
        store = EnvironmentStore.open(url, Rehearsal.CLOCK);
        // as long as one connection is open, SQLite does not make and delete its journal for each transaction
        open = DriverManager.getConnection(url);
        try (Statement statement = open.createStatement()) {
            statement.execute("SELECT COUNT(*) FROM solution");
        }
    }

    /** Laws about what never happens prove nothing. */
    @AfterAll
    static void thereWasSomethingToSee() throws IOException, SQLException {
        open.close();
        System.out.println(
                carriedOut + " operations carried out, " + refusals + " refused, " + deletions + " deletions");
        assertThat(carriedOut).isGreaterThan(refusals);
        assertThat(refusals).isGreaterThan(100);
        assertThat(deletions).isGreaterThan(100);
        Files.deleteIfExists(folder.resolve("environment.db"));
        Files.delete(folder);
    }

    @Law(tries = TRIES)
    void stagingAndApplyingIsUpgrading(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        Optional<List<String>> upgraded = in(one, environment -> {
            environment.imports(one.next, upgrade());
            return environment.content();
        });
        Optional<List<String>> applied = in(one, environment -> {
            environment.imports(one.next, options().action(Action.STAGE));
            environment.applies();
            return environment.content();
        });

        assertThat(applied).isEqualTo(upgraded);
    }

    @Law(tries = TRIES)
    void stagingAndDiscardingLeavesAllThatOthersHave(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        in(one, environment -> {
            Map<ComponentKey, List<Layer>> before = layers(environment);
            environment.imports(one.next, options().action(Action.STAGE));
            environment.discards();
            assertThat(layers(environment)).isEqualTo(before);
            return environment;
        });
    }

    @Law(tries = TRIES)
    void importingTheSameVersionAgainChangesNothing(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        in(one, environment -> {
            environment.imports(one.next, upgrade());
            List<String> after = environment.content();
            ImportPlan again = environment.imports(one.next, options().sameVersion(SameVersion.IMPORT));
            assertThat(environment.content()).isEqualTo(after);
            assertThat(again.changes()).extracting(ComponentChange::change).isSubsetOf(Change.UNCHANGED, Change.KEEP);
            return environment;
        });
    }

    @Law(tries = TRIES)
    void anUpdateDeletesNothing(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        in(one, environment -> {
            Map<ComponentKey, ComponentState> before = environment.components();
            environment.imports(one.next, options().action(Action.UPDATE));
            Map<ComponentKey, ComponentState> after = environment.components();
            before.forEach((key, state) -> assertThat(owners(after.get(key))).containsAll(owners(state)));
            return environment;
        });
    }

    @Law(tries = TRIES)
    void afterAnUpgradeTheSolutionHasWhatThePackageHas(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        in(one, environment -> {
            Set<ComponentKey> before = environment.own(GeneratedCase.SOLUTION);
            before.addAll(environment.own(GeneratedCase.SOLUTION + "_Patch_1"));
            before.addAll(environment.own(GeneratedCase.SOLUTION + "_Patch_2"));
            Map<ComponentKey, ComponentState> states = environment.components();
            environment.imports(one.next, upgrade());
            Set<ComponentKey> expected = new TreeSet<>();
            for (SolutionComponent component : one.next.components()) {
                // what the package only mentions stays if it was there, and nobody else has it
                if (!component.isContext()
                        || before.contains(component.key()) && !isLeftToOthers(states.get(component.key()))) {
                    expected.add(component.key());
                }
            }
            assertThat(environment.own(GeneratedCase.SOLUTION)).isEqualTo(expected);
            return environment;
        });
    }

    private static boolean isLeftToOthers(ComponentState state) {
        List<Layer> layers =
                state.layers().stream().filter(layer -> !layer.isActive()).toList();
        List<Layer> others = layers.stream()
                .filter(layer -> !layer.owner().startsWith(GeneratedCase.SOLUTION))
                .toList();
        boolean ownBase = layers.get(0).owner().startsWith(GeneratedCase.SOLUTION);
        return !others.isEmpty() && (!ownBase || others.get(0).publisher().equals("contoso"));
    }

    @Law(tries = TRIES)
    void theLayersOfOtherSolutionsAreLeftAlone(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        List<Action> actions = List.of(Action.UPGRADE, Action.UPDATE, Action.STAGE);
        Action action = actions.get(choices.nextInt(actions.size()));
        in(one, environment -> {
            Set<String> others = environment.layersOfOthers();
            environment.imports(one.next, options().action(action).overwriteCustomizations());
            assertThat(environment.layersOfOthers()).isEqualTo(others);
            return environment;
        });
    }

    @Law(tries = TRIES)
    void aBlockedOrRefusedOperationChangesNothing(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        in(one, environment -> {
            List<String> before = environment.content();
            try {
                environment.imports(one.next, upgrade());
            } catch (RefusalException refused) {
                assertThat(environment.content()).isEqualTo(before);
                assertThat(refused.errors()).isNotEmpty();
            }
            return environment;
        });
    }

    @Law(tries = TRIES)
    void nothingThatShowsRefersToWhatAnUpgradeDeleted(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        in(one, environment -> {
            ImportPlan plan = environment.imports(one.next, upgrade());
            Set<ComponentKey> deleted = new HashSet<>(plan.keys(Change.DELETE));
            deletions += deleted.size();
            assertThat(environment.components().keySet()).noneMatch(deleted::contains);
            assertThat(environment.referredTo()).noneMatch(deleted::contains);
            return environment;
        });
    }

    @Law(tries = TRIES)
    void whatThePlanSaysIsWhatTheImportDoes(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        in(one, environment -> {
            ImportPlan plan = environment.plan(one.next, upgrade());
            Map<ComponentKey, ComponentState> before = environment.components();
            assertThat(environment.imports(one.next, upgrade())).isEqualTo(plan);
            Map<ComponentKey, ComponentState> after = environment.components();
            for (ComponentChange change : plan.changes()) {
                boolean wasThere = before.containsKey(change.key())
                        && !before.get(change.key()).layers().isEmpty();
                assertThat(after.containsKey(change.key())).isEqualTo(change.change() != Change.DELETE);
                assertThat(wasThere || change.change() == Change.ADD || change.change() == Change.CHANGE)
                        .isTrue();
                change.hiddenBy()
                        .ifPresent(owner -> assertThat(after.get(change.key()).layers())
                                .last()
                                .extracting(Layer::owner)
                                .isEqualTo(owner));
            }
            // and nothing else happens to anything
            Set<ComponentKey> planned = new HashSet<>();
            plan.changes().forEach(change -> planned.add(change.key()));
            before.forEach((key, state) -> {
                if (!planned.contains(key)) {
                    assertThat(after.get(key)).isEqualTo(state);
                }
            });
            return environment;
        });
    }

    @Law(tries = TRIES)
    void aSavedPlanHoldsAsLongAsNothingThatItTouchesChanges(Choices choices) {
        GeneratedCase one = new GeneratedCase(choices);
        in(one, environment -> {
            PlanBasis saved = environment.basis(one.next, upgrade());
            List<String> before = touched(environment, one.next);
            environment.imports(one.between, options().sameVersion(SameVersion.IMPORT));
            boolean same = touched(environment, one.next).equals(before);
            assertThat(environment.basis(one.next, upgrade()).equals(saved)).isEqualTo(same);
            return environment;
        });
    }

    /** The versions of all solutions, and what there is of the components that a plan mentions. */
    private static List<String> touched(GeneratedEnvironment environment, SolutionPackage next)
            throws RefusalException {
        Map<ComponentKey, ComponentState> components = environment.components();
        List<String> touched = new ArrayList<>(environment.versions());
        environment.plan(next, upgrade()).changes().stream()
                .sorted(Comparator.comparing(ComponentChange::key))
                .forEach(change -> touched.add(change + " " + components.get(change.key())));
        return touched;
    }

    private static ImportOptionsBuilder upgrade() {
        return options().action(Action.UPGRADE);
    }

    private static List<String> owners(ComponentState state) {
        return state.layers().stream().map(Layer::owner).toList();
    }

    private static Map<ComponentKey, List<Layer>> layers(GeneratedEnvironment environment) {
        Map<ComponentKey, List<Layer>> layers = new TreeMap<>();
        environment.components().forEach((key, state) -> {
            if (!FREE.contains(owners(state))) {
                layers.put(key, state.layers());
            }
        });
        return layers;
    }

    /** What is done in an environment. */
    private interface Work<T> {
        T in(GeneratedEnvironment environment) throws RefusalException;
    }

    /** Ends a transaction without keeping anything of it. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Does the work after the history of the case, and forgets all of it; empty if it was refused. */
    private static <T> Optional<T> in(GeneratedCase one, Work<T> work) {
        List<T> result = new ArrayList<>();
        try {
            store.change(tx -> {
                result.add(work.in(new GeneratedEnvironment(tx).after(one.history)));
                throw new RolledBack();
            });
        } catch (RolledBack done) {
            carriedOut++;
            return Optional.of(result.get(0));
        } catch (RefusalException refused) {
            refusals++;
            return Optional.empty();
        }
        throw new AssertionError("The transaction was kept");
    }
}
