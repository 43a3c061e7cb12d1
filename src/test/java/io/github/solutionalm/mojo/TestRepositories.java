package io.github.solutionalm.mojo;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.packaging.OpenedPackage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.artifact.repository.ArtifactRepository;
import org.apache.maven.artifact.repository.ArtifactRepositoryPolicy;
import org.apache.maven.artifact.repository.MavenArtifactRepository;
import org.apache.maven.artifact.repository.layout.DefaultRepositoryLayout;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.impl.DefaultServiceLocator;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.eclipse.aether.spi.connector.ArtifactDownload;
import org.eclipse.aether.spi.connector.ArtifactUpload;
import org.eclipse.aether.spi.connector.MetadataDownload;
import org.eclipse.aether.spi.connector.MetadataUpload;
import org.eclipse.aether.spi.connector.RepositoryConnector;
import org.eclipse.aether.spi.connector.RepositoryConnectorFactory;
import org.eclipse.aether.spi.connector.transport.TransporterProvider;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.MetadataNotFoundException;

/** Maven's resolver with a local repository, a remote one that is a folder, and a reactor, all in a folder of a test. */
public final class TestRepositories {

    /** Of the remote repository. */
    public static final String ID = "releases";

    public static final RepositorySystem SYSTEM = system();

    public final DefaultRepositorySystemSession session;

    private final Path folder;
    private final Reactor reactor = new Reactor();

    public TestRepositories(Path folder) {
        this.folder = folder;
        session = MavenRepositorySystemUtils.newSession();
        session.setLocalRepositoryManager(SYSTEM.newLocalRepositoryManager(
                session, new LocalRepository(folder.resolve("local").toFile())));
        session.setWorkspaceReader(reactor);
    }

    /** The remote repository as a project declares it. */
    public ArtifactRepository remote() {
        ArtifactRepositoryPolicy policy = new ArtifactRepositoryPolicy();
        return new MavenArtifactRepository(
                ID, folder.resolve("remote").toUri().toString(), new DefaultRepositoryLayout(), policy, policy);
    }

    /** Deploys a package, and the POM of its module. */
    public TestRepositories deployed(String coordinates, Path solution, String... dependencies) {
        return put("remote", coordinates, solution, dependencies);
    }

    /** Installs a package on this machine. */
    public TestRepositories installed(String coordinates, Path solution, String... dependencies) {
        return put("local", coordinates, solution, dependencies);
    }

    /** A module of the build has made it. */
    public TestRepositories packaged(String coordinates, Path solution) {
        String[] parts = coordinates.split(":");
        Path file = folder.resolve("reactor").resolve(parts[1] + "-" + parts[2] + ".zip");
        zip(solution, file);
        reactor.files.add(new Made(coordinates, file));
        return this;
    }

