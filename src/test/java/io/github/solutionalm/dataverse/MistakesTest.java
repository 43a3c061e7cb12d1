package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.auth.AuthenticationSettings;
import io.github.solutionalm.dataverse.http.RetryListener;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.server.DataverseServer;
import io.github.solutionalm.dataverse.server.Packages;
import io.github.solutionalm.dataverse.server.Script;
import io.github.solutionalm.dataverse.server.ServerSettings;
import io.github.solutionalm.packaging.OpenedPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong because somebody made a mistake, as it is read at night: what was being done, to what, why it failed, what to do
 * now. Nothing is started in any of these cases.
 */
class MistakesTest {

    private static final String BASE = "ContosoBase_1_0_0_0_managed";
    private static final ImportOptions STAGING =
            ImportOptionsBuilder.options().action(Action.STAGE).build();
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    private Optional<DataverseServer> server = Optional.empty();
    private int before;

    @AfterEach
    void nothingIsStarted() {
        server.ifPresent(DataverseServer::close);
        assertThat(server.map(DataverseServer::started).orElse(List.of())).hasSize(before);
    }

    @Test
    void somethingThatIsNoUrl() {
        assertThat(said("contoso-test", secret(ServerSettings.SECRET)))
                .contains("'contoso-test' is not the URL of an environment: it has no host.")
                .contains("https://contoso-test.crm4.dynamics.com");
    }

    @Test
    void theAddressOfAPageInTheEnvironment() {
        assertThat(said("https://contoso-test.crm4.dynamics.com/main.aspx?appid=1", secret(ServerSettings.SECRET)))
                .contains("remove everything after the host");
    }

    @Test
    void theAddressOfSomethingElse() {
        try (Loopback site = new Loopback()) {
            site.then(200, "<html><title>Contoso</title>", "Content-Type", "text/html");
            assertThat(said(site.url(), secret(ServerSettings.SECRET)))
                    .contains("127.0.0.1 does not answer like a Dataverse environment (HTTP 200 instead of 401)")
                    .contains("Check <environment><url> (or -Dsolution.environment)");
        }
    }

    @Test
    void aNameThatIsNotInDns() {
        assertThat(said("https://contoso.invalid", secret(ServerSettings.SECRET)))
                .contains("host contoso.invalid not found in DNS")
                .contains("Check the spelling");
    }

    @Test
    void anotherMachineWithoutEncryption() {
        assertThat(said("http://contoso-test.crm4.dynamics.com", secret(ServerSettings.SECRET)))
                .contains("is not encrypted", "Nothing was sent", "Use https");
    }

    @Test
    void aCertificateThatNobodyTrusts() throws Exception {
        String url = serve(ServerSettings::withTls).url();
        assertThat(said(url, secret(ServerSettings.SECRET)))
                .contains("no encrypted connection to localhost was established", "PKIX")
                .contains("-Djavax.net.ssl.trustStore=<file>");
    }

    @Test
    void aWrongSecret() throws Exception {
        assertThat(said(serve().url(), secret("not-the-one")))
                .contains("Tried to get an access token for " + url() + " by clientSecret")
                .contains("AADSTS7000215", "Take the value, not the id")
                .contains("<password> of the server <serverId> in settings.xml");
    }

    @Test
    void aSecretWhoseTimeIsOver() throws Exception {
        serve(settings -> settings.application(settings.application().expiredSecret("old")));
        assertThat(said(url(), secret("old")))
                .contains("AADSTS7000222", "The client secret has expired. Create a new one");
    }

    @Test
    void aFileThatIsNoCertificate() throws Exception {
        Path file = Files.writeString(folder.resolve("contoso.pfx"), "text");
        assertThat(said(serve().url(), certificate(file)))
                .contains("The certificate " + file + " cannot be used: it is neither a PFX nor a PEM file")
                .contains("Export it again with its private key");
    }

    @Test
    void anApplicationThatTheTenantDoesNotKnow() throws Exception {
        assertThat(said(serve().url(), signIn("other-client", Optional.of(ServerSettings.SECRET))))
                .contains("AADSTS700016", "The tenant does not know this application", "<environment><clientId>");
    }

    @Test
    void aTokenThatIsNoneOfTheEnvironments() throws Exception {
        assertThat(said(serve().url(), token()))
                .contains("the environment does not accept the access token")
                .contains("it asks for a token of tenant " + ServerSettings.TENANT)
                .contains("expires after about an hour");
    }

    @Test
    void anApplicationThatIsNoUserOfTheEnvironment() throws Exception {
        assertThat(refused("WhoAmI", 403, "0x80072560", "The user is not a member of the organization."))
                .contains("the environment does not know the user of the access token")
                .contains("Add the application as an application user of the environment");
    }

    @Test
    void aRoleWithoutThePrivilege() throws Exception {
        assertThat(refused(
                        "StageSolution",
                        403,
                        "0x80040220",
                        "Principal user (Id=1, type=8) is missing prvImportCustomization privilege (Id=2)"))
                .contains("Tried to upload the package of ContosoBase 1.0.0.0 at " + url())
                .contains("lacks the privilege prvImportCustomization")
                .contains("Give its user a security role that has prvImportCustomization");
    }

