package io.github.solutionalm.archive.cab;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * The decompressed bytes of a folder from its first to its last, a block at a time. CFDATA, [MS-CAB] 2.4:
 *
 * <pre>
 * offset  size  field
 *      0     4  csum, 0: none stored                            [checked]
 *      4     2  cbData, compressed bytes                        [read]
 *      6     2  cbUncomp, decompressed bytes                    [read, must come out]
 *      8     -  abReserve, cbCFData bytes                       skipped
 *      -     -  ab, cbData bytes                                [read]
 * </pre>
 */
final class FolderStream implements Closeable {

    private final SeekableByteChannel channel;
    private final CabFolder folder;
    private final BlockDecoder decoder;
    private final byte[] block = new byte[CabFolder.MAX_BLOCK];

    private int nextBlock;
    private long nextBlockOffset;

    /** The end of the block, counted in the folder's bytes. */
    private long blockEnd;

    private int blockSize;
    private long position;

    FolderStream(SeekableByteChannel channel, CabFolder folder) throws CabException {
        this.channel = channel;
        this.folder = folder;
        this.decoder = folder.compression().decoder();
        this.nextBlockOffset = folder.dataOffset();
    }

    /** Whether the file begins in the present block or later. */
    boolean leadsTo(CabFile file) {
        return file.folder() == folder.index() && file.offset() >= blockEnd - blockSize;
    }

    /** Goes to a position in the present block or later. */
    void skipTo(long target) throws IOException {
        while (blockEnd < target) {
            decodeNextBlock();
        }
        position = target;
    }

    /** Reads at least one byte. The caller knows where the folder ends. */
    int read(byte[] buffer, int offset, int length) throws IOException {
        if (position == blockEnd) {
            decodeNextBlock();
        }
        int n = (int) Math.min(length, blockEnd - position);
        System.arraycopy(block, (int) (blockSize - (blockEnd - position)), buffer, offset, n);
        position += n;
        return n;
    }

    @Override
    public void close() {
        decoder.close();
    }

    private void decodeNextBlock() throws IOException {
        if (nextBlock == folder.blocks()) {
            throw CabException.corrupt("folder %d ends early", folder.index());
        }
        int headerLength = CabFolder.BLOCK_HEADER + folder.dataReserve();
        ByteBuffer header = read(nextBlockOffset, headerLength);
        int checksum = header.getInt(0);
        int packedSize = header.getShort(4) & 0xFFFF;
        int size = header.getShort(6) & 0xFFFF;
        byte[] packed = read(nextBlockOffset + headerLength, packedSize).array();
        check(checksum, header.array(), packed);
        if (size > block.length) {
            throw CabException.corrupt("folder %d changed while it was read", folder.index());
        }
        decoder.decode(packed, packedSize, block, size);
        nextBlock++;
        nextBlockOffset += headerLength + packedSize;
        blockSize = size;
        blockEnd += size;
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.position(offset + buffer.position()).read(buffer) < 0) {
                throw CabException.corrupt("it became shorter while it was read");
            }
        }
        return buffer;
    }

    /** The specification leaves open whether abReserve counts: cabinets of both kinds exist. */
    private void check(int checksum, byte[] header, byte[] packed) throws CabException {
        int data = BlockChecksum.of(packed, 0, packed.length, 0);
        boolean right = checksum == BlockChecksum.of(header, 4, CabFolder.BLOCK_HEADER, data)
                || checksum == BlockChecksum.of(header, 4, header.length, data);
        if (checksum != 0 && !right) {
            throw CabException.corrupt("block %d of folder %d has a wrong checksum", nextBlock, folder.index());
        }
    }
}
