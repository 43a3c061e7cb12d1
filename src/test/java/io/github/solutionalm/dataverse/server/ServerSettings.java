package io.github.solutionalm.dataverse.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

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
 * @param host name by which clients know it, behind a proxy; otherwise it is known as what it is, a port of this machine
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
        boolean tls,
        Optional<String> host) {

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
                false,
                Optional.empty());
    }

    public ServerSettings clock(Clock other) {
        return new ServerSettings(
                folder, other, tenant, application, tokenLifetime, version, pageSize, requestLimit, tls, host);
    }

    public ServerSettings application(Application other) {
        return new ServerSettings(
                folder, clock, tenant, other, tokenLifetime, version, pageSize, requestLimit, tls, host);
    }

    public ServerSettings tokenLifetime(Duration other) {
        return new ServerSettings(
                folder, clock, tenant, application, other, version, pageSize, requestLimit, tls, host);
    }

    /** An older platform lacks what came later (docs/platform-facts.md, "Minimum versions"). */
    public ServerSettings version(String other) {
        return new ServerSettings(
                folder, clock, tenant, application, tokenLifetime, other, pageSize, requestLimit, tls, host);
    }

    public ServerSettings pageSize(int other) {
        return new ServerSettings(
                folder, clock, tenant, application, tokenLifetime, version, other, requestLimit, tls, host);
    }

    public ServerSettings requestLimit(long other) {
        return new ServerSettings(
                folder, clock, tenant, application, tokenLifetime, version, pageSize, other, tls, host);
    }

    /** The sign-in library insists on TLS; its certificate is {@link DataverseServer#trust()}. */
    public ServerSettings withTls() {
        return new ServerSettings(
                folder, clock, tenant, application, tokenLifetime, version, pageSize, requestLimit, true, host);
    }

    /**
     * Known by the name of an environment in the cloud, with the public sign-in service, both with TLS: for clients that reach
     * it by a {@link ForwardProxy}.
     */
    public ServerSettings named(String name) {
        return new ServerSettings(
                folder,
                clock,
                tenant,
                application,
                tokenLifetime,
                version,
                pageSize,
                requestLimit,
                true,
                Optional.of(name));
    }
}
