package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.dataverse.content.ListedComponent;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/**
 * A snapshot, with what the environment calls its components.
 *
 * @param snapshot what was captured
 * @param listed the environment's words for components, by key
 * @param type the type of a number
 * @param key the key of a component, by its type and object id
 * @param basis what the environment held then
 * @param gaps the looks that failed so far
 */
record Captured(
        EnvironmentSnapshot snapshot,
        Map<ComponentKey, Listed> listed,
        IntFunction<ComponentType> type,
        UnaryOperator<ComponentKey> key,
        Basis basis,
        Gaps gaps) {

    /**
     * A component as the environment means it.
     *
     * @param type number of its type there
     * @param objectId GUID
     * @param layerName what {@code msdyn_componentlayers} calls the type
     */
    record Listed(int type, String objectId, String layerName) {}

    /** The environment's words for a component; empty when it has none of this key. */
    Optional<Listed> find(ComponentKey component) {
        return Optional.ofNullable(listed.get(component));
    }

    /** The component of an object: by its key, or by the object if it has no other. */
    ComponentKey component(int number, String objectId) {
        return key.apply(new ComponentKey(type.apply(number), objectId));
    }

    /** The words for an object that no solution lists. */
    Listed unlisted(int number, String objectId) {
        return new Listed(number, objectId, ListedComponent.layerName(number, type.apply(number), Map.of()));
    }
}
