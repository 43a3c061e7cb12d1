package io.github.solutionalm.mojo;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.embedded.EmbeddedSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** Which of the declared environments is meant. The default is an embedded one in the build directory. */
final class EnvironmentChoice {

    private static final String SCHEMES =
            "jdbc:sqlite: (an embedded environment in a file) and, not supported by this version yet, jdbc:postgresql:"
                    + " (an embedded environment on a shared database) and https: (Dataverse)";
    private static final Pattern URL = Pattern.compile("(?i)(jdbc:[a-z0-9]+:|[a-z][a-z0-9+.-]*://).*");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final List<EnvironmentParameter> declared;
    private final String choice;
    private final BaseDirectory base;
    private final Path buildDirectory;

    /**
     * Checks the declarations.
     *
     * @param choice id or URL, empty when none was made
     * @param buildDirectory where the default environment is
     */
    EnvironmentChoice(List<EnvironmentParameter> declared, String choice, BaseDirectory base, Path buildDirectory)
            throws MojoExecutionException {
        this.declared = List.copyOf(declared);
        this.choice = choice;
        this.base = base;
        this.buildDirectory = buildDirectory;
        Set<String> ids = new HashSet<>();
        for (EnvironmentParameter environment : declared) {
            if (environment.url().isEmpty()) {
                throw new MojoExecutionException(
                        "The <environment> '" + environment.id() + "' has no <url>. Known kinds are " + SCHEMES + ".");
            }
            if (!ids.add(environment.id())) {
                throw new MojoExecutionException("The <environments> declare the id '" + environment.id()
                        + "' twice. Give each <environment> its own <id>.");
            }
        }
    }

    /** The URL that was chosen explicitly, by URL or id, if any was. */
    Optional<String> explicit() throws MojoExecutionException {
        return choice.isEmpty() ? Optional.empty() : Optional.of(chosen().id().url());
    }

    /**
     * The environment to use.
     *
     * @throws MojoExecutionException when it can't be told which; the message lists what is known
     */
    Target chosen() throws MojoExecutionException {
        if (!choice.isEmpty()) {
            return named(choice);
        }
        if (declared.size() > 1) {
            throw new MojoExecutionException("Several environments are declared (" + known()
                    + "), and none is chosen. Choose one with <environment> or -Dsolution.environment=<id or URL>.");
        }
        return declared.isEmpty() ? byDefault() : target(declared.get(0));
    }

    /** The deployment settings that are declared for the environment to use. */
    Optional<DeploymentSettings> settings() throws MojoExecutionException {
        String id = chosen().id().id();
        return declared.stream()
                .filter(environment -> environment.id().equals(id))
                .findFirst()
                .flatMap(EnvironmentParameter::settings);
    }

    /** The declared environment of that id or URL, or the one that the URL itself describes. */
    Target named(String idOrUrl) throws MojoExecutionException {
        for (EnvironmentParameter environment : declared) {
            if (environment.id().equals(idOrUrl) || environment.url().equals(idOrUrl)) {
                return target(environment);
            }
        }
        if (URL.matcher(idOrUrl).matches()) {
            return withUrl(idOrUrl);
        }
        throw new MojoExecutionException("The environment '" + idOrUrl + "' is not known. "
                + (declared.isEmpty()
                        ? "No <environments> are declared; declare it, or give a URL"
                        : "Declared are: " + known() + "; give one of their ids, or a URL")
                + ", in <environment> or -Dsolution.environment. Known kinds of URL are "
                + SCHEMES + ".");
    }

    /** The environment at a URL, with what is declared about it, if it is. */
    private Target withUrl(String url) throws MojoExecutionException {
        for (EnvironmentParameter environment : declared) {
            boolean embedded = environment.url().toLowerCase(Locale.ROOT).startsWith(SqliteUrl.SCHEME);
            if (embedded && target(environment).id().url().equals(url)) {
                return target(environment);
            }
        }
        Target byDefault = byDefault();
        return byDefault.id().url().equals(url) ? byDefault : target(new EnvironmentParameter(url, url));
    }

    private Target byDefault() {
        Path file = buildDirectory.resolve("solution").resolve("environment.db");
        return new EmbeddedTarget(
                new EnvironmentId(EmbeddedTarget.KIND, EmbeddedTarget.KIND, SqliteUrl.of(file)),
                EmbeddedSettings.defaults());
    }

    private Target target(EnvironmentParameter environment) throws MojoExecutionException {
        String url = environment.url();
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith(SqliteUrl.SCHEME)) {
            return new EmbeddedTarget(
                    new EnvironmentId(environment.id(), EmbeddedTarget.KIND, SqliteUrl.resolve(url, base)),
                    new EmbeddedSettings(environment.providedSolutions(), Set.copyOf(environment.languages())));
        }
        if (lower.startsWith("jdbc:postgresql:")) {
            throw notYet(environment, "An embedded environment on a shared database (jdbc:postgresql:)");
        }
        if (lower.startsWith("https:") || lower.startsWith("http:") && isLoopback(url)) {
            throw notYet(environment, "A Dataverse environment (https:)");
        }
        if (lower.startsWith("http:")) {
            throw new MojoExecutionException("The environment " + name(environment)
                    + " is not used over http:, since credentials would travel in the clear. Use https:.");
        }
        throw new MojoExecutionException("The environment " + name(environment)
                + " has a URL of an unknown kind. Known kinds are " + SCHEMES + ".");
    }

    private static MojoExecutionException notYet(EnvironmentParameter environment, String kind) {
        return new MojoExecutionException(kind + " is not supported by this version of solution-maven-plugin yet: "
                + name(environment) + ". Use an embedded environment in a file,"
                + " such as <url>jdbc:sqlite:${project.basedir}/.solution/rehearsal.db</url>.");
    }

    private static boolean isLoopback(String url) {
        try {
            return LOOPBACK.contains(
                    Optional.ofNullable(URI.create(url).getHost()).orElse(""));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private String known() {
        return declared.stream().map(EnvironmentParameter::id).collect(Collectors.joining(", "));
    }

    private static String name(EnvironmentParameter environment) {
        String url = environment.url();
        return environment.id().equals(url) ? "'" + url + "'" : "'" + environment.id() + "' (" + url + ")";
    }
}
