package io.github.solutionalm.mojo.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/** The parameters that stop a build (gates). A misspelt one would let everything pass, so it is reported. */
public final class Gates {

    private static final List<String> NAMES = List.of(
            "allowedDeletes",
            "failOnBlocked",
            "failOnDataLoss",
            "failOnDelete",
            "failOnHidden",
            "requireEnvironment",
            "requireInstalled",
            "savedPlan",
            "snapshotMaxAge");

    private Gates() {}

    /** Gates on the command line that no requested goal reads, or that lack the prefix {@code solution.}. */
    public static List<String> withoutEffect(MavenBuild build, PluginDescriptor plugin) {
        List<String> without = new ArrayList<>();
        for (String property : new TreeSet<>(build.userProperties().stringPropertyNames())) {
            meant(property)
                    .ifPresent(gate -> without.add("Unknown property -D" + property + ". Did you mean -D"
                            + CommandLineProperties.PREFIX + gate + "?"));
        }
        List<String> asked = build.goalsOfCommandLine();
        for (String gate : NAMES) {
            List<String> knowing = knowing(gate, plugin);
            boolean set = build.commandLine().containsKey(CommandLineProperties.PREFIX + gate);
            if (set && !asked.isEmpty() && asked.stream().noneMatch(knowing::contains)) {
                without.add("-D" + CommandLineProperties.PREFIX + gate + " has no effect here; it is a parameter of "
                        + knowing.stream().map(goal -> "solution:" + goal).collect(Collectors.joining(", ")));
            }
        }
        return without;
    }

    /** The gate that a property with a missing or misspelt prefix was meant to set. */
    private static Optional<String> meant(String property) {
        String name = property.substring(property.lastIndexOf('.') + 1);
        String prefix = property.substring(0, property.length() - name.length()).toLowerCase(Locale.ROOT);
        boolean ours = property.startsWith(CommandLineProperties.PREFIX);
        return ours || !List.of("", "solution.", "solutions.").contains(prefix)
                ? Optional.empty()
                : NAMES.stream().filter(name::equalsIgnoreCase).findFirst();
    }

    private static List<String> knowing(String gate, PluginDescriptor plugin) {
        Map<String, Boolean> goals = new TreeMap<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (Parameter parameter : goal.getParameters() == null ? List.<Parameter>of() : goal.getParameters()) {
                if (parameter.getName().equals(gate)) {
                    goals.put(goal.getGoal(), true);
                }
            }
        }
        return List.copyOf(goals.keySet());
    }
}
