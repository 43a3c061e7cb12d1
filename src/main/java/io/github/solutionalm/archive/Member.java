package io.github.solutionalm.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A file or directory as the archive's own tables have it, before anything of it is trusted.
 *
 * @param rawName name as stored
 * @param size declared inflated size in bytes
 * @param packedSize declared compressed size in bytes
 * @param crc32 declared CRC-32 of the inflated bytes, where the format has one for each file
 * @param content opens the inflated bytes
 */
record Member(String rawName, long size, long packedSize, OptionalLong crc32, Content content) {

    interface Content {
        InputStream open() throws IOException;
    }
}
