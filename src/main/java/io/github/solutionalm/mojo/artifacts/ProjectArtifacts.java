package io.github.solutionalm.mojo.artifacts;

import io.github.solutionalm.model.PackageArtifact;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.ArtifactRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * Artifacts as the project sees them: from the reactor, the local repository and the remote ones of POM and settings.xml, with
 * Maven's credentials, mirrors, proxies and policies. Goals resolve them when they run and not Maven before, so that a failure
 * can say what to do.
 */
public final class ProjectArtifacts {

    private final RepositorySystem system;
    private final MavenSession session;
    private final MavenProject project;

    public ProjectArtifacts(RepositorySystem system, MavenSession session, MavenProject project) {
        this.system = system;
        this.session = session;
        this.project = project;
    }

    /**
     * Finds a package.
     *
     * @throws MojoExecutionException if it can't be found; the message says where it was looked for and what to do
     */
    public ResolvedPackage resolve(Coordinates asked) throws MojoExecutionException {
        String version = new ManagedVersion(project, session).of(asked);
        ArtifactRequest request = new ArtifactRequest(
                new DefaultArtifact(asked.groupId(), asked.artifactId(), asked.classifier(), asked.type(), version),
                repositories(),
                null);
        return resolve(request);
    }

    private ResolvedPackage resolve(ArtifactRequest request) throws MojoExecutionException {
        try {
            return found(system.resolveArtifact(session.getRepositorySession(), request));
        } catch (ArtifactResolutionException e) {
            throw new ResolutionFailure(session, project, request).exception(e);
        }
    }

    private ResolvedPackage found(ArtifactResult result) {
        PackageArtifact artifact = artifact(result.getArtifact(), result.getRepository());
        return new ResolvedPackage(
                result.getArtifact().getFile().toPath().toAbsolutePath().normalize(), artifact, remark(artifact));
    }

    private static PackageArtifact artifact(Artifact artifact, ArtifactRepository repository) {
        String from = PackageArtifact.LOCAL;
        if (repository instanceof WorkspaceRepository) {
            from = PackageArtifact.REACTOR;
        } else if (repository instanceof RemoteRepository remote) {
            from = remote.getId();
        }
        return new PackageArtifact(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getVersion(),
                artifact.getExtension(),
                artifact.getClassifier(),
                from);
    }

    /** Before its phase 'package' Maven takes an older build of a module without a word. */
    private Optional<String> remark(PackageArtifact artifact) {
        boolean older = !artifact.from().equals(PackageArtifact.REACTOR)
                && ResolutionFailure.module(session, artifact.groupId(), artifact.artifactId(), artifact.version())
                        .isPresent();
        return older
                ? Optional.of(
                        artifact.coordinates() + " is a module of this build that is not packaged yet, so an older"
                                + " build of it was taken, from "
                                + (artifact.from().equals(PackageArtifact.LOCAL)
                                        ? "the local repository"
                                        : "the repository " + artifact.from())
                                + ". To take what this build makes, bind the goal to pre-integration-test or a later phase, run"
                                + " 'mvn verify', and add the module to <dependencies>.")
                : Optional.empty();
    }

    private List<RemoteRepository> repositories() {
        return project.getRemoteProjectRepositories() == null ? List.of() : project.getRemoteProjectRepositories();
    }
}
