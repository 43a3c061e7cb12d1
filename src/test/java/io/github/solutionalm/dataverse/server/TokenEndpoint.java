package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.solutionalm.dataverse.contract.ContractWatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The sign-in service: discovery of instance and tenant, and tokens for client credentials (docs/platform-facts.md,
 * "Sign-in").
 */
final class TokenEndpoint {

    private static final String BEARER_JWT = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /** Libraries compare it with what they sent. */
    private static final String CLIENT_REQUEST = "client-request-id";

    private final ServerSettings settings;
    private final Tokens tokens;
    private final String url;
    private final String authority;
    private final ContractWatch watch;

    TokenEndpoint(ServerSettings settings, Tokens tokens, String url, String authority, ContractWatch watch) {
        this.settings = settings;
        this.tokens = tokens;
        this.url = url;
        this.authority = authority;
        this.watch = watch;
    }

    HttpReply answer(HttpRequest request) throws IOException {
        try {
            String path = request.path();
            if (path.equals("/common/discovery/instance")) {
                return HttpReply.json(200, instance());
            }
            String tenant = path.substring(1, Math.max(1, path.indexOf('/', 1)));
            if (!tenant.equalsIgnoreCase(settings.tenant())) {
                throw new SignInFault(
                        400,
                        "invalid_tenant",
                        90002,
                        "Tenant '" + tenant + "' not found. Check to make sure you have the correct tenant ID and are"
                                + " signing into the correct cloud.");
            }
            if (path.endsWith("/.well-known/openid-configuration")) {
                return HttpReply.json(200, configuration());
            }
            return path.endsWith("/oauth2/v2.0/token") && request.method().equals("POST")
                    ? HttpReply.json(200, token(request))
                            .with("Cache-Control", "no-store, no-cache")
                            .with(CLIENT_REQUEST, request.header(CLIENT_REQUEST).orElse(""))
                    : HttpReply.html(404);
        } catch (SignInFault e) {
            return e.reply(settings.clock());
        }
    }

    private String tokenUrl() {
        return authority + "/" + settings.tenant() + "/oauth2/v2.0/token";
    }

    private ObjectNode instance() {
        String host = authority.substring(authority.indexOf("//") + 2);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                "tenant_discovery_endpoint",
                authority + "/" + settings.tenant() + "/v2.0/.well-known/openid-configuration");
        body.put("api-version", "1.1");
        ObjectNode metadata = body.putArray("metadata").addObject();
        metadata.put("preferred_network", host).put("preferred_cache", host);
        metadata.putArray("aliases").add(host);
        return body;
    }

    private ObjectNode configuration() {
        String base = authority + "/" + settings.tenant();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token_endpoint", tokenUrl());
        body.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_post")
                .add("private_key_jwt")
                .add("client_secret_basic");
        body.put("jwks_uri", base + "/discovery/v2.0/keys");
        body.put("issuer", base + "/v2.0");
        body.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
        body.put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode");
        body.put("end_session_endpoint", base + "/oauth2/v2.0/logout");
        return body;
    }

    private ObjectNode token(HttpRequest request) throws IOException, SignInFault {
        Map<String, String> form = HttpRequest.form(new String(request.body().readAllBytes(), StandardCharsets.UTF_8));
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            throw new SignInFault(
                    400,
                    "unsupported_grant_type",
                    70003,
                    "The app requested an unsupported grant type '" + form.getOrDefault("grant_type", "") + "'.");
        }
        tokens.received(form.getOrDefault("client_secret", form.getOrDefault("client_assertion", "")));
        checkClient(form);
        checkScope(form.getOrDefault("scope", ""));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("token_type", "Bearer").put("expires_in", tokens.lifetimeSeconds());
        body.put("ext_expires_in", tokens.lifetimeSeconds());
        body.put("access_token", tokens.issue());
        watch.answered("token", body);
        return body;
    }

    private void checkClient(Map<String, String> form) throws SignInFault {
        Application application = settings.application();
        String client = form.getOrDefault("client_id", "");
        if (!client.equals(application.clientId())) {
            throw new SignInFault(
                    400,
                    "unauthorized_client",
                    700016,
                    "Application with identifier '" + client + "' was not found in the directory.");
        }
        String assertion = form.get("client_assertion");
        if (assertion != null) {
            if (!BEARER_JWT.equals(form.get("client_assertion_type"))) {
                throw new SignInFault(400, "invalid_request", 7000219, "'client_assertion_type' is invalid.");
            }
            if (!application.federated().contains(assertion)) {
                ClientAssertion.check(
                        assertion, application, tokenUrl(), settings.clock().instant());
            }
            return;
        }
        checkSecret(application, form.getOrDefault("client_secret", ""));
    }

    private static void checkSecret(Application application, String secret) throws SignInFault {
        if (secret.isEmpty()) {
            throw new SignInFault(
                    401,
                    "invalid_client",
                    7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        if (application.expiredSecrets().contains(secret)) {
            throw new SignInFault(
                    401,
                    "invalid_client",
                    7000222,
                    "The provided client secret keys for app '" + application.clientId() + "' are expired.");
        }
        if (!application.secrets().contains(secret)) {
            throw new SignInFault(
                    401,
                    "invalid_client",
                    7000215,
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret"
                            + " value, not the client secret ID, for a secret added to app '"
                            + application.clientId() + "'.");
        }
    }

    private void checkScope(String asked) throws SignInFault {
        // Libraries add the scopes of OpenID to whatever they are asked for.
        String scope =
                asked.replaceAll("\\b(openid|profile|offline_access)\\b", "").strip();
        if (!scope.endsWith("/.default")) {
            throw new SignInFault(
                    400, "invalid_scope", 1002012, "The provided value for scope " + scope + " is not valid.");
        }
        String resource = scope.substring(0, scope.length() - "/.default".length());
        if (!resource.equals(url) && !resource.equals(url + "/")) {
            throw new SignInFault(
                    400,
                    "invalid_resource",
                    500011,
                    "The resource principal named " + resource + " was not found in the tenant.");
        }
    }
}
