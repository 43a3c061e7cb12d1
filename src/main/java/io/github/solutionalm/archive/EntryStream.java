package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/**
 * The inflated bytes of an entry, held to what the archive declared of them: exactly that many, with that checksum. As
 * the declared sizes were checked against the limits before, no entry can give more than they allow.
 *
 * <p>A failure is remembered, and thrown again by every later read.
 */
final class EntryStream extends InputStream {

    private final String what;
    private final InputStream in;
    private final long size;
    private final OptionalLong expectedCrc;
    private final CRC32 crc = new CRC32();
    private long count;
    private ArchiveException failure;

    EntryStream(String what, InputStream in, long size, OptionalLong expectedCrc) {
        this.what = what;
        this.in = in;
        this.size = size;
        this.expectedCrc = expectedCrc;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (failure != null) {
            throw failure;
        }
        if (length == 0) {
            return 0;
        }
        try {
            int n = in.read(buffer, offset, length);
            if (n < 0) {
                checkEnd();
            } else {
                checkMore(buffer, offset, n);
            }
            return n;
        } catch (IOException | RuntimeException e) {
            // decoders of hostile bytes may fail in any way
            failure = Fault.of(what, e);
            throw failure;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            in.close();
        } catch (IOException e) {
            throw Fault.of(what, e);
        }
    }

    private void checkMore(byte[] buffer, int offset, int n) throws Corrupt {
        count += n;
        if (count > size) {
            throw new Corrupt(String.format(
                    Locale.ROOT, "%s is damaged: it has more than the %,d bytes it declares", what, size));
        }
        crc.update(buffer, offset, n);
    }

    private void checkEnd() throws Corrupt {
        if (count != size) {
            throw new Corrupt(
                    String.format(Locale.ROOT, "%s is damaged: it ends after %,d of %,d bytes", what, count, size));
        }
        if (expectedCrc.isPresent() && expectedCrc.getAsLong() != crc.getValue()) {
            throw new Corrupt(String.format(
                    Locale.ROOT,
                    "%s is damaged: its CRC-32 is %08x, and should be %08x",
                    what,
                    crc.getValue(),
                    expectedCrc.getAsLong()));
        }
    }
}
