package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.dataverse.contract.ContractWatch;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The front of the service: who asks, what for, and what is said when it does not work. */
final class WebApi {

    private static final Pattern PATH = Pattern.compile("/api/data/v9\\.[0-2]/(?:(\\w+)(?:\\((.*)\\))?)?"
            // Of definitions, those of one kind alone.
            + "(?:/Microsoft\\.Dynamics\\.CRM\\.ManyToManyRelationshipMetadata)?");

    private final String url;
    private final String authority;
    private final Tokens tokens;
    private final Watched watched;
    private final Map<String, Call> calls = new HashMap<>();
    private final Optional<RowsCall> rows;

    /**
     * A front.
     *
     * @param authority who gives tokens, with the tenant
     * @param watch holds what goes to and fro against the contracts
     */
    WebApi(String url, String authority, Tokens tokens, List<Call> calls, ContractWatch watch) {
        this.url = url;
        this.authority = authority;
        this.tokens = tokens;
        this.watched = new Watched(watch);
        calls.forEach(call -> this.calls.put(key(call.method(), call.name()), call));
        this.rows = calls.stream()
                .filter(RowsCall.class::isInstance)
                .map(RowsCall.class::cast)
                .findFirst();
    }

    /** The name of the call; empty for what is none. */
    static String callOf(HttpRequest request) {
        Matcher matcher = PATH.matcher(request.path());
        return matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
    }

    HttpReply answer(HttpRequest request, JobPlan plan) {
        Tokens.Worth worth = tokens.worth(request.header("Authorization"));
        HttpReply reply = worth == Tokens.Worth.VALID ? known(request, plan) : challenge(worth);
        return reply.with("OData-Version", "4.0")
                .with("x-ms-service-request-id", UUID.randomUUID().toString())
                .with("REQ_ID", UUID.randomUUID().toString());
    }

    /** Says where to sign in (docs/platform-facts.md, "Sign-in"). */
    private HttpReply challenge(Tokens.Worth worth) {
        String error = worth == Tokens.Worth.EXPIRED
                ? "error=invalid_token, error_description=Error during token validation!, "
                : "";
        return HttpReply.empty(401)
                .with(
                        "WWW-Authenticate",
                        "Bearer " + error + "authorization_uri=" + authority + "/oauth2/authorize, resource_id=" + url
                                + "/");
    }

    private HttpReply known(HttpRequest request, JobPlan plan) {
        try {
            return dispatched(request, plan);
        } catch (ODataFault e) {
            return watched.refusal(e.reply(request));
        } catch (CountedBody.TooLargeException e) {
            return watched.refusal(
                    new ODataFault(413, "0x80040375", "The import file is too large to upload.").reply(request));
        } catch (IOException | RuntimeException e) {
            return new ODataFault(500, "0x80040216", "An unexpected error occurred: " + e).reply(request);
        }
    }

    private HttpReply dispatched(HttpRequest request, JobPlan plan) throws ODataFault, IOException {
        Matcher matcher = PATH.matcher(request.path());
        if (!matcher.matches()) {
            return HttpReply.html(404);
        }
        String name = Optional.ofNullable(matcher.group(1)).orElse("");
        Call call = calls.get(key(request.method(), name));
        if (call == null) {
            call = rows.filter(any -> any.method().equals(request.method()) && any.has(name))
                    .orElse(null);
        }
        if (call == null) {
            boolean otherMethod = calls.keySet().stream().anyMatch(key -> key.endsWith(" " + name));
            throw otherMethod
                    ? new ODataFault(
                            405,
                            ODataFault.BAD_QUERY,
                            "The HTTP verb " + request.method() + " is not valid for " + name)
                    : new ODataFault(404, ODataFault.BAD_QUERY, "Resource not found for the segment '" + name + "'.");
        }
        Optional<String> arguments = Optional.ofNullable(matcher.group(2)).filter(text -> !text.isEmpty());
        String root = url + request.path().substring(0, request.path().indexOf('/', 10) + 1);
        Exchange exchange = new Exchange(request, root, arguments, plan, watched.watch());
        return watched.answer(call.name(), exchange, call.answer(exchange));
    }

    private static String key(String method, String name) {
        return method + " " + name;
    }
}