    /** {@code g:a:v[:type[:classifier]]}, and of dependencies {@code [:scope]} after that. */
    private TestRepositories put(String where, String coordinates, Path solution, String... dependencies) {
        String[] parts = coordinates.split(":");
        String type = parts.length > 3 ? parts[3] : "zip";
        String classifier = parts.length > 4 ? "-" + parts[4] : "";
        Path artifact =
                folder.resolve(where).resolve(parts[0].replace('.', '/')).resolve(parts[1]);
        Path version = artifact.resolve(parts[2]);
        zip(solution, version.resolve(parts[1] + "-" + parts[2] + classifier + "." + type));
        try {
            Files.writeString(version.resolve(parts[1] + "-" + parts[2] + ".pom"), pom(parts, List.of(dependencies)));
            if (where.equals("remote")) {
                Files.writeString(artifact.resolve("maven-metadata.xml"), metadata(parts, artifact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String pom(String[] parts, List<String> dependencies) {
        return "<project><modelVersion>4.0.0</modelVersion><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                + "</artifactId><version>" + parts[2] + "</version><packaging>zip</packaging><dependencies>"
                + dependencies.stream().map(TestRepositories::dependency).collect(Collectors.joining())
                + "</dependencies></project>";
    }

    private static String dependency(String coordinates) {
        String[] parts = coordinates.split(":");
        return "<dependency><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1] + "</artifactId><version>"
                + parts[2] + "</version><type>zip</type></dependency>";
    }

    private static String metadata(String[] parts, Path artifact) throws IOException {
        try (var versions = Files.list(artifact)) {
            String all = versions.filter(Files::isDirectory)
                    .map(version -> "<version>" + version.getFileName() + "</version>")
                    .sorted()
                    .collect(Collectors.joining());
            return "<metadata><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1]
                    + "</artifactId><versioning><versions>" + all + "</versions></versioning></metadata>";
        }
    }

    /** A package as a zip; a folder is zipped, a file copied. */
    public static void zip(Path solution, Path target) {
        try {
            Files.createDirectories(target.getParent());
            if (Files.isDirectory(solution)) {
                try (OpenedPackage opened = OpenedPackage.open(solution, Optional.empty())) {
                    opened.copyZip(target);
                }
            } else {
                Files.copy(solution, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SolutionException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("deprecation") // Maven's own tests of this version use it
    private static RepositorySystem system() {
        DefaultServiceLocator services = MavenRepositorySystemUtils.newServiceLocator();
        services.setServices(RepositoryConnectorFactory.class, new Folders());
        services.setServices(TransporterProvider.class, (session, repository) -> {
            throw new UnsupportedOperationException();
        });
        return services.getService(RepositorySystem.class);
    }

    private record Made(String coordinates, Path file) {}

    private static final class Reactor implements WorkspaceReader {

        private final List<Made> files = new ArrayList<>();
        private final WorkspaceRepository repository = new WorkspaceRepository("reactor");

        @Override
        public WorkspaceRepository getRepository() {
            return repository;
        }

        @Override
        public File findArtifact(Artifact artifact) {
            String name = artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
            return artifact.getExtension().equals("zip")
                            && artifact.getClassifier().isEmpty()
                    ? files.stream()
                            .filter(made -> made.coordinates().equals(name))
                            .map(made -> made.file().toFile())
                            .findFirst()
                            .orElse(null)
                    : null;
        }

        @Override
        public List<String> findVersions(Artifact artifact) {
            return List.of();
        }
    }

    /** Repositories with URLs of folders. */
    private static final class Folders implements RepositoryConnectorFactory {

        @Override
        public float getPriority() {
            return 0;
        }

        @Override
        public RepositoryConnector newInstance(RepositorySystemSession session, RemoteRepository repository) {
            return new Folder(repository);
        }
    }

    private record Folder(RemoteRepository repository) implements RepositoryConnector {

        @Override
        public void get(
                Collection<? extends ArtifactDownload> artifacts, Collection<? extends MetadataDownload> metadata) {
            for (ArtifactDownload download : artifacts == null ? List.<ArtifactDownload>of() : artifacts) {
                Artifact artifact = download.getArtifact();
                String classifier = artifact.getClassifier().isEmpty() ? "" : "-" + artifact.getClassifier();
                Path file = folder(artifact.getGroupId(), artifact.getArtifactId())
                        .resolve(artifact.getBaseVersion())
                        .resolve(artifact.getArtifactId() + "-" + artifact.getVersion() + classifier + "."
                                + artifact.getExtension());
                if (!repository.getUrl().startsWith("file:")) {
                    download.setException(new ArtifactTransferException(
                            artifact,
                            repository,
                            "status code: 401, reason phrase:" + " Unauthorized for " + repository.getUrl()));
                } else if (!copied(file, download.getFile())) {
                    download.setException(new ArtifactNotFoundException(artifact, repository));
                }
            }
            for (MetadataDownload download : metadata == null ? List.<MetadataDownload>of() : metadata) {
                Path file = folder(
                                download.getMetadata().getGroupId(),
                                download.getMetadata().getArtifactId())
                        .resolve(download.getMetadata().getVersion())
                        .resolve("maven-metadata.xml");
                if (!repository.getUrl().startsWith("file:") || !copied(file, download.getFile())) {
                    download.setException(new MetadataNotFoundException(download.getMetadata(), repository));
                }
            }
        }

        private Path folder(String groupId, String artifactId) {
            String url = repository.getUrl().startsWith("file:") ? repository.getUrl() : "file:/nowhere";
            return Path.of(java.net.URI.create(url))
                    .resolve(groupId.replace('.', '/'))
                    .resolve(artifactId);
        }

        private static boolean copied(Path from, File to) {
            if (!Files.exists(from)) {
                return false;
            }
            try {
                Files.createDirectories(to.toPath().getParent());
                Files.copy(from, to.toPath(), StandardCopyOption.REPLACE_EXISTING);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void put(Collection<? extends ArtifactUpload> artifacts, Collection<? extends MetadataUpload> metadata) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
