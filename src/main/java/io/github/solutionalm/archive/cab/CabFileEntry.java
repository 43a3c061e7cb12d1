package io.github.solutionalm.archive.cab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CFFILE, [MS-CAB] 2.3.
 *
 * <pre>
 * offset  size  field
 *      0     4  cbFile, size of the file                        [read]
 *      4     4  uoffFolderStart, offset in the folder's bytes   [read, must be within the folder]
 *      8     2  iFolder, or 0xFFFD to 0xFFFF in split sets      [read]
 *     10     2  date                                            ignored
 *     12     2  time                                            ignored
 *     14     2  attribs: 0x80 the name is UTF-8                 [read]
 *     16     -  szName, up to 255 bytes and NUL                 [read]
 * </pre>
 */
final class CabFileEntry {

    /** CONTINUED_FROM_PREV, CONTINUED_TO_NEXT, CONTINUED_PREV_AND_NEXT. */
    private static final int FIRST_SPLIT_FOLDER = 0xFFFD;

    private static final int NAME_IS_UTF = 0x80;
    private static final int MAX_NAME = 255;

    private CabFileEntry() {}

    static CabFile read(CabInput in, int index, List<CabFolder> folders) throws IOException {
        in.enter("the table of files");
        long size = in.u32();
        long offset = in.u32();
        int folder = in.u16();
        in.skip(4);
        int attributes = in.u16();
        String name = name(in.terminated(MAX_NAME), attributes, index);
        if (folder >= FIRST_SPLIT_FOLDER) {
            throw CabHeader.splitSet();
        }
        if (folder >= folders.size()) {
            throw CabException.corrupt("\"%s\" is in folder %d of %d", name, folder, folders.size());
        }
        CabFolder its = folders.get(folder);
        if (offset + size > its.size()) {
            throw CabException.corrupt(
                    "\"%s\" ends at byte %,d of its folder, which has %,d", name, offset + size, its.size());
        }
        return new CabFile(name, size, share(size, its), folder, offset);
    }

    /** Rounded up, so that a file that has bytes has packed bytes. */
    private static long share(long size, CabFolder folder) {
        return size == 0 ? 0 : (long) Math.ceil((double) size * folder.packedSize() / folder.size());
    }

    /**
     * Without the flag the charset is that of the machine that made the cabinet, which nobody knows. ISO-8859-1 keeps all
     * bytes apart.
     */
    private static String name(byte[] bytes, int attributes, int index) throws CabException {
        if (bytes.length == 0) {
            throw CabException.corrupt("file %d has no name", index);
        }
        if ((attributes & NAME_IS_UTF) == 0) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw CabException.corrupt("the name of file %d is marked as UTF-8 but is not valid UTF-8", index);
        }
    }
}
