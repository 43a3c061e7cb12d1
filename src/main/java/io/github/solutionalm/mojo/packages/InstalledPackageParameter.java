package io.github.solutionalm.mojo.packages;

import io.github.solutionalm.mojo.artifacts.Coordinates;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * An {@code <installedPackage>} of the configuration: as text, a path or coordinates {@code groupId:artifactId:version}; or an
 * artifact by its elements. Maven sets the fields by their names.
 */
public final class InstalledPackageParameter {

    /** As text. */
    private String text = "";

    /** As an artifact: its group. */
    private TextParameter groupId;

    /** Its id. */
    private TextParameter artifactId;

    /** Its version. */
    private TextParameter version;

    /** {@code zip} (default) or {@code cab}. */
    private TextParameter type;

    /** Its classifier. */
    private TextParameter classifier;

    /** An empty one for Maven to fill. */
    public InstalledPackageParameter() {}

    /** One that is given as text. */
    public InstalledPackageParameter(String text) {
        set(text);
    }

    /**
     * The element's text.
     *
     * @param said a path or coordinates
     */
    public void set(String said) {
        text = said.strip();
    }

    PackageSource source() throws MojoExecutionException {
        ArtifactElements artifact = new ArtifactElements(groupId, artifactId, version, type, classifier);
        if (!artifact.isEmpty()) {
            return new PackageSource.InRepository(artifact.coordinates("<installedPackage>"));
        }
        if (text.isEmpty()) {
            throw new MojoExecutionException("An <installedPackage> is empty. Give a path or"
                    + " groupId:artifactId:version; if it comes from a property, set the property.");
        }
        return Coordinates.isMeant(text)
                ? new PackageSource.InRepository(Coordinates.parse(text))
                : new PackageSource.InFile(new File(text));
    }
}
