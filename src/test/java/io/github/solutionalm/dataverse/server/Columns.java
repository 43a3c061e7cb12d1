package io.github.solutionalm.dataverse.server;

import java.util.Set;

/**
 * The columns of a table, to refuse those that it does not have.
 *
 * @param entity logical name of the table
 * @param names its columns
 */
record Columns(String entity, Set<String> names) {

    void check(String column) throws ODataFault {
        if (!names.contains(column)) {
            throw ODataFault.badRequest(
                    ODataFault.BAD_QUERY,
                    "Could not find a property named '" + column + "' on type 'Microsoft.Dynamics.CRM." + entity
                            + "'.");
        }
    }
}
