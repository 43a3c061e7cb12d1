package io.github.solutionalm.model;

import java.util.List;

/**
 * The content of a component in one layer: its canonical XML and the files that belong to it, each by the hash of its
 * bytes. Two definitions say the same when {@link #hash()} is the same, be it with other bytes.
 *
 * @param xml hash of the canonical XML; of the empty text when a component consists of files alone
 * @param files the files, sorted by name
 * @param hash of what {@code xml} and {@code files} say together; packaging makes it ({@code EqualContent})
 */
public record Definition(ContentHash xml, List<File> files, ContentHash hash) {

    public Definition {
        files = List.copyOf(files);
    }

    /**
     * A file that belongs to the component.
     *
     * @param name its name in the package, with forward slashes
     * @param size bytes
     * @param hash of its content
     */
    public record File(String name, long size, ContentHash hash) {}
}
