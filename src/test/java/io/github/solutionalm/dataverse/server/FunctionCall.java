package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A function with a small answer.
 *
 * @param name its name
 * @param answers fills in what it answers
 */
record FunctionCall(String name, Answers answers) implements Call {

    /** Fills in the answer of a call. */
    interface Answers {
        void fill(ObjectNode answer, Exchange exchange) throws ODataFault;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public HttpReply answer(Exchange exchange) throws ODataFault {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", exchange.context("Microsoft.Dynamics.CRM." + name + "Response"));
        answers.fill(answer, exchange);
        return HttpReply.json(200, answer);
    }

    static Call whoAmI() {
        return new FunctionCall("WhoAmI", (answer, exchange) -> answer.put("BusinessUnitId", Rows.BUSINESS_UNIT)
                .put("UserId", Rows.USER)
                .put("OrganizationId", Rows.ORGANIZATION));
    }

    static Call version(String version) {
        return new FunctionCall("RetrieveVersion", (answer, exchange) -> answer.put("Version", version));
    }
}
