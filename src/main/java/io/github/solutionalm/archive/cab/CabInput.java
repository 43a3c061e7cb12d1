package io.github.solutionalm.archive.cab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Little-endian numbers of a cabinet's tables, never from beyond its end. */
final class CabInput {

    private final SeekableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    private final long fileSize;
    private long limit;

    /** Position in the file of the buffer's limit. */
    private long bufferEnd;

    private String part = "it";

    CabInput(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.fileSize = channel.size();
        this.limit = fileSize;
        this.buffer.limit(0);
    }

    /** What is read from here on, for messages. */
    void enter(String name) {
        part = name;
    }

    /** What comes after the cabinet is not the cabinet's. */
    void limitTo(long cabinetSize) throws CabException {
        if (cabinetSize > fileSize) {
            throw CabException.corrupt("it is cut off: the file has %,d of %,d bytes", fileSize, cabinetSize);
        }
        limit = cabinetSize;
    }

    long position() {
        return bufferEnd - buffer.remaining();
    }

    void seek(long position) throws CabException {
        requireUpTo(position);
        long bufferStart = bufferEnd - buffer.limit();
        if (position >= bufferStart && position <= bufferEnd) {
            buffer.position((int) (position - bufferStart));
        } else {
            buffer.limit(0);
            bufferEnd = position;
        }
    }

    void skip(int bytes) throws CabException {
        seek(position() + bytes);
    }

    void requireUpTo(long end) throws CabException {
        if (end > limit) {
            throw CabException.corrupt("%s would end at byte %,d, and the cabinet has %,d", part, end, limit);
        }
    }

    int u8() throws IOException {
        return require(1).get() & 0xFF;
    }

    int u16() throws IOException {
        return require(2).getShort() & 0xFFFF;
    }

    long u32() throws IOException {
        return require(4).getInt() & 0xFFFF_FFFFL;
    }

    /** The bytes up to a NUL, which must come after {@code max} bytes at the latest. */
    byte[] terminated(int max) throws IOException {
        byte[] bytes = new byte[max];
        for (int n = 0; n <= max; n++) {
            byte b = require(1).get();
            if (b == 0) {
                return Arrays.copyOf(bytes, n);
            }
            if (n < max) {
                bytes[n] = b;
            }
        }
        throw CabException.corrupt("%s has a name of more than %d bytes", part, max);
    }

    private ByteBuffer require(int bytes) throws IOException {
        requireUpTo(position() + bytes);
        while (buffer.remaining() < bytes) {
            buffer.compact();
            int n = channel.position(bufferEnd).read(buffer);
            buffer.flip();
            if (n < 0) {
                throw CabException.corrupt("it became shorter while it was read");
            }
            bufferEnd += n;
        }
        return buffer;
    }
}
