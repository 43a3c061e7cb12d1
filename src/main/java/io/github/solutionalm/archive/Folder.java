package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.Unsupported;
import io.github.solutionalm.archive.Contents.Member;
import io.github.solutionalm.archive.OpenArchive.FileIdentity;
import io.github.solutionalm.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * An unzipped package. Every file below the folder is an entry; symbolic links are followed, and refused where they
 * lead out.
 *
 * <p>Its SHA-256 is that of the list {@code <sha256>  <name>\n} of all files in the byte order of their names, so that
 * it can be checked without this plugin:
 * {@code find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum | sha256sum}.
 */
final class Folder extends SimpleFileVisitor<Path> {

    private static final Comparator<String> BYTE_ORDER =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Path root;
    private final Path realRoot;
    private final ArchiveLimits limits;
    private final Map<String, Member> members = new TreeMap<>(BYTE_ORDER);
    private final Map<String, String> hashes = new HashMap<>();
    private int visited;

    private Folder(Path root, ArchiveLimits limits) throws IOException {
        this.root = root;
        this.realRoot = root.toRealPath();
        this.limits = limits;
    }

    static SolutionArchive open(Path root, ArchiveLimits limits) throws IOException {
        Folder folder = new Folder(root, limits);
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, folder);
        Contents contents = Contents.of(root.toString(), folder.members.values(), limits);
        return new OpenArchive(root.toString(), folder.identity(), contents, Optional.empty(), () -> {});
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        count();
        refuseLinksThatLeave(directory);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        count();
        refuseLinksThatLeave(file);
        if (!attributes.isRegularFile()) {
            throw new Unsupported(file + " is not a file, and can't be part of a package");
        }
        long size = attributes.size();
        String name = name(file);
        members.put(
                name,
                new Member(name, size, size, OptionalLong.empty(), () -> new HashedStream(file, hashes.get(name))));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (e instanceof FileSystemLoopException) {
            throw new Unsupported(file + " is a symbolic link to a parent folder. Remove the link");
        }
        throw e;
    }

    /** Directories count too: links can multiply them without end. */
    private void count() throws ArchiveException {
        limits.checkEntries(root.toString(), ++visited);
    }

    private void refuseLinksThatLeave(Path path) throws IOException {
        if (!path.equals(root) && Files.isSymbolicLink(path) && leaves(path)) {
            throw new Unsupported(path + " is a symbolic link out of the folder. Replace it with the file itself");
        }
    }

    /** A link to nothing has no real path, and leads nowhere in here. */
    private boolean leaves(Path link) throws IOException {
        return !Files.exists(link) || !link.toRealPath().startsWith(realRoot);
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/");
    }

    private FileIdentity identity() throws IOException {
        Sha256 list = new Sha256();
        long size = 0;
        for (Map.Entry<String, Member> each : members.entrySet()) {
            String hash = hash(root.resolve(each.getKey()));
            hashes.put(each.getKey(), hash);
            list.add(hash + "  " + each.getKey() + "\n");
            size += each.getValue().size();
        }
        return new FileIdentity("folder", size, list.hex());
    }

    private static String hash(Path file) throws IOException {
        Sha256 hash = new Sha256();
        try (InputStream in = Files.newInputStream(file);
                OutputStream hashed = hash.before(OutputStream.nullOutputStream())) {
            in.transferTo(hashed);
        }
        return hash.hex();
    }
}
