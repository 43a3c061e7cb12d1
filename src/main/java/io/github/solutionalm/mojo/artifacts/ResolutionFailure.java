package io.github.solutionalm.mojo.artifacts;

import io.github.solutionalm.text.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;

/** Says why an artifact was not found, where it was looked for, and what to do. */
record ResolutionFailure(MavenSession session, MavenProject project, ArtifactRequest request) {

    /** Maven's exception is no cause of it: its message may have a URL with a password. */
    MojoExecutionException exception(ArtifactResolutionException e) {
        Artifact artifact = request.getArtifact();
        return new MojoExecutionException(PlainText.of(
                "Tried to find the package " + coordinates(artifact) + " but failed because: " + reason(artifact, e)));
    }

    private String reason(Artifact artifact, ArtifactResolutionException e) {
        Optional<MavenProject> module =
                module(session, artifact.getGroupId(), artifact.getArtifactId(), artifact.getVersion());
        if (module.isPresent()) {
            return ofModule(module.get(), artifact);
        }
        if (session.isOffline()) {
            return "Maven is offline (-o, or <offline> in settings.xml), and it was not downloaded before from a"
                    + " repository that this build knows: " + repositories() + ". Run once without -o.";
        }
        List<Exception> all = e.getResult() == null ? List.of() : e.getResult().getExceptions();
        boolean onlyMissing = all.stream().allMatch(ArtifactNotFoundException.class::isInstance);
        if (!onlyMissing) {
            return all.stream()
                            .filter(one -> !(one instanceof ArtifactNotFoundException))
                            .map(one -> sentence(withoutPasswords(String.valueOf(one.getMessage()))))
                            .distinct()
                            .collect(Collectors.joining(" "))
                    + " Check the repository's address, and its credentials in the <server> of settings.xml with the"
                    + " same id.";
        }
        boolean remembered =
                all.stream().anyMatch(one -> String.valueOf(one.getMessage()).contains("previous attempt"));
        return "it is neither in the local repository nor in " + repositories() + "."
                + (remembered ? " Maven looked there before and remembers that; run with -U to look again." : "")
                + " Check groupId, artifactId, version, type and classifier, whether it was deployed, and whether its"
                + " repository is among the <repositories> of the POM or of an active profile of settings.xml.";
    }

    private String ofModule(MavenProject module, Artifact artifact) {
        String name = "it is the module " + module.getArtifactId() + " of this build, ";
        List<MavenProject> order = session.getProjects();
        if (order.indexOf(module) > order.indexOf(project)) {
            return name + "which is built after " + project.getArtifactId() + ". Maven orders modules by their"
                    + " dependencies: add it to <dependencies> of " + project.getArtifactId() + ", with <type>"
                    + artifact.getExtension() + "</type>.";
        }
        if (module.getArtifact() != null && module.getArtifact().getFile() != null) {
            return name + "which has no artifact of the type " + artifact.getExtension()
                    + (artifact.getClassifier().isEmpty()
                            ? " without a classifier"
                            : " with the classifier " + artifact.getClassifier())
                    + ". It has: " + made(module) + ".";
        }
        return name + "which has no package yet: this goal runs before the phase 'package' of that module. Bind the"
                + " goal to pre-integration-test or a later phase, and run 'mvn verify', or a later phase.";
    }

    private static String made(MavenProject module) {
        return Stream.concat(Stream.of(module.getArtifact()), module.getAttachedArtifacts().stream())
                .filter(Objects::nonNull)
                .map(one -> one.getArtifactHandler().getExtension()
                        + (one.getClassifier() == null || one.getClassifier().isEmpty()
                                ? ""
                                : " with the classifier " + one.getClassifier()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The module of this build with these coordinates. */
    static Optional<MavenProject> module(MavenSession session, String groupId, String artifactId, String version) {
        List<MavenProject> modules = session.getProjects();
        return (modules == null ? Stream.<MavenProject>empty() : modules.stream())
                .filter(module -> groupId.equals(module.getGroupId())
                        && artifactId.equals(module.getArtifactId())
                        && version.equals(module.getVersion()))
                .findFirst();
    }

    private String repositories() {
        List<RemoteRepository> all = request.getRepositories();
        return all.isEmpty()
                ? "any other, as the build knows none"
                : all.stream()
                        .map(one -> one.getId() + " (" + withoutPasswords(one.getUrl()) + ")")
                        .collect(Collectors.joining(", "));
    }

    private static String coordinates(Artifact artifact) {
        return new Coordinates(
                        artifact.getGroupId(),
                        artifact.getArtifactId(),
                        Optional.of(artifact.getVersion()),
                        artifact.getExtension(),
                        artifact.getClassifier())
                .toString();
    }

    /** What the exception and its causes say, in sentences. */
    static String reasons(Throwable e) {
        List<String> reasons = new ArrayList<>();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String reason = PlainText.of(sentence(withoutPasswords(String.valueOf(cause.getMessage()))));
            // Most causes say again what the exception around them says.
            String words = reason.substring(0, reason.length() - 1);
            if (reasons.stream().noneMatch(said -> said.contains(words))) {
                reasons.add(reason);
            }
        }
        return String.join(" ", reasons);
    }

    /** Messages of Maven name repositories by their URLs. */
    static String withoutPasswords(String text) {
        return text.replaceAll("://[^/@\\s]*@", "://");
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
