package io.github.solutionalm.mojo.environment;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.mojo.build.BaseDirectory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** Chooses one of the declared environments. The default is an embedded one in the build directory. */
public final class EnvironmentChoice {

    private static final String SCHEMES =
            "jdbc:sqlite: (an embedded environment in a file), https: (Dataverse) and, not yet supported,"
                    + " jdbc:postgresql: (an embedded environment on a shared database)";
    private static final Pattern URL = Pattern.compile("(?i)(jdbc:[a-z0-9]+:|[a-z][a-z0-9+.-]*://).*");

    private final List<EnvironmentParameter> declared;
    private final String choice;
    private final BaseDirectory base;
    private final Path buildDirectory;
    private final DataverseTargets dataverse;

    /**
     * Checks the declarations.
     *
     * @param choice id or URL; empty if none is chosen
     * @param buildDirectory where the default environment is
     * @param dataverse creates Dataverse targets
     */
    public EnvironmentChoice(
            List<EnvironmentParameter> declared,
            String choice,
            BaseDirectory base,
            Path buildDirectory,
            DataverseTargets dataverse)
            throws MojoExecutionException {
        this.declared = List.copyOf(declared);
        this.choice = choice;
        this.base = base;
        this.buildDirectory = buildDirectory;
        this.dataverse = dataverse;
        Set<String> ids = new HashSet<>();
        for (EnvironmentParameter environment : declared) {
            if (environment.url().isEmpty()) {
                throw new MojoExecutionException("The <environment> '" + environment.id() + "' has no <url>. Supported"
                        + " URLs: " + SCHEMES + ".");
            }
            if (environment.url().contains("${")) {
                throw new MojoExecutionException("The <url> of the <environment> '" + environment.id() + "' is "
                        + environment.url() + ", but no such property is set. Define it, or correct its name.");
            }
            if (!ids.add(environment.id())) {
                throw new MojoExecutionException("The <environments> declare the id '" + environment.id()
                        + "' twice. Give each <environment> its own <id>.");
            }
        }
    }

    /** The URL of the explicitly chosen environment, if any. */
    Optional<String> explicit() throws MojoExecutionException {
        return choice.isEmpty() ? Optional.empty() : Optional.of(chosen().id().url());
    }

    /** The URL of the explicitly chosen environment, or of the only declared one. */
    public Optional<String> meant() throws MojoExecutionException {
        return choice.isEmpty() && declared.size() != 1
                ? Optional.empty()
                : Optional.of(chosen().id().url());
    }

    /**
     * The environment to use.
     *
     * @throws MojoExecutionException if the choice is not clear; the message lists the known environments
     */
    public Target chosen() throws MojoExecutionException {
        Target chosen = only();
        if (!chosen.isDataverse() && !dataverse.properties().values().isEmpty()) {
            throw signsInNowhere(
                    "'" + chosen.id().id() + "'",
                    dataverse.properties(),
                    "Choose another one with -Dsolution.environment,"
                            + " remove them, or move them into the <environment> they belong to");
        }
        return chosen;
    }

    private Target only() throws MojoExecutionException {
        if (!choice.isEmpty()) {
            return named(choice);
        }
        if (declared.size() > 1) {
            throw new MojoExecutionException("Several environments are declared (" + known()
                    + "), but none is chosen. Choose one with <environment> or -Dsolution.environment=<id or URL>.");
        }
        return declared.isEmpty() ? byDefault() : target(declared.get(0));
    }

    /** The deployment settings that are declared for the environment to use. */
    public Optional<DeploymentSettings> settings() throws MojoExecutionException {
        String id = chosen().id().id();
        return declared.stream()
                .filter(environment -> environment.id().equals(id))
                .findFirst()
                .flatMap(EnvironmentParameter::settings);
    }

