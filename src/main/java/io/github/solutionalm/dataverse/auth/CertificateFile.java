package io.github.solutionalm.dataverse.auth;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.auth.Credentials.Certificate;
import io.github.solutionalm.dataverse.http.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;

/**
 * A certificate's file, looked at before it is used, since what azure-identity says of a bad one does not help.
 *
 * @param content as it is on disk; for PEM and PFX alike
 * @param pfx whether it is a PFX
 */
record CertificateFile(byte[] content, boolean pfx) {

    private static final int LARGEST = 1024 * 1024;

    /** Reads it, and makes sure that there is a key and a certificate that is valid now. */
    static CertificateFile read(Certificate credentials, Clock clock) throws SolutionException {
        byte[] content = content(credentials);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        boolean pfx = !text.contains("-----BEGIN ");
        X509Certificate certificate = pfx ? fromPfx(credentials, content) : fromPem(credentials, content, text);
        Instant now = clock.instant();
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            throw bad(
                    credentials,
                    "the certificate expired on " + day(certificate.getNotAfter()),
                    "Make a new one and upload it to the application in Entra ID (Certificates & secrets)",
                    null);
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            throw bad(
                    credentials,
                    "the certificate is valid only from " + day(certificate.getNotBefore()),
                    "Check the clock of this machine",
                    null);
        }
        return new CertificateFile(content, pfx);
    }

    private static byte[] content(Certificate credentials) throws SolutionException {
        try {
            if (Files.size(credentials.file()) > LARGEST) {
                throw bad(credentials, "it is too large for a certificate", "Name a PEM or PFX file", null);
            }
            return Files.readAllBytes(credentials.file());
        } catch (NoSuchFileException e) {
            throw bad(credentials, "there is no such file", "Check the path", e);
        } catch (IOException e) {
            throw bad(credentials, "it cannot be read (" + e.getMessage() + ")", "Check its permissions", e);
        }
    }

    private static X509Certificate fromPfx(Certificate credentials, byte[] content) throws SolutionException {
        char[] password = credentials.password().map(Secret::chars).orElse(new char[0]);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    return certificate;
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            boolean wrong = e.getCause() instanceof UnrecoverableKeyException;
            throw wrong
                    ? bad(
                            credentials,
                            credentials.password().isPresent() ? "its password is wrong" : "it needs a password",
                            "Give it as <passphrase> of the server in settings.xml, or in AZURE_CLIENT_CERTIFICATE_PASSWORD",
                            e)
                    : bad(credentials, "it is neither a PFX nor a PEM file", "Export it again with its private key", e);
        } finally {
            java.util.Arrays.fill(password, '\0');
        }
        throw bad(credentials, "there is no private key in it", "Export it again with its private key", null);
    }

    private static X509Certificate fromPem(Certificate credentials, byte[] content, String text)
            throws SolutionException {
        String convert = "Write it with: openssl pkcs8 -topk8 -nocrypt -in key.pem, and put the certificate behind it";
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")) {
            throw bad(credentials, "its private key is encrypted", convert + "; or use a PFX file", null);
        }
        if (text.contains("-----BEGIN RSA PRIVATE KEY")) {
            throw bad(credentials, "its private key has the old form 'RSA PRIVATE KEY'", convert, null);
        }
        if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
            throw bad(credentials, "there is no private key in it", convert, null);
        }
        int begin = text.indexOf("-----BEGIN CERTIFICATE-----");
        if (begin < 0) {
            throw bad(credentials, "there is no certificate in it", "Put the certificate behind the key", null);
        }
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(content, begin, content.length - begin));
        } catch (GeneralSecurityException e) {
            throw bad(credentials, "its certificate is damaged", "Export it again", e);
        }
    }

    private static SolutionException bad(Certificate credentials, String why, String fix, Exception cause) {
        // The cause's own text is left out: that of a parser may quote what it read.
        return new SolutionException(
                "The certificate " + credentials.file() + " cannot be used: " + why + ". " + fix + ".",
                Optional.ofNullable(cause)
                        .map(e -> new IOException(e.getClass().getName()))
                        .orElse(null));
    }

    private static String day(Date date) {
        return date.toInstant().toString().substring(0, 10);
    }
}
