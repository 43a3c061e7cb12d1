package io.github.solutionalm.dataverse;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.auth.AuthenticationSettings;
import io.github.solutionalm.dataverse.http.AccessTokens;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Redaction;
import io.github.solutionalm.dataverse.http.Retry;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.WebApi;
import io.github.solutionalm.dataverse.server.DataverseServer;
import io.github.solutionalm.dataverse.server.Packages;
import io.github.solutionalm.dataverse.server.Script;
import io.github.solutionalm.dataverse.server.ServerSettings;
import io.github.solutionalm.embedded.CapturedPlanner;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.time.Deadline;
import io.github.solutionalm.time.Sleeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A server with a client, and a clock that only pauses move. */
public final class Contoso implements AutoCloseable {

    final DataverseServer server;
    final Path jobs;
    /** Each pause before a call was made again, and why. */
    final List<String> retries = new ArrayList<>();

    private static final Duration HOUR = Duration.ofHours(1);

    private final Path folder;
    private final DataverseEnvironment environment;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private BooleanSupplier death = () -> false;

    /** The build was killed: nothing of it runs any more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    final Clock clock = new Clock() {
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
    };

    public Contoso(Path folder) throws IOException, SolutionException {
        this(folder, UnaryOperator.identity());
    }

    public Contoso(Path folder, UnaryOperator<ServerSettings> settings) throws IOException, SolutionException {
        this.folder = folder;
        this.jobs = folder.resolve("jobs");
        this.server = DataverseServer.start(
                settings.apply(ServerSettings.in(folder.resolve("server")).clock(clock)));
        this.environment = open();
    }

    /** The same environment, as a later build has it. */
    DataverseEnvironment open() throws SolutionException {
        return open(List.of(), CaptureOptions.DEFAULTS);
    }

    /** The same environment, looked at as closely as this before a plan. */
    DataverseEnvironment open(CaptureOptions capture) throws SolutionException {
        return open(List.of(), capture);
    }

    /** The same environment, with the packages of what is installed. */
    DataverseEnvironment open(List<Path> installed) throws SolutionException {
        return open(installed, CaptureOptions.DEFAULTS);
    }

    private DataverseEnvironment open(List<Path> installed, CaptureOptions capture) throws SolutionException {
        DataverseSettings settings = new DataverseSettings(
                AuthenticationSettings.NONE,
                Optional.empty(),
                name -> Optional.empty(),
                "solution-maven-plugin/test",
                true,
                jobs,
                capture);
        return DataverseEnvironment.open(
                new EnvironmentId("test", "dataverse", server.url()),
                settings,
                DataverseUrl.parse(server.url()),
                Transport.of(Optional.empty(), clock, new Redaction()),
                new Tokens(server, this::live),
                clock,
                pause -> {
                    live();
                    now = now.plus(pause);
                },
                (reason, pause) -> retries.add(pause + " " + reason),
                OpenedPackage::open,
                new CapturedPlanner(
                        new EnvironmentId("test", "dataverse", server.url()),
                        EmbeddedSettings.defaults(),
                        clock,
                        installed,
                        OpenedPackage::open));
    }

    /** What one call of the Web API needs. */
    OperationContext access() throws SolutionException {
        Sleeper pauses = pause -> now = now.plus(pause);
        WebApi api = new WebApi(
                DataverseUrl.parse(server.url()),
                Transport.of(Optional.empty(), clock, new Redaction()),
                new Tokens(server, this::live),
                new Retry(clock, pauses, new Random(1), (reason, pause) -> retries.add(pause + " " + reason)),
                "solution-maven-plugin/test");
        return new OperationContext(api, clock, pauses, Deadline.in(HOUR, clock), folder.resolve("spool"));
    }

    /** Kills the build once, before the next call or pause for which this is so; what runs in the environment runs on. */
    public void killWhen(BooleanSupplier so) {
        death = so;
    }

    private void live() {
        if (death.getAsBoolean()) {
            death = () -> false;
            throw new Killed();
        }
    }

    public DataverseEnvironment environment() {
        return environment;
    }

    Script script() {
        return server.script();
    }

    Instant now() {
        return now;
    }

    Path zip(String name) throws IOException {
        return Packages.zip(name, folder);
    }

    public static ImportRequest importing(Path file, ImportOptions options) {
        return new ImportRequest("import", file, Optional.empty(), options);
    }

    ImportResult imports(String name, ImportOptions options) throws IOException, SolutionException {
        return imports(name, options, ImportListener.NONE);
    }

    ImportResult imports(String name, ImportOptions options, ImportListener listener)
            throws IOException, SolutionException {
        return environment.importSolution(importing(zip(name), options), listener);
    }

    ImportResult applies(String solution, ImportOptions options) throws SolutionException {
        return environment.applyUpgrade(new ApplyRequest("apply-upgrade", solution, options), ImportListener.NONE);
    }

    /** What is written down of operations that are not known to have ended. */
    public List<Path> jobFiles() throws IOException {
        if (!Files.isDirectory(jobs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(jobs)) {
            return files.filter(file -> file.toString().endsWith(".job.json")).toList();
        }
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        environment.close();
        server.close();
    }

    /** Tokens without a sign-in. */
    private static final class Tokens implements AccessTokens {

        private final DataverseServer server;
        private final Runnable before;
        private Optional<Secret> last = Optional.empty();

        Tokens(DataverseServer server, Runnable before) {
            this.server = server;
            this.before = before;
        }

        @Override
        public Secret current(Deadline deadline) {
            before.run();
            last = last.or(() -> Optional.of(Secret.of(server.token())));
            return last.get();
        }

        @Override
        public boolean refused(Secret token) {
            last = Optional.empty();
            return true;
        }
    }
}
