package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.TestBuild;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenBuildTest {

    @TempDir
    private Path directory;

    @Test
    void isKnownByItsStart() {
        assertThat(new TestBuild(directory, true).build.id()).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void withoutAProjectTheBuildDirectoryIsTarget() {
        MavenBuild build = new TestBuild(directory, false).build;
        assertThat(build.buildDirectory()).isEqualTo(directory.resolve("target"));
        assertThat(build.directory(new File(directory.toFile(), "${project.basedir}/target/solution")))
                .isEqualTo(directory.resolve("target/solution"));
    }

    @Test
    void knowsWhatIsAttached() {
        TestBuild test = new TestBuild(directory, true);
        test.build.attach("xml", "import-log-A", directory.resolve("first.xml"));

        assertThat(test.attached()).containsExactly("xml import-log-A first.xml");
        assertThat(test.build.isAttached("xml", "import-log-a")).isTrue();
        assertThat(test.build.isAttached("json", "import-log-A")).isFalse();
    }

    @Test
    void isContinuousIntegrationWhenItsEnvironmentSaysSo() {
        TestBuild test = new TestBuild(directory, true);
        assertThat(test.build.isContinuousIntegration()).isFalse();
        test.request.getSystemProperties().setProperty("env.CI", "false");
        assertThat(test.build.isContinuousIntegration()).isFalse();
        test.request.getSystemProperties().setProperty("env.TF_BUILD", "True");
        assertThat(test.build.isContinuousIntegration()).isTrue();
    }
}
