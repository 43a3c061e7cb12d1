package io.github.solutionalm.dataverse.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * What is set about a server.
 *
 * @param folder where its environment and uploads lie; tests give a temporary one
 * @param clock what time it is for tokens, jobs and {@code Retry-After}
 * @param tenant id of its tenant
 * @param application who may sign in
 * @param tokenLifetime how long a token is good
 * @param version of the platform, for {@code RetrieveVersion}
 * @param pageSize rows on a page at most
 * @param requestLimit bytes of a request body at most; more is 413
 * @param tls whether it speaks TLS, with a certificate made for it alone
 */
public record ServerSettings(
        Path folder,
        Clock clock,
        String tenant,
        Application application,
        Duration tokenLifetime,
        String version,
        int pageSize,
        long requestLimit,
        boolean tls) {

    public static final String TENANT = "7c2f3c4e-91a5-4d0b-8a44-2f6c1c7f1001";
    public static final String CLIENT_ID = "7c2f3c4e-91a5-4d0b-8a44-2f6c1c7f1002";
    public static final String SECRET = "S3cret~of.the-application";

    /** As an environment of today is, in this folder. */
    public static ServerSettings in(Path folder) {
        return new ServerSettings(
                folder,
                Clock.systemUTC(),
                TENANT,
                Application.withSecret(CLIENT_ID, SECRET),
                Duration.ofMinutes(60),
                "9.2.24104.180",
                5000,
                Long.MAX_VALUE,
                false);
    }

    public ServerSettings clock(Clock other) {
        return new ServerSettings(
                folder, other, tenant, application, tokenLifetime, version, pageSize, requestLimit, tls);
    }

    public ServerSettings application(Application other) {
        return new ServerSettings(folder, clock, tenant, other, tokenLifetime, version, pageSize, requestLimit, tls);
    }

    public ServerSettings tokenLifetime(Duration other) {
        return new ServerSettings(folder, clock, tenant, application, other, version, pageSize, requestLimit, tls);
    }

    /** An older platform lacks the calls that came later (facts/dataverse.md 4.3, feature minimums). */
    public ServerSettings version(String other) {
        return new ServerSettings(
                folder, clock, tenant, application, tokenLifetime, other, pageSize, requestLimit, tls);
    }

    public ServerSettings pageSize(int other) {
        return new ServerSettings(folder, clock, tenant, application, tokenLifetime, version, other, requestLimit, tls);
    }

    public ServerSettings requestLimit(long other) {
        return new ServerSettings(folder, clock, tenant, application, tokenLifetime, version, pageSize, other, tls);
    }

    /** The sign-in library insists on TLS; its certificate is {@link DataverseServer#trust()}. */
    public ServerSettings withTls() {
        return new ServerSettings(
                folder, clock, tenant, application, tokenLifetime, version, pageSize, requestLimit, true);
    }
}
