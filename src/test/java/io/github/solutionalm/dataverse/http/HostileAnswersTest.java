package io.github.solutionalm.dataverse.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers without end, without sense or against the client: each ends soon, in words, and asks once more at most. */
class HostileAnswersTest {

    private static final int MB = 1024 * 1024;

    private final ApiFixture fixture = new ApiFixture();
    private final Loopback server = fixture.server;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private WebApiException listing(ListingLimit limit, RowShape shape) {
        return catchThrowableOfType(
                WebApiException.class, () -> new Rows("read the solutions", ApiPath.of("solutions"), 5_000, shape)
                        .each(fixture.api(), fixture.in(Duration.ofMinutes(1)), row -> {}, limit));
    }

    private WebApiException listing() {
        return listing(ListingLimit.inMemory(), RowShape.ANY);
    }

    private void pages(String row) {
        AtomicInteger page = new AtomicInteger();
        server.then(exchange -> Loopback.reply(
                        200,
                        "{\"value\":[" + row + "],\"@odata.nextLink\":\"" + server.url()
                                + "/api/data/v9.2/solutions?page=" + page.incrementAndGet() + "\"}")
                .to(exchange));
    }

    // Without end

    @Test
    void aListingEndsWhereMemoryWould() {
        pages("{\"n\":\"" + "x".repeat(MB) + "\"}");

        assertThat(listing(new ListingLimit(5 * MB), RowShape.ANY))
                .hasMessageContaining("read the solutions")
                .hasMessageContaining("longer than 5 MB in 5 pages")
                .hasMessageContaining("MAVEN_OPTS");
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void aListingOfEmptyPagesEnds() {
        pages("");

        assertThat(listing()).hasMessageContaining("continues after 100 pages without a row");
        assertThat(server.requests()).hasSize(101);
    }

    @Test
    void aPageHasNoMoreRowsThanThePlatformGives() {
        server.then(200, "{\"value\":[" + "{},".repeat(5_000) + "{}]}");

        assertThat(listing()).hasMessageContaining("more than 5000 rows");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void anAnswerHoldsNoMoreThanMemoryTakes() {
        // 16 MB would be half a gigabyte of objects.
        server.then(200, "{\"value\":[" + "{},".repeat(1_000_000) + "{}]}");

        assertThat(fixture.failureOf("GET")).hasMessageContaining("1000000");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aLinkIsNoLongerThanAUrlMayBe() {
        server.then(
                200,
                "{\"value\":[],\"@odata.nextLink\":\"" + server.url() + "/api/data/v9.2/solutions?p="
                        + "x".repeat(40_000) + "\"}");

        assertThat(listing()).hasMessageContaining("the link to the next page is not a URL");
    }

    @Test
    void aLinkDoesNotClimbOutOfTheWebApi() {
        server.then(200, "{\"value\":[],\"@odata.nextLink\":\"" + server.url() + "/api/data/../../main.aspx\"}");

        assertThat(listing()).hasMessageContaining("leads outside the environment");
    }

    @Test
    void aBodyThatNobodyReadsIsNotWaitedFor() throws Exception {
        server.then(exchange -> endless(exchange, 200));
        WebApiCall<Boolean> call = new WebApiCall<>() {
            @Override
            public String describe() {
                return "publish";
            }

            @Override
            public String method() {
                return "POST";
            }

            @Override
            public ApiPath path() {
                return ApiPath.of("PublishAllXmlAsync");
            }

            @Override
            public Boolean read(Answer answer) {
                return true;
            }
        };

        assertThat(fixture.api().call(call, fixture.in(Duration.ofMinutes(1)))).isTrue();
    }

    @Test
    void anErrorWithoutEndIsReadAsFarAsItIsShown() {
        server.then(exchange -> endless(exchange, 400));

        WebApiException e = fixture.failureOf("GET");

        assertThat(e.kind()).isEqualTo(Kind.REFUSED);
        assertThat(e.getMessage()).hasSizeLessThan(4_000);
    }

    @Test
    void headersWithoutEndAreNotWaitedFor() {
        server.then(exchange -> {
            for (int i = 0; i < 400; i++) {
                exchange.getResponseHeaders().set("x-" + i, "y".repeat(2_000));
            }
            Loopback.reply(200, "{}").to(exchange);
        });

        assertThat(fixture.failureOf("GET").kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(2);
    }

    private static void endless(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, 0);
        byte[] piece = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            exchange.getResponseBody().write(piece);
        }
    }

    // Time

    @Test
    void whoeverReadsABodyWaitsItselfAndNoLongerThanAllowedThoughBytesComeInDrops() {
        AtomicInteger asked = new AtomicInteger();
        TimedBody body = new TimedBody(Duration.ZERO);
        body.onSubscribe(subscription(asked));
        body.onNext(List.of(ByteBuffer.wrap(new byte[1])));

        assertThatThrownBy(body::read).isInstanceOf(TimedBody.Late.class);
    }

    @Test
    void aBodyIsAskedForPieceByPiece() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        TimedBody body = new TimedBody(Duration.ofMinutes(1));
        body.onSubscribe(subscription(asked));
        for (int i = 0; i < 3; i++) {
            assertThat(asked).as("asked for").hasValue(Math.max(1, i));
            body.onNext(List.of(ByteBuffer.wrap(new byte[] {(byte) i})));
            assertThat(body.read()).isEqualTo(i);
        }
        body.onComplete();

        assertThat(body.read()).isEqualTo(-1);
    }

    private static Flow.Subscription subscription(AtomicInteger asked) {
        return new Flow.Subscription() {
            @Override
            public void request(long n) {
                asked.addAndGet((int) n);
            }

            @Override
            public void cancel() {
                asked.set(-1);
            }
        };
    }

    @Test
    void aRequestWhoseClientHasDiedEndsAndTheNextHasAnother() throws Exception {
        AtomicInteger clients = new AtomicInteger();
        Transport transport = new Transport(
                () -> {
                    clients.incrementAndGet();
                    return new DeadClient();
                },
                Optional.empty(),
                fixture.clock,
                fixture.redaction,
                Duration.ofMillis(1));
        Limits limits = new Limits(Duration.ofMillis(1), MB, fixture.in(Duration.ofMinutes(1)));

        WebApiException e = catchThrowableOfType(
                WebApiException.class,
                () -> transport.send(
                        "read the solutions",
                        java.net.http.HttpRequest.newBuilder(java.net.URI.create(server.url())),
                        limits,
                        Answer::json));

        assertThat(e.kind()).isEqualTo(Kind.SLOW);
        assertThat(clients).hasValue(2);
    }

    // Without sense

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head><title>Sign in to the network</title></head></html>",
                "{\"value\":[1,2",
                "{\"value\":[]} and more",
                "{\"value\":[]}{\"value\":[]}",
                "{\"value\":[],\"value\":[{}]}",
                "{\"value\":[NaN]}",
                "not json at all",
                "{'value':[]}"
            })
    void whatIsNoJsonIsAskedForOnceMoreAndThenShown(String body) {
        server.then(200, body);

        WebApiException e = fixture.failureOf("GET");

        assertThat(server.requests()).as("requests").hasSizeBetween(1, 2);
        assertThat(e.kind()).isEqualTo(Kind.UNREADABLE);
        assertThat(e)
                .hasMessageContaining("Tried to read the solutions of the environment at " + server.url())
                .hasMessageContaining("is of type application/json")
                .hasMessageContaining("begins with \"" + body.substring(0, 12));
        if (body.startsWith("<")) {
            assertThat(e)
                    .hasMessageContaining("A proxy or a sign-in page")
                    .hasMessageContaining("<proxy> in settings.xml");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"text\"", "17"})
    void whatIsNoObjectIsNotTakenForAnEmptyOne(String body) {
        server.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.isEmpty() ? 204 : 200, body.isEmpty() ? -1 : body.length());
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
        });

        WebApiException e = fixture.failureOf("GET");

        assertThat(server.requests()).hasSize(1);
        assertThat(e)
                .hasMessageContaining(body.isEmpty() ? "the answer is empty" : "the answer is not a JSON" + " object");
    }

    @Test
    void jsonBehindAByteOrderMarkAndOfAnotherUnicodeIsRead() throws Exception {
        bytes("\uFEFF{\"value\":[1]}".getBytes(StandardCharsets.UTF_8));
        bytes("{\"value\":[1]}".getBytes(StandardCharsets.UTF_16));

        assertThat(fixture.get("solutions").path("value").size()).isOne();
        assertThat(fixture.get("solutions").path("value").size()).isOne();
    }

    @Test
    void textOfAnotherCharsetIsSaid() {
        bytes("{\"value\":\"Übersicht\"}".getBytes(StandardCharsets.ISO_8859_1));

        WebApiException e = fixture.failureOf("GET");

        assertThat(e).hasMessageContaining("UTF-8");
        assertThat(server.requests()).hasSize(2);
    }

    private void bytes(byte[] body) {
        server.then(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
    }

    @Test
    void whatIsPackedThoughNobodyAskedIsNotUnpacked() {
        server.then(200, "{\"value\":[]}", "Content-Encoding", "gzip");

        assertThat(fixture.failureOf("GET")).hasMessageContaining("compressed (gzip)");
        assertThat(server.requests()).hasSize(1);
        assertThat(server.lastRequest().header("Accept-Encoding")).isEmpty();
    }

    // Rows

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "null",
                "[]",
                "\"x\"",
                "{}",
                "{\"uniquename\":17,\"ismanaged\":true}",
                "{\"uniquename\":\" \",\"ismanaged\":true}",
                "{\"uniquename\":{},\"ismanaged\":true}",
                "{\"uniquename\":\"A\",\"ismanaged\":\"true\"}"
            })
    void aRowThatIsNoneIsNotReadAsOneWithoutAName(String row) {
        server.then(200, "{\"value\":[{\"uniquename\":\"A\",\"ismanaged\":true}," + row + "]}");

        WebApiException e = listing(
                ListingLimit.inMemory(), RowShape.ANY.texts("uniquename").flags("ismanaged"));

        assertThat(e).hasMessageContaining("row 2 of the answer");
        assertThat(server.requests()).hasSize(1);
    }

    // Secrets

    @Test
    void aTokenThatAParserQuotesIsTakenOutOfTheCausesToo() {
        server.then(200, "token " + ApiFixture.TOKEN)
                .then(200, ApiFixture.TOKEN.replace('-', '_') + " " + ApiFixture.TOKEN);
        fixture.redaction.hide(Secret.of(ApiFixture.TOKEN.replace('-', '_')));
        StringWriter trace = new StringWriter();

        fixture.failureOf("GET").printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).contains("Unrecognized token").doesNotContain("0123456789");
    }

    @Test
    void aTokenThatIsEchoedInAnAnswerOf200IsTakenOutBeforeAnyoneSeesIt() throws Exception {
        String echo = ApiFixture.TOKEN + " " + ApiFixture.TOKEN.replace("-", "\\u002d");
        server.then(200, "{\"value\":[{\"n\":\"Bearer " + echo + "\"}],\"also\":\"" + echo + "\"}");
        List<JsonNode> rows = new ArrayList<>();

        new Rows("read the solutions", ApiPath.of("solutions"), 5_000)
                .each(fixture.api(), fixture.in(Duration.ofMinutes(1)), rows::add);

        assertThat(rows.toString()).isEqualTo("[{\"n\":\"Bearer *** ***\"}]");
        assertThat(fixture.get("solutions").toString()).doesNotContain(ApiFixture.TOKEN);
    }
}
