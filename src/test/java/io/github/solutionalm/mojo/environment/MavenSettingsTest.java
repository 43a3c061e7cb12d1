package io.github.solutionalm.mojo.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.dataverse.http.ProxySettings;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.mojo.TestBuild;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MavenSettingsTest {

    private final TestBuild test = new TestBuild(Path.of("project").toAbsolutePath(), true);
    private final MavenSettings settings = new MavenSettings(test.build);

    @Test
    void aServerIsDecrypted() throws Exception {
        Server server = add("contoso", "client", "{s3cret of contoso}");
        server.setPrivateKey("contoso.pfx");
        server.setPassphrase("{of the file}");

        ServerSettings read = settings.server("contoso", "it");

        assertThat(read.username()).contains("client");
        assertThat(read.password().map(Secret::reveal)).contains("s3cret of contoso");
        assertThat(read.privateKey()).contains("contoso.pfx");
        assertThat(read.passphrase().map(Secret::reveal)).contains("of the file");
        assertThat(read.toString()).doesNotContain("s3cret").doesNotContain("of the file");
    }

    @Test
    void theConfigurationHasWhatElseThereIsToSay() throws Exception {
        Server server = add("contoso", "client", null);
        server.setConfiguration(Xpp3DomBuilder.build(
                new StringReader("<configuration><tenantId> t1 </tenantId><httpHeaders/><clientId/></configuration>")));

        ServerSettings read = settings.server("contoso", "it");

        assertThat(read.configuration().values()).isEqualTo(Map.of("tenantId", "t1"));
        assertThat(read.password()).isEmpty();
    }

    @Test
    void secretsDoNotLieOpenInTheConfiguration() throws Exception {
        Server server = add("contoso", "client", null);
        server.setConfiguration(Xpp3DomBuilder.build(
                new StringReader("<configuration><clientSecret>s3cret</clientSecret></configuration>")));

        assertThatThrownBy(() -> settings.server("contoso", "it"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<server> 'contoso'")
                .hasMessageContaining("<clientSecret>")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aServerThatIsNotThereListsThoseThatAre() {
        assertThatThrownBy(() -> settings.server("contoso", "the environment 'test'"))
                .hasMessageContaining("no servers");
        add("nexus", "u", "p");
        add("central", "u", "p");

        assertThatThrownBy(() -> settings.server("contoso", "the environment 'test'"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no <server> with the id 'contoso', which the environment 'test' names")
                .hasMessageContaining("central, nexus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{broken9hVkn0YLb2lq1CPaKjoQ==}", "{keptCOxqBe9hVkn0YLb2lq1CPaKjoQ==}"})
    void whatCannotBeDecryptedIsNeitherUsedNorShown(String ciphertext) {
        add("contoso", "client", ciphertext);
        Proxy proxy = proxy("https", 8080);
        proxy.setPassword(ciphertext);

        assertThatThrownBy(() -> settings.server("contoso", "it"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<server> 'contoso'")
                .hasMessageContaining("can't be decrypted")
                .satisfies(e -> assertThat(trace(e)).doesNotContain(ciphertext));
        assertThatThrownBy(settings::proxy)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<proxy> 'https8080'")
                .satisfies(e -> assertThat(trace(e)).doesNotContain(ciphertext));
    }

    @Test
    void aVariableThatIsNotSetIsNoPassword() {
        add("contoso", "client", "${env.CONTOSO_SECRET}");

        assertThatThrownBy(() -> settings.server("contoso", "it"))
                .hasMessageContaining("its <password> is ${env.CONTOSO_SECRET}, but no such variable");
    }

    @Test
    void aPasswordMayHaveBraces() throws Exception {
        add("contoso", "client", "a{b}c");

        assertThat(settings.server("contoso", "it").password().map(Secret::reveal))
                .contains("a{b}c");
    }

    @Test
    void theProxyIsThatOfHttpsElseOfHttp() throws Exception {
        assertThat(settings.proxy()).isEmpty();
        proxy("socks5", 1);
        assertThat(settings.proxy()).isEmpty();
        Proxy http = proxy("http", 2);
        http.setUsername("user");
        http.setPassword("{of the proxy}");
        http.setNonProxyHosts("*.example|localhost");

        ProxySettings read = settings.proxy().orElseThrow();
        assertThat(read.port()).isEqualTo(2);
        assertThat(read.user()).contains("user");
        assertThat(read.password().map(Secret::reveal)).contains("of the proxy");
        assertThat(read.applies("contoso.example")).isFalse();
        assertThat(read.applies("contoso.crm4.dynamics.com")).isTrue();

        proxy("HTTPS", 3).setActive(false);
        assertThat(settings.proxy().map(ProxySettings::port)).contains(2);
        proxy("HTTPS", 4);
        assertThat(settings.proxy()).contains(new ProxySettings("proxy", 4, Optional.empty(), Optional.empty(), ""));
    }

    private Server add(String id, String username, String password) {
        Server server = new Server();
        server.setId(id);
        server.setUsername(username);
        server.setPassword(password);
        test.request.addServer(server);
        return server;
    }

    private Proxy proxy(String protocol, int port) {
        Proxy proxy = new Proxy();
        proxy.setId(protocol + port);
        proxy.setActive(true);
        proxy.setProtocol(protocol);
        proxy.setHost("proxy");
        proxy.setPort(port);
        test.request.addProxy(proxy);
        return proxy;
    }

    private static String trace(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
