package io.github.solutionalm.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes .zip files of empty entries that no library would write: APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16. */
final class RawZip {

    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;

    private final ByteArrayOutputStream locals = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    /** An entry without the flag that says that its name is UTF-8. */
    RawZip with(String name, byte[] localExtra, byte[] centralExtra) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int offset = locals.size();
        ByteBuffer local = header(30).putInt(LOCAL).putShort((short) 20);
        local.position(26).putShort((short) bytes.length).putShort((short) localExtra.length);
        locals.writeBytes(local.array());
        locals.writeBytes(bytes);
        locals.writeBytes(localExtra);
        list(bytes, centralExtra, offset);
        return this;
    }

    /** Another name for the first entry's place. */
    RawZip also(String name) {
        list(name.getBytes(StandardCharsets.UTF_8), new byte[0], 0);
        return this;
    }

    private void list(byte[] name, byte[] extra, int offset) {
        ByteBuffer central = header(46).putInt(CENTRAL).putShort((short) 20).putShort((short) 20);
        central.position(28).putShort((short) name.length).putShort((short) extra.length);
        central.position(42).putInt(offset);
        directory.writeBytes(central.array());
        directory.writeBytes(name);
        directory.writeBytes(extra);
        count++;
    }

    /** So many extra fields, each of another kind and empty. */
    static byte[] extraFields(int count) {
        ByteBuffer fields = header(4 * count);
        for (int i = 0; i < count; i++) {
            fields.putShort((short) (0x4000 + i)).putShort((short) 0);
        }
        return fields.array();
    }

    Path at(Path file) {
        ByteBuffer end = header(22).putInt(END);
        end.position(8).putShort((short) count).putShort((short) count);
        end.putInt(directory.size()).putInt(locals.size());
        try (OutputStream out = Files.newOutputStream(file)) {
            locals.writeTo(out);
            directory.writeTo(out);
            out.write(end.array());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer header(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
