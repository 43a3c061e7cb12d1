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
 * The {@code solution.…} properties that a build sets. Maven takes a misspelt name for somebody else's, and any word but
 * {@code true} for false, without a sound; a release should not depend on that.
 */
public final class CommandLineProperties {

    /** What the names of all properties of this plugin begin with. */
    public static final String PREFIX = "solution.";

    private static final Set<String> FLAGS = Set.of("boolean", "java.lang.Boolean");
    /** What {@code solution:plan} sets for the goals after it. */
    private static final String RESULTS = PREFIX + "plan.";

    private final Map<String, String> types;

    public CommandLineProperties(PluginDescriptor plugin) {
        this.types = types(plugin);
    }

    /**
     * Names that no goal of the plugin knows, each with what was meant.
     *
     * @param commandLine what the command line sets, and the JVM that Maven runs in
     * @param project what the project declares: it may have properties of that kind for itself, unless they look like a slip
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
        // Maven gives a property without a value the value true.
        boolean wrong = FLAGS.contains(types.getOrDefault(name, ""))
                && !value.equalsIgnoreCase("true")
                && !value.equalsIgnoreCase("false");
        if (wrong) {
            throw new MojoExecutionException("Invalid value '" + value + "' for " + what + ". Allowed: true, false.");
        }
    }

    /** Those of the plugin among what is set, later ones before earlier ones. */
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

    /** The property of an expression <code>${property}</code>; empty when it is none. */
    static String property(String expression) {
        return expression.startsWith("${") && expression.endsWith("}")
                ? expression.substring(2, expression.length() - 1)
                : "";
    }
}
