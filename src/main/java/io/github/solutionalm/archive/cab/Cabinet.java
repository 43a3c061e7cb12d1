package io.github.solutionalm.archive.cab;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An open cabinet. Its tables are validated when it is opened, down to the headers of all data blocks: what is declared
 * is there, and nothing lies outside of it. Data is checked and decompressed when a file is read.
 *
 * <p>Files may be opened in any order and at the same time, by one thread. Reading them one after the other in the order
 * of {@link #files()} decompresses each folder once; going back begins the folder anew.
 */
public final class Cabinet implements Closeable {

    private final SeekableByteChannel channel;
    private final CabTables tables;

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

    /** The same of a channel, which is closed with the cabinet, or when it is none. */
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

    /** Nothing is read before the stream is; what is wrong with the file's data is thrown then. */
    public InputStream open(CabFile file) throws CabException {
        FolderStream stream = idle;
        idle = null;
        if (stream == null || !stream.leadsTo(file)) {
            close(stream);
            stream = new FolderStream(channel, tables.folders().get(file.folder()));
        }
        return new CabFileStream(this, stream, file);
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
