package io.github.solutionalm.engine;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PlatformCode;
import io.github.solutionalm.model.Property;
import io.github.solutionalm.model.SolutionComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An assembly replaces the one that is registered: with the same major and minor version it must have all types
 * that are registered, and a type can only be registered of the assembly that shows
 * (https://learn.microsoft.com/troubleshoot/power-platform/dataverse/working-with-solutions/invalidpluginassemblycontent-error-when-importing-solution).
 */
final class PlugInTypes {

    private static final Pattern VERSION = Pattern.compile("(?i)version=(\\d+\\.\\d+)");

    private final EnvironmentView environment;
    private final Map<ComponentKey, ComponentState> states;
    private final Function<ComponentState, List<Layer>> above;
    private final Map<ComponentKey, List<SolutionComponent>> types = new LinkedHashMap<>();
    private final List<SolutionComponent> assemblies = new ArrayList<>();
    private final List<Finding> errors = new ArrayList<>();

    /**
     * Checks the plug-in types of a package.
     *
     * @param above the layers over the place of the package's own, by component
     */
    PlugInTypes(
            Collection<SolutionComponent> components,
            EnvironmentView environment,
            Map<ComponentKey, ComponentState> states,
            Function<ComponentState, List<Layer>> above) {
        this.environment = environment;
        this.states = states;
        this.above = above;
        for (SolutionComponent component : components) {
            if (component.key().type().equals(ComponentType.PLUGIN_ASSEMBLY) && !component.isContext()) {
                assemblies.add(component);
            } else if (component.key().type().equals(ComponentType.PLUGIN_TYPE)) {
                component.parent().ifPresent(parent -> types.computeIfAbsent(parent, key -> new ArrayList<>())
                        .add(component));
            }
        }
    }

    /** The errors, in the order of the package. */
    List<Finding> errors() {
        List<SolutionComponent> present = assemblies.stream()
                .filter(assembly -> Optional.ofNullable(states.get(assembly.key()))
                        .filter(state -> !state.layers().isEmpty())
                        .isPresent())
                .toList();
        if (present.isEmpty()) {
            return errors;
        }
        Map<ComponentKey, List<ComponentState>> registered = registered(present);
        Map<ComponentKey, Set<ComponentKey>> names = environment.namesOf(withOtherKeys(present, registered));
        Map<ComponentKey, List<ComponentState>> lost = new HashMap<>();
        for (SolutionComponent assembly : present) {
            List<ComponentState> own = registered.getOrDefault(assembly.key(), List.of());
            lost.put(assembly.key(), lost(assembly, own, names, owners(above.apply(states.get(assembly.key())))));
        }
        Set<ComponentKey> same = sameMajorMinor(present.stream()
                .filter(assembly -> !lost.get(assembly.key()).isEmpty())
                .toList());
        for (SolutionComponent assembly : present) {
            if (same.contains(assembly.key())) {
                errors.add(removed(assembly, lost.get(assembly.key())));
            }
            notFound(assembly, states.get(assembly.key()), registered.getOrDefault(assembly.key(), List.of()));
        }
        return errors;
    }

    /** The registered types that the package may have by another name: most it has by the key that they are registered with. */
    private Set<ComponentKey> withOtherKeys(
            List<SolutionComponent> present, Map<ComponentKey, List<ComponentState>> registered) {
        Set<ComponentKey> others = new HashSet<>();
        for (SolutionComponent assembly : present) {
            Set<ComponentKey> arriving = types.getOrDefault(assembly.key(), List.of()).stream()
                    .map(SolutionComponent::key)
                    .collect(toSet());
            registered.getOrDefault(assembly.key(), List.of()).stream()
                    .map(ComponentState::key)
                    .filter(key -> !arriving.contains(key))
                    .forEach(others::add);
        }
        return others;
    }

    /** The types that the environment has, by each assembly that a layer says they are of; asked for all of them at once. */
    private Map<ComponentKey, List<ComponentState>> registered(List<SolutionComponent> present) {
        Map<ComponentKey, List<ComponentState>> registered = new HashMap<>();
        for (ComponentState part :
                environment.partsOf(present.stream().map(SolutionComponent::key).toList())) {
            if (part.key().type().equals(ComponentType.PLUGIN_TYPE)) {
                parents(part).forEach(assembly -> registered
                        .computeIfAbsent(assembly, key -> new ArrayList<>())
                        .add(part));
            }
        }
        return registered;
    }

    private static Set<ComponentKey> parents(ComponentState part) {
        Set<ComponentKey> parents = new HashSet<>();
        part.label().parent().ifPresent(parents::add);
        part.layers().forEach(layer -> layer.label().parent().ifPresent(parents::add));
        return parents;
    }

    private static Set<String> owners(List<Layer> layers) {
        return layers.stream().map(Layer::owner).collect(toSet());
    }

    /** The removed types. Types that only layers above have are theirs: the assembly that shows still has them. */
    private List<ComponentState> lost(
            SolutionComponent assembly,
            Collection<ComponentState> registered,
            Map<ComponentKey, Set<ComponentKey>> names,
            Set<String> ownersAbove) {
        Set<ComponentKey> arriving = new HashSet<>();
        types.getOrDefault(assembly.key(), List.of()).forEach(type -> {
            arriving.add(type.key());
            arriving.addAll(type.names());
        });
        return registered.stream()
                .filter(type -> type.layers().stream().anyMatch(layer -> !ownersAbove.contains(layer.owner())))
                .filter(type -> !arriving.contains(type.key())
                        && names.getOrDefault(type.key(), Set.of()).stream().noneMatch(arriving::contains))
                .toList();
    }

    private static Finding removed(SolutionComponent assembly, List<ComponentState> lost) {
        return PlatformCode.PLUGIN_TYPES_REMOVED.finding(
                "The plug-in assembly " + shortName(assembly) + " lacks types that are registered: "
                        + lost.stream().map(PlugInTypes::named).collect(joining(", "))
                        + ". Raise its major or minor version, or keep the types: with the same major and minor version"
                        + " an assembly must have all of them.",
                assembly.key());
    }

    private static String named(ComponentState type) {
        String owner = type.layers().isEmpty()
                ? ""
                : " of "
                        + ComparedComponent.owner(
                                type.layers().get(type.layers().size() - 1).owner());
        return (type.name().isEmpty() ? type.key().key() : type.name()) + owner;
    }

    /** The assemblies whose version has the major and minor number of the one that shows; none where that is unknown, so nothing is refused. */
    private Set<ComponentKey> sameMajorMinor(List<SolutionComponent> assemblies) {
        Set<ComponentKey> same = new HashSet<>();
        new DefinitionsInTurn(environment.definitions()).read(assemblies, this::hashes, (assembly, xml) -> {
            Optional<String> shown = hashes(assembly).stream()
                    .filter(xml::containsKey)
                    .flatMap(hash ->
                            environment.definitions().read(assembly.key(), assembly.parent(), xml.get(hash)).stream())
                    .map(PlugInTypes::majorMinor)
                    .reduce((below, top) -> top);
            if (shown.filter(version -> version.equals(majorMinor(assembly))).isPresent()) {
                same.add(assembly.key());
            }
        });
        return same;
    }

    /** The hashes of the layers' definitions, the lowest first; empty where the definition that shows is unknown. */
    private List<ContentHash> hashes(SolutionComponent assembly) {
        List<Layer> layers = states.get(assembly.key()).layers();
        return layers.get(layers.size() - 1).isUnseen()
                ? List.of()
                : layers.stream()
                        .flatMap(layer -> layer.content().hash().stream())
                        .toList();
    }

    private static String majorMinor(SolutionComponent assembly) {
        Matcher version = VERSION.matcher(assembly.property(Property.FULL_NAME));
        return version.find() ? version.group(1) : "";
    }

    /** Refuses a new type of an assembly over which another solution's assembly lies, which lacks the type. */
    private void notFound(SolutionComponent assembly, ComponentState state, Collection<ComponentState> registered) {
        List<Layer> over = above.apply(state);
        if (over.isEmpty()) {
            return;
        }
        Layer top = over.get(over.size() - 1);
        Set<ComponentKey> known = new HashSet<>();
        registered.stream()
                .filter(type -> type.layerOf(top.owner()).isPresent())
                .forEach(type -> known.add(type.key()));
        for (SolutionComponent type : types.getOrDefault(assembly.key(), List.of())) {
            if (!type.isContext() && !states.containsKey(type.key()) && !known.contains(type.key())) {
                errors.add(PlatformCode.PLUGIN_TYPE_NOT_FOUND.finding(
                        "PluginType [" + name(type) + "] not found in PluginAssembly [" + shortName(assembly)
                                + "]: the effective assembly is that of " + ComparedComponent.owner(top.owner())
                                + ", which lacks the type. "
                                + (top.isManaged()
                                        ? "Keep the assembly in one solution only, or first import a version of "
                                                + top.owner() + " whose assembly has the type."
                                        : "Register the new assembly there first, or remove its unmanaged layer."),
                        type.key()));
            }
        }
    }

    private static String name(SolutionComponent type) {
        String name = type.property(Property.TYPE_NAME);
        return name.isEmpty() ? type.name() : name;
    }

    private static String shortName(SolutionComponent assembly) {
        String name = assembly.property(Property.FULL_NAME);
        int comma = name.indexOf(',');
        return comma < 0 ? assembly.name() : name.substring(0, comma);
    }
}
