package io.github.solutionalm.model;

import java.util.Optional;

/**
 * The package file of a request.
 *
 * @param file as it was given
 * @param format {@code zip}, {@code cab} or {@code folder}; {@code unknown} when it could not be told
 * @param bytes size of the file, or of all files of a folder
 * @param sha256 64 hexadecimal digits over the file; for a folder over its files in name order. Empty if unreadable
 * @param contentSha256 64 hexadecimal digits over what the package says, whatever its format (docs/packages.md, "The hash of the
 *     content"); empty where nobody asked for it
 * @param artifact the Maven artifact that it is, when it was named by coordinates or is a dependency
 */
public record PackageFile(
        String file,
        String format,
        long bytes,
        String sha256,
        Optional<String> contentSha256,
        Optional<PackageArtifact> artifact) {

    /** A file that was named by its path, and of which nobody asked the hash of its content. */
    public PackageFile(String file, String format, long bytes, String sha256) {
        this(file, format, bytes, sha256, Optional.empty(), Optional.empty());
    }

    /** The same with the hash of its content. */
    public PackageFile saying(String content) {
        return new PackageFile(file, format, bytes, sha256, Optional.of(content), artifact);
    }

    /** Whether this is its hash, or the one of its content, in any case. */
    public boolean has(String hash) {
        return hash.equalsIgnoreCase(sha256)
                || contentSha256.filter(hash::equalsIgnoreCase).isPresent();
    }

    /** This file, which is an artifact. */
    public PackageFile as(PackageArtifact other) {
        return new PackageFile(file, format, bytes, sha256, contentSha256, Optional.of(other));
    }
}
