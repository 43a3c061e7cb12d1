package io.github.solutionalm.model;

import java.util.Optional;

/**
 * The Maven artifact that a package was taken from.
 *
 * @param groupId its group
 * @param artifactId its id
 * @param version the version that was found: of a snapshot that comes from a repository, the one with date and number
 * @param type {@code zip} or {@code cab}
 * @param classifier empty of a main artifact
 * @param from {@code reactor}, {@code local} (the local repository, where the build of this machine put it) or the id of the
 *     repository that it comes from
 */
public record PackageArtifact(
        String groupId, String artifactId, String version, String type, String classifier, String from) {

    /** From a module of the same build. */
    public static final String REACTOR = "reactor";

    /** From the local repository, into which it was installed. */
    public static final String LOCAL = "local";

    /** The type of nearly all packages, which coordinates need not say. */
    public static final String ZIP = "zip";

    private static final String MANAGED = "managed";

    /** Whether the package has to be managed; empty when the classifier says nothing of it. */
    public Optional<Boolean> saysManaged() {
        return MANAGED.equals(classifier) || ("un" + MANAGED).equals(classifier)
                ? Optional.of(MANAGED.equals(classifier))
                : Optional.empty();
    }

    /** {@code groupId:artifactId:version[:type[:classifier]]}. */
    public String coordinates() {
        String tail = classifier.isEmpty() ? "" : ":" + classifier;
        return groupId + ":" + artifactId + ":" + version
                + (type.equals(ZIP) && tail.isEmpty() ? "" : ":" + type + tail);
    }
}
