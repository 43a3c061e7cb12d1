package io.github.solutionalm.mojo.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.mojo.Parameters;
import io.github.solutionalm.mojo.TestBuild;
import io.github.solutionalm.mojo.build.BaseDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentChoiceTest {

    private static final Path BASE = Path.of("project").toAbsolutePath();
    private static final EnvironmentParameter REHEARSAL =
            new EnvironmentParameter("rehearsal", "jdbc:sqlite:.solution/rehearsal.db");
    private static final EnvironmentParameter CLOUD = new EnvironmentParameter("cloud", "https://contoso.example");

    @Test
    void withoutDeclarationsItIsAFileInTheBuildDirectory() throws MojoExecutionException {
        assertThat(choose("").id())
                .isEqualTo(new EnvironmentId(
                        "embedded", "embedded", "jdbc:sqlite:" + BASE.resolve("target/solution/environment.db")));
    }

    @Test
    void aSingleDeclarationNeedsNoChoice() throws MojoExecutionException {
        assertThat(choose("", REHEARSAL).id().id()).isEqualTo("rehearsal");
    }

    @Test
    void unmanagedCustomizationsAreBlockedOrNot() throws MojoExecutionException {
        assertThat(blocks("true")).isTrue();
        assertThat(blocks("false")).isFalse();
        assertThat(((EmbeddedTarget) choose("", REHEARSAL)).settings().blocksUnmanagedCustomizations())
                .isFalse();
        assertThatThrownBy(() -> blocks("yes"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<blockUnmanagedCustomizations> of the <environment>")
                .hasMessageContaining("'yes'");
    }

    private static boolean blocks(String word) throws MojoExecutionException {
        EnvironmentParameter declared =
                Parameters.environment(Map.of("blockUnmanagedCustomizations", word), "jdbc:sqlite:rehearsal.db");
        return ((EmbeddedTarget) choose("", declared)).settings().blocksUnmanagedCustomizations();
    }

    @Test
    void relativePathsBeginAtTheBaseDirectory() throws MojoExecutionException {
        assertThat(choose("rehearsal", REHEARSAL, CLOUD).id().url())
                .isEqualTo("jdbc:sqlite:" + BASE.resolve(".solution/rehearsal.db"));
    }

    @Test
    void aUrlStandsForItselfAndForWhatIsDeclaredThere() throws MojoExecutionException {
        assertThatThrownBy(() -> choose("jdbc:sqlite:other.db?cache=shared", REHEARSAL))
                .hasMessageContaining("has parameters, 'cache=shared', but only a path is allowed");
        assertThat(choose("jdbc:sqlite:" + BASE.resolve(".solution/rehearsal.db"), CLOUD, REHEARSAL)
                        .id()
                        .id())
                .isEqualTo("rehearsal");
    }

    @Test
    void severalDeclarationsNeedAChoice() {
        assertThatThrownBy(() -> choose("", REHEARSAL, CLOUD))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("rehearsal, cloud")
                .hasMessageContaining("-Dsolution.environment");
    }

    @Test
    void anUnknownIdListsWhatIsKnown() {
        assertThatThrownBy(() -> choose("tset", REHEARSAL, CLOUD))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("'tset' is unknown")
                .hasMessageContaining("rehearsal, cloud")
                .hasMessageContaining("jdbc:sqlite:");
    }

    @ParameterizedTest
    @CsvSource({
        "http://contoso.example,          Use https",
        "https://contoso.example/main,    not the URL of an environment",
        "jdbc:postgresql://host/db,       not supported by this version",
        "ftp://contoso.example,           unknown kind",
        "jdbc:h2:mem,                     unknown kind",
        "jdbc:sqlite:,                    does not name a file",
        "jdbc:sqlite::memory:,            does not name a file"
    })
    void urlsThatCannotBeUsedSayWhy(String url, String reason) {
        assertThatThrownBy(() -> choose(url))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining(url);
    }

    @Test
    void aDataverseEnvironmentIsFoundHoweverItsUrlIsWritten() throws MojoExecutionException {
        assertThat(choose("https://Contoso.example/", REHEARSAL, CLOUD).id())
                .isEqualTo(new EnvironmentId("cloud", "dataverse", "https://contoso.example"));
        assertThat(choose("http://localhost:8080", REHEARSAL, CLOUD).id())
                .isEqualTo(new EnvironmentId("http://localhost:8080", "dataverse", "http://localhost:8080"));
    }

    @Test
    void nobodySignsInToAnEmbeddedEnvironment() throws MojoExecutionException {
        EnvironmentParameter odd =
                Parameters.environment(Map.of("id", "odd", "serverId", "x", "tenantId", "t"), "jdbc:sqlite:odd.db");
        assertThatThrownBy(() -> choose("odd", odd))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("'odd' (jdbc:sqlite:odd.db) is embedded")
                .hasMessageContaining("<serverId>, <tenantId>");
        SignInParameters property = new SignInParameters(Map.of("clientId", "c"));
        assertThatThrownBy(() -> choice(property, "rehearsal", REHEARSAL).chosen())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<clientId>");
        assertThat(choice(property, "rehearsal", REHEARSAL).named("rehearsal").isDataverse())
                .as("solution:verify looks at all kinds")
                .isFalse();
    }

    @Test
    void anIdIsDeclaredOnce() {
        assertThatThrownBy(() -> choose("rehearsal", REHEARSAL, REHEARSAL)).hasMessageContaining("twice");
    }

    @Test
    void anEnvironmentHasAUrl() {
        assertThatThrownBy(() -> choose("", new EnvironmentParameter("x", null)))
                .hasMessageContaining("no <url>");
    }

    private static Target choose(String choice, EnvironmentParameter... declared) throws MojoExecutionException {
        return choice(SignInParameters.NONE, choice, declared).chosen();
    }

    private static EnvironmentChoice choice(
            SignInParameters properties, String choice, EnvironmentParameter... declared)
            throws MojoExecutionException {
        return new EnvironmentChoice(
                List.of(declared),
                choice,
                new BaseDirectory(BASE),
                BASE.resolve("target"),
                new DataverseTargets(
                        new TestBuild(BASE, true).build,
                        properties,
                        "plugin",
                        true,
                        BASE.resolve("target/jobs"),
                        CaptureOptions.DEFAULTS,
                        List.of()));
    }
}
