package io.github.solutionalm.dataverse.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The claims of an access token, if it is a JWT (RFC 7519). They are not verified: its receiver does that.
 *
 * @param audiences the resources that it is for ({@code aud}); none when it does not say
 * @param expires when it expires ({@code exp}); empty when it does not say
 */
record TokenClaims(List<String> audiences, Optional<Instant> expires) {

    /** The claims of a token that can't be read, which is allowed. */
    static final TokenClaims NONE = new TokenClaims(List.of(), Optional.empty());

    /**
     * The id of Dataverse itself, the same in every tenant
     * (learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in).
     */
    private static final String DATAVERSE = "00000007-0000-0000-c000-000000000000";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HTTPS = 443;

    static TokenClaims of(Secret token) {
        String[] parts = token.reveal().split("\\.", -1);
        if (parts.length != 3) {
            return NONE;
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            List<String> audiences = new ArrayList<>();
            JsonNode said = claims.path("aud");
            (said.isArray() ? said : List.of(said)).forEach(one -> audiences.add(one.asText("")));
            audiences.removeIf(String::isBlank);
            JsonNode end = claims.path("exp");
            return new TokenClaims(
                    List.copyOf(audiences),
                    end.isNumber() ? Optional.of(Instant.ofEpochSecond(end.longValue())) : Optional.empty());
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return NONE;
        }
    }

    /** Whether the token is for an environment, or may be: the receiver judges a token without an audience. */
    boolean isFor(DataverseUrl environment) {
        String wanted = origin(environment.toString());
        return audiences.isEmpty()
                || audiences.stream()
                        .anyMatch(one ->
                                one.equalsIgnoreCase(DATAVERSE) || origin(one).equals(wanted));
    }

    /**
     * Scheme, host and port of an audience: a slash or path behind them, or the default port of https, makes no other audience.
     * An environment answers under {@code contoso.crm4.dynamics.com} and {@code contoso.api.crm4.dynamics.com}.
     */
    private static String origin(String audience) {
        try {
            URI uri = URI.create(audience.strip().toLowerCase(Locale.ROOT));
            if (uri.getHost() == null) {
                return audience;
            }
            String host = uri.getHost().replaceFirst("^([^.]+)\\.api\\.(crm\\d*\\.)", "$1.$2");
            boolean usual = uri.getPort() < 0 || uri.getPort() == HTTPS && "https".equals(uri.getScheme());
            return uri.getScheme() + "://" + host + (usual ? "" : ":" + uri.getPort());
        } catch (IllegalArgumentException e) {
            return audience;
        }
    }
}
