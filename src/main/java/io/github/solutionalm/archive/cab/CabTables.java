package io.github.solutionalm.archive.cab;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Header, folders and files of a cabinet, in accord with one another: [MS-CAB] 2.1 to 2.4. */
record CabTables(List<CabFolder> folders, List<CabFile> files) {

    static CabTables read(SeekableByteChannel channel) throws IOException {
        CabInput in = new CabInput(channel);
        CabHeader header = CabHeader.read(in);
        List<CabFolder> folders = folders(in, header);
        return new CabTables(folders, files(in, header, folders));
    }

    private static List<CabFolder> folders(CabInput in, CabHeader header) throws IOException {
        List<CabFolder> folders = new ArrayList<>();
        long budget = header.cabinetSize();
        for (int i = 0; i < header.folders(); i++) {
            in.seek(header.foldersOffset() + (long) i * header.folderLength());
            CabFolder folder = CabFolder.read(in, i, header.dataReserve());
            // no folder can share data with another, so together they can't be longer than the cabinet; without
            // this, many folders on the same data would make us walk it as often
            budget -= folder.packedSize() + (long) folder.blocks() * CabFolder.BLOCK_HEADER;
            if (budget < 0) {
                throw CabException.corrupt("its folders have more data than the cabinet has bytes");
            }
            folders.add(folder);
        }
        return List.copyOf(folders);
    }

    private static List<CabFile> files(CabInput in, CabHeader header, List<CabFolder> folders) throws IOException {
        List<CabFile> files = new ArrayList<>();
        in.seek(header.filesOffset());
        for (int i = 0; i < header.files(); i++) {
            files.add(CabFileEntry.read(in, i, folders));
        }
        // the order that [MS-CAB] 2.3 has anyway
        files.sort(Comparator.comparingInt(CabFile::folder).thenComparingLong(CabFile::offset));
        refuseSharedBytes(files);
        return List.copyOf(files);
    }

    /**
     * Files that share bytes are legal, though only WiX makes them, for equal files. Reading each would decompress the
     * folder from its start, and a hostile cabinet could make us do so 65,535 times.
     */
    private static void refuseSharedBytes(List<CabFile> files) throws CabException {
        for (int i = 1; i < files.size(); i++) {
            CabFile earlier = files.get(i - 1);
            CabFile later = files.get(i);
            if (earlier.folder() == later.folder() && earlier.end() > later.offset()) {
                throw CabException.unsupported(
                        "its files \"%s\" and \"%s\" share the same bytes", earlier.name(), later.name());
            }
        }
    }
}
