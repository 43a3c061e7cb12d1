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
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.Optional;

/**
 * A certificate file, checked before use, because the messages of libraries for a bad one do not help.
 *
 * @param key the private key by which the application proves its identity
 * @param certificate the certificate that Entra ID knows
 */
record CertificateFile(PrivateKey key, X509Certificate certificate) {

    private static final int LARGEST = 1024 * 1024;
    private static final String KEY = "-----BEGIN PRIVATE KEY-----";

    /** Reads the file, and makes sure that it has a key and a certificate that is valid now. */
    static CertificateFile read(Certificate credentials, Clock clock) throws SolutionException {
        byte[] content = content(credentials);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        CertificateFile file =
                text.contains("-----BEGIN ") ? fromPem(credentials, content, text) : fromPfx(credentials, content);
        if (!(file.key() instanceof RSAKey)) {
            throw bad(credentials, "its private key is not an RSA key", "Create one with an RSA key", null);
        }
        X509Certificate certificate = file.certificate();
        Instant now = clock.instant();
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            throw bad(
                    credentials,
                    "the certificate expired on " + day(certificate.getNotAfter()),
                    "Create a new one and upload it to the application in Entra ID (Certificates & secrets)",
                    null);
        }
        if (certificate.getNotBefore().toInstant().isAfter(now)) {
            throw bad(
                    credentials,
                    "the certificate is valid only from " + day(certificate.getNotBefore()),
                    "Check the clock of this machine",
                    null);
        }
        return file;
    }

    private static byte[] content(Certificate credentials) throws SolutionException {
        try {
            if (Files.size(credentials.file()) > LARGEST) {
                throw bad(credentials, "it is too large for a certificate", "Give a PEM or PFX file", null);
            }
            return Files.readAllBytes(credentials.file());
        } catch (NoSuchFileException e) {
            throw bad(credentials, "the file does not exist", "Check the path", e);
        } catch (IOException e) {
            throw bad(credentials, "it can't be read (" + e.getMessage() + ")", "Check its permissions", e);
        }
    }

    private static CertificateFile fromPfx(Certificate credentials, byte[] content) throws SolutionException {
        char[] password = credentials.password().map(Secret::chars).orElse(new char[0]);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate
                        && store.getKey(alias, password) instanceof PrivateKey key) {
                    return new CertificateFile(key, certificate);
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
        throw bad(credentials, "it has no private key", "Export it again with its private key", null);
    }

    private static CertificateFile fromPem(Certificate credentials, byte[] content, String text)
            throws SolutionException {
        String convert = "Write it with: openssl pkcs8 -topk8 -nocrypt -in key.pem, and append the certificate";
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")) {
            throw bad(credentials, "its private key is encrypted", convert + "; or use a PFX file", null);
        }
        if (text.contains("-----BEGIN RSA PRIVATE KEY")) {
            throw bad(credentials, "its private key has the old form 'RSA PRIVATE KEY'", convert, null);
        }
        if (!text.contains(KEY)) {
            throw bad(credentials, "it has no private key", convert, null);
        }
        int begin = text.indexOf("-----BEGIN CERTIFICATE-----");
        if (begin < 0) {
            throw bad(credentials, "it has no certificate", "Append the certificate to the key", null);
        }
        try {
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(content, begin, content.length - begin));
            return new CertificateFile(key(credentials, text), certificate);
        } catch (GeneralSecurityException e) {
            throw bad(credentials, "its certificate is damaged", "Export it again", e);
        }
    }

    private static PrivateKey key(Certificate credentials, String text) throws SolutionException {
        int begin = text.indexOf(KEY) + KEY.length();
        int end = text.indexOf("-----", begin);
        try {
            byte[] key = Base64.getMimeDecoder().decode(text.substring(begin, end < 0 ? text.length() : end));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw bad(credentials, "its private key is damaged or not an RSA key", "Export it again, with both", e);
        }
    }

    private static SolutionException bad(Certificate credentials, String why, String fix, Exception cause) {
        // The cause's own text is left out: a parser may quote what it read.
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
