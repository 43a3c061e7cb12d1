package io.github.solutionalm.archive.cab;

import java.io.IOException;

/**
 * CFHEADER, [MS-CAB] 2.1. Numbers are little-endian.
 *
 * <pre>
 * offset  size  field
 *      0     4  signature "MSCF"                                [checked]
 *      4     4  reserved1                                       ignored
 *      8     4  cbCabinet, size of the cabinet                  [checked against the file]
 *     12     4  reserved2                                       ignored
 *     16     4  coffFiles, offset of the first CFFILE           [read]
 *     20     4  reserved3                                       ignored
 *     24     1  versionMinor, 3                                 ignored
 *     25     1  versionMajor, 1                                 [checked]
 *     26     2  cFolders                                        [read]
 *     28     2  cFiles                                          [read]
 *     30     2  flags: 1 previous, 2 next cabinet, 4 reserve    [read]
 *     32     2  setID                                           ignored
 *     34     2  iCabinet, number in the set                     ignored
 *     36     2  cbCFHeader, size of abReserve, if flag 4        [read]
 *     38     1  cbCFFolder, reserve in each CFFOLDER, if flag 4 [read]
 *     39     1  cbCFData, reserve in each CFDATA, if flag 4     [read]
 *     40     -  abReserve, if flag 4                            skipped
 *      -     -  names of the previous and next cabinet and disk never there: flags 1 and 2 are refused
 * </pre>
 *
 * @param cabinetSize cbCabinet
 * @param foldersOffset where the CFFOLDERs begin: right after the header
 * @param folderLength of a CFFOLDER with its reserve
 * @param dataReserve reserved bytes in each CFDATA
 */
record CabHeader(
        long cabinetSize,
        long foldersOffset,
        int folders,
        int folderLength,
        long filesOffset,
        int files,
        int dataReserve) {

    private static final long SIGNATURE = 0x4643534DL; // MSCF
    private static final int PREVIOUS_CABINET = 1;
    private static final int NEXT_CABINET = 2;
    private static final int RESERVE_PRESENT = 4;
    private static final int FOLDER_LENGTH = 8;

    /** The header is as long without abReserve; the reserve fields count only with flag 4. */
    private static final int LENGTH = 36;

    static CabHeader read(CabInput in) throws IOException {
        in.enter("its header");
        if (in.u32() != SIGNATURE) {
            throw CabException.corrupt("it does not begin with \"MSCF\"");
        }
        in.skip(4);
        long cabinetSize = in.u32();
        in.limitTo(cabinetSize);
        in.skip(4);
        long filesOffset = in.u32();
        in.skip(5);
        int major = in.u8();
        int folders = in.u16();
        int files = in.u16();
        int flags = in.u16();
        check(major, folders, files, flags);
        in.skip(4);
        if ((flags & RESERVE_PRESENT) == 0) {
            return new CabHeader(cabinetSize, LENGTH, folders, FOLDER_LENGTH, filesOffset, files, 0);
        }
        int headerReserve = in.u16();
        int folderReserve = in.u8();
        int dataReserve = in.u8();
        long foldersOffset = in.position() + headerReserve;
        return new CabHeader(
                cabinetSize, foldersOffset, folders, FOLDER_LENGTH + folderReserve, filesOffset, files, dataReserve);
    }

    private static void check(int major, int folders, int files, int flags) throws CabException {
        if (major != 1) {
            throw CabException.unsupported("it has version %d of the cabinet format; only version 1 is known", major);
        }
        if ((flags & (PREVIOUS_CABINET | NEXT_CABINET)) != 0) {
            throw splitSet();
        }
        if (folders == 0 || files == 0) {
            throw CabException.corrupt("it has no %s", folders == 0 ? "folders" : "files");
        }
    }

    static CabException splitSet() {
        return CabException.unsupported("it is one part of a split cabinet set. Join the parts into one cabinet");
    }
}
