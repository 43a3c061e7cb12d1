package io.github.solutionalm.archive;

import java.io.Closeable;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * An opened package file. Whatever is read of it is what its SHA-256 was taken of: where a file was changed since, reading
 * it fails. Entry names are normalised: forward slashes, no leading slash, no {@code .} or {@code ..};
 * two entries never have the same name, whatever the case.
 */
public interface SolutionArchive extends Closeable {

    /** {@code zip}, {@code cab} or {@code folder}: what the file given is, also when it was opened through. */
    String format();

    /** Size of the file given, in bytes; of all files for a folder. */
    long size();

    /** SHA-256 of the file given, lower-case hexadecimal; for a folder over names and contents in name order. */
    String sha256();

    /** All files in it, in the order of the archive (of the name for a folder); no directories. */
    List<Entry> entries();

    /** The entry of a name, in any case. */
    Optional<Entry> find(String name);

    /**
     * Opens an entry for reading. The stream counts what it gives against the limits, and checks the entry's checksum
     * at its end.
     *
     * @throws ArchiveException when it can't be opened; reading the stream throws it as well
     */
    InputStream open(Entry entry) throws ArchiveException;

    /**
     * The .zip itself whose entries these are, byte by byte: the file given, or the one in a cabinet. Empty for a folder,
     * and for a cabinet that holds the solution's parts.
     *
     * @throws ArchiveException when it can't be opened; reading the stream throws it as well
     */
    Optional<InputStream> zip() throws ArchiveException;

    /**
     * A file in the archive.
     *
     * @param name normalised name, in the archive's own case
     * @param size inflated size in bytes as the archive declares it; the stream may turn out to differ, and then fails
     */
    record Entry(String name, long size) {}
}
