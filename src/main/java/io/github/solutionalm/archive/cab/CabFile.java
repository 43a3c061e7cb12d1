package io.github.solutionalm.archive.cab;

/**
 * A file of a cabinet.
 *
 * @param name as stored, usually with backslashes; not fit to be used as a path
 * @param size in bytes
 * @param packedSize its share of its folder's compressed bytes: files are compressed together, folder by folder
 * @param folder index of the folder whose bytes it is a part of
 * @param offset where it begins in the folder's decompressed bytes
 */
public record CabFile(String name, long size, long packedSize, int folder, long offset) {

    long end() {
        return offset + size;
    }
}
