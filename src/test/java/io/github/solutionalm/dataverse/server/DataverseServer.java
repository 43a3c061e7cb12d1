package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.contract.ContractWatch;
import io.github.solutionalm.dataverse.http.RecordedReads;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentState;
import io.github.solutionalm.model.InstalledSolution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * A Dataverse environment on a free port of the loopback, with its own sign-in service.
 *
 * <pre>{@code
 * try (DataverseServer server = DataverseServer.start(ServerSettings.in(folder))) {
 *     server.script().on("ImportSolutionAsync").resetAfterActing();
 *     … a client of server.url() …
 *     assertThat(server.started()).hasSize(1);
 * }
 * }</pre>
 *
 * <p>Jobs take their time in requests: the row of an import job appears one request after the start, and the job ends
 * three requests after it, unless the script says otherwise ({@link Rule#jobLasts}). So tests are quick and always the
 * same, whatever the client's clock does. A request for which a row says that the job has ended waits for the engine.
 *
 * <p>A story under src/it starts the server in {@code prebuild.groovy}, in the JVM of the outer build, and looks into it
 * and closes it in {@code verify.groovy} as {@code context.server}. The invoker needs
 * {@code <addTestClassPath>true</addTestClassPath>}, and passes on what is put into {@code userProperties}:
 *
 * <pre>{@code
 * import io.github.solutionalm.dataverse.server.*
 * context.server = DataverseServer.start(ServerSettings.in(new File(basedir, 'target/server').toPath()))
 * context.server.accept('token-of-the-story')
 * context.userProperties.put('solution.environment', context.server.url())
 * }</pre>
 *
 * <p>The token goes into the build by {@code invoker.environmentVariables.<NAME>} of {@code invoker.properties}. Signing
 * in with a secret or a certificate needs {@link ServerSettings#withTls}, since the sign-in library refuses authorities
 * without it.
 */
public final class DataverseServer implements AutoCloseable {

    private static final String PUBLIC_AUTHORITY = "login.microsoftonline.com";

    private final ServerSettings settings;
    private final Optional<Certificate> certificate;
    private final HttpListener listener;
    private final String url;
    private final String authority;
    private final Tokens tokens;
    private final Organization organization;
    private final Operations operations;
    private final Uploads uploads;
    private final Script script;
    private final WebApi api;
    private final TokenEndpoint signIn;
    private final ExecutorService engine;
    private final ContractWatch watch = new ContractWatch();
    private final List<ServedRequest> served = new CopyOnWriteArrayList<>();

    private DataverseServer(
            ServerSettings settings,
            Optional<Certificate> certificate,
            HttpListener listener,
            Organization organization) {
        this.settings = settings;
        this.certificate = certificate;
        this.listener = listener;
        this.url = settings.host()
                .map(host -> "https://" + host)
                .orElse((settings.tls() ? "https" : "http") + "://localhost:" + listener.port());
        this.authority = settings.host().isPresent() ? "https://" + PUBLIC_AUTHORITY : url;
        this.organization = organization;
        this.tokens = new Tokens(settings.clock(), settings.tokenLifetime());
        this.engine = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "dataverse-engine");
            thread.setDaemon(true);
            return thread;
        });
        this.operations = new Operations(settings.clock(), engine);
        this.uploads = new Uploads(settings.folder().resolve("uploads"));
        ComponentRows components = new ComponentRows(organization);
        this.script = new Script(operations, tokens, components, settings.clock());
        this.signIn = new TokenEndpoint(settings, tokens, url, authority, watch);
        this.api = new WebApi(
                url,
                authority + "/" + settings.tenant(),
                tokens,
                new Calls(settings, organization, operations, uploads).all(components),
                watch);
        RecordedReads.watched();
    }

    /** Starts a server; what its folder holds of an environment already goes on. */
    public static DataverseServer start(ServerSettings settings) throws IOException, SolutionException {
        Files.createDirectories(settings.folder());
        Organization organization = Organization.in(settings.folder().resolve("environment.db"), settings.clock());
        try {
            Optional<Certificate> certificate = settings.tls() ? Optional.of(certificate(settings)) : Optional.empty();
            Optional<SSLContext> tls =
                    certificate.isPresent() ? Optional.of(certificate.get().tls()) : Optional.empty();
            DataverseServer server = new DataverseServer(settings, certificate, HttpListener.listen(tls), organization);
            server.listener.start(server::answer);
            return server;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Certificate certificate(ServerSettings settings) throws IOException, GeneralSecurityException {
        List<String> hosts =
                settings.host().map(host -> List.of(host, PUBLIC_AUTHORITY)).orElse(List.of("localhost"));
        return Certificate.of("server", settings.folder(), hosts);
    }

    /** The certificate to trust when the server speaks TLS; clients take its {@link Certificate#tls()}. */
    public Certificate trust() {
        return certificate.orElseThrow();
    }

    /** URL of the environment, such as {@code http://localhost:40123}. */
    public String url() {
        return url;
    }

    /** URL of the sign-in service, without the tenant. */
    public String authority() {
        return authority;
    }

    /** The port on this machine, which the URL need not tell. */
    public int port() {
        return listener.port();
    }

    public ServerSettings settings() {
        return settings;
    }

    public Script script() {
        return script;
    }

    /** All requests so far, in the order in which they were answered. */
    public List<ServedRequest> requests() {
        return List.copyOf(served);
    }

    /** How many requests were made of the service so far, by name of the call. */
    public Map<String, Long> requestsByCall() {
        return served.stream()
                .filter(request -> !request.call().equals("token"))
                .collect(Collectors.groupingBy(ServedRequest::call, TreeMap::new, Collectors.counting()));
    }

    /** How many requests of the service so far were no mere reads. */
    public long writes() {
        return served.stream()
                .filter(request ->
                        !request.call().equals("token") && !request.method().equals("GET"))
                .count();
    }

    /** How many rows its tables have, for tests to say. */
    public TableData data() {
        return organization.data();
    }

    /** The operations that clients started so far; those that were refused at once are not among them. */
    public List<StartedOperation> started() {
        return operations.all().stream()
                .filter(operation -> !operation.isSomebodyElses())
                .map(operation -> StartedOperation.of(operation, uploads, operations.now()))
                .toList();
    }

    /** What is installed: unique names with versions, in install order. */
    public List<String> installed() {
        return organization.solutions().stream()
                .map(solution -> solution.uniqueName() + " " + solution.version())
                .toList();
    }

    /** The installed solution of a name. */
    public Optional<InstalledSolution> installed(String uniqueName) {
        return organization.solution(uniqueName);
    }

    /** Whether a rule, SLA or workflow is active; empty for what is not there, or neither on nor off. */
    public Optional<Boolean> active(ComponentKey key) {
        return Optional.ofNullable(organization.states(List.of(key)).get(key))
                .flatMap(ComponentState::state)
                .map(ActivationState::isOn);
    }

    /** Activates a component or puts it into draft, as somebody in the environment does. */
    public void set(ComponentKey key, boolean active) {
        organization.sets(key, active);
    }

    /** What waits for being published. */
    public Set<ComponentKey> unpublished() {
        return organization.unpublished();
    }

    /** How many tokens were issued. */
    public int tokensIssued() {
        return tokens.issued();
    }

    /** All that clients proved themselves with, valid or not: to look for in what they wrote. */
    public Set<String> secretsReceived() {
        return tokens.received();
    }

    /** A token that is good for a lifetime, for tests that have no use for the sign-in. */
    public String token() {
        return tokens.issue();
    }

    /** Takes this token as good, for builds that bring one in an environment variable. */
    public void accept(String token) {
        tokens.accept(token);
    }

    /** Reads anew what a test wrote into the environment's file. */
    public void forget() {
        organization.forget();
    }

    /** The environment's file, to look into with the embedded environment. */
    public Path environment() {
        return organization.file();
    }

    private HttpReply answer(HttpRequest request) {
        CountedBody body = new CountedBody(request.body(), settings.requestLimit());
        HttpRequest counted =
                new HttpRequest(request.method(), request.path(), request.query(), request.headers(), body);
        boolean service = request.path().startsWith("/api/");
        String call = service ? WebApi.callOf(request) : "token";
        if (service) {
            operations.tick();
        }
        Fault fault = script.next(call, counted);
        HttpReply reply = fault.wire().answer(() -> acted(counted, service, fault));
        if (service) {
            script.answered();
        }
        served.add(RequestRecord.of(counted, call, body.count(), fault.name(), reply.status()));
        return reply;
    }

    private HttpReply acted(HttpRequest request, boolean service, Fault fault) {
        try {
            return service ? api.answer(request, fault.job().apply(JobPlan.USUAL)) : signIn.answer(request);
        } catch (IOException e) {
            return HttpReply.reset();
        }
    }

    /** What client and server did that no contract states; {@link #close} fails for it. */
    public List<String> contractProblems() {
        return watch.problems();
    }

    /**
     * Ends it.
     *
     * @throws AssertionError when the client sent or read, or the server answered, what no contract states
     */
    @Override
    public void close() {
        listener.close();
        engine.shutdownNow();
        try {
            // What it still does, it does in files of the test.
            engine.awaitTermination(1, TimeUnit.HOURS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        organization.close();
        watch.close();
    }
}
