package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.mojo.artifacts.Coordinates;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** The elements of coordinates, each null when it is not there. */
record ArtifactElements(
        TextParameter groupId,
        TextParameter artifactId,
        TextParameter version,
        TextParameter type,
        TextParameter classifier) {

    boolean isEmpty() {
        return Stream.of(groupId, artifactId, version, type, classifier).allMatch(Objects::isNull);
    }

    /**
     * The coordinates.
     *
     * @param element the element that they are in, such as {@code <package>}
     * @throws MojoExecutionException if one is missing, empty or invalid
     */
    Coordinates coordinates(String element) throws MojoExecutionException {
        for (TextParameter needed : new TextParameter[] {groupId, artifactId}) {
            if (needed == null) {
                throw new MojoExecutionException("A " + element + " has " + (groupId == null ? "no" : "a")
                        + " <groupId> and "
                        + (artifactId == null ? "no" : "an") + " <artifactId>. An artifact is named by both; a file by"
                        + " <file>.");
            }
        }
        return Coordinates.of(
                text("groupId", groupId, element),
                text("artifactId", artifactId, element),
                version == null ? Optional.empty() : Optional.of(text("version", version, element)),
                type == null ? "" : text("type", type, element),
                classifier == null ? "" : text("classifier", classifier, element));
    }

    private String text(String name, TextParameter said, String element) throws MojoExecutionException {
        if (said.text().isEmpty()) {
            throw new MojoExecutionException("The <" + name + "> of a " + element + " is empty"
                    + (artifactId == null || artifactId.text().isEmpty() ? "" : " (" + artifactId.text() + ")")
                    + ". If it comes from a property, set the property; else remove the element.");
        }
        return said.text();
    }
}
