package io.github.solutionalm.dataverse.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A proxy, as {@code settings.xml} describes it. This machine itself and the metadata service of Azure's machines are never
 * reached through it.
 *
 * @param host of the proxy
 * @param port of the proxy
 * @param user absent for a proxy that asks for none
 * @param password goes with the user
 * @param nonProxyHosts patterns of hosts that are reached directly, separated by {@code |}, with {@code *} for any text
 */
public record ProxySettings(
        String host, int port, Optional<String> user, Optional<Secret> password, String nonProxyHosts) {

    /** The JDK has Basic switched off where HTTPS goes through a proxy, since JDK 8u111. */
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
                && direct().stream()
                        .noneMatch(pattern -> pattern.matcher(target).matches());
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

    /** Answers the proxy, and nobody else. */
    Optional<Authenticator> authenticator() {
        return user.map(name -> new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                boolean asked = getRequestorType() == RequestorType.PROXY
                        && host.equalsIgnoreCase(getRequestingHost())
                        && port == getRequestingPort();
                return asked
                        ? new PasswordAuthentication(
                                name, password.map(Secret::chars).orElse(new char[0]))
                        : null;
            }
        });
    }

    private List<Pattern> direct() {
        return Arrays.stream(nonProxyHosts.split("\\|"))
                .map(String::strip)
                .filter(pattern -> !pattern.isEmpty())
                .map(pattern -> Arrays.stream(pattern.split("\\*", -1))
                        .map(Pattern::quote)
                        .reduce((left, right) -> left + ".*" + right)
                        .orElse(""))
                .map(regex -> Pattern.compile(regex, Pattern.CASE_INSENSITIVE))
                .toList();
    }
}
