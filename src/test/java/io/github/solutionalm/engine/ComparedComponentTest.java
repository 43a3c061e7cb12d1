package io.github.solutionalm.engine;

import static io.github.solutionalm.engine.PackageFixture.hash;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A new version may change tens of thousands of components. The definitions that the environment has of them are read only
 * where a rule asks what they say.
 */
final class ComparedComponentTest {

    private static final int MANY = 50;

    @ParameterizedTest
    @ValueSource(strings = {"PluginAssembly", "PluginType", "CustomControl", "Report", "contoso_row"})
    void whatNoRuleAsksForIsNotRead(String type) throws Exception {
        assertThat(read(true, "Orders", type, Map.of())).isEmpty();
        assertThat(read(true, "Others", type, Map.of())).isEmpty();
    }

    /** A publisher changes its own managed properties as it likes. */
    @Test
    void managedPropertiesAreReadOfOthersOnly() throws Exception {
        assertThat(read(true, "Orders", "WebResource", Map.of())).isEmpty();
        assertThat(read(true, "Others", "WebResource", Map.of())).hasSize(MANY);
        assertThat(read(false, "Orders", "WebResource", Map.of())).hasSize(MANY);
    }

    @Test
    void whatCannotChangeIsReadWhereThePackageSaysWhatItIs() throws Exception {
        assertThat(read(true, "Orders", "Workflow", Map.of(Property.CATEGORY, "5")))
                .hasSize(MANY);
        assertThat(read(true, "Orders", "Workflow", Map.of())).isEmpty();
    }

    /** What is read in the plan of a package of which all components are in the environment with another content. */
    private static Set<ContentHash> read(boolean managed, String owner, String type, Map<String, String> properties)
            throws Exception {
        FakeEnvironmentView environment = new FakeEnvironmentView().managed("Orders", "1.0.0.0");
        if (!owner.equals("Orders")) {
            environment.foreign("others", owner, "1.0.0.0");
        }
        PackageFixture solution =
                managed ? PackageFixture.managed("Orders", "2.0.0.0") : PackageFixture.unmanaged("Mine", "1.0.0.0");
        for (int i = 0; i < MANY; i++) {
            ComponentKey key = new ComponentKey(ComponentType.named(type), "contoso_" + i);
            environment.holding(key, owner + "=old" + i);
            solution.with(new SolutionComponent(
                    key,
                    "",
                    Optional.empty(),
                    Optional.of(new Definition(hash("new" + i), List.of(), hash("new" + i))),
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    properties));
        }
        Counting counting = new Counting();
        EnvironmentView view = (EnvironmentView) Proxy.newProxyInstance(
                EnvironmentView.class.getClassLoader(),
                new Class<?>[] {EnvironmentView.class},
                (proxy, method, arguments) ->
                        method.getName().equals("definitions") ? counting : method.invoke(environment, arguments));
        ImportPlan plan =
                Planning.plan(solution.build(), ImportOptionsBuilder.options().build(), view);
        assertThat(plan.changes()).hasSize(MANY);
        return counting.read;
    }

    /** Definitions that say nothing. */
    private static final class Counting implements Definitions {

        private final Set<ContentHash> read = new HashSet<>();

        @Override
        public Map<ContentHash, byte[]> stored(Collection<ContentHash> definitions) {
            read.addAll(definitions);
            return Map.of();
        }

        @Override
        public void arriving(Collection<Definition> definitions, Arrival each) {}

        @Override
        public Optional<byte[]> content(ContentHash content) {
            return Optional.empty();
        }

        @Override
        public Optional<SolutionComponent> read(
                ComponentKey component, Optional<ComponentKey> parent, ContentHash definition) {
            read.add(definition);
            return Optional.empty();
        }

        @Override
        public Optional<SolutionComponent> read(ComponentKey component, Optional<ComponentKey> parent, byte[] xml) {
            return Optional.empty();
        }
    }
}
