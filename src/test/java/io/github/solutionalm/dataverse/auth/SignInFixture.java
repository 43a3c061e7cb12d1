package io.github.solutionalm.dataverse.auth;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.dataverse.Loopback;
import io.github.solutionalm.dataverse.auth.Credentials.Issuer;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Redaction;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;

/** An environment that names its tenant, and the place that gives tokens, both on this machine. */
final class SignInFixture implements AutoCloseable {

    static final String SECRET = "client-secret~0123456789";
    static final String PASSWORD = "pfx-password-0123";
    static final String FEDERATED = "federated-assertion-0123456789";
    static final String CI_TOKEN = "ci-job-token-0123456789";
    static final String TOKEN = "access-token-0123456789";

    final Loopback environment = new Loopback();
    final Loopback entra = new Loopback();
    final Redaction redaction = new Redaction();
    // Real, since msal4j looks at real clocks; moved by tests.
    Duration later = Duration.ZERO;

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
            return Clock.systemUTC().instant().plus(later);
        }
    };

    SignInFixture() {
        environment.then(
                401,
                "",
                "WWW-Authenticate",
                "Bearer authorization_uri=" + entra.url() + "/contoso-tenant/oauth2/authorize, resource_id="
                        + environment.url());
    }

    SignIn signIn(Credentials credentials) {
        try {
            Transport transport = Transport.of(Optional.empty(), clock, redaction);
            return new SignIn(DataverseUrl.parse(environment.url()), credentials, transport, this::metadata);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The metadata service of Azure's machines stands on this machine too. */
    private URI metadata(URI uri) {
        return uri.getHost().equals("169.254.169.254")
                ? URI.create(uri.toString().replace("http://169.254.169.254", entra.url()))
                : uri;
    }

    String token(Credentials credentials) throws WebApiException {
        return signIn(credentials).current(deadline()).reveal();
    }

    WebApiException failure(Credentials credentials) {
        return catchThrowableOfType(
                WebApiException.class, () -> signIn(credentials).current(deadline()));
    }

    Deadline deadline() {
        return Deadline.in(Duration.ofMinutes(1), clock);
    }

    static String tokenAnswer(String token, long seconds) {
        long expires = Instant.now(Clock.systemUTC()).getEpochSecond() + seconds;
        return "{\"token_type\":\"Bearer\",\"expires_in\":" + seconds + ",\"expires_on\":\"" + expires
                + "\",\"resource\":\"x\",\"access_token\":\"" + token + "\"}";
    }

    static Credentials secret() {
        return new Credentials.ClientSecret(Optional.empty(), "client-1", Secret.of(SECRET));
    }

    Credentials gitHub() {
        return workload(new Issuer.GitHub(URI.create(entra.url() + "/github?api-version=2"), Secret.of(CI_TOKEN)));
    }

    Credentials azureDevOps() {
        return workload(
                new Issuer.AzureDevOps(URI.create(entra.url() + "/oidctoken"), "connection-1", Secret.of(CI_TOKEN)));
    }

    static Credentials workload(Issuer issuer) {
        return new Credentials.WorkloadIdentity(Optional.empty(), "client-1", issuer);
    }

    static Credentials certificate(Path file, Optional<String> password) {
        return new Credentials.Certificate(Optional.empty(), "client-1", file, password.map(Secret::of));
    }

    /** A PFX made by the JDK's own tool, valid for so many days from a start such as {@code -10d}. */
    static Path pfx(Path folder, String start, int days) throws Exception {
        return pfx(folder, start, days, "RSA", 2048);
    }

    static Path pfx(Path folder, String start, int days, String kind, int bits) throws Exception {
        Path file = folder.resolve("certificate" + start + kind + ".pfx");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        kind,
                        "-keysize",
                        String.valueOf(bits),
                        "-dname",
                        "CN=test",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString(),
                        "-startdate",
                        start,
                        "-validity",
                        String.valueOf(days))
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        return file;
    }

    /** The same as PEM. */
    static Path pem(Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pfx(folder, "-1d", 10))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return Files.writeString(
                folder.resolve("certificate.pem"),
                block("PRIVATE KEY", store.getKey("a", PASSWORD.toCharArray()).getEncoded())
                        + block("CERTIFICATE", store.getCertificate("a").getEncoded()));
    }

    private static String block(String name, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + name + "-----\n" + base64 + "\n-----END " + name + "-----\n";
    }

    @Override
    public void close() {
        environment.close();
        entra.close();
    }
}
