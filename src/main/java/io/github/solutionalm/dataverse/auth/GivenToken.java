package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.dataverse.http.DataverseUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An access token that somebody else got, looked at before it is sent: one for another resource would be given away to a host
 * that could use it there, and one that has expired is refused with words that tell less. A token that is no JWT, or does not
 * name an audience, is sent to the declared environment, as it was asked for.
 */
record GivenToken(Credentials.Token credentials, DataverseUrl url) {

    /** How far clocks may differ, as Entra ID's own libraries have it. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** Why it is not to be sent; half a sentence. */
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

    /** What to do about it. */
    String fix() {
        return "Get one for this environment, for example with: az account get-access-token --resource " + url
                + " --query accessToken --output tsv; or choose other credentials with <environment><authentication>.";
    }

    private static String ago(Duration time) {
        return time.toHours() < 2 ? time.toMinutes() + " minutes" : time.toHours() + " hours";
    }
}
