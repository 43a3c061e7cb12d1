package io.github.solutionalm.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the file given is, whatever was opened through it.
 *
 * @param format {@code zip}, {@code cab} or {@code folder}
 * @param size in bytes
 * @param sha256 lower-case hexadecimal
 */
record FileIdentity(String format, long size, String sha256) {

    static FileIdentity of(String format, Path file) throws IOException {
        return new FileIdentity(format, Files.size(file), Sha256.of(file));
    }
}
