package io.github.solutionalm.model;

/**
 * A connection reference as a package defines it: what a flow or an app connects through. The connection itself is the
 * environment's and never in a package.
 *
 * @param logicalName such as {@code contoso_orderservice}; known in any case
 * @param displayName for people; may be empty
 * @param description for people; may be empty
 * @param connectorId such as {@code /providers/Microsoft.PowerApps/apis/shared_office365}; may be empty
 * @param custom whether its connector is a custom one, whose id is another one in each environment
 */
public record ConnectionReference(
        String logicalName, String displayName, String description, String connectorId, boolean custom) {

    /** The reference as a component. */
    public ComponentKey key() {
        return new ComponentKey(ComponentType.CONNECTION_REFERENCE, logicalName);
    }
}
