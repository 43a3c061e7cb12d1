package io.github.solutionalm.dataverse.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message about a certificate that can't be used; nothing is sent with it. */
class CertificateFileTest {

    private final SignInFixture fixture = new SignInFixture();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        fixture.close();
    }

    private void refuses(Path file, Optional<String> password, String why, String fix) {
        assertThat(fixture.failure(SignInFixture.certificate(file, password)))
                .hasMessageContaining(file.toString())
                .hasMessageContaining(why)
                .hasMessageContaining(fix)
                .message()
                .doesNotContain("wrong-password");
        assertThat(fixture.environment.requests()).isEmpty();
    }

    @Test
    void whoseTimeIsOver() throws Exception {
        Path file = SignInFixture.pfx(folder, "-20d", 10);

        refuses(file, Optional.of(SignInFixture.PASSWORD), "the certificate expired on ", "Create a new one");
    }

    @Test
    void whoseTimeHasNotCome() throws Exception {
        Path file = SignInFixture.pfx(folder, "+5d", 10);

        refuses(file, Optional.of(SignInFixture.PASSWORD), "valid only from", "Check the clock");
    }

    @Test
    void whosePasswordIsWrongOrMissing() throws Exception {
        Path file = SignInFixture.pfx(folder, "-4d", 10);

        refuses(file, Optional.of("wrong-password"), "its password is wrong", "AZURE_CLIENT_CERTIFICATE_PASSWORD");
        refuses(file, Optional.empty(), "it needs a password", "<passphrase>");
    }

    @Test
    void whichIsSomethingElse() throws Exception {
        Path file = Files.writeString(folder.resolve("a.pfx"), "hello");

        refuses(file, Optional.empty(), "neither a PFX nor a PEM file", "Export it again");
        refuses(folder.resolve("gone.pem"), Optional.empty(), "the file does not exist", "Check the path");
        refuses(folder, Optional.empty(), "can't be", ".");
    }

    @Test
    void whoseKeyIsNotPlain() throws Exception {
        for (String begin : new String[] {"ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "CERTIFICATE"}) {
            Path file = Files.writeString(folder.resolve("a.pem"), "-----BEGIN " + begin + "-----\nAAAA\n");

            refuses(file, Optional.empty(), "private key", "openssl pkcs8 -topk8");
        }
    }

    @Test
    void whoseKeyIsNoneThatEntraIdTakes() throws Exception {
        Path pfx = SignInFixture.pfx(folder, "-5d", 10, "EC", 256);

        refuses(pfx, Optional.of(SignInFixture.PASSWORD), "not an RSA key", "Create one");

        Path pem = SignInFixture.pem(folder);
        String text = Files.readString(pem);
        Files.writeString(pem, text.replaceAll("(?s)(BEGIN PRIVATE KEY-----\n).*?(-----END)", "$1AAAA\n$2"));

        refuses(pem, Optional.empty(), "its private key is damaged", "Export it again");
    }

    @Test
    void whichIsDamaged() throws Exception {
        Path pem = SignInFixture.pem(folder);
        String text = Files.readString(pem);
        Files.writeString(
                pem, text.replaceAll("(?s)(BEGIN CERTIFICATE-----).*", "$1\nAAAA\n-----END CERTIFICATE-----\n"));

        refuses(pem, Optional.empty(), "its certificate is damaged", "Export it again");
    }
}
