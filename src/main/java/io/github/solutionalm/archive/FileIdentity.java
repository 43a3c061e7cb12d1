package io.github.solutionalm.archive;

/**
 * What the file given is, whatever was opened through it.
 *
 * @param format {@code zip}, {@code cab} or {@code folder}
 * @param size in bytes
 * @param sha256 lower-case hexadecimal
 */
record FileIdentity(String format, long size, String sha256) {}