    /** The declared environment of that id or URL, or the one that the URL itself describes. */
    public Target named(String idOrUrl) throws MojoExecutionException {
        for (EnvironmentParameter environment : declared) {
            if (environment.id().equals(idOrUrl) || environment.url().equals(idOrUrl)) {
                return target(environment);
            }
        }
        if (URL.matcher(idOrUrl).matches()) {
            return withUrl(idOrUrl);
        }
        throw new MojoExecutionException("The environment '" + idOrUrl + "' is unknown. "
                + (declared.isEmpty()
                        ? "No <environments> are declared. Declare it, or give a URL"
                        : "Declared are: " + known() + ". Give one of these ids, or a URL")
                + ", in <environment> or -Dsolution.environment. Supported URLs: "
                + SCHEMES + ".");
    }

    /** The environment at a URL, with its declaration, if any. */
    private Target withUrl(String url) throws MojoExecutionException {
        for (EnvironmentParameter environment : declared) {
            if (isAt(url, environment)) {
                return target(environment);
            }
        }
        Target byDefault = byDefault();
        return byDefault.id().url().equals(url) ? byDefault : target(new EnvironmentParameter(null, url));
    }

    /** Whether a declaration has this URL, ignoring a slash at the end. */
    private boolean isAt(String url, EnvironmentParameter declaration) throws MojoExecutionException {
        if (isEmbedded(declaration)) {
            return embedded(declaration).url().equals(url);
        }
        EnvironmentParameter asked = new EnvironmentParameter(null, url);
        return isWeb(declaration)
                && isWeb(asked)
                && DataverseTargets.url(declaration).equals(DataverseTargets.url(asked));
    }

    private Target byDefault() {
        Path file = buildDirectory.resolve("solution").resolve("environment.db");
        return new EmbeddedTarget(
                EnvironmentId.embedded(EnvironmentId.EMBEDDED, file),
                EmbeddedSettings.defaults(),
                dataverse.installedPackages());
    }

    private EnvironmentId embedded(EnvironmentParameter environment) throws MojoExecutionException {
        return EnvironmentId.embedded(environment.id(), SqliteUrl.file(environment.url(), base));
    }

    private Target target(EnvironmentParameter environment) throws MojoExecutionException {
        if (isEmbedded(environment)) {
            if (!environment.signIn().values().isEmpty()) {
                throw signsInNowhere(
                        name(environment),
                        environment.signIn(),
                        "Remove them from its <environment>, or give it the https:"
                                + " URL of a Dataverse environment");
            }
            return new EmbeddedTarget(
                    embedded(environment),
                    new EmbeddedSettings(
                            environment.providedSolutions(),
                            Set.copyOf(environment.languages()),
                            environment.blocksUnmanagedCustomizations()),
                    dataverse.installedPackages());
        }
        if (isWeb(environment)) {
            return dataverse.target(environment);
        }
        if (has(environment, "jdbc:postgresql:")) {
            throw new MojoExecutionException("An embedded environment on a shared database (jdbc:postgresql:) is not"
                    + " supported by this version of solution-maven-plugin yet: " + name(environment)
                    + ". Use one in a file, such as"
                    + " <url>jdbc:sqlite:${project.basedir}/.solution/rehearsal.db</url>.");
        }
        throw new MojoExecutionException("The environment " + name(environment)
                + " has a URL of an unknown kind. Supported URLs: " + SCHEMES + ".");
    }

    private static MojoExecutionException signsInNowhere(String name, SignInParameters said, String fix) {
        return new MojoExecutionException("The environment " + name
                + " is embedded and needs no sign-in, but there is "
                + said.values().keySet().stream().map(key -> "<" + key + ">").collect(Collectors.joining(", ")) + ". "
                + fix + ".");
    }

    private static boolean isEmbedded(EnvironmentParameter environment) {
        return has(environment, SqliteUrl.SCHEME);
    }

    /** {@code http:} is refused later, unless it is to this machine. */
    private static boolean isWeb(EnvironmentParameter environment) {
        return has(environment, "https:") || has(environment, "http:");
    }

    private static boolean has(EnvironmentParameter environment, String scheme) {
        return environment.url().toLowerCase(Locale.ROOT).startsWith(scheme);
    }

    private String known() {
        return declared.stream().map(EnvironmentParameter::id).collect(Collectors.joining(", "));
    }

    private static String name(EnvironmentParameter environment) {
        String url = environment.shownUrl();
        return environment.hasOwnId() ? "'" + environment.id() + "' (" + url + ")" : "'" + url + "'";
    }
}
