package io.github.solutionalm.archive.cab;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An open cabinet. Its tables are validated when it is opened, down to the headers of all data blocks: what is declared
 * is there, and nothing lies outside of it. Data is checked and decompressed when a file is read.
 *
 * <p>Files may be opened in any order and at the same time, by one thread. In the order of {@link #files()} each folder is
 * decompressed once, as it is read. A folder that would have to be begun anew is decompressed once more and then held, so
 * that no order takes longer than that.
 */
public final class Cabinet implements Closeable {

    /** Bytes of folders that are held; as much as a solution .zip in a cabinet may have. */
    private static final long MAX_HELD = 128L << 20;

    private final SeekableByteChannel channel;
    private final CabTables tables;

    /** The folders that were begun, by index; with their bytes where they are held. */
    private final Map<Integer, Optional<byte[]>> begun = new HashMap<>();

    private long heldBytes;

    /** Where the stream that was closed last stands; the next file usually follows. */
    private FolderStream idle;

    private Cabinet(SeekableByteChannel channel, CabTables tables) {
        this.channel = channel;
        this.tables = tables;
    }

    /**
     * Bytes after the cabinet's end, such as a PKCS#7 signature, are ignored.
     *
     * @throws CabException when its tables are damaged, or it is a part of a split set
     * @throws IOException when the file can't be read
     */
    public static Cabinet open(Path file) throws IOException {
        return open(Files.newByteChannel(file));
    }

    /** Opens the cabinet of a channel, which is closed with the cabinet, or when it is none. */
    public static Cabinet open(SeekableByteChannel channel) throws IOException {
        try {
            return new Cabinet(channel, CabTables.read(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** All files, in the order of their data. */
    public List<CabFile> files() {
        return tables.files();
    }

    /** @throws CabException of kind {@code UNSUPPORTED} when some file's compression is not implemented */
    public void requireSupportedCompression() throws CabException {
        for (CabFolder folder : tables.folders()) {
            folder.compression().requireSupported();
        }
    }

    /**
     * What is wrong with the file's data is thrown when it is read, or here.
     *
     * @throws CabException of kind {@code UNSUPPORTED} when files are opened in another order than they are stored in, and
     *     their folders are too large to be held
     */
    public InputStream open(CabFile file) throws IOException {
        Optional<byte[]> held = begun.getOrDefault(file.folder(), Optional.empty());
        if (held.isEmpty() && idle != null && idle.leadsTo(file)) {
            FolderStream stream = idle;
            idle = null;
            return new CabFileStream(this, stream, file);
        }
        CabFolder folder = tables.folders().get(file.folder());
        if (held.isEmpty() && begun.putIfAbsent(file.folder(), Optional.empty()) == null) {
            return new CabFileStream(this, new FolderStream(channel, folder), file);
        }
        byte[] bytes = held.isPresent() ? held.get() : hold(folder);
        return new ByteArrayInputStream(bytes, (int) file.offset(), (int) file.size());
    }

    private byte[] hold(CabFolder folder) throws IOException {
        if (folder.size() > MAX_HELD - heldBytes) {
            throw CabException.unsupported(
                    "its files are not in the order needed, and it is too large to keep in memory:"
                            + " at least %,d bytes; the limit is %,d. Repack it as a .zip",
                    heldBytes + folder.size(), MAX_HELD);
        }
        byte[] bytes = new byte[(int) folder.size()];
        try (FolderStream stream = new FolderStream(channel, folder)) {
            for (int n = 0; n < bytes.length; ) {
                n += stream.read(bytes, n, bytes.length - n);
            }
        }
        heldBytes += bytes.length;
        begun.put(folder.index(), Optional.of(bytes));
        return bytes;
    }

    @Override
    public void close() throws IOException {
        close(idle);
        idle = null;
        channel.close();
    }

    /** Takes back a stream, which the next file may go on with. */
    void release(FolderStream stream) {
        close(idle);
        idle = stream;
        if (!channel.isOpen()) {
            close(idle);
            idle = null;
        }
    }

    private static void close(FolderStream stream) {
        if (stream != null) {
            stream.close();
        }
    }
}
