package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.dataverse.auth.AuthenticationSettings;
import io.github.solutionalm.dataverse.http.AccessTokens;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Redaction;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.embedded.CapturedPlanner;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.embedded.SnapshotFile;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.time.Deadline;
import io.github.solutionalm.time.Sleeper;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** 100,000 components that solutions list are captured and written into a file by a build that has 256 MB. */
@Tag("thorough")
class CaptureInLittleMemoryTest extends AgainstContoso {

    private static final int EACH = 2_000;

    @Test
    void takesAnEnvironmentOfAHundredThousandComponents() throws Exception {
        new EnvironmentOfSize(folder).put(contoso.server.environment(), contoso.clock);
        contoso.script().fillSolutions(EACH);
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Build.class.getName(),
                        contoso.server.url(),
                        contoso.server.token(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("build.log").toFile())
                .start();

        assertThat(build.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(build.exitValue()).as("%s", folder.resolve("build.log")).isZero();
        assertThat(folder.resolve("build.log")).content().contains("captured");
    }

    /** The build, in a process of its own. */
    static final class Build {

        private Build() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[2]);
            EnvironmentId id = new EnvironmentId("test", "dataverse", arguments[0]);
            Clock clock = Clock.systemUTC();
            DataverseSettings settings = new DataverseSettings(
                    AuthenticationSettings.NONE,
                    Optional.empty(),
                    name -> Optional.empty(),
                    "solution-maven-plugin/test",
                    true,
                    folder.resolve("jobs"),
                    CaptureOptions.DEFAULTS);
            try (DataverseEnvironment environment = DataverseEnvironment.open(
                    id,
                    settings,
                    DataverseUrl.parse(id.url()),
                    Transport.of(Optional.empty(), clock, new Redaction()),
                    new OneToken(arguments[1]),
                    clock,
                    Sleeper.REAL,
                    (reason, pause) -> {},
                    OpenedPackage::open,
                    new CapturedPlanner(id, EmbeddedSettings.defaults(), clock, List.of(), OpenedPackage::open))) {
                EnvironmentSnapshot snapshot = environment.capture(List.of(), ImportListener.NONE);
                SnapshotFile.write(snapshot, folder.resolve("snapshot.db"), clock);
                if (snapshot.components().size() > EnvironmentOfSize.SOLUTIONS * EACH) {
                    System.out.println("captured");
                }
            }
        }
    }

    private record OneToken(String text) implements AccessTokens {

        @Override
        public Secret current(Deadline deadline) {
            return Secret.of(text);
        }

        @Override
        public boolean refused(Secret token) {
            return false;
        }
    }
}
