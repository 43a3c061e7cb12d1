package io.github.solutionalm.mojo;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * The {@code -Dsolution.…} properties of the command line. Maven takes a misspelt name for somebody else's, and any word
 * but {@code true} for false, without a sound; a release should not depend on that.
 */
final class CommandLineProperties {

    private CommandLineProperties() {}

    /**
     * Names that no goal of the plugin knows.
     *
     * @throws MojoExecutionException when a flag is neither true nor false
     */
    static List<String> unknown(Properties user, PluginDescriptor plugin) throws MojoExecutionException {
        Map<String, String> types = types(plugin);
        for (String name : user.stringPropertyNames()) {
            String value = user.getProperty(name).strip();
            boolean flag = "boolean".equals(types.get(name));
            // Maven gives a property without a value the value true.
            if (flag && !value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
                throw new MojoExecutionException(
                        "-D" + name + " has the value '" + value + "', which it can't have; allowed are: true, false.");
            }
        }
        return user.stringPropertyNames().stream()
                .filter(name -> name.startsWith(AbstractSolutionMojo.PREFIX) && !types.containsKey(name))
                .sorted()
                .toList();
    }

    /** The properties that the plugin's goals read, with the types of their parameters. */
    static Map<String, String> types(PluginDescriptor plugin) {
        Map<String, String> types = new TreeMap<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (Parameter parameter : goal.getParameters() == null ? List.<Parameter>of() : goal.getParameters()) {
                String expression = String.valueOf(parameter.getExpression());
                if (expression.startsWith("${" + AbstractSolutionMojo.PREFIX) && expression.endsWith("}")) {
                    types.put(expression.substring(2, expression.length() - 1), parameter.getType());
                }
            }
        }
        return types;
    }
}
