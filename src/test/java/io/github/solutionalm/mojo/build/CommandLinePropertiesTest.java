package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.junit.jupiter.api.Test;

class CommandLinePropertiesTest {

    private final PluginDescriptor plugin = plugin();

    @Test
    void namesThatNoGoalKnowsAreFoundWithWhatWasMeant() throws Exception {
        assertThat(unknown(Map.of("solution.enviroment", "test"), new Properties()))
                .containsExactly("Unknown property -Dsolution.enviroment. Did you mean -Dsolution.environment?");
        assertThat(unknown(Map.of("solution.colour", "red"), new Properties()))
                .containsExactly("Unknown property -Dsolution.colour. Known: -Dsolution.environment,"
                        + " -Dsolution.requireEnvironment, -Dsolution.skip");
    }

    @Test
    void knownNamesAndThoseOfOthersAreNot() throws Exception {
        assertThat(unknown(
                        CommandLineProperties.of(
                                properties("solution.environment", "test"),
                                properties("skipTests", "true"),
                                properties("solution.plan.deletes", "0")),
                        new Properties()))
                .isEmpty();
    }

    @Test
    void aProjectMayHavePropertiesOfItsOwnUnlessTheyLookLikeASlip() throws Exception {
        assertThat(unknown(Map.of("solution.release", "7"), properties("solution.release", "1")))
                .isEmpty();
        assertThat(unknown(Map.of(), properties("solution.release", "1"))).isEmpty();
        assertThat(unknown(Map.of(), properties("solution.Skip", "true")))
                .containsExactly("Unknown property <solution.Skip>. Did you mean <solution.skip>?");
    }

    @Test
    void aNameThatLooksLikeASlipIsOneThoughTheProjectDeclaresIt() throws Exception {
        assertThat(unknown(Map.of("solution.skipp", "true"), properties("solution.skipp", "false")))
                .containsExactly("Unknown property -Dsolution.skipp. Did you mean -Dsolution.skip?");
    }

    @Test
    void aPropertyOfTheCommandLineHasAValue() throws Exception {
        assertThat(unknown(Map.of("solution.environment", " "), new Properties()))
                .containsExactly("-Dsolution.environment has no value");
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThatThrownBy(() -> unknown(Map.of("solution.skip", "yes"), new Properties()))
                .hasMessage("Invalid value 'yes' for -Dsolution.skip. Allowed: true, false.");
        assertThatThrownBy(() -> unknown(Map.of(), properties("solution.skip", "")))
                .hasMessage("Invalid value '' for <solution.skip>. Allowed: true, false.");
    }

    @Test
    void soIsOneThatMayBeLeftOpen() {
        assertThatThrownBy(() -> unknown(Map.of("solution.requireEnvironment", "maybe"), new Properties()))
                .hasMessageContaining("Invalid value 'maybe' for -Dsolution.requireEnvironment. Allowed: true, false.");
    }

    private List<String> unknown(Map<String, String> commandLine, Properties project) throws Exception {
        return new CommandLineProperties(plugin).unknown(commandLine, project);
    }

    private static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        return properties;
    }

    private static PluginDescriptor plugin() {
        try {
            MojoDescriptor goal = new MojoDescriptor();
            goal.setGoal("import");
            goal.addParameter(parameter("skip", "boolean"));
            goal.addParameter(parameter("environment", "java.lang.String"));
            goal.addParameter(parameter("requireEnvironment", "java.lang.Boolean"));
            PluginDescriptor plugin = new PluginDescriptor();
            plugin.addMojo(goal);
            return plugin;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Parameter parameter(String name, String type) {
        Parameter parameter = new Parameter();
        parameter.setName(name);
        parameter.setType(type);
        parameter.setExpression("${solution." + name + "}");
        return parameter;
    }
}
