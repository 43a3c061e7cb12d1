package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.Unreadable;
import io.github.solutionalm.archive.OpenArchive.FileIdentity;
import io.github.solutionalm.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * A file that is hashed when it is opened. Reads fail if the file changed after hashing, so only hashed bytes are ever used:
 * the hash of each block is kept and compared when the block is read again. Nothing is copied.
 */
final class HashedFile implements SeekableByteChannel {

    /** Small, since each entry of a .zip is read from a place of its own; its hash takes 2 KB for 1 MB of file. */
    private static final int BLOCK = 16 << 10;

    private final Path file;
    private final FileChannel channel;
    private final Sha256 ofBlock = new Sha256();
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
    private final byte[] hashes;
    private final String sha256;
    private final long size;
    private long blockStart = -1;
    private long position;

    private HashedFile(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        Sha256 whole = new Sha256();
        ByteArrayOutputStream ofBlocks = new ByteArrayOutputStream();
        long read = 0;
        while (fill(read, BLOCK) > 0) {
            whole.add(block.array(), 0, block.limit());
            ofBlocks.write(hashOfBlock());
            read += block.limit();
        }
        sha256 = whole.hex();
        hashes = ofBlocks.toByteArray();
        size = read;
    }

    /** Opens a file and reads all of it once. */
    static HashedFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new HashedFile(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** What it is. */
    FileIdentity identity(String format) {
        return new FileIdentity(format, size, sha256);
    }

    /** A stream of all bytes from the beginning; closing it does not close the file. */
    InputStream content() {
        position = 0;
        InputStream all = Channels.newInputStream(this);
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return all.read();
            }

            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                return all.read(bytes, from, count);
            }
        };
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (position >= size) {
            return -1;
        }
        long start = position - position % BLOCK;
        if (start != blockStart) {
            load(start);
        }
        ByteBuffer part = block.duplicate();
        part.position((int) (position - start));
        part.limit(Math.min(part.limit(), part.position() + target.remaining()));
        int count = part.remaining();
        target.put(part);
        position += count;
        return count;
    }

    private void load(long start) throws IOException {
        blockStart = -1;
        int expected = (int) Math.min(BLOCK, size - start);
        int at = Math.toIntExact(start / BLOCK * Sha256.LENGTH);
        if (fill(start, expected) < expected
                || !Arrays.equals(hashOfBlock(), 0, Sha256.LENGTH, hashes, at, at + Sha256.LENGTH)) {
            throw changed(file);
        }
        blockStart = start;
    }

    static Unreadable changed(Path file) {
        return new Unreadable(
                file + " changed while it was read, so its SHA-256 no longer matches. Make sure that nothing"
                        + " else writes it during the build, and run the build again",
                null);
    }

    private int fill(long start, int count) throws IOException {
        block.clear().limit(count);
        int n = 0;
        while (n >= 0 && block.hasRemaining()) {
            n = channel.read(block, start + block.position());
        }
        block.flip();
        return block.limit();
    }

    private byte[] hashOfBlock() {
        ofBlock.add(block.array(), 0, block.limit());
        return ofBlock.bytes();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long newSize) {
        throw new NonWritableChannelException();
    }
}
