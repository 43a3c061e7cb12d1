package io.github.solutionalm.mojo.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * The {@code solution.…} properties that a build sets. Maven silently ignores a misspelt name and reads any word
 * except {@code true} as false; this class reports both.
 */
public final class CommandLineProperties {

    /** Prefix of all properties of this plugin. */
    public static final String PREFIX = "solution.";

    private static final Set<String> FLAGS = Set.of("boolean", "java.lang.Boolean");
    /** Prefix of the properties that {@code solution:plan} sets for later goals. */
    private static final String RESULTS = PREFIX + "plan.";

    private final Map<String, String> types;

    public CommandLineProperties(PluginDescriptor plugin) {
        this.types = types(plugin);
    }

    /**
     * Unknown names, each with a suggestion.
     *
     * @param commandLine properties of the command line and of Maven's JVM
     * @param project properties of the project; unknown ones are allowed, unless they look misspelt
     * @throws MojoExecutionException when a flag is neither true nor false
     */
    public List<String> unknown(Map<String, String> commandLine, Properties project) throws MojoExecutionException {
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, String> property : commandLine.entrySet()) {
            String name = property.getKey();
            checkFlag("-D" + name, name, property.getValue());
            if (property.getValue().isBlank()) {
                unknown.add("-D" + name + " has no value");
            }
            if (!types.containsKey(name) && (project.getProperty(name) == null || isSlip(name))) {
                unknown.add("Unknown property -D" + name
                        + Similar.to(
                                "-D" + name,
                                types.keySet().stream()
                                        .map(known -> "-D" + known)
                                        .toList()));
            }
        }
        for (String name : new TreeSet<>(project.stringPropertyNames())) {
            if (isOurs(name) && !commandLine.containsKey(name)) {
                checkFlag("<" + name + ">", name, project.getProperty(name));
                if (!types.containsKey(name) && isSlip(name)) {
                    unknown.add("Unknown property <" + name + ">"
                            + Similar.to(
                                    "<" + name + ">",
                                    types.keySet().stream()
                                            .map(known -> "<" + known + ">")
                                            .toList()));
                }
            }
        }
        return unknown;
    }

    private boolean isSlip(String name) {
        return types.keySet().stream().anyMatch(known -> Similar.isNear(name, known));
    }

    private void checkFlag(String what, String name, String text) throws MojoExecutionException {
        String value = text.strip();
        // Maven sets a property without a value to true.
        boolean wrong = FLAGS.contains(types.getOrDefault(name, ""))
                && !value.equalsIgnoreCase("true")
                && !value.equalsIgnoreCase("false");
        if (wrong) {
            throw new MojoExecutionException("Invalid value '" + value + "' for " + what + ". Allowed: true, false.");
        }
    }

    /** The plugin's properties in these sources; later sources override earlier ones. */
    static Map<String, String> of(Properties... sources) {
        Map<String, String> ours = new TreeMap<>();
        for (Properties source : sources) {
            source.stringPropertyNames().stream()
                    .filter(CommandLineProperties::isOurs)
                    .forEach(name -> ours.put(name, source.getProperty(name)));
        }
        return new LinkedHashMap<>(ours);
    }

    private static boolean isOurs(String name) {
        return name.startsWith(PREFIX) && !name.startsWith(RESULTS);
    }

    /** The properties that the plugin's goals read, with the types of their parameters. */
    static Map<String, String> types(PluginDescriptor plugin) {
        Map<String, String> types = new TreeMap<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (Parameter parameter : goal.getParameters() == null ? List.<Parameter>of() : goal.getParameters()) {
                String property = property(String.valueOf(parameter.getExpression()));
                if (isOurs(property)) {
                    types.put(property, parameter.getType());
                }
            }
        }
        return types;
    }

    /** The property of an expression <code>${property}</code>; empty for other text. */
    static String property(String expression) {
        return expression.startsWith("${") && expression.endsWith("}")
                ? expression.substring(2, expression.length() - 1)
                : "";
    }
}
