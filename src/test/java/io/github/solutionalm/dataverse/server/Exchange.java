package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.dataverse.contract.ContractWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of the Web API.
 *
 * @param request the request
 * @param root URL that paths of calls follow, such as {@code http://127.0.0.1:8080/api/data/v9.2/}
 * @param arguments what stands in the parentheses after the name; empty when there are none
 * @param plan how a job that the call starts goes on
 * @param watch holds what was sent against the contract of the call
 */
record Exchange(HttpRequest request, String root, Optional<String> arguments, JobPlan plan, ContractWatch watch) {

    private static final Pattern GUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    /** The context of an answer. */
    String context(String what) {
        return root + "$metadata#" + what;
    }

    /** A function's parameter that is a GUID, given in place or by an alias. */
    UUID guid(String parameter) throws ODataFault {
        return guidOf(text(parameter));
    }

    /** A function's parameter that is a whole number, given in place or by an alias. */
    int number(String parameter) throws ODataFault {
        String text = text(parameter);
        if (!text.matches("\\d{1,9}")) {
            throw ODataFault.badRequest(ODataFault.BAD_QUERY, "Unrecognized 'Edm.Int32' literal '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    /** A function's parameter that is a text in single quotes, given in place or by an alias. */
    String literal(String parameter) throws ODataFault {
        String text = text(parameter);
        if (!text.matches("'(?:[^']|'')*'")) {
            throw ODataFault.badRequest(ODataFault.BAD_QUERY, "Unrecognized 'Edm.String' literal '" + text + "'");
        }
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    /** A function's parameter that is a list, given in place or by an alias. */
    List<String> list(String parameter) throws ODataFault {
        try {
            List<String> list = new ArrayList<>();
            new ObjectMapper().readTree(text(parameter)).forEach(entry -> list.add(entry.asText()));
            return list;
        } catch (JsonProcessingException e) {
            throw ODataFault.badRequest(ODataFault.BAD_QUERY, "Invalid JSON: '" + text(parameter) + "'");
        }
    }

    private String text(String parameter) {
        String text = "";
        for (String argument : arguments.orElse("").split(",")) {
            if (argument.startsWith(parameter + "=")) {
                text = argument.substring(parameter.length() + 1);
            }
        }
        return text.startsWith("@") ? request.parameters().getOrDefault(text, "") : text;
    }

    /** The key of a row. */
    UUID key() throws ODataFault {
        return guidOf(arguments.orElse(""));
    }

    static UUID guidOf(String text) throws ODataFault {
        Matcher matcher = GUID.matcher(text);
        if (!matcher.matches()) {
            throw ODataFault.badRequest(
                    ODataFault.BAD_QUERY, "Guid should contain 32 digits with 4 dashes: '" + text + "'");
        }
        return UUID.fromString(text);
    }
}