    @Test
    void aPackageThatIsLargerThanTheEnvironmentTakes() throws Exception {
        serve(settings -> settings.requestLimit(10_000));
        ImportResult result = imported(Packages.zip(BASE, folder));
        assertThat(error(result))
                .contains("0x80040375", "Tried to upload the package of ContosoBase 1.0.0.0", "too large")
                .contains("Make the package smaller");
    }

    @Test
    void anUpgradeThatWasLeftBehind() throws Exception {
        serve();
        imported(Packages.zip(BASE, folder));
        imported(Packages.zip("ContosoOrders_1_0_0_0_managed", folder));
        Path upgrade = Packages.zip("ContosoOrders_2_0_0_0_managed", folder);
        importing(url(), secret(ServerSettings.SECRET), upgrade, STAGING);
        before = 3;

        assertThat(error(imported(upgrade)))
                .contains("ContosoOrders_Upgrade 2.0.0.0")
                .contains("solution:apply-upgrade", "leftoverUpgrade");
    }

    @Test
    void anUnmanagedPackageOfAManagedSolution() throws Exception {
        serve();
        imported(Packages.zip(BASE, folder));
        before = 1;

        ImportResult result = imported(unmanaged());

        assertThat(error(result))
                .contains("0x80048041", "ContosoBase is installed as managed and the package is unmanaged")
                .contains("Import the managed package");
    }

    private String refused(String call, int status, String code, String message) throws Exception {
        script(rules -> rules.on(call).always().refuse(status, code, message));
        return said(url(), secret(ServerSettings.SECRET));
    }

    private void script(Consumer<Script> rules) throws Exception {
        rules.accept(serve().script());
    }

    private DataverseServer serve() throws IOException, SolutionException {
        return serve(UnaryOperator.identity());
    }

    private DataverseServer serve(UnaryOperator<ServerSettings> settings) throws IOException, SolutionException {
        server = Optional.of(DataverseServer.start(settings.apply(ServerSettings.in(folder.resolve("server")))));
        return server.get();
    }

    private String url() {
        return server.orElseThrow().url();
    }

    private ImportResult imported(Path file) throws SolutionException {
        return importing(url(), secret(ServerSettings.SECRET), file, ImportOptions.defaults());
    }

    private ImportResult importing(String url, AuthenticationSettings signIn, Path file, ImportOptions options)
            throws SolutionException {
        DataverseSettings settings = new DataverseSettings(
                signIn,
                Optional.empty(),
                name -> Optional.of("some-token").filter(token -> name.equals("STORY_TOKEN")),
                "solution-maven-plugin/test",
                true,
                folder.resolve("jobs"),
                CaptureOptions.DEFAULTS);
        try (DataverseEnvironment environment = DataverseEnvironment.open(
                new EnvironmentId("test", "dataverse", url),
                settings,
                CLOCK,
                RetryListener.NONE,
                OpenedPackage::open,
                (snapshot, sequence, listener) -> List.of())) {
            return environment.importSolution(Contoso.importing(file, options), ImportListener.NONE);
        }
    }

    /** What an import into this environment comes to, in words. */
    private String said(String url, AuthenticationSettings signIn) {
        try {
            return error(importing(url, signIn, Packages.zip(BASE, folder), ImportOptions.defaults()));
        } catch (SolutionException e) {
            return e.getMessage();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String error(ImportResult result) {
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors()).hasSize(1);
        return result.errors().get(0).toString();
    }

    private static AuthenticationSettings secret(String value) {
        return signIn(ServerSettings.CLIENT_ID, Optional.of(value));
    }

    private static AuthenticationSettings certificate(Path file) {
        AuthenticationSettings none = AuthenticationSettings.NONE;
        return new AuthenticationSettings(
                Optional.of("certificate"),
                none.serverId(),
                none.tenantId(),
                Optional.of(ServerSettings.CLIENT_ID),
                none.clientSecret(),
                Optional.of(file),
                none.certificatePassword(),
                none.serviceConnectionId(),
                none.tokenVariable());
    }

    private static AuthenticationSettings token() {
        return signIn("", Optional.empty());
    }

    private static AuthenticationSettings signIn(String client, Optional<String> secret) {
        return new AuthenticationSettings(
                Optional.of(secret.isPresent() ? "clientSecret" : "token"),
                Optional.of("contoso-test"),
                Optional.empty(),
                Optional.of(client),
                secret.map(Secret::of),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("STORY_TOKEN"));
    }

    private Path unmanaged() throws IOException {
        Path from = Path.of("src/it/quickstart/solutions").resolve(BASE);
        Path to = folder.resolve("unmanaged");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path manifest = to.resolve("solution.xml");
        Files.writeString(manifest, Files.readString(manifest).replace("<Managed>1</Managed>", "<Managed>0</Managed>"));
        return to;
    }
}
