package io.github.solutionalm.dataverse;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.dataverse.auth.AuthenticationSettings;
import io.github.solutionalm.dataverse.http.ProxySettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Settings of a Dataverse environment, besides its URL.
 *
 * @param authentication who signs in, and how
 * @param proxy the proxy of settings.xml to use, if any
 * @param environmentVariables the value of an environment variable, if it is set
 * @param userAgent value of the User-Agent header, such as {@code solution-maven-plugin/0.1.0}
 * @param resume whether to continue an operation that an earlier build started and whose end it did not see
 * @param jobDirectory where started jobs are recorded; created when needed
 * @param capture how closely to look before a plan
 */
public record DataverseSettings(
        AuthenticationSettings authentication,
        Optional<ProxySettings> proxy,
        Function<String, Optional<String>> environmentVariables,
        String userAgent,
        boolean resume,
        Path jobDirectory,
        CaptureOptions capture) {}
