package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads when an answer is not the one hoped for. */
class AnswerFailuresTest {

    private final ApiFixture fixture = new ApiFixture();
    private final Loopback server = fixture.server;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void saysWhatWasTriedWhereWhyAndUnderWhichIds() {
        server.then(
                400,
                "{\"error\":{\"code\":\"0x80048041\",\"message\":\"The package is unmanaged.\"}}",
                "x-ms-service-request-id",
                "8a7f-1",
                "REQ_ID",
                "77-2");

        WebApiException e = fixture.failureOf("GET");

        assertThat(e)
                .hasMessageStartingWith("Tried to read the solutions of the environment at " + server.url()
                        + "/api/data/v9.2/solutions but failed because: The package is unmanaged.")
                .hasMessageContaining("(HTTP 400, 0x80048041, service request 8a7f-1, client request ");
        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(e.error().flatMap(PlatformError::hex)).contains("0x80048041");
        assertThat(e.failure().ids().request()).contains("77-2");
        assertThat(e.certainlyNotAccepted()).isTrue();
    }

    @Test
    void namesTheMissingPrivilege() {
        server.then(
                403,
                error("0x80040220", "Principal user (Id=1f, type=8) is missing prvCreateWebResource privilege (Id=2)"));

        WebApiException e = fixture.failureOf("GET");

        assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN);
        assertThat(e)
                .hasMessageContaining("the user of the access token lacks the privilege prvCreateWebResource")
                .hasMessageContaining("Give its user a security role that has prvCreateWebResource");
    }

    @Test
    void tellsAnApplicationUserThatTheEnvironmentDoesNotKnow() {
        server.then(403, error("0x80072560", "The user is not a member of the organization."));

        assertThat(fixture.failureOf("GET"))
                .hasMessageContaining("does not know the user")
                .hasMessageContaining("application user")
                .hasMessageContaining("<clientId>")
                .hasMessageContaining("<serverId>");
    }

    @Test
    void tellsAnAddressWithoutAWebApi() {
        server.then(404, "<html><head><title>404 - File not found</title>…", "Content-Type", "text/html");

        WebApiException e = fixture.failureOf("GET");

        assertThat(e.kind()).isEqualTo(Kind.NOT_DATAVERSE);
        assertThat(e)
                .hasMessageContaining(
                        "127.0.0.1 has no Web API there: the answer is a web page, \"404 - File" + " not found\"")
                .hasMessageContaining("<environment><url>");
    }

    @Test
    void tellsAMissingRowFromAWrongAddress() {
        server.then(404, error("0x80040217", "importjob With Id = 1 Does Not Exist"));

        assertThat(fixture.failureOf("GET").kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void tellsALoginPage() {
        server.then(302, "", "Location", "https://login.example/common/oauth2/authorize?client_id=1");

        WebApiException e = fixture.failureOf("GET");

        assertThat(e.kind()).isEqualTo(Kind.NOT_DATAVERSE);
        assertThat(e)
                .hasMessageContaining("leads on to login.example")
                .message()
                .doesNotContain("client_id");
    }

    @Test
    void tellsAWebPageInPlaceOfAnAnswer() {
        server.then(200, "<html><title>Sign in to your account</title>", "Content-Type", "text/html; charset=utf-8");

        WebApiException e = fixture.failureOf("GET");

        assertThat(e.kind()).isEqualTo(Kind.NOT_DATAVERSE);
        assertThat(e).hasMessageContaining("Sign in to your account");
    }

    @Test
    void showsNothingThatSteersATerminalAndNotMoreThanAPersonReads() {
        server.then(400, error("0x80040203", "a\\u001b[31mred\\r\\nline\\u0007 " + "x".repeat(100_000)));

        WebApiException e = fixture.failureOf("GET");

        assertThat(e.getMessage()).doesNotContain("\u001b", "\n", "\u0007").hasSizeLessThan(3_000);
    }

    @Test
    void keepsNoMoreOfAnErrorThanABound() {
        server.then(500, "{\"error\":{\"code\":\"0x80040216\",\"message\":\"" + "x".repeat(2_000_000));

        WebApiException e = fixture.failureOf("POST");

        assertThat(e.error()).get().satisfies(error -> {
            assertThat(error.hex()).contains("0x80040216");
            assertThat(error.message()).hasSizeLessThanOrEqualTo(256 * 1024);
        });
    }

    @Test
    void takesTheTokenOutOfWhatAnErrorEchoes() {
        server.then(400, error("0x80040203", "Header Authorization: Bearer " + ApiFixture.TOKEN + " is odd"));

        assertThat(fixture.failureOf("GET").getMessage())
                .doesNotContain(ApiFixture.TOKEN)
                .contains("***");
    }

    @Test
    void tellsAPackageThatIsTooLarge() {
        server.then(413, "", "Content-Type", "text/html");

        assertThat(fixture.failureOf("POST").kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"code\":\"0x80071151\",\"message\":\"m\"}} | 0x80071151",
                "{\"error\":{\"code\":\"-2147020463\",\"message\":\"m\"}} | 0x80071151",
                "{\"error\":{\"code\":-2147020463,\"message\":\"m\"}} | 0x80071151",
                "{\"error\":{\"code\":\"\",\"message\":\"m\",\"innererror\":{\"code\":\"0x80071151\"}}} | 0x80071151",
                "{\"error\":{\"code\":\"0x0\",\"message\":\"Exception code 0x80071151 came\"}} | 0x80071151",
                "{\"ErrorCode\":-2147020463,\"Message\":\"m\"} | 0x80071151",
                "{\"Message\":\"An error has occurred.\",\"InnerException\":{\"HResult\":-2147020463,\"Message\":\"m\"}} | 0x80071151",
                "<s:Fault><ErrorCode>-2147020463</ErrorCode><Message>m</Message></s:Fault> | 0x80071151",
            })
    void readsTheCodeInEveryForm(String body, String code) {
        assertThat(PlatformError.parse(body)).get().satisfies(error -> {
            assertThat(error.hex()).contains(code);
            assertThat(error.message()).isIn("m", "Exception code 0x80071151 came");
        });
    }

    @Test
    void takesAGatewaysWordsForNoErrorOfThePlatform() {
        for (String body :
                new String[] {"", "<html>502</html>", "null", "[]", "{}", "Bad Gateway", "{\"x\":", "\"text\""}) {
            assertThat(PlatformError.parse(body)).as(body).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0x80071151 | Cannot start another [Import] because there is a previous [Import] running at this moment. | Import",
                "0x80071151 | Cannot start the requested operation [PublishAll] because there is another [Import] running at this moment. | Import",
                "0x80040216 | Cannot start the requested operation [Import] because there is another [Uninstall] running at this moment. | Uninstall",
                "0x80071154 | The current Import operation failed due to another concurrent operation running at the same time. |",
                "0x80040216 | The solution installation or removal failed due to the installation or removal of another solution at the same time. |",
            })
    void recognisesThatAnotherOperationRuns(String code, String message, String running) {
        Optional<ConcurrencyRefusal> refusal =
                ConcurrencyRefusal.of(new PlatformError(PlatformError.code(code), message));

        assertThat(refusal).contains(new ConcurrencyRefusal(Optional.ofNullable(running), false));
    }

    @Test
    void takesAJobIdThatIsInUseForAStartThatMayHaveHappened() {
        server.then(400, error("0x80071152", "Parameter ImportJobId must be unique."));

        WebApiException e = fixture.failureOf("POST");

        assertThat(e.concurrency()).contains(new ConcurrencyRefusal(Optional.empty(), true));
        assertThat(e.certainlyNotAccepted()).isFalse();
    }

    @Test
    void takesOtherRefusalsForWhatTheyAre() {
        assertThat(ConcurrencyRefusal.of(
                        new PlatformError(PlatformError.code("0x8004801D"), "Some dependencies are missing.")))
                .isEmpty();
    }

    private static String error(String code, String message) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
    }
}
