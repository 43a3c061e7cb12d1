package io.github.solutionalm.dataverse.server;

import java.io.IOException;

/** One call of the Web API: an action, a function or a table. */
interface Call {

    /** The name in the path, by which scripts know it too. */
    String name();

    /** The method, such as {@code POST}. */
    String method();

    HttpReply answer(Exchange exchange) throws ODataFault, IOException;
}
