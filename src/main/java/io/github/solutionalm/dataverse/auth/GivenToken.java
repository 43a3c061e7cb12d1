package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.dataverse.http.DataverseUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks an access token that the build was given, before it is sent. A token for another resource is not sent, since a host
 * that gets it could use it there; nor is an expired one, since an environment's refusal says less. A token that is not a JWT,
 * or names no audience, is sent to the declared environment.
 */
record GivenToken(Credentials.Token credentials, DataverseUrl url) {

    /** The most by which clocks may differ, as in Entra ID's own libraries. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** The reason not to send the token, half a sentence; empty if it may be sent. */
    Optional<String> refusal(Instant now) {
        TokenClaims claims = TokenClaims.of(credentials.token());
        String which = "the access token in " + credentials.variable();
        if (!claims.isFor(url)) {
            return Optional.of(which + " is for " + String.join(" and ", claims.audiences()) + ", and not for " + url
                    + "; nothing was sent");
        }
        return claims.expires()
                .filter(end -> end.plus(SKEW).isBefore(now))
                .map(end -> which + " expired at " + end + ", " + ago(Duration.between(end, now))
                        + " ago; nothing was sent");
    }

    /** Advice on a token that is not sent, in a sentence. */
    String fix() {
        return "Get one for this environment, for example with: az account get-access-token --resource " + url
                + " --query accessToken --output tsv; or choose other credentials with <environment><authentication>.";
    }

    private static String ago(Duration time) {
        return time.toHours() < 2 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }
}
