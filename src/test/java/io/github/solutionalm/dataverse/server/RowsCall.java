package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.server.FetchQuery.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the rows of any table: there are only their counts. */
final class RowsCall implements Call {

    /** More can't be evaluated (https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/aggregate-data). */
    private static final long MOST_EVALUATED = 50_000;
    /** More are not counted (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/count-rows). */
    private static final long MOST_COUNTED = 5_000;

    private static final String LIMIT = "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";

    private final Organization organization;
    private final DefinedTables tables;

    RowsCall(Organization organization) {
        this.organization = organization;
        this.tables = new DefinedTables(organization);
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public String method() {
        return "GET";
    }

    /** Whether there is such a table, by its name in paths. */
    boolean has(String entitySet) {
        return tables.inPath(entitySet).isPresent();
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault {
        String entitySet = WebApi.callOf(exchange.request());
        Map<String, String> options = exchange.request().parameters();
        if (!options.keySet().equals(Set.of("fetchXml"))) {
            throw ODataFault.badRequest(ODataFault.BAD_QUERY, "The server carries out fetchXml alone");
        }
        FetchQuery query = FetchQuery.of(options.get("fetchXml"));
        check(query, entitySet);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", exchange.context(entitySet));
        if (query.aggregate()) {
            aggregate(query, answer);
        } else {
            first(query, exchange.request(), answer);
        }
        return HttpReply.json(200, answer);
    }

    private void check(FetchQuery query, String entitySet) throws ODataFault {
        if (!DefinedTables.entitySet(query.table()).equals(entitySet)) {
            throw ODataFault.badRequest("0x80060888", "The entity set " + entitySet + " is not of " + query.table());
        }
        List<String> columns = Stream.concat(
                        query.columns().values().stream(),
                        query.conditions().stream().map(Condition::column))
                .toList();
        for (String column : columns) {
            if (!tables.hasColumn(query.table(), column)) {
                throw ODataFault.badRequest(
                        "0x80041103",
                        "'" + query.table() + "' entity doesn't contain attribute with Name = '" + column
                                + "' and NameMapping = 'Logical'.");
            }
        }
    }

    private void aggregate(FetchQuery query, ObjectNode answer) throws ODataFault {
        long evaluated = matching(query);
        if (evaluated > MOST_EVALUATED) {
            throw ODataFault.badRequest(
                    "0x8004e023", "The maximum record limit is exceeded. Reduce the number of records.");
        }
        ArrayNode value = answer.putArray("value");
        ObjectNode row = value.addObject();
        query.columns().forEach((alias, column) -> {
            boolean each = column.equals(DefinedTables.primaryId(query.table()));
            row.put(alias, each ? evaluated : organization.data().of(query.table(), column));
        });
    }

    /** The one row itself has no use. */
    private void first(FetchQuery query, HttpRequest request, ObjectNode answer) {
        long count = matching(query);
        if (query.counted()) {
            answer.put("@odata.count", Math.min(count, MOST_COUNTED));
            if (request.header("Prefer").orElse("").contains(LIMIT)) {
                answer.put("@Microsoft.Dynamics.CRM.totalrecordcount", Math.min(count, MOST_COUNTED));
                answer.put("@" + LIMIT, count > MOST_COUNTED);
            }
        }
        answer.putArray("value");
    }

    private long matching(FetchQuery query) {
        if (query.conditions().isEmpty()) {
            return organization.data().of(query.table());
        }
        Condition condition = query.conditions().get(0);
        if (condition.column().equals(DefinedTables.primaryId(query.table()))) {
            return organization.data().of(query.table());
        }
        return condition.operator().equals("not-null")
                ? organization.data().of(query.table(), condition.column())
                : organization.data().of(query.table(), condition.column(), condition.value());
    }
}
