package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * {@code PATCH slas(id)} and its like with statecode and statuscode, which is how the tables' references say that SetState is
 * done over the Web API (see {@link RuleRows}); 204 when it is, and with {@code If-Match: *} no row is made that is not there
 * (https://learn.microsoft.com/power-apps/developer/data-platform/webapi/update-delete-entities-using-web-api).
 */
final class RuleStateCall implements Call {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RuleRows rows;
    private final Organization organization;

    RuleStateCall(RuleRows rows, Organization organization) {
        this.rows = rows;
        this.organization = organization;
    }

    @Override
    public String name() {
        return rows.table().set();
    }

    @Override
    public String method() {
        return "PATCH";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault, IOException {
        String id = exchange.key().toString();
        JsonNode body = JSON.readTree(exchange.request().body());
        exchange.watch().sent(name(), body);
        int state = body.path("statecode").asInt(-1);
        if (body.size() != 2
                || state < 0
                || state > 1
                || body.path("statuscode").asInt(-1) != state + 1) {
            throw ODataFault.badRequest(
                    ODataFault.INVALID_ARGUMENT,
                    body.path("statuscode") + " is not a valid status code for state " + state);
        }
        if (!exchange.request().header("If-Match").orElse("").equals("*")) {
            throw new ODataFault(501, "0x80040216", "The test server makes no rules: send If-Match: *.");
        }
        if (rows.table().find(id).isEmpty()) {
            throw ODataFault.notFound(rows.table().entity(), id);
        }
        organization.sets(rows.key(id), state == rows.on());
        return HttpReply.empty(204);
    }
}
