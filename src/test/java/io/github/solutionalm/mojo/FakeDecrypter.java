package io.github.solutionalm.mojo;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/**
 * Decrypts {@code {text}} to {@code text}, and as Maven 3 does leaves as it is what begins with {@code {broken}; it also takes
 * the braces of a variable for a ciphertext, as Maven 3.8 does.
 */
final class FakeDecrypter implements SettingsDecrypter {

    @Override
    public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
        List<SettingsProblem> problems = new ArrayList<>();
        List<Server> servers = new ArrayList<>();
        for (Server server : request.getServers()) {
            Server copy = server.clone();
            copy.setPassword(decrypt(server.getPassword(), server.getId(), problems));
            copy.setPassphrase(decrypt(server.getPassphrase(), server.getId(), problems));
            servers.add(copy);
        }
        List<Proxy> proxies = new ArrayList<>();
        for (Proxy proxy : request.getProxies()) {
            Proxy copy = proxy.clone();
            copy.setPassword(decrypt(proxy.getPassword(), proxy.getId(), problems));
            proxies.add(copy);
        }
        return new Result(servers, proxies, problems);
    }

    private static String decrypt(String text, String id, List<SettingsProblem> problems) {
        if (text == null || !text.startsWith("{") && !text.startsWith("${")) {
            return text;
        }
        if (text.startsWith("{broken") || text.startsWith("${")) {
            Exception cause = new IllegalStateException("cannot read " + text);
            problems.add(new DefaultSettingsProblem(
                    "Failed to decrypt password " + text + " for server " + id,
                    SettingsProblem.Severity.ERROR,
                    "settings.xml",
                    -1,
                    -1,
                    cause));
            return text;
        }
        problems.add(new DefaultSettingsProblem(
                "legacy encrypted password", SettingsProblem.Severity.WARNING, "settings.xml", -1, -1, null));
        return text.startsWith("{kept") ? text : text.substring(1, text.length() - 1);
    }

    private record Result(List<Server> servers, List<Proxy> proxies, List<SettingsProblem> problems)
            implements SettingsDecryptionResult {

        @Override
        public Server getServer() {
            return servers.get(0);
        }

        @Override
        public List<Server> getServers() {
            return servers;
        }

        @Override
        public Proxy getProxy() {
            return proxies.get(0);
        }

        @Override
        public List<Proxy> getProxies() {
            return proxies;
        }

        @Override
        public List<SettingsProblem> getProblems() {
            return problems;
        }
    }
}
