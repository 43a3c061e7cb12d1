package io.github.solutionalm.mojo.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The configuration of a goal in the POM. Maven silently ignores elements that match no parameter, and lets the POM override the
 * command line; this class finds both.
 */
public final class ConfiguredGoal {

    private static final Set<String> FLAGS = Set.of("boolean", "java.lang.Boolean");
    /** Parameters, besides flags, that must not be empty by mistake. */
    private static final Set<String> NEEDED = Set.of("savedPlan", "deploymentSettingsFile");

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;

    ConfiguredGoal(MavenSession session, MavenProject project, MojoExecution execution) {
        this.session = session;
        this.project = project;
        this.execution = execution;
    }

    /** The execution named on the command line, if the POM does not have it. */
    public List<String> unknownExecution() {
        Plugin plugin = project.getPlugin(GoalsToCome.PLUGIN);
        String id = execution.getExecutionId();
        if (plugin == null
                || execution.getSource() != MojoExecution.Source.CLI
                || ReactorModules.COMMAND_LINE.equals(id)
                || plugin.getExecutionsAsMap().containsKey(id)) {
            return List.of();
        }
        return List.of("The POM has no execution '" + id + "' of this plugin"
                + Similar.to(id, plugin.getExecutionsAsMap().keySet()));
    }

    /** Elements that are empty or refer to a property that is not set. */
    public List<String> withoutValue() {
        Plugin plugin = project.getPlugin(GoalsToCome.PLUGIN);
        MojoDescriptor goal = execution.getMojoDescriptor();
        if (plugin == null || goal == null || goal.getParameterMap() == null) {
            return List.of();
        }
        PluginExecution own = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        Object said = own != null ? own.getConfiguration() : plugin.getConfiguration();
        if (!(said instanceof Xpp3Dom dom)) {
            return List.of();
        }
        List<String> without = new ArrayList<>();
        for (Xpp3Dom element : dom.getChildren()) {
            Parameter parameter = goal.getParameterMap().get(element.getName());
            if (parameter != null && element.getChildCount() == 0) {
                check(parameter, text(element), without);
            }
        }
        return without;
    }

    private void check(Parameter parameter, String value, List<String> without) {
        String name = parameter.getName();
        if (value.isEmpty() && (FLAGS.contains(parameter.getType()) || NEEDED.contains(name))) {
            without.add("<" + name + "> in the POM is empty. Give it a value or remove it");
        }
        if (value.contains("${") && !value.equals(parameter.getExpression()) && isUnresolved(value)) {
            without.add("<" + name + "> in the POM is " + value + ", but that property is not set");
        }
    }

    private boolean isUnresolved(String value) {
        try {
            Object resolved = new PluginParameterExpressionEvaluator(session, execution).evaluate(value);
            return resolved == null || resolved.toString().contains("${");
        } catch (ExpressionEvaluationException e) {
            return true;
        }
    }

    /** Elements that are not parameters of their goals, each with the nearest known name. */
    public List<String> unknownElements() {
        Plugin plugin = project.getPlugin(GoalsToCome.PLUGIN);
        MojoDescriptor goal = execution.getMojoDescriptor();
        if (plugin == null || goal == null) {
            return List.of();
        }
        PluginDescriptor all = goal.getPluginDescriptor();
        Set<String> known = parameters(all.getMojos());
        Set<String> common = elements(plugin.getConfiguration());
        List<String> unknown = new ArrayList<>();
        for (String element : common) {
            if (!known.contains(element)) {
                unknown.add("Unknown parameter <" + element + ">" + Similar.to("<" + element + ">", elements(known)));
            }
        }
        PluginExecution own = plugin.getExecutionsAsMap().get(execution.getExecutionId());
        if (own != null) {
            Set<String> here =
                    parameters(own.getGoals().stream().map(all::getMojo).toList());
            for (String element : elements(own.getConfiguration())) {
                if (!common.contains(element) && !here.contains(element)) {
                    unknown.add("<" + element + "> in the execution '" + own.getId() + "' is not a parameter of "
                            + own.getGoals().stream()
                                    .map(name -> "solution:" + name)
                                    .collect(Collectors.joining(", "))
                            + Similar.to("<" + element + ">", elements(here)));
                }
            }
        }
        return unknown;
    }

    /** Command-line properties without effect, because the POM sets the parameter to another value. */
    public List<String> overridden(Map<String, String> commandLine) {
        MojoDescriptor goal = execution.getMojoDescriptor();
        Xpp3Dom said = execution.getConfiguration();
        if (goal == null || goal.getParameters() == null || said == null) {
            return List.of();
        }
        List<String> overridden = new ArrayList<>();
        for (Parameter parameter : goal.getParameters()) {
            String expression = String.valueOf(parameter.getExpression());
            String property = CommandLineProperties.property(expression);
            Xpp3Dom element = said.getChild(parameter.getName());
            if (element == null || !commandLine.containsKey(property)) {
                continue;
            }
            String asked = commandLine.get(property).strip();
            String configured = text(element);
            if (!configured.equals(expression) && !configured.equals(asked)) {
                overridden.add("-D" + property + "=" + asked + " has no effect: the POM sets <"
                        + parameter.getName() + ">" + configured + "</" + parameter.getName()
                        + ">, which takes precedence. Write <" + parameter.getName() + ">" + expression + "</"
                        + parameter.getName() + "> there and the value in <properties>, or remove one of the two");
            }
        }
        return overridden;
    }

    /** The text of an element; a list is joined with commas, as on the command line. */
    private static String text(Xpp3Dom element) {
        if (element.getChildCount() == 0) {
            return element.getValue() == null ? "" : element.getValue().strip();
        }
        return Stream.of(element.getChildren()).map(ConfiguredGoal::text).collect(Collectors.joining(","));
    }

    private static List<String> elements(Set<String> names) {
        return names.stream().map(name -> "<" + name + ">").toList();
    }

    private static Set<String> parameters(List<MojoDescriptor> goals) {
        Set<String> names = new LinkedHashSet<>();
        for (MojoDescriptor goal : goals) {
            if (goal != null && goal.getParameters() != null) {
                goal.getParameters().forEach(parameter -> names.add(parameter.getName()));
            }
        }
        return names;
    }

    private static Set<String> elements(Object configuration) {
        Set<String> names = new LinkedHashSet<>();
        if (configuration instanceof Xpp3Dom dom) {
            Stream.of(dom.getChildren()).forEach(child -> names.add(child.getName()));
        }
        return names;
    }
}
