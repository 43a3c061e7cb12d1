package io.github.solutionalm.model;

/**
 * The package file of a request.
 *
 * @param file as it was given
 * @param format {@code zip}, {@code cab} or {@code folder}; {@code unknown} when it could not be told
 * @param bytes size of the file, or of all files of a folder
 * @param sha256 64 hexadecimal digits over the file; for a folder over its files in name order. Empty if unreadable
 */
public record PackageFile(String file, String format, long bytes, String sha256) {}
