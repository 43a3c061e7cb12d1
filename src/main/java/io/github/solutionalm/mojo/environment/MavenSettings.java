package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.dataverse.http.ProxySettings;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.mojo.build.MavenBuild;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The servers and proxies of settings.xml, with their passwords decrypted. */
final class MavenSettings {

    private final MavenBuild build;

    MavenSettings(MavenBuild build) {
        this.build = build;
    }

    /**
     * The server of an id.
     *
     * @param wantedBy the environment that refers to it, for the message
     * @throws MojoExecutionException if it does not exist, or its passwords can't be decrypted
     */
    ServerSettings server(String id, String wantedBy) throws MojoExecutionException {
        List<Server> servers = build.settings().getServers();
        Server encrypted = servers.stream()
                .filter(server -> id.equals(server.getId()))
                .findFirst()
                .orElseThrow(() -> missing(id, wantedBy, servers));
        DecryptedSettings decrypted = new DecryptedSettings("server", id);
        decrypted.told(encrypted.getPassword(), encrypted.getPassphrase());
        // Maven reads the braces of an unset variable as ciphertext.
        decrypted.text("password", encrypted.getPassword());
        decrypted.text("passphrase", encrypted.getPassphrase());
        SettingsDecryptionResult result = build.decrypt(new DefaultSettingsDecryptionRequest(encrypted));
        decrypted.check(result.getProblems());
        Server server = result.getServer();
        return new ServerSettings(
                decrypted.text("username", server.getUsername()),
                decrypted.secret("password", server.getPassword()),
                decrypted.text("privateKey", server.getPrivateKey()),
                decrypted.secret("passphrase", server.getPassphrase()),
                configuration(decrypted, server));
    }

    /**
     * The proxy for https: the first active one of that protocol, else of http, as Maven itself chooses.
     *
     * @throws MojoExecutionException when its password can't be decrypted
     */
    Optional<ProxySettings> proxy() throws MojoExecutionException {
        Optional<Proxy> chosen = build.settings().getProxies().stream()
                .filter(Proxy::isActive)
                .filter(proxy -> rank(proxy) < 2)
                .min(Comparator.comparingInt(MavenSettings::rank));
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Proxy encrypted = chosen.get();
        DecryptedSettings decrypted = new DecryptedSettings("proxy", encrypted.getId());
        decrypted.told(encrypted.getPassword());
        decrypted.text("password", encrypted.getPassword());
        SettingsDecryptionResult result = build.decrypt(new DefaultSettingsDecryptionRequest(encrypted));
        decrypted.check(result.getProblems());
        Proxy proxy = result.getProxy();
        Optional<String> host = decrypted.text("host", proxy.getHost());
        if (host.isEmpty()) {
            throw new MojoExecutionException("The <proxy> '" + encrypted.getId()
                    + "' of settings.xml has no <host>. Add it, or set <active>false</active>.");
        }
        Optional<Secret> password = decrypted.secret("password", proxy.getPassword());
        return Optional.of(new ProxySettings(
                host.get(),
                proxy.getPort(),
                decrypted.text("username", proxy.getUsername()),
                password,
                Optional.ofNullable(proxy.getNonProxyHosts()).orElse("")));
    }

    private static int rank(Proxy proxy) {
        String protocol = Optional.ofNullable(proxy.getProtocol()).orElse("http");
        return switch (protocol.strip().toLowerCase(Locale.ROOT)) {
            case "https" -> 0;
            case "http" -> 1;
            default -> 2;
        };
    }

    private static SignInParameters configuration(DecryptedSettings decrypted, Server server)
            throws MojoExecutionException {
        Map<String, String> values = new TreeMap<>();
        if (server.getConfiguration() instanceof Xpp3Dom configuration) {
            for (Xpp3Dom element : configuration.getChildren()) {
                // Maven 3 decrypts nothing here, so a secret would lie open.
                if (element.getName().toLowerCase(Locale.ROOT).matches(".*(secret|password|passphrase)")) {
                    throw decrypted.wrong(
                            "its <configuration> has the element <" + element.getName() + ">",
                            "Secrets are read from <password> and <passphrase> of the server, which Maven can decrypt");
                }
                if (SignInParameters.NAMES.contains(element.getName())) {
                    decrypted
                            .text(element.getName(), element.getValue())
                            .ifPresent(value -> values.put(element.getName(), value));
                }
            }
        }
        return new SignInParameters(values);
    }

    private static MojoExecutionException missing(String id, String wantedBy, List<Server> servers) {
        String known = servers.stream().map(Server::getId).sorted().collect(Collectors.joining(", "));
        return new MojoExecutionException(
                "settings.xml has no <server> with the id '" + id + "', which " + wantedBy + " names. "
                        + (known.isEmpty() ? "It has no servers" : "It has: " + known)
                        + ". Add the server to ~/.m2/settings.xml, correct <serverId> (-Dsolution.serverId), or name"
                        + " another file with mvn --settings.");
    }
}
