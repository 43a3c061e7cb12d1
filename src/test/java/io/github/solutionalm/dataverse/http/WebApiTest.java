package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a call sends, and what becomes of its answer. */
class WebApiTest {

    private final ApiFixture fixture = new ApiFixture();
    private final Loopback server = fixture.server;

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void sendsTheHeadersOfODataATokenAndARequestId() throws Exception {
        server.then(200, "{\"value\":[]}");

        fixture.get("solutions");

        Loopback.Request request = server.lastRequest();
        assertThat(request.target()).isEqualTo("/api/data/v9.2/solutions");
        assertThat(request.header("Authorization")).contains("Bearer " + ApiFixture.TOKEN);
        assertThat(request.header("OData-Version")).contains("4.0");
        assertThat(request.header("OData-MaxVersion")).contains("4.0");
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.header("If-None-Match")).contains("null");
        assertThat(request.header("User-Agent")).contains("solution-maven-plugin/test");
        assertThat(request.header("x-ms-client-request-id")).get().asString().hasSize(36);
    }

    @Test
    void sendsJsonWithAPost() throws Exception {
        server.then(204, "");

        fixture.api().call(new ApiFixture.Call("POST", "PublishAllXmlAsync"), fixture.in(Duration.ofMinutes(1)));

        assertThat(server.lastRequest().body()).isEqualTo("{\"Managed\":true}");
        assertThat(server.lastRequest().header("Content-Type")).contains("application/json; charset=utf-8");
    }

    @Test
    void encodesOptionsAndDoublesQuotes() {
        ApiPath path = ApiPath.of("solutions")
                .with("$select", "uniquename,version")
                .with("$filter", "uniquename eq " + ApiPath.literal("O'Neil & Söhne+"));

        assertThat(path.text())
                .isEqualTo("solutions?$select=uniquename%2Cversion"
                        + "&$filter=uniquename%20eq%20%27O%27%27Neil%20%26%20S%C3%B6hne%2B%27");
    }

    @Test
    void renewsATokenThatIsRefusedOnce() throws Exception {
        server.then(401, "", "WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .then(200, "{\"value\":[1]}");

        JsonNode answer = fixture.api().call(new ApiFixture.Call("POST", "x"), fixture.in(Duration.ofMinutes(1)));

        assertThat(answer.path("value").size()).isOne();
        assertThat(server.lastRequest().header("Authorization")).contains("Bearer renewed-1-0123456789");
    }

    @Test
    void doesNotRenewForEver() {
        server.then(
                401,
                "",
                "WWW-Authenticate",
                "Bearer authorization_uri=https://login.microsoftonline.com/contoso-tenant/oauth2/authorize, resource_id=https://x/");

        WebApiException e = fixture.failureOf("GET");

        assertThat(server.requests()).hasSize(2);
        assertThat(e.kind()).isEqualTo(Kind.UNAUTHENTICATED);
        assertThat(e).hasMessageContaining("tenant contoso-tenant from https://login.microsoftonline.com");
    }

    @Test
    void readsPageAfterPage() throws Exception {
        String next = server.url() + "/api/data/v9.2/solutioncomponents?$skiptoken=%3Ccookie%20pagenumber%3D2%2F%3E";
        server.then(200, "{\"value\":[{\"n\":1},{\"n\":2}],\"@odata.nextLink\":\"" + next + "\"}")
                .then(503, "")
                .then(200, "{\"value\":[{\"n\":3}]}");
        List<Integer> rows = new ArrayList<>();

        new Rows("read the components", ApiPath.of("solutioncomponents"), 2)
                .each(
                        fixture.api(),
                        fixture.in(Duration.ofMinutes(1)),
                        row -> rows.add(row.path("n").asInt()));

        assertThat(rows).containsExactly(1, 2, 3);
        assertThat(server.lastRequest().target())
                .isEqualTo("/api/data/v9.2/solutioncomponents?$skiptoken=%3Ccookie%20pagenumber%3D2%2F%3E");
        assertThat(server.lastRequest().header("Prefer")).contains("odata.maxpagesize=2");
    }

    @Test
    void followsNoLinkOutOfTheEnvironment() {
        for (String link : List.of(
                "https://evil.example/api/data/v9.2/solutions?page=2",
                "http://127.0.0.1:1/api/data/v9.2/solutions?page=2",
                "//evil.example/api/data/v9.2/x",
                server.url() + "/other")) {
            server.then(200, "{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}");

            assertThatThrownBy(this::readRows).hasMessageContaining("leads outside the environment");
        }
    }

    @Test
    void doesNotReadTheSamePageForEver() {
        server.then(200, "{\"value\":[],\"@odata.nextLink\":\"" + server.url() + "/api/data/v9.2/solutions?page=2\"}");

        assertThatThrownBy(this::readRows).hasMessageContaining("leads back to a page already read");
    }

    private void readRows() throws WebApiException {
        new Rows("read the solutions", ApiPath.of("solutions"), 10)
                .each(fixture.api(), fixture.in(Duration.ofMinutes(1)), row -> {});
    }

    @Test
    void refusesAnswersBeyondTheLimitOfTheCall() {
        server.then(200, "{\"value\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}");

        WebApiException e = fixture.failureOf("GET");

        assertThat(e.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(e).hasMessageContaining("longer than 16777216 bytes");
    }

    @Test
    void asksAgainForJsonThatEndsEarly() throws Exception {
        server.then(200, "{\"value\":[1,").then(200, "{\"value\":[1]}");

        assertThat(fixture.get("solutions").path("value").size()).isOne();
    }

    @Test
    void givesUpABodyThatStopsInTheMiddle() {
        server.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            sleep(600_000); // until the server is closed
        });

        WebApiException e = catchThrowableOfType(WebApiException.class, () -> fixture.api()
                .call(new ApiFixture.Call("POST", "x", Duration.ofMillis(1_500)), fixture.in(Duration.ofMinutes(1))));

        assertThat(e.kind()).isEqualTo(Kind.SLOW);
        assertThat(e.certainlyNotAccepted()).isFalse();
        assertThat(e).hasMessageContaining("no complete answer arrived within 1 s");
    }

    @Test
    void sendsNothingOverHttpToAnotherMachine() {
        assertThatThrownBy(() -> DataverseUrl.parse("http://contoso.crm4.dynamics.com"))
                .hasMessageContaining("not encrypted")
                .hasMessageContaining("Nothing was sent")
                .hasMessageContaining("<environment><url>");
    }

    @Test
    void refusesUrlsThatAreNoEnvironments() throws Exception {
        for (String url : List.of(
                "contoso.crm4.dynamics.com",
                "https://",
                "ftp://contoso.crm4.dynamics.com",
                "https://make.powerapps.com/environments/1",
                "https://contoso.crm4.dynamics.com/main.aspx?appid=1",
                "https://a b")) {
            assertThatThrownBy(() -> DataverseUrl.parse(url)).as(url).hasMessageContaining("contoso-test.crm4");
        }
        assertThatThrownBy(() -> DataverseUrl.parse("https://me:hush@contoso.crm4.dynamics.com"))
                .hasMessageContaining("<serverId>")
                .message()
                .doesNotContain("hush");
        assertThat(DataverseUrl.parse(" https://Contoso.CRM4.dynamics.com/api/data/v9.2/ "))
                .hasToString("https://contoso.crm4.dynamics.com");
        assertThat(DataverseUrl.parse("https://contoso.crm4.dynamics.com:443/"))
                .hasToString("https://contoso.crm4.dynamics.com");
    }

    @Test
    void asksForTokensAsTheEnvironmentCallsItselfAndForNothingElse() throws Exception {
        DataverseUrl url = DataverseUrl.parse("https://contoso.crm4.dynamics.com/");

        assertThat(scope(url, "")).isEqualTo("https://contoso.crm4.dynamics.com/.default");
        assertThat(scope(url, ", resource_id=https://contoso.api.crm4.dynamics.com/"))
                .isEqualTo("https://contoso.api.crm4.dynamics.com/.default");
        assertThat(scope(
                        DataverseUrl.parse("https://contoso.api.crm4.dynamics.com"),
                        ", resource_id=https://contoso.crm4.dynamics.com"))
                .isEqualTo("https://contoso.crm4.dynamics.com/.default");
        assertThat(scope(url, ", resource_id=https://graph.microsoft.com/"))
                .isEqualTo("https://contoso.crm4.dynamics.com/.default");
        for (String none : new String[] {
            "https://[", "https://contoso.crm4.dynamics.com:x", "https://a b", "https://me@evil.example"
        }) {
            assertThat(scope(url, ", resource_id=" + none)).isEqualTo("https://contoso.crm4.dynamics.com/.default");
        }
        assertThat(scope(url, ", resource_id=https://me@contoso.crm4.dynamics.com/"))
                .isEqualTo("https://contoso.crm4.dynamics.com/.default");
        assertThat(scope(url, ", resource_id=https://fabrikam.crm4.dynamics.com/"))
                .isEqualTo("https://contoso.crm4.dynamics.com/.default");
    }

    private static String scope(DataverseUrl url, String more) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "WWW-Authenticate",
                        List.of("Bearer authorization_uri=https://login.microsoftonline.com/t/oauth2/authorize"
                                + more)),
                (name, value) -> true);
        return url.scope(Challenge.of(headers).orElseThrow());
    }

    @Test
    void tellsAnInterruptedBuild() {
        server.then(exchange -> sleep(600_000));
        Thread.currentThread().interrupt();

        WebApiException e = catchThrowableOfType(WebApiException.class, () -> fixture.api()
                .call(new ApiFixture.Call("GET", "x"), fixture.in(Duration.ofMinutes(1))));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(e).hasMessageContaining("the build was interrupted");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
