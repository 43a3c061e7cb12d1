package io.github.solutionalm.dataverse.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/** The signed statement by which an application proves that it holds a certificate (docs/platform-facts.md, "Sign-in"). */
final class ClientAssertion {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String text;
    private final JsonNode header;
    private final JsonNode claims;

    private ClientAssertion(String text) throws IOException {
        String[] parts = text.split("\\.");
        if (parts.length != 3) {
            throw new IOException("not three parts");
        }
        this.text = text;
        this.header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        this.claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    /** Refuses an assertion that does not prove who the application is. */
    static void check(String text, Application application, String tokenUrl, Instant now) throws SignInFault {
        try {
            new ClientAssertion(text).check(application, tokenUrl, now);
        } catch (IOException | IllegalArgumentException e) {
            throw new SignInFault(
                    400, "invalid_request", 50027, "JWT token is invalid or malformed: " + e.getMessage() + ".");
        }
    }

    private void check(Application application, String tokenUrl, Instant now) throws SignInFault {
        if (!claims.path("iss").asText().equals(application.clientId())
                || !claims.path("sub").asText().equals(application.clientId())) {
            throw new SignInFault(
                    401,
                    "invalid_client",
                    700021,
                    "Client assertion application identifier doesn't match 'client_id'.");
        }
        if (!claims.path("aud").asText().equals(tokenUrl)) {
            throw new SignInFault(
                    401, "invalid_client", 700023, "Client assertion audience claim does not match Realm issuer.");
        }
        if (!now.isBefore(Instant.ofEpochSecond(claims.path("exp").asLong()))) {
            throw new SignInFault(
                    401, "invalid_client", 700024, "Client assertion is not within its valid time range.");
        }
        if (!signedBy(application.certificates())) {
            throw new SignInFault(
                    401,
                    "invalid_client",
                    700027,
                    "The certificate with identifier used to sign the client assertion is not registered on application.");
        }
    }

    private boolean signedBy(Set<X509Certificate> certificates) {
        return certificates.stream().anyMatch(this::signedBy);
    }

    private boolean signedBy(X509Certificate certificate) {
        try {
            int end = text.lastIndexOf('.');
            Signature signature = signature();
            signature.initVerify(certificate);
            signature.update(text.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return isNamed(certificate)
                    && signature.verify(Base64.getUrlDecoder().decode(text.substring(end + 1)));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Signature signature() throws GeneralSecurityException {
        if (header.path("alg").asText().equals("RS256")) {
            return Signature.getInstance("SHA256withRSA");
        }
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return signature;
    }

    private boolean isNamed(X509Certificate certificate) throws GeneralSecurityException {
        boolean sha256 = header.hasNonNull("x5t#S256");
        byte[] thumbprint =
                MessageDigest.getInstance(sha256 ? "SHA-256" : "SHA-1").digest(certificate.getEncoded());
        String named = header.path(sha256 ? "x5t#S256" : "x5t").asText();
        // Entra ID takes both alphabets; its Java library writes the ordinary one.
        String urlSafe = named.replace('+', '-').replace('/', '_');
        return Arrays.equals(thumbprint, Base64.getUrlDecoder().decode(urlSafe));
    }
}
