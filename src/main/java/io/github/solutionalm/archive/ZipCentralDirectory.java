package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.OverLimit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;

/**
 * Counts the entries of a .zip before the library reads them, as it holds each with a kilobyte of heap: a few MB of
 * file could ask for GBs. So it does their extra fields, each of which the library compares with those before it. It finds
 * the directory where the library does, and what it can't make sense of it leaves to the library to refuse.
 */
final class ZipCentralDirectory {

    // APPNOTE.TXT 4.3.12, 4.3.14, 4.3.15, 4.3.16
    private static final int ENTRY = 0x02014B50;
    private static final int ENTRY_LENGTH = 46;
    private static final int ZIP64_END = 0x06064B50;
    private static final int ZIP64_LOCATOR = 0x07064B50;
    private static final int ZIP64_LOCATOR_LENGTH = 20;
    private static final int END = 0x06054B50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 65_535;
    /** Real entries have five at most; 16,383 would fit. */
    private static final int MAX_EXTRA_FIELDS = 100;
    /** Names of 200 characters for as many entries as there may be, and some room; all of it is held several times over. */
    private static final long MAX_LENGTH = 32L << 20;

    private final SeekableByteChannel channel;
    private final ByteBuffer window = ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN);
    private long windowStart;

    private ZipCentralDirectory(SeekableByteChannel channel) {
        this.channel = channel;
        this.window.limit(0);
    }

    /** Refuses a directory that is too large or has too many entries, or an entry that has too many extra fields. */
    static void check(String archive, SeekableByteChannel channel, ArchiveLimits limits) throws IOException {
        ZipCentralDirectory directory = new ZipCentralDirectory(channel);
        long start = directory.start();
        long at = start;
        int count = 0;
        while (directory.has(at, ENTRY_LENGTH) && directory.u32(at) == ENTRY) {
            limits.checkEntries(archive, ++count);
            long extra = at + ENTRY_LENGTH + directory.u16(at + 28);
            int comment = directory.u16(at + 32);
            long end = extra + directory.u16(at + 30);
            directory.checkExtraFields(archive, count, extra, end);
            at = end + comment;
            if (at - start > MAX_LENGTH) {
                throw new OverLimit(String.format(
                        Locale.ROOT,
                        "The central directory of %s is too large: at least %,d bytes; the limit is %,d",
                        archive,
                        at - start,
                        MAX_LENGTH));
            }
        }
    }

    private void checkExtraFields(String archive, int entry, long start, long end) throws IOException {
        int count = 0;
        for (long at = start; at + 4 <= end && has(at, 4); at += 4 + u16(at + 2)) {
            if (++count > MAX_EXTRA_FIELDS) {
                throw new OverLimit(String.format(
                        Locale.ROOT,
                        "Entry %,d of %s has too many extra fields; the limit is %,d",
                        entry,
                        archive,
                        MAX_EXTRA_FIELDS));
            }
        }
    }

    private long start() throws IOException {
        long end = end();
        long locator = end - ZIP64_LOCATOR_LENGTH;
        if (has(locator, 4) && u32(locator) == ZIP64_LOCATOR) {
            long zip64 = u64(locator + 8);
            return has(zip64, 56) && u32(zip64) == ZIP64_END ? u64(zip64 + 48) : -1;
        }
        if (!has(end, END_LENGTH)) {
            return -1;
        }
        long size = u32(end + 12) & 0xFFFF_FFFFL;
        long offset = u32(end + 16) & 0xFFFF_FFFFL;
        return offset + Math.max(0, end - size - offset); // something may stand in front of the .zip
    }

    /** The last record there is, or -1. */
    private long end() throws IOException {
        long last = channel.size() - END_LENGTH;
        for (long at = last; at >= Math.max(0, last - MAX_COMMENT); at--) {
            // backwards, so have the window end here rather than begin
            if (at < windowStart || !inWindow(at, 4)) {
                fill(Math.max(0, at + END_LENGTH - window.capacity()));
            }
            if (u32(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private boolean has(long at, int length) throws IOException {
        return at >= 0 && at <= channel.size() - length;
    }

    private boolean inWindow(long at, int length) {
        return at >= windowStart && at + length <= windowStart + window.limit();
    }

    private int u16(long at) throws IOException {
        return window.getShort(index(at, 2)) & 0xFFFF;
    }

    private int u32(long at) throws IOException {
        return window.getInt(index(at, 4));
    }

    private long u64(long at) throws IOException {
        return window.getLong(index(at, 8));
    }

    private int index(long at, int length) throws IOException {
        if (!inWindow(at, length)) {
            fill(at);
        }
        return (int) (at - windowStart);
    }

    private void fill(long start) throws IOException {
        channel.position(start);
        window.clear();
        int n = 0;
        while (n >= 0 && window.hasRemaining()) {
            n = channel.read(window);
        }
        window.flip();
        windowStart = start;
    }
}
