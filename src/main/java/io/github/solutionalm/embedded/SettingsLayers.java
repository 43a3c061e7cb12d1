package io.github.solutionalm.embedded;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Content;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.packaging.EqualContent;
import io.github.solutionalm.settings.SettingValue;
import io.github.solutionalm.settings.SettingsCheck;
import io.github.solutionalm.store.LayerTable.LayerWrite;
import io.github.solutionalm.store.StoreTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Deployment settings in an embedded environment. A value and a connection are the environment's own, so each is a
 * component in the unmanaged layer, part of its definition: imports leave it, and it goes when its definition goes.
 */
final class SettingsLayers {

    /** The connection that a reference is bound to, known by the reference's name. */
    static final ComponentType CONNECTION = ComponentType.named("connection");

    private final StoreTransaction tx;
    private final SettingsDeclaration declared;
    private final Optional<DeploymentSettings> settings;

    SettingsLayers(StoreTransaction tx, SettingsDeclaration declared, Optional<DeploymentSettings> settings) {
        this.tx = tx;
        this.declared = declared;
        this.settings = settings;
    }

    private record Setting(ComponentKey key, String name, ComponentKey definition, byte[] xml) {

        ContentHash hash() {
            return ContentHash.ofContent(xml);
        }

        /** The hash of what it says, as packages are compared too. */
        ContentHash says() {
            return EqualContent.hash(xml);
        }
    }

    /**
     * Holds the settings against the package.
     *
     * @param leaving unique names of solutions whose layers go with this import; their values are no values
     * @return the warnings
     * @throws RefusalException with all that is wrong
     */
    List<Finding> check(Collection<String> leaving) throws RefusalException {
        SettingsCheck check = SettingsCheck.of(declared, settings, present(leaving));
        if (!check.errors().isEmpty()) {
            throw new RefusalException(check.errors(), List.of());
        }
        // Without settings nothing was to be set: a rehearsal needs no connections.
        return settings.isPresent() ? check.warnings() : List.of();
    }

    private SettingsCheck.Present present(Collection<String> leaving) {
        Set<ComponentKey> asked = new HashSet<>();
        declared.variables().forEach(variable -> asked.add(value(variable.schemaName())));
        declared.references().forEach(reference -> asked.add(connection(reference.logicalName())));
        Set<ComponentKey> values = new HashSet<>();
        Set<ComponentKey> connections = new HashSet<>();
        tx.components().states(asked).values().stream()
                .filter(state -> hasLayerOfOthers(state, leaving))
                .map(ComponentState::key)
                .forEach(key -> (key.type().equals(CONNECTION) ? connections : values).add(definition(key)));
        return new SettingsCheck.Present(values, connections);
    }

    private static boolean hasLayerOfOthers(ComponentState state, Collection<String> leaving) {
        return state.layers().stream().map(Layer::owner).anyMatch(owner -> leaving.stream()
                .noneMatch(name -> UniqueName.same(owner, name)));
    }

    /** What is said of settings that do not take effect, since the package is skipped; nothing when they hold already. */
    List<Finding> skipped() {
        return SettingsCheck.skipped(changed().stream().map(Setting::definition).toList()).stream()
                .toList();
    }

    /** Sets what is another value than before. */
    void write() {
        List<LayerWrite> layers = new ArrayList<>();
        for (Setting setting : changed()) {
            ContentHash hash = setting.hash();
            tx.contents().write(hash, setting.xml(), setting.xml().length);
            layers.add(new LayerWrite(
                    setting.key(),
                    new Layer.Label(setting.name(), Optional.of(setting.definition()), Optional.empty()),
                    new Definition(hash, List.of(), setting.says()),
                    Layer.Origin.PACKAGE,
                    Set.of(),
                    Set.of(),
                    true));
        }
        if (!layers.isEmpty()) {
            tx.layers().write(Layer.ACTIVE, layers);
        }
    }

    /** What is set already is not set again; what a layer sets whose content is not known, is. */
    private List<Setting> changed() {
        List<Setting> all = all();
        Map<ComponentKey, ComponentState> states =
                tx.components().states(all.stream().map(Setting::key).toList());
        return all.stream()
                .filter(setting -> Optional.ofNullable(states.get(setting.key()))
                        .flatMap(state -> state.layerOf(Layer.ACTIVE))
                        .filter(layer -> layer.content().isSurely(Content.of(setting.says())))
                        .isEmpty())
                .toList();
    }

    private List<Setting> all() {
        List<Setting> all = new ArrayList<>();
        settings.ifPresent(given -> {
            given.variables().forEach(set -> declared.variable(set.schemaName())
                    .ifPresent(variable -> all.add(new Setting(
                            value(variable.schemaName()),
                            variable.displayName(),
                            variable.key(),
                            SettingValue.xml(variable, SettingValue.normal(variable, set.value()))))));
            given.connections().forEach(bound -> declared.reference(bound.logicalName())
                    .ifPresent(reference -> all.add(new Setting(
                            connection(reference.logicalName()),
                            bound.connectionId(),
                            reference.key(),
                            SettingValue.connectionXml(
                                    reference.logicalName(),
                                    bound.connectionId(),
                                    bound.connectorId().isEmpty() ? reference.connectorId() : bound.connectorId())))));
        });
        return all;
    }

    private static ComponentKey value(String schemaName) {
        return new ComponentKey(ComponentType.ENVIRONMENT_VARIABLE_VALUE, schemaName);
    }

    private static ComponentKey connection(String logicalName) {
        return new ComponentKey(CONNECTION, logicalName);
    }

    private static ComponentKey definition(ComponentKey setting) {
        ComponentType type = setting.type().equals(CONNECTION)
                ? ComponentType.CONNECTION_REFERENCE
                : ComponentType.ENVIRONMENT_VARIABLE_DEFINITION;
        return new ComponentKey(type, setting.key());
    }
}
