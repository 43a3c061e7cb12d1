package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * RetrieveTotalRecordCount: how many rows tables have
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/entityrecordcountcollection).
 *
 * @param organization has the rows
 */
record RecordCountCall(Organization organization) {

    Call call() {
        return new FunctionCall("RetrieveTotalRecordCount", this::fill);
    }

    private void fill(ObjectNode answer, Exchange exchange) throws ODataFault {
        List<String> names = exchange.list("EntityNames");
        DefinedTables tables = new DefinedTables(organization);
        for (String name : names) {
            if (!tables.names().contains(name)) {
                throw ODataFault.badRequest(
                        "0x80041102",
                        "The entity with a name = '" + name
                                + "' with namemapping = 'Logical' was not found in the MetadataCache.");
            }
        }
        ObjectNode counts = answer.putObject("EntityRecordCountCollection");
        counts.put("Count", names.size());
        counts.put("IsReadOnly", false);
        ArrayNode keys = counts.putArray("Keys");
        ArrayNode values = counts.putArray("Values");
        names.forEach(name -> {
            keys.add(name);
            values.add(organization.data().of(name));
        });
    }
}
