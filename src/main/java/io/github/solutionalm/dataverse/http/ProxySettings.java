package io.github.solutionalm.dataverse.http;

import io.github.solutionalm.model.NamePatterns;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A proxy, as {@code settings.xml} describes it. This machine itself and the metadata service of Azure's machines are never
 * reached through it.
 *
 * @param host host of the proxy
 * @param port port of the proxy
 * @param user user for the proxy; empty when it asks for none
 * @param password password of the user
 * @param nonProxyHosts patterns of hosts that are reached directly, separated by {@code |}, with {@code *} for any text
 */
public record ProxySettings(
        String host, int port, Optional<String> user, Optional<Secret> password, String nonProxyHosts) {

    /** Advice for refused credentials: since 8u111 the JDK does not use Basic for HTTPS through a proxy. */
    static final String BASIC_ADVICE =
            "Check the user and the password of the <proxy> in settings.xml. If they are right and"
                    + " the proxy asks for Basic authentication, allow Java to use it for HTTPS: put"
                    + " -Djdk.http.auth.tunneling.disabledSchemes=\"\" into .mvn/jvm.config or MAVEN_OPTS.";

    private static final String METADATA_SERVICE = "169.254.169.254";

    /** Whether a host is reached through the proxy. */
    public boolean applies(String target) {
        return target != null
                && !DataverseUrl.isLoopback(target)
                && !target.equals(METADATA_SERVICE)
                && !direct().anyMatches(target);
    }

    /** {@code host:port}. */
    String address() {
        return host + ":" + port;
    }

    ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                // The name is resolved at the time of the connection, not now.
                return applies(uri.getHost())
                        ? List.of(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port)))
                        : List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException e) {
                // The exchange fails with it.
            }
        };
    }

    /**
     * The Basic credentials of a request for the proxy; the client sends them to nobody else. An authenticator is no help: it
     * knows only Basic as well, and a client that has one leaves out the access token (JDK-8326949).
     */
    Optional<Secret> authorization() {
        return user.map(name -> {
            String credentials = name + ":" + password.map(Secret::reveal).orElse("");
            return Secret.of(Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private NamePatterns direct() {
        return NamePatterns.of(Arrays.stream(nonProxyHosts.split("\\|"))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .toList());
    }
}
