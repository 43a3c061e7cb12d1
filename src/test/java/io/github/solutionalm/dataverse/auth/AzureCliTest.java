package io.github.solutionalm.dataverse.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.solutionalm.dataverse.RecordedLog;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Redaction;
import io.github.solutionalm.dataverse.http.Transport;
import io.github.solutionalm.time.Deadline;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Azure CLI is found on the PATH, so that each sign-in runs in a process of its own, with an {@code az} of the test's. */
class AzureCliTest {

    @TempDir
    Path folder;

    /** Signs in, then prints what it got, what it says, and all that was logged. */
    static final class OtherProcess {
        public static void main(String[] arguments) throws Exception {
            try (RecordedLog log = new RecordedLog()) {
                Clock clock = Clock.systemUTC();
                SignIn signIn = new SignIn(
                        DataverseUrl.parse("https://contoso.crm4.dynamics.com"),
                        new Credentials.AzureCli(Optional.of("contoso-tenant")),
                        Transport.of(Optional.empty(), clock, new Redaction()));
                try {
                    String token = signIn.current(Deadline.in(Duration.ofMinutes(1), clock))
                            .reveal();
                    System.out.println("length " + token.length());
                } catch (Exception e) {
                    System.out.println(e);
                }
                System.out.println(log.text());
            }
        }
    }

    @BeforeEach
    void needsAShell() {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "no /bin/sh");
    }

    /** What other tests of the same JVM started and did not wait for. */
    private final Set<Long> others =
            ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());

    @Test
    void givesItsTokenAndDoesNotShowIt() throws Exception {
        az("echo \"$@\" > '" + folder.resolve("asked") + "'\n"
                + "echo '{\"accessToken\":\"" + SignInFixture.TOKEN
                + "\",\"expiresOn\":\"2099-01-01 10:00:00.000000\",\"tenant\":\"t\",\"tokenType\":\"Bearer\"}'");

        String output = signIn();

        assertThat(output).contains("length " + SignInFixture.TOKEN.length()).doesNotContain(SignInFixture.TOKEN);
        assertThat(Files.readString(folder.resolve("asked")))
                .contains("account get-access-token")
                .contains("https://contoso.crm4.dynamics.com")
                .contains("contoso-tenant");
    }

    @Test
    void saysThatNobodyIsLoggedIn() throws Exception {
        az("echo \"ERROR: Please run 'az login' to setup account.\" >&2; exit 1");

        assertThat(signIn())
                .contains("by azureCli")
                .contains("run: az login")
                .contains("<environment><authentication>");
    }

    @Test
    void saysThatItIsNotInstalled() throws Exception {
        assertThat(signIn()).contains("Install the Azure CLI");
    }

    @Test
    void saysWhenItsTokenEnds() throws Exception {
        assertThat(given("echo '{\"accessToken\":\"t0ken\",\"expires_on\":4102444800,\"expiresOn\":\"?\"}'")
                        .expires())
                .isEqualTo(Instant.ofEpochSecond(4_102_444_800L));
        assertThat(given("echo '{\"accessToken\":\"t0ken\",\"expiresOn\":\"2099-01-01 10:00:00.000000\"}'")
                        .expires())
                .isEqualTo(LocalDateTime.parse("2099-01-01T10:00")
                        .atZone(ZoneId.systemDefault())
                        .toInstant());
    }

    @Test
    void mayWarnAtAnyLength() throws Exception {
        AccessToken token = given("yes 'WARNING: There is a new version.' | head -c 300000 >&2;"
                + " echo '{\"accessToken\":\"t0ken\",\"expires_on\":4102444800}'");

        assertThat(token.value().reveal()).isEqualTo("t0ken");
    }

    @Test
    void isNotWaitedForWhenItLeavesSomethingRunning() throws Exception {
        AccessToken token =
                given("sleep 600 & echo $! > left; echo '{\"accessToken\":\"t0ken\",\"expires_on\":4102444800}'");

        assertThat(token.value().reveal()).isEqualTo("t0ken");
        ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("left")).strip()))
                .ifPresent(ProcessHandle::destroy);
    }

    @Test
    void isEndedWhenItTakesTooLong() {
        assertThatThrownBy(() -> ask("sleep 600 & sleep 600", Optional.empty(), Duration.ofSeconds(1)))
                .hasMessage("can't run az: it did not end in time");

        endsWithAllThatItStarted();
    }

    private void endsWithAllThatItStarted() {
        ProcessHandle.current()
                .descendants()
                .filter(left -> !others.contains(left.pid()))
                .forEach(left -> left.onExit().orTimeout(10, TimeUnit.MINUTES).join());
    }

    @Test
    void isEndedWhenTheBuildIs() {
        interruptOnceThereIs(folder.resolve("begun"));

        assertThatThrownBy(() -> given("sleep 600 & echo > begun; wait; echo > next; sleep 600"))
                .isInstanceOf(InterruptedException.class);

        endsWithAllThatItStarted();
        assertThat(folder.resolve("next")).as("its next command").doesNotExist();
    }

    /** Interrupts this thread, as Maven does, when the command has begun. */
    private static void interruptOnceThereIs(Path file) {
        Thread build = Thread.currentThread();
        Thread other = new Thread(() -> {
            while (!Files.exists(file)) {
                Thread.onSpinWait();
            }
            build.interrupt();
        });
        other.setDaemon(true);
        other.start();
    }

    @Test
    void isEndedWhenItWritesForever() {
        assertThatThrownBy(() -> given("yes")).hasMessageContaining("its output is too long for a token");
    }

    @Test
    void complainsInOneLineThatSteersNothing() {
        assertThatThrownBy(() -> given("printf 'no\\n##vso[task.complete]\\033[2K' >&2; exit 3"))
                .hasMessage("az ended with 3 and says: no ## vso[task.complete]?[2K");
        assertThatThrownBy(() -> given("exit 3")).hasMessage("az ended with 3");
        assertThatThrownBy(() -> given("yes warning | head -500 >&2; echo ERROR: the reason >&2; exit 1"))
                .hasMessageStartingWith("az ended with 1 and says: …")
                .hasMessageEndingWith("ERROR: the reason");
    }

    @Test
    void isNotQuotedWhenItGivesSomethingElse() {
        for (String answer : new String[] {"t0ken", "{\"accessToken\":\"t0ken\"}", "{\"accessToken\":{}}", ""}) {
            assertThatThrownBy(() -> given("echo '" + answer + "'"))
                    .hasMessage("az did not return a token with its expiry")
                    .hasNoCause();
        }
    }

    @Test
    void getsNoWordsButThoseOfATenant() {
        assertThatThrownBy(() -> ask("echo", Optional.of("a&calc"), Duration.ofMinutes(1)))
                .hasMessage("the tenant 'a&calc' is neither an id nor a domain");
    }

    private AccessToken given(String script) throws Exception {
        return ask(script, Optional.empty(), Duration.ofMinutes(1));
    }

    private AccessToken ask(String script, Optional<String> tenant, Duration left) throws Exception {
        return new AzureCli(List.of("/bin/sh", "-c", "cd '" + folder + "'; " + script))
                .token(DataverseUrl.parse("https://contoso.crm4.dynamics.com"), tenant, left);
    }

    private void az(String script) throws IOException {
        Path az = Files.writeString(folder.resolve("az"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(az, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String signIn() throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(), "-cp", System.getProperty("java.class.path"), OtherProcess.class.getName())
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("PATH", folder + File.pathSeparator + "/bin"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
