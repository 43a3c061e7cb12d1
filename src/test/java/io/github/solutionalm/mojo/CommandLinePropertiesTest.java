package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.junit.jupiter.api.Test;

class CommandLinePropertiesTest {

    private final PluginDescriptor plugin = plugin();

    @Test
    void namesThatNoGoalKnowsAreFound() throws Exception {
        assertThat(CommandLineProperties.unknown(properties("solution.enviroment", "test"), plugin))
                .containsExactly("solution.enviroment");
    }

    @Test
    void knownNamesAndThoseOfOthersAreNot() throws Exception {
        Properties properties = properties("solution.environment", "test");
        properties.setProperty("skipTests", "true");
        assertThat(CommandLineProperties.unknown(properties, plugin)).isEmpty();
    }

    @Test
    void aFlagIsTrueOrFalse() {
        assertThatThrownBy(() -> CommandLineProperties.unknown(properties("solution.skip", "yes"), plugin))
                .hasMessage("-Dsolution.skip has the value 'yes', which it can't have; allowed are: true, false.");
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
