package io.github.solutionalm.merge;

import io.github.solutionalm.merge.EffectiveDefinition.LayerXml;
import io.github.solutionalm.merge.Node.Mark;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a choice, or of a column with options: {@code optionset/options/option}, {@code states/state} and
 * {@code statuses/status}, each with a {@code value} and {@code labels/label}. An update adds to them and changes them;
 * only an upgrade removes what a new version lacks
 * (https://learn.microsoft.com/power-apps/maker/data-platform/update-solutions).
 */
public final class OptionValues {

    private static final String OPTION_SET = "optionset";
    private static final String PICK_LIST = "picklist";
    private static final Set<String> CONTAINERS = Set.of("options", "states", "statuses");
    private static final MergeRules RULES =
            MergeRules.of(ComponentType.OPTION_SET).orElseThrow();

    /**
     * One of them.
     *
     * @param value as the definition writes it
     * @param label its first label; empty if it has none
     */
    public record Value(String value, String label) {}

    private OptionValues() {}

    /** Whether a component is a choice or a column that has options of its own, be it none at the moment. */
    public static boolean mayBeOf(SolutionComponent component) {
        return component.key().type().equals(ComponentType.OPTION_SET)
                || component
                        .property(Property.DATA_TYPE)
                        .toLowerCase(Locale.ROOT)
                        .endsWith(PICK_LIST)
                || !component.property(Property.VALUES).isEmpty();
    }

    /**
     * The values of a definition, in its order; none of a column without options.
     *
     * @throws MalformedLayerException when it is not well-formed XML
     */
    public static List<Value> of(byte[] xml) {
        // Few of tens of thousands of columns have options: the others need no tree.
        if (!new String(xml, StandardCharsets.ISO_8859_1).contains(OPTION_SET)) {
            return List.of();
        }
        return optionSet(read("a choice", xml).root())
                .map(set -> containers(set).flatMap(OptionValues::options))
                .orElse(Stream.empty())
                .map(option -> new Value(value(option), label(option)))
                .toList();
    }

    /**
     * A new definition with the values of an earlier one that it lacks, which come behind its own.
     *
     * @return the definition itself where it lacks none, has no options, or is a difference, which lacks nothing that it
     *     does not remove
     * @throws MalformedLayerException when one of them is not well-formed XML
     */
    public static byte[] keeping(byte[] definition, byte[] earlier) {
        LayerDocument here = read("the new version", definition);
        Optional<Node> from = optionSet(read("the earlier version", earlier).root());
        Optional<Node> to = optionSet(here.root());
        if (here.isDifference() || from.isEmpty() || to.isEmpty()) {
            return definition;
        }
        List<Node> kept = containers(from.get())
                .flatMap(container -> lacking(to.get(), container))
                .toList();
        for (Node option : kept) {
            container(to.get(), option.parent().name()).add(option);
        }
        return kept.isEmpty() ? definition : NodeXml.of(here.root(), RULES);
    }

    private static LayerDocument read(String owner, byte[] xml) {
        return LayerDocument.read(new LayerXml(owner, xml), RULES);
    }

    /** The root of a choice, a child of a column. */
    private static Optional<Node> optionSet(Node root) {
        return Stream.concat(Stream.of(root), root.children().stream())
                .filter(named(OPTION_SET))
                .findFirst();
    }

    private static Stream<Node> containers(Node optionSet) {
        return optionSet.children().stream().filter(child -> CONTAINERS.contains(child.name()));
    }

    private static Stream<Node> options(Node container) {
        return container.children().stream()
                .filter(option -> option.mark != Mark.REMOVED)
                .filter(option -> !value(option).isEmpty());
    }

    private static Stream<Node> lacking(Node optionSet, Node container) {
        Set<String> known = containers(optionSet)
                .filter(named(container.name()))
                .flatMap(OptionValues::options)
                .map(OptionValues::value)
                .collect(Collectors.toSet());
        return options(container).filter(option -> known.add(value(option)));
    }

    private static Node container(Node optionSet, String name) {
        return containers(optionSet).filter(named(name)).findFirst().orElseGet(() -> {
            Node made = new Node(name);
            optionSet.add(made);
            return made;
        });
    }

    private static String value(Node option) {
        return option.attribute("value");
    }

    private static String label(Node option) {
        return option.children().stream()
                .filter(named("labels"))
                .flatMap(labels -> labels.children().stream())
                .filter(named("label"))
                .map(label -> label.attribute("description"))
                .findFirst()
                .orElse("");
    }

    private static Predicate<Node> named(String name) {
        return node -> node.name().equals(name);
    }
}
