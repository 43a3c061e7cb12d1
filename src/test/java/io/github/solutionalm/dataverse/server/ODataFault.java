package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A call that the service refuses, in the form of its errors (docs/platform-facts.md, "Address, headers and errors"). */
final class ODataFault extends Exception {

    static final String INVALID_ARGUMENT = "0x80040203";
    static final String DOES_NOT_EXIST = "0x80040217";
    static final String PARSING = "0x80048d19";
    static final String BAD_QUERY = "0x80060888";

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    ODataFault(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ODataFault badRequest(String code, String message) {
        return new ODataFault(400, code, message);
    }

    /** Virtual tables carry out what their provider does, and not every one joins conditions by {@code or}. */
    static void refuseOr(String filter) throws ODataFault {
        if (filter.contains(" or ")) {
            throw badRequest(BAD_QUERY, "The query node Or is not supported.");
        }
    }

    static ODataFault notFound(String entity, String id) {
        return new ODataFault(404, DOES_NOT_EXIST, "Entity '" + entity + "' With Id = " + id + " Does Not Exist");
    }

    String code() {
        return code;
    }

    /** With the details that a client gets who asked for all annotations. */
    HttpReply reply(HttpRequest request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode error = body.putObject("error");
        error.put("code", code).put("message", getMessage());
        if (request.header("Prefer").orElse("").contains("odata.include-annotations")) {
            error.put("@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus", "0");
            error.put("@Microsoft.PowerApps.CDS.HelpLink", "http://go.microsoft.com/fwlink/?LinkID=398563");
            error.put("@Microsoft.PowerApps.CDS.InnerError.Message", getMessage());
        }
        return HttpReply.json(status, body);
    }

    /** As columns of integers hold a code: {@code 0x80071151} is -2147020463. */
    static int signed(String code) {
        return Integer.parseUnsignedInt(code.substring(2), 16);
    }
}
