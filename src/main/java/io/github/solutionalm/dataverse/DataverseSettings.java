package io.github.solutionalm.dataverse;

import io.github.solutionalm.dataverse.auth.AuthenticationSettings;
import io.github.solutionalm.dataverse.http.ProxySettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is set about a real environment, besides its URL.
 *
 * @param authentication who signs in, and how
 * @param proxy the proxy of settings.xml that is to be used, if one is
 * @param environmentVariables the value of an environment variable, if it is set
 * @param userAgent what calls itself so at the environment, such as {@code solution-maven-plugin/0.1.0}
 * @param resume whether an operation that an earlier build started, and did not see end, is taken up again
 * @param jobDirectory where it is written down what was started; made when it is needed
 */
public record DataverseSettings(
        AuthenticationSettings authentication,
        Optional<ProxySettings> proxy,
        Function<String, Optional<String>> environmentVariables,
        String userAgent,
        boolean resume,
        Path jobDirectory) {}
