package io.github.solutionalm.mojo.artifacts;

import io.github.solutionalm.model.PackageArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.ArtifactRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.eclipse.aether.version.Version;

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

    /**
     * The package that the project makes, its main artifact.
     *
     * @return empty if it makes none of the types that packages have
     * @throws MojoExecutionException if it makes one and has not made it yet
     */
    public Optional<ResolvedPackage> own() throws MojoExecutionException {
        org.apache.maven.artifact.Artifact main = project.getArtifact();
        String extension = main == null ? "" : main.getArtifactHandler().getExtension();
        if (!DependencyWalk.TYPES.contains(extension)) {
            return Optional.empty();
        }
        if (main.getFile() == null) {
            throw new MojoExecutionException(
                    "The module " + project.getArtifactId() + " has not made its package yet: this"
                            + " goal runs before the phase 'package'. Run 'mvn verify', or a later phase.");
        }
        return Optional.of(new ResolvedPackage(
                main.getFile().toPath().toAbsolutePath().normalize(),
                new PackageArtifact(
                        project.getGroupId(),
                        project.getArtifactId(),
                        project.getVersion(),
                        extension,
                        "",
                        PackageArtifact.REACTOR),
                Optional.empty()));
    }

    /**
     * The last release of an artifact before a version of it, as far as local and remote repositories know.
     *
     * @throws MojoExecutionException if none is found where not all repositories could be asked: there may be one
     */
    public ReleasedVersions released(PackageArtifact before) throws MojoExecutionException {
        DefaultArtifact below = new DefaultArtifact(
                before.groupId(), before.artifactId(), "", before.type(), "(," + before.version() + ")");
        // Maven asks a repository for its versions once a day; another machine may have released one since.
        DefaultRepositorySystemSession asking = new DefaultRepositorySystemSession(session.getRepositorySession());
        asking.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
        VersionRangeResult result;
        try {
            result = system.resolveVersionRange(asking, new VersionRangeRequest(below, repositories(), null));
        } catch (VersionRangeResolutionException e) {
            throw new MojoExecutionException("Tried to find the last release of " + before.groupId() + ":"
                    + before.artifactId() + " but failed because: " + ResolutionFailure.reasons(e));
        }
        Optional<String> last = result.getVersions().stream()
                .map(Version::toString)
                .filter(version -> !version.endsWith("-SNAPSHOT"))
                .reduce((lower, higher) -> higher);
        List<String> silent = result.getExceptions().stream()
                .filter(ProjectArtifacts::isUnseen)
                .map(ResolutionFailure::reasons)
                .distinct()
                .toList();
        if (last.isEmpty() && !silent.isEmpty()) {
            throw new MojoExecutionException("Tried to find the last release of " + before.groupId() + ":"
                    + before.artifactId() + " but failed because: not every repository could be asked. "
                    + String.join(" ", silent) + " Run it again, or say which version it is with <baseVersion> or"
                    + " -Dsolution.baseVersion.");
        }
        return new ReleasedVersions(
                last,
                silent.isEmpty()
                        ? Optional.empty()
                        : Optional.of("Not every repository could be asked for the last release, so that there may be a"
                                + " higher one than " + last.get() + ". " + String.join(" ", silent)));
    }

    /** Whether a repository did not say that it has none, but could not be asked. */
    private static boolean isUnseen(Exception e) {
        return !(e instanceof MetadataNotFoundException) || e.getCause() instanceof RepositoryOfflineException;
    }

    /**
     * The project's dependencies of the types that packages have, transitively.
     *
     * @throws MojoExecutionException if the graph can't be made, or one of them can't be found
     */
    public DependencySet dependencies() throws MojoExecutionException {
        DependencyWalk walk = new DependencyWalk("the POM of " + project.getArtifactId());
        if (project.getDependencies().stream().findAny().isPresent()) {
            walk.walk(collected());
        }
        List<ProjectDependency> dependencies = new ArrayList<>();
        for (Map.Entry<DependencyNode, Boolean> found : walk.found().entrySet()) {
            String scope = found.getKey().getDependency().getScope();
            dependencies.add(
                    new ProjectDependency(resolve(new ArtifactRequest(found.getKey())), scope, found.getValue()));
        }
        return new DependencySet(dependencies, walk.lowered());
    }

    /** The dependencies that the POM names and that can't be packages, with their types; none if one of them can be. */
    public List<String> dependenciesOfOtherTypes() {
        List<Dependency> named = project.getDependencies();
        if (named.isEmpty()) {
            return List.of();
        }
        ArtifactTypeRegistry types = session.getRepositorySession().getArtifactTypeRegistry();
        boolean one = named.stream()
                .map(dependency -> RepositoryUtils.toDependency(dependency, types)
                        .getArtifact()
                        .getExtension())
                .anyMatch(DependencyWalk.TYPES::contains);
        return one
                ? List.of()
                : named.stream()
                        .map(dependency -> dependency.getGroupId() + ":" + dependency.getArtifactId() + " ("
                                + dependency.getType() + ")")
                        .toList();
    }

    /** The graph, as Maven makes it for its own goals, with what lost and what was managed. */
    private DependencyNode collected() throws MojoExecutionException {
        RepositorySystemSession maven = session.getRepositorySession();
        CollectRequest request = new CollectRequest();
        request.setRepositories(repositories());
        request.setRequestContext("project");
        for (Dependency dependency : project.getDependencies()) {
            request.addDependency(RepositoryUtils.toDependency(dependency, maven.getArtifactTypeRegistry()));
        }
        if (project.getDependencyManagement() != null) {
            for (Dependency managed : project.getDependencyManagement().getDependencies()) {
                request.addManagedDependency(RepositoryUtils.toDependency(managed, maven.getArtifactTypeRegistry()));
            }
        }
        DefaultRepositorySystemSession verbose = new DefaultRepositorySystemSession(maven);
        verbose.setConfigProperty(DependencyWalk.KEEP_LOSERS, true);
        verbose.setConfigProperty(DependencyWalk.KEEP_MANAGED, true);
        try {
            return system.collectDependencies(verbose, request).getRoot();
        } catch (DependencyCollectionException e) {
            throw new MojoExecutionException("Tried to collect the dependencies of " + project.getArtifactId()
                    + " but failed because: " + ResolutionFailure.reasons(e)
                    + " Correct <dependencies> of the POM, or the repositories of POM and settings.xml.");
        }
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

    /** Before its phase 'package' Maven takes an older build of a module without a word; Maven 4 also one in target. */
    private Optional<String> remark(PackageArtifact artifact) {
        return ResolutionFailure.module(session, artifact.groupId(), artifact.artifactId(), artifact.version())
                .filter(module -> !isMade(module, artifact))
                .map(module -> artifact.coordinates()
                        + " is a module of this build that is not packaged yet, so an older"
                        + " build of it was taken, from "
                        + switch (artifact.from()) {
                            case PackageArtifact.LOCAL -> "the local repository";
                            case PackageArtifact.REACTOR -> "what an earlier invocation of Maven left in target";
                            default -> "the repository " + artifact.from();
                        }
                        + ". To take what this build makes, bind the goal to pre-integration-test or a later phase, run"
                        + " 'mvn verify', and add the module to <dependencies>.");
    }

    private static boolean isMade(MavenProject module, PackageArtifact artifact) {
        return Stream.concat(Stream.ofNullable(module.getArtifact()), module.getAttachedArtifacts().stream())
                .filter(made -> made.getFile() != null)
                .anyMatch(made -> artifact.type()
                                .equals(made.getArtifactHandler().getExtension())
                        && artifact.classifier().equals(made.getClassifier() == null ? "" : made.getClassifier()));
    }

    private List<RemoteRepository> repositories() {
        return project.getRemoteProjectRepositories() == null ? List.of() : project.getRemoteProjectRepositories();
    }
}
