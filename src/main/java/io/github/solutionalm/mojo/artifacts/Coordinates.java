package io.github.solutionalm.mojo.artifacts;

import io.github.solutionalm.model.PackageArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Names a package as a Maven artifact, {@code groupId:artifactId[:version[:type[:classifier]]]}.
 *
 * @param groupId its group
 * @param artifactId its id
 * @param version empty: the one that the POM or the reactor says
 * @param type {@code zip} or {@code cab}
 * @param classifier empty for the main artifact
 */
public record Coordinates(String groupId, String artifactId, Optional<String> version, String type, String classifier) {

    private static final Set<String> TYPES = Set.of(PackageArtifact.ZIP, "cab");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");
    /** A single letter before a colon is a drive of Windows. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_.-]{2,}(:[^:/\\\\]*){1,4}");

    private static final String EXPECTED = "Expected groupId:artifactId[:version[:type[:classifier]]], such as"
            + " com.contoso:contoso-orders:2.1.0 or com.contoso:contoso-orders:2.1.0:zip:unmanaged";

    /**
     * Checks the parts.
     *
     * @throws MojoExecutionException if one is missing, is no word, is a range of versions or another type
     */
    public static Coordinates of(
            String groupId, String artifactId, Optional<String> version, String type, String classifier)
            throws MojoExecutionException {
        Coordinates coordinates =
                new Coordinates(groupId, artifactId, version, type.isEmpty() ? PackageArtifact.ZIP : type, classifier);
        coordinates.check();
        return coordinates;
    }

    /**
     * Reads coordinates.
     *
     * @throws MojoExecutionException if the text has another form
     */
    public static Coordinates parse(String text) throws MojoExecutionException {
        String[] parts = text.strip().split(":", -1);
        if (parts.length < 2 || parts.length > 5) {
            throw new MojoExecutionException("'" + text + "' does not name an artifact. " + EXPECTED + ".");
        }
        return of(
                parts[0].strip(),
                parts[1].strip(),
                part(parts, 2).isEmpty() ? Optional.empty() : Optional.of(part(parts, 2)),
                part(parts, 3),
                part(parts, 4));
    }

    /**
     * Reads several, comma-separated.
     *
     * @throws MojoExecutionException if one has another form
     */
    public static List<Coordinates> list(String text) throws MojoExecutionException {
        List<Coordinates> all = new ArrayList<>();
        for (String one : text.split(",")) {
            if (!one.isBlank()) {
                all.add(parse(one));
            }
        }
        return List.copyOf(all);
    }

    /** Whether a text that may also be a path is meant as coordinates. */
    public static boolean isMeant(String text) {
        return FORM.matcher(text.strip()).matches();
    }

    /** The coordinates of an artifact, with its version. */
    public static Coordinates of(PackageArtifact artifact) {
        return new Coordinates(
                artifact.groupId(),
                artifact.artifactId(),
                Optional.of(artifact.version()),
                artifact.type(),
                artifact.classifier());
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    private void check() throws MojoExecutionException {
        for (String part : List.of(groupId, artifactId)) {
            if (!WORD.matcher(part).matches()) {
                throw new MojoExecutionException(
                        "'" + this + "' has '" + part + "' for a groupId or artifactId. " + EXPECTED + ".");
            }
        }
        if (!TYPES.contains(type)) {
            throw new MojoExecutionException(
                    "'" + this + "' has the type '" + type + "'. Solution packages have the type"
                            + " zip (also those of the packaging 'solution') or cab. " + EXPECTED + ".");
        }
        if (!classifier.isEmpty() && !WORD.matcher(classifier).matches()) {
            throw new MojoExecutionException(
                    "'" + this + "' has the classifier '" + classifier + "'. " + EXPECTED + ".");
        }
        if (version.isPresent() && !WORD.matcher(version.get()).matches()) {
            throw new MojoExecutionException("'" + this + "' has the version '" + version.get() + "'. Give one version,"
                    + " without a range, so that the same build always imports the same package. " + EXPECTED + ".");
        }
    }

    /** As it is written in {@code -Dsolution.artifact}. */
    @Override
    public String toString() {
        String tail = classifier.isEmpty() ? "" : ":" + classifier;
        String kind = type.equals(PackageArtifact.ZIP) && tail.isEmpty() ? "" : ":" + type + tail;
        return groupId + ":" + artifactId + version.map(said -> ":" + said).orElse(kind.isEmpty() ? "" : ":") + kind;
    }
}
