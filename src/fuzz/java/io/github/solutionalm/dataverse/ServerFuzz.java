package io.github.solutionalm.dataverse;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.auth.AuthenticationSettings;
import io.github.solutionalm.dataverse.http.AccessTokens;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Redaction;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.ExplodedPackage;
import io.github.solutionalm.fuzz.GrownInput;
import io.github.solutionalm.fuzz.Scratch;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.time.Deadline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An environment that answers as the input says: {@code == beginning of the path} before what it answers there, and nothing
 * anywhere else. It is listed, and a package is imported into it. What times out does so on a clock of its own.
 */
public final class ServerFuzz {

    private static final AtomicReference<Map<String, byte[]>> ANSWERS = new AtomicReference<>(Map.of());
    private static final String API = "/api/data/v9.2/";
    private static final HttpServer SERVER = started();
    private static final byte[] PACKAGE = new ExplodedPackage(Map.of(
                    "[Content_Types].xml",
                    "<Types/>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "solution.xml",
                    ("<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><Version>2.0</Version>"
                                    + "<Managed>1</Managed><Publisher><UniqueName>contoso</UniqueName></Publisher>"
                                    + "</SolutionManifest></ImportExportXml>")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    "customizations.xml",
                    "<ImportExportXml><Roles><Role id='{5d1c7a20-1111-4111-8111-000000000001}' name='a'/></Roles></ImportExportXml>"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
            .zip(1);

    private ServerFuzz() {}

    @SuppressWarnings("try") // closed, not used
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Path folder = Scratch.emptied();
        Path file = Files.write(folder.resolve("package.zip"), PACKAGE);
        ANSWERS.set(ExplodedPackage.of(GrownInput.expand(input)).parts());
        int port = SERVER.getAddress().getPort();
        // anywhere else would be where an answer led us
        try (SilentCloseable network = BugDetectors.allowNetworkConnections(
                        (host, to) -> Set.of("127.0.0.1", "localhost").contains(host) && to == port);
                DataverseEnvironment environment = open(folder.resolve("jobs"), new RunningClock())) {
            Bounds.hold(() -> environment.list(true), SolutionException.class);
            Bounds.hold(
                    () -> environment.importSolution(
                            Contoso.importing(
                                    file,
                                    ImportOptionsBuilder.options()
                                            .action(ImportOptions.Action.UPGRADE)
                                            .timeout(Duration.ofMinutes(20))
                                            .build()),
                            ImportListener.NONE),
                    SolutionException.class);
        }
    }

    private static DataverseEnvironment open(Path jobs, RunningClock clock) throws SolutionException {
        String url = "http://127.0.0.1:" + SERVER.getAddress().getPort();
        return DataverseEnvironment.open(
                new EnvironmentId("fuzz", "dataverse", url),
                new DataverseSettings(
                        AuthenticationSettings.NONE,
                        Optional.empty(),
                        name -> Optional.empty(),
                        "fuzz",
                        true,
                        jobs,
                        CaptureOptions.DEFAULTS),
                DataverseUrl.parse(url),
                Transport.of(Optional.empty(), clock, new Redaction()),
                new OneToken(),
                clock,
                clock::pass,
                (reason, pause) -> {},
                OpenedPackage::open,
                (snapshot, sequence, listener) -> List.of());
    }

    private static HttpServer started() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", ServerFuzz::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String asked = path.startsWith(API) ? path.substring(API.length()) : path;
        Optional<Map.Entry<String, byte[]>> answer = ANSWERS.get().entrySet().stream()
                .filter(entry -> asked.startsWith(entry.getKey().replaceFirst("^\\d+ ", "")))
                .findFirst();
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = answer.map(Map.Entry::getValue).orElse(new byte[0]);
        int status = answer.map(entry -> status(entry.getKey())).orElse(404);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (exchange) {
                exchange.getResponseBody().write(body);
            } catch (IOException e) {
                // whoever asked has heard enough
            }
        }
        exchange.close();
    }

    /** {@code == 500 solutions} answers with an error. */
    private static int status(String head) {
        return head.matches("[2345]\\d\\d .*") ? Integer.parseInt(head.substring(0, 3)) : 200;
    }

    private static final class OneToken implements AccessTokens {
        @Override
        public Secret current(Deadline deadline) {
            return Secret.of("eyJhbGciOiJub25lIn0.e30.");
        }

        @Override
        public boolean refused(Secret token) {
            return false;
        }
    }

    /** Goes on by what is waited for. */
    private static final class RunningClock extends Clock {

        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        private void pass(Duration pause) {
            now = now.plus(pause);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
