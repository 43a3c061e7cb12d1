package io.github.solutionalm.dataverse.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.http.DataverseUrl;
import io.github.solutionalm.dataverse.http.Secret;
import io.github.solutionalm.text.PlainText;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gets a token from the Azure CLI for the user of {@code az login}. Its output is never shown; its errors are.
 *
 * @param az the command that starts it
 */
record AzureCli(List<String> az) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** The most time for az, a Python program that starts slowly and then asks Entra ID. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int SHOWN = 1_000;

    /** The Azure CLI on the PATH; on Windows that is a batch file. */
    static AzureCli installed() {
        return new AzureCli(WINDOWS ? List.of("cmd.exe", "/c", "az") : List.of("az"));
    }

    /**
     * Runs az and returns its token.
     *
     * @param left the time that it may take
     * @throws SolutionException when it returns no token; the message is only the reason
     */
    AccessToken token(DataverseUrl url, Optional<String> tenant, Duration left)
            throws SolutionException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(command(url, tenant));
        // Windows also looks for commands in the current directory, which could be a project's folder.
        command.directory(new File(WINDOWS ? command.environment().getOrDefault("SystemRoot", "C:\\Windows") : "/"));
        try {
            FinishedCommand az = FinishedCommand.of(command, left.compareTo(LONGEST) < 0 ? left : LONGEST);
            if (az.status() != 0) {
                throw new SolutionException("az ended with " + az.status() + shown(az.errors()));
            }
            return token(az.output());
        } catch (IOException e) {
            throw new SolutionException("can't run az: " + e.getMessage(), e);
        }
    }

    private List<String> command(DataverseUrl url, Optional<String> tenant) throws SolutionException {
        List<String> command = new ArrayList<>(az);
        command.addAll(List.of("account", "get-access-token", "--output", "json", "--resource", url.toString()));
        if (tenant.isPresent()) {
            if (!tenant.get().matches("[A-Za-z0-9.-]+")) {
                // A shell reads the words of a batch file's command once more.
                throw new SolutionException("the tenant '" + tenant.get() + "' is neither an id nor a domain");
            }
            command.addAll(List.of("--tenant", tenant.get()));
        }
        return command;
    }

    private static AccessToken token(byte[] output) throws SolutionException {
        try {
            JsonNode answer = JSON.readTree(output);
            String token = answer.path("accessToken").asText("");
            if (!token.isBlank()) {
                return new AccessToken(Secret.of(token), expires(answer));
            }
        } catch (IOException | DateTimeException e) {
            // The cause is left out, since it quotes what was read.
        }
        throw new SolutionException("az did not return a token with its expiry");
    }

    /** The expiry: in seconds from az 2.54 on, otherwise as local time of this machine. */
    private static Instant expires(JsonNode answer) {
        JsonNode seconds = answer.path("expires_on");
        return seconds.isNumber()
                ? Instant.ofEpochSecond(seconds.longValue())
                : LocalDateTime.parse(answer.path("expiresOn").asText("").replace(' ', 'T'))
                        .atZone(ZoneId.systemDefault())
                        .toInstant();
    }

    /** The end of the errors for the message: the reason is there if there are warnings or a trace. */
    private static String shown(byte[] errors) {
        String text = PlainText.of(new String(errors, StandardCharsets.UTF_8).strip());
        String end = text.length() > SHOWN ? "…" + text.substring(text.length() - SHOWN) : text;
        return end.isEmpty() ? "" : " and says: " + end;
    }
}
