package io.github.solutionalm.dataverse.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.WebApiException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that somebody else got goes only where it is for. */
class GivenTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static String jwt(String claims) {
        return base64("{\"alg\":\"RS256\"}") + "." + base64(claims) + ".c2lnbmF0dXJl";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Credentials.Token given(String token) {
        return new Credentials.Token("MY_TOKEN", Secret.of(token));
    }

    private static Optional<String> refusal(String token) throws Exception {
        return new GivenToken(given(token), DataverseUrl.parse("https://contoso.crm4.dynamics.com")).refusal(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://contoso.crm4.dynamics.com\"",
                "\"https://contoso.crm4.dynamics.com/\"",
                "\"https://contoso.crm4.dynamics.com//\"",
                "\"https://contoso.crm4.dynamics.com:443/\"",
                "\"https://Contoso.CRM4.dynamics.com\"",
                "\"https://contoso.api.crm4.dynamics.com/\"",
                "[\"https://graph.microsoft.com\",\"https://contoso.crm4.dynamics.com/\"]",
                "\"00000007-0000-0000-c000-000000000000\""
            })
    void isSentToTheEnvironmentThatItNames(String audience) throws Exception {
        assertThat(refusal(jwt("{\"aud\":" + audience + "}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"https://graph.microsoft.com\"",
                "\"00000003-0000-0000-c000-000000000000\"",
                "\"https://fabrikam.crm4.dynamics.com/\"",
                "\"https://contoso.crm.dynamics.com/\"",
                "\"https://contoso.crm4.dynamics.com.evil.example/\"",
                "\"https://contoso.crm4.dynamics.com:8443/\"",
                "\"http://contoso.crm4.dynamics.com/\"",
                "[\"https://management.azure.com/\"]"
            })
    void isNotGivenToAnotherThanItIsFor(String audience) throws Exception {
        assertThat(refusal(jwt("{\"aud\":" + audience + "}")))
                .get()
                .asString()
                .startsWith("the access token in MY_TOKEN is for ")
                .contains("and not for https://contoso.crm4.dynamics.com; nothing was sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque-0123456789", "a.b.c", "..", "", "a.e30.c", "a.W10.c", "a.eyJhdWQiOjE.c"})
    void isSentToTheDeclaredEnvironmentWhenItCannotBeLookedInto(String token) throws Exception {
        assertThat(refusal(token)).isEmpty();
    }

    @Test
    void isNotSentAfterItsEnd() throws Exception {
        long end = NOW.getEpochSecond() - 600;

        assertThat(refusal(jwt("{\"exp\":" + end + "}")))
                .contains(
                        "the access token in MY_TOKEN expired at 2026-11-22T09:50:00Z, 10 minutes ago; nothing was sent");
        assertThat(refusal(jwt("{\"exp\":" + (NOW.getEpochSecond() - 60) + "}")))
                .isEmpty();
        assertThat(refusal(jwt("{\"exp\":9e300}"))).isEmpty();
    }

    @Test
    void saysHowToGetOneAndSendsNothing() {
        try (SignInFixture fixture = new SignInFixture()) {
            WebApiException e = fixture.failure(given(jwt("{\"aud\":\"https://graph.microsoft.com\"}")));

            assertThat(e.kind()).isEqualTo(Kind.UNAUTHENTICATED);
            assertThat(e.certainlyNotAccepted()).isTrue();
            assertThat(e)
                    .hasMessageContaining(
                            "is for https://graph.microsoft.com, and not for " + fixture.environment.url())
                    .hasMessageContaining("az account get-access-token --resource " + fixture.environment.url());
            assertThat(fixture.environment.requests()).isEmpty();
            assertThat(fixture.entra.requests()).isEmpty();
        }
    }
}
