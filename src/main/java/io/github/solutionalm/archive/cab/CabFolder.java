package io.github.solutionalm.archive.cab;

import java.io.IOException;

/**
 * CFFOLDER, [MS-CAB] 2.2: a run of data blocks that are compressed together, and hold files one after the other.
 *
 * <pre>
 * offset  size  field
 *      0     4  coffCabStart, offset of the first CFDATA        [read]
 *      4     2  cCFData, number of CFDATA                       [read, all headers are walked]
 *      6     2  typeCompress                                    [read]
 *      8     -  abReserve, cbCFFolder bytes                     skipped
 * </pre>
 *
 * @param dataReserve reserved bytes in each CFDATA
 * @param packedSize sum of cbData over all blocks
 * @param size sum of cbUncomp over all blocks
 */
record CabFolder(
        int index, long dataOffset, int blocks, int dataReserve, Compression compression, long packedSize, long size) {

    /** CFDATA without reserve and data. */
    static final int BLOCK_HEADER = 8;

    /** [MS-CAB] 2.4: cbUncomp is never more. */
    static final int MAX_BLOCK = 32_768;

    static CabFolder read(CabInput in, int index, int dataReserve) throws IOException {
        in.enter("the table of folders");
        long dataOffset = in.u32();
        int blocks = in.u16();
        Compression compression = Compression.of(in.u16());
        in.enter("the data of folder " + index);
        long packedSize = 0;
        long size = 0;
        long offset = dataOffset;
        for (int i = 0; i < blocks; i++) {
            in.seek(offset + 4);
            int packed = in.u16();
            int unpacked = in.u16();
            if (unpacked == 0 || unpacked > MAX_BLOCK) {
                throw CabException.corrupt(
                        "block %d of folder %d declares %d bytes; 1 to %d are possible", i, index, unpacked, MAX_BLOCK);
            }
            packedSize += packed;
            size += unpacked;
            offset += BLOCK_HEADER + dataReserve + packed;
            in.requireUpTo(offset);
        }
        return new CabFolder(index, dataOffset, blocks, dataReserve, compression, packedSize, size);
    }
}
