package io.github.solutionalm.dataverse.auth;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.AccessTokens;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Discovery;
import io.github.solutionalm.dataverse.http.Failure;
import io.github.solutionalm.dataverse.http.Failure.Kind;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.time.Deadline;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Gets access tokens for one environment, keeps the last one, and gets a new one some minutes before it expires or when the
 * environment refuses it. The tenant and the cloud are those that the environment names.
 */
public final class SignIn implements AccessTokens {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final DataverseUrl url;
    private final Credentials credentials;
    private final Transport transport;
    private final UnaryOperator<URI> route;
    private Optional<Authority> authority = Optional.empty();
    private Optional<Token> last = Optional.empty();

    private record Token(Secret value, Instant renewAt) {}

    /** A sign-in that has sent nothing yet. */
    public SignIn(DataverseUrl url, Credentials credentials, Transport transport) {
        this(url, credentials, transport, UnaryOperator.identity());
    }

    SignIn(DataverseUrl url, Credentials credentials, Transport transport, UnaryOperator<URI> route) {
        this.url = url;
        this.credentials = credentials;
        this.transport = transport;
        this.route = route;
        credentials.secrets().forEach(transport.redaction()::hide);
    }

    @Override
    public synchronized Secret current(Deadline deadline) throws WebApiException {
        Instant now = transport.clock().instant();
        if (credentials instanceof Credentials.Token given) {
            GivenToken token = new GivenToken(given, url);
            Optional<String> refusal = token.refusal(now);
            if (refusal.isPresent()) {
                throw failed(refusal.get(), token.fix());
            }
            return given.token();
        }
        if (last.isEmpty() || !now.isBefore(last.get().renewAt())) {
            last = Optional.of(fetch(now, deadline));
        }
        return last.get().value();
    }

    /** Drops a refused token, unless it was replaced meanwhile; a token that the build was given has no successor. */
    @Override
    public synchronized boolean refused(Secret token) {
        if (credentials instanceof Credentials.Token) {
            return false;
        }
        last = last.filter(kept -> kept.value() != token);
        return true;
    }

    private Token fetch(Instant now, Deadline deadline) throws WebApiException {
        try {
            AccessToken token = token(deadline);
            return new Token(transport.redaction().hide(token.value()), renewal(now, token.expires()));
        } catch (WebApiException e) {
            throw e;
        } catch (SolutionException e) {
            throw failed(e.getMessage(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the build was interrupted", "Start it again.", Kind.INTERRUPTED);
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private AccessToken token(Deadline deadline) throws Exception {
        SignInFailures failures = new SignInFailures(credentials);
        ClientApplications applications = new ClientApplications(
                new TokenExchange(
                        description(), transport, deadline, route.compose(this::unencryptedHere)::apply, failures),
                url);
        if (credentials instanceof Credentials.ClientSecret c) {
            return applications.confidential(
                    authority(c.tenantId(), deadline),
                    c.clientId(),
                    ClientCredentialFactory.createFromSecret(c.secret().reveal()));
        }
        if (credentials instanceof Credentials.Certificate c) {
            CertificateFile file = CertificateFile.read(c, transport.clock());
            return applications.confidential(
                    authority(c.tenantId(), deadline),
                    c.clientId(),
                    ClientCredentialFactory.createFromCertificate(file.key(), file.certificate()));
        }
        if (credentials instanceof Credentials.WorkloadIdentity c) {
            Authority at = authority(c.tenantId(), deadline);
            Secret assertion = new FederatedToken(transport).of(c.issuer(), deadline);
            return applications.confidential(
                    at, c.clientId(), ClientCredentialFactory.createFromClientAssertion(assertion.reveal()));
        }
        if (credentials instanceof Credentials.ManagedIdentity c) {
            return applications.managedIdentity(c.clientId());
        }
        return azureCli((Credentials.AzureCli) credentials, deadline);
    }

    private AccessToken azureCli(Credentials.AzureCli who, Deadline deadline)
            throws WebApiException, InterruptedException {
        try {
            return AzureCli.installed().token(url, who.tenantId(), deadline.left(transport.clock()));
        } catch (SolutionException e) {
            throw failed(e.getMessage(), new SignInFailures(who).fix(e.getMessage()));
        }
    }

    private Authority authority(Optional<String> tenant, Deadline deadline) throws SolutionException {
        if (authority.isEmpty()) {
            authority = Optional.of(Authority.of(new Discovery(url, transport).challenge(deadline), tenant, url));
        }
        return authority.get();
    }

    /** The URL with http, if the authority on this machine has that: msal4j always writes https. */
    private URI unencryptedHere(URI uri) {
        boolean here = authority
                .map(Authority::host)
                .filter(host -> host.getScheme().equals("http"))
                .filter(host -> host.getRawAuthority().equals(uri.getRawAuthority()))
                .isPresent();
        return here ? URI.create("http" + uri.toString().substring("https".length())) : uri;
    }

    /** The time to renew a token: some minutes before it expires, or after half of a short life. */
    private static Instant renewal(Instant now, Instant expires) {
        Duration life = Duration.between(now, expires);
        return expires.minus(life.compareTo(MARGIN.multipliedBy(2)) < 0 ? life.dividedBy(2) : MARGIN);
    }

    private WebApiException failed(String reason, String fix) {
        return failed(reason, fix, Kind.UNAUTHENTICATED);
    }

    private WebApiException failed(String reason, String fix, Kind kind) {
        URI where = authority.map(Authority::host).orElse(url.root());
        return transport.failed(description(), where, reason, fix, Failure.of(kind));
    }

    private String description() {
        return "get an access token for " + url + " by " + credentials.mode();
    }

    /** The failure of an exception of msal4j: what was thrown below it is a cause of a cause. */
    private WebApiException failed(Exception e) {
        Throwable last = e;
        for (Throwable one = e; one != null; one = one.getCause()) {
            if (one instanceof WebApiException failure) {
                return failure;
            }
            last = one;
        }
        String reason =
                Optional.ofNullable(last.getMessage()).orElse(last.getClass().getSimpleName());
        return failed(reason, new SignInFailures(credentials).fix(""));
    }
}
