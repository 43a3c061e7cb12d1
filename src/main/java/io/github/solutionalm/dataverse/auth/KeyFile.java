package io.github.solutionalm.dataverse.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a private key.
 *
 * @param file a PEM or PFX file
 */
record KeyFile(Path file) {

    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** A warning when others than its owner may read or change it; empty if files have no such permissions. */
    Optional<String> warning() {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)
                    ? Optional.of("The private key in " + file + " is readable or writable by other users of this"
                            + " machine. Restrict it to its owner: chmod 600 " + quoted())
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException e) {
            // A missing file is reported when it is read.
            return Optional.empty();
        }
    }

    private String quoted() {
        String path = file.toString();
        return path.matches("[\\w./-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
