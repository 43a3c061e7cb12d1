package io.github.solutionalm.dataverse.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key with a certificate that signs itself, made for one test by the JDK's keytool: for the TLS of a server, or for an
 * application that signs in.
 *
 * @param store PKCS#12 file that holds both
 * @param keys what the file holds
 */
public record Certificate(Path store, KeyStore keys) {

    public static final String PASSWORD = "changeit";

    private static final String ALIAS = "key";

    /** Makes one, for the loopback names; its file lies in the folder. */
    public static Certificate of(String name, Path folder) throws IOException, GeneralSecurityException {
        return of(name, folder, List.of("localhost"));
    }

    /** Makes one for these hosts, and for 127.0.0.1. */
    static Certificate of(String name, Path folder, List<String> hosts) throws IOException, GeneralSecurityException {
        Path store = Files.createDirectories(folder).resolve(name + ".p12");
        if (!Files.exists(store)) {
            make(name, store, hosts);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return new Certificate(store, keys);
    }

    private static void make(String name, Path store, List<String> hosts) throws IOException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String options = "-genkeypair -alias " + ALIAS + " -keyalg RSA -keysize 2048 -validity 30 -storetype PKCS12"
                + " -storepass " + PASSWORD + " -ext san=dns:" + String.join(",dns:", hosts)
                + ",ip:127.0.0.1 -dname CN=" + name;
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(keytool);
        builder.command().addAll(List.of(options.split(" ")));
        builder.command().addAll(List.of("-keystore", store.toString()));
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("keytool made no certificate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    public X509Certificate certificate() throws GeneralSecurityException {
        return (X509Certificate) keys.getCertificate(ALIAS);
    }

    public PrivateKey key() throws GeneralSecurityException {
        return (PrivateKey) keys.getKey(ALIAS, PASSWORD.toCharArray());
    }

    /** TLS with this certificate, trusting it alone: for the server and for its clients. */
    public SSLContext tls() throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        try {
            trusted.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        trusted.setCertificateEntry(ALIAS, certificate());
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return tls;
    }

    /** Certificate and key as text, as {@code .pem} files hold them. */
    public String pem() throws GeneralSecurityException {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN PRIVATE KEY-----\n" + lines.encodeToString(key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\n"
                + lines.encodeToString(certificate().getEncoded()) + "\n-----END CERTIFICATE-----\n";
    }

    /** A statement by which an application proves that it holds the key, good for ten minutes. */
    String assertion(String algorithm, String client, String audience, Instant now) throws GeneralSecurityException {
        boolean pss = algorithm.equals("PS256");
        String thumbprint = encoded(MessageDigest.getInstance(pss ? "SHA-256" : "SHA-1")
                .digest(certificate().getEncoded()));
        String header = "{\"alg\":\"%s\",\"typ\":\"JWT\",\"%s\":\"%s\"}"
                .formatted(algorithm, pss ? "x5t#S256" : "x5t", thumbprint);
        String claims = "{\"aud\":\"%s\",\"iss\":\"%s\",\"sub\":\"%s\",\"jti\":\"%s\",\"nbf\":%d,\"exp\":%d}"
                .formatted(
                        audience, client, client, UUID.randomUUID(), now.getEpochSecond(), now.getEpochSecond() + 600);
        String text = encoded(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoded(claims.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance(pss ? "RSASSA-PSS" : "SHA256withRSA");
        if (pss) {
            signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        signature.initSign(key());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + encoded(signature.sign());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
