package io.github.solutionalm.archive.cab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.Deflater;

/** Writes cabinets as a test wants them, sound or not: [MS-CAB] 2. */
public final class CabFixture {

    /** What a folder's bytes become: one array for each 32 KB. */
    public interface Packing {
        List<byte[]> pack(byte[] content);

        /** Of what comes out again. */
        default long length(byte[] content) {
            return content.length;
        }
    }

    /** {@link #MSZIP} of zeros that nobody holds: whole blocks, all the same. */
    record Zeros(long length) implements Packing {
        @Override
        public List<byte[]> pack(byte[] nothing) {
            return Collections.nCopies(
                    (int) (length / BLOCK), mszip(new byte[BLOCK]).get(0));
        }

        @Override
        public long length(byte[] nothing) {
            return length;
        }
    }

    public static final int STORED = 0;
    public static final int MSZIP = 1;
    public static final int QUANTUM = 2;

    private static final int BLOCK = 32_768;

    private final List<Folder> folders = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private int flags;
    private int headerReserve;
    private int folderReserve;
    private int dataReserve;
    private boolean checksums = true;
    private byte[] signature = {};

    private record Folder(int type, Packing packing, ByteArrayOutputStream content) {}

    private record Entry(byte[] name, int attributes, int folder, long offset, long size) {}

    public static CabFixture cab() {
        return new CabFixture();
    }

    public CabFixture folder(int type) {
        return folder(type, type == MSZIP ? CabFixture::mszip : CabFixture::blocks);
    }

    public CabFixture folder(int type, Packing packing) {
        folders.add(new Folder(type, packing, new ByteArrayOutputStream()));
        return this;
    }

    /** Into the folder begun last. */
    public CabFixture with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public CabFixture with(String name, byte[] content) {
        return with(name.getBytes(StandardCharsets.ISO_8859_1), 0x20, content);
    }

    public CabFixture with(byte[] name, int attributes, byte[] content) {
        ByteArrayOutputStream bytes = folders.get(folders.size() - 1).content;
        declare(name, attributes, folders.size() - 1, bytes.size(), content.length);
        bytes.writeBytes(content);
        return this;
    }

    public CabFixture declare(byte[] name, int attributes, int folder, long offset, long size) {
        entries.add(new Entry(name, attributes, folder, offset, size));
        return this;
    }

    public CabFixture flags(int value) {
        flags = value;
        return this;
    }

    public CabFixture reserve(int header, int folder, int data) {
        flags |= 4;
        headerReserve = header;
        folderReserve = folder;
        dataReserve = data;
        return this;
    }

    public CabFixture withoutChecksums() {
        checksums = false;
        return this;
    }

    public CabFixture signed(byte[] afterTheCabinet) {
        signature = afterTheCabinet;
        return this;
    }

    public Path at(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        int headerLength = 36 + ((flags & 4) == 0 ? 0 : 4 + headerReserve);
        int filesOffset = headerLength + folders.size() * (8 + folderReserve);
        byte[] files = files();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] folderTable = folderTable(filesOffset + files.length, data);
        int size = filesOffset + files.length + data.size();
        ByteBuffer cabinet = little(size + signature.length);
        cabinet.put("MSCF".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(size)
                .putInt(0);
        cabinet.putInt(filesOffset).putInt(0).put((byte) 3).put((byte) 1);
        cabinet.putShort((short) folders.size()).putShort((short) entries.size());
        cabinet.putShort((short) flags).putShort((short) 1234).putShort((short) 0);
        if ((flags & 4) != 0) {
            cabinet.putShort((short) headerReserve).put((byte) folderReserve).put((byte) dataReserve);
            cabinet.put(filled(headerReserve));
        }
        return cabinet.put(folderTable)
                .put(files)
                .put(data.toByteArray())
                .put(signature)
                .array();
    }

    private byte[] folderTable(int dataOffset, ByteArrayOutputStream data) {
        ByteBuffer table = little(folders.size() * (8 + folderReserve));
        for (Folder folder : folders) {
            byte[] content = folder.content.toByteArray();
            List<byte[]> blocks = folder.packing.pack(content);
            table.putInt(dataOffset + data.size())
                    .putShort((short) blocks.size())
                    .putShort((short) folder.type);
            table.put(filled(folderReserve));
            for (int i = 0; i < blocks.size(); i++) {
                long left = folder.packing.length(content) - (long) i * BLOCK;
                data.writeBytes(block(blocks.get(i), (int) Math.min(BLOCK, left)));
            }
        }
        return table.array();
    }

    private byte[] block(byte[] packed, int size) {
        ByteBuffer block = little(8 + dataReserve + packed.length);
        block.putInt(0).putShort((short) packed.length).putShort((short) size);
        block.put(filled(dataReserve)).put(packed);
        if (checksums) {
            block.putInt(0, checksum(little(4).put(block.array(), 4, 4).array(), checksum(packed, 0)));
        }
        return block.array();
    }

    /** [MS-CAB] 3.1, in other words than the reader's. */
    private static int checksum(byte[] bytes, int seed) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int sum = seed;
        while (words.remaining() >= 4) {
            sum ^= words.getInt();
        }
        for (int shift = 8 * (words.remaining() - 1); shift >= 0; shift -= 8) {
            sum ^= (words.get() & 0xFF) << shift;
        }
        return sum;
    }

    private byte[] files() {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            ByteBuffer file = little(16 + entry.name.length + 1);
            file.putInt((int) entry.size).putInt((int) entry.offset).putShort((short) entry.folder);
            file.putShort((short) 0x226C).putShort((short) 0x59BA).putShort((short) entry.attributes);
            table.writeBytes(file.put(entry.name).array());
        }
        return table.toByteArray();
    }

    static List<byte[]> blocks(byte[] content) {
        List<byte[]> blocks = new ArrayList<>();
        for (int at = 0; at < content.length; at += BLOCK) {
            blocks.add(Arrays.copyOfRange(content, at, Math.min(content.length, at + BLOCK)));
        }
        return blocks;
    }

    /** [MS-MCI] 2: each block's deflate stream goes on with the dictionary of the one before. */
    static List<byte[]> mszip(byte[] content) {
        List<byte[]> packed = new ArrayList<>();
        byte[] previous = {};
        for (byte[] block : blocks(content)) {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            if (previous.length > 0) {
                deflater.setDictionary(previous);
            }
            deflater.setInput(block);
            deflater.finish();
            byte[] buffer = new byte[2 * BLOCK];
            buffer[0] = 'C';
            buffer[1] = 'K';
            packed.add(Arrays.copyOf(buffer, 2 + deflater.deflate(buffer, 2, buffer.length - 2)));
            deflater.end();
            previous = block;
        }
        return packed;
    }

    /** Reserved areas are not zero in signed cabinets. */
    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0xA5);
        return bytes;
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
