package io.github.solutionalm.archive.cab;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * An LZX encoder that wants variety rather than compression: blocks of random types and sizes that begin and end
 * anywhere, matches of any length and distance, repeated offsets, all ways to tell a code's lengths. What it writes is
 * held against other decoders by {@link LzxTest}.
 */
public final class LzxFixture implements CabFixture.Packing {

    private static final int FRAME = 32_768;
    private static final int VERBATIM = 1;
    private static final int ALIGNED = 2;
    private static final int UNCOMPRESSED = 3;

    private final int windowBits;
    private final int callsFileSize;
    private final Random random;

    private LzxFixtureBits bits = new LzxFixtureBits();
    private byte[] data;
    private byte[] mainLengths;
    private byte[] lengthLengths = new byte[249];
    private final int[] repeated = {1, 1, 1};
    private final Map<Integer, Integer> lastSeen = new HashMap<>();

    /** A literal (length 0) or a match: its main symbol, its length symbol or -1, and the bits of its distance. */
    private record Token(int main, int length, int extraBits, int footer) {}

    /** @param callsFileSize for the E8 translation; 0: none */
    public LzxFixture(int windowBits, int callsFileSize, long seed) {
        this.windowBits = windowBits;
        this.callsFileSize = callsFileSize;
        this.random = new Random(seed);
        this.mainLengths = new byte[256 + 8 * slots()];
    }

    public int type() {
        return 3 | windowBits << 8;
    }

    @Override
    public List<byte[]> pack(byte[] content) {
        data = translated(content);
        List<byte[]> frames = new ArrayList<>();
        bits.write(callsFileSize == 0 ? 0 : 1, 1);
        if (callsFileSize != 0) {
            bits.write(callsFileSize >>> 16, 16);
            bits.write(callsFileSize & 0xFFFF, 16);
        }
        int at = 0;
        while (at < data.length) {
            int size = Math.min(data.length - at, 1 + random.nextInt(random.nextBoolean() ? 500 : 70_000));
            at = block(1 + random.nextInt(3), at, at + size, frames);
        }
        if (data.length % FRAME != 0) {
            frames.add(bits.endFrame());
        }
        return frames;
    }

    private int block(int type, int from, int to, List<byte[]> frames) {
        bits.write(type, 3);
        bits.write(to - from >>> 8, 16);
        bits.write(to - from & 0xFF, 8);
        if (type == UNCOMPRESSED) {
            uncompressed(from, to, frames);
        } else {
            compressed(type, from, to, frames);
        }
        return to;
    }

    private void uncompressed(int from, int to, List<byte[]> frames) {
        bits.padToBytes();
        for (int i = 0; i < 3; i++) {
            bits.bytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(repeated[i])
                    .array());
        }
        for (int at = from; at < to; at++) {
            bits.bytes(data[at]);
            boolean last = at + 1 == to;
            if (last && (to - from) % 2 != 0) {
                bits.bytes((byte) 0);
            }
            remember(at);
            endFrameAfter(at + 1, frames);
        }
    }

    private void compressed(int type, int from, int to, List<byte[]> frames) {
        List<Token> tokens = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        tokenize(from, to, tokens, ends);
        int[] main = new int[mainLengths.length];
        int[] length = new int[lengthLengths.length];
        int[] aligned = {1, 1, 1, 1, 1, 1, 1, 1
        }; // cabextract does not take it when it is empty, even if it is not used
        for (Token token : tokens) {
            main[token.main]++;
            if (token.length >= 0) {
                length[token.length]++;
            }
            if (token.extraBits >= 3) {
                aligned[token.footer & 7]++;
            }
        }
        byte[] alignedLengths = LzxFixtureCode.lengths(aligned, 7);
        if (type == ALIGNED) {
            for (byte each : alignedLengths) {
                bits.write(each, 3);
            }
        }
        byte[] newMain = LzxFixtureCode.lengths(main, 16);
        byte[] newLength = LzxFixtureCode.lengths(length, 16);
        LzxFixtureCode.tell(bits, random, mainLengths, newMain, 0, 256);
        LzxFixtureCode.tell(bits, random, mainLengths, newMain, 256, newMain.length);
        LzxFixtureCode.tell(bits, random, lengthLengths, newLength, 0, newLength.length);
        mainLengths = newMain;
        lengthLengths = newLength;
        LzxFixtureCode mainCode = new LzxFixtureCode(newMain);
        LzxFixtureCode lengthCode = new LzxFixtureCode(newLength);
        LzxFixtureCode alignedCode = new LzxFixtureCode(alignedLengths);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            mainCode.write(bits, token.main);
            if (token.length >= 0) {
                lengthCode.write(bits, token.length);
            }
            if (type == ALIGNED && token.extraBits >= 3) {
                bits.write(token.footer >>> 3, token.extraBits - 3);
                alignedCode.write(bits, token.footer & 7);
            } else {
                bits.write(token.footer, token.extraBits);
            }
            endFrameAfter(ends.get(i), frames);
        }
    }

    private void tokenize(int from, int to, List<Token> tokens, List<Integer> ends) {
        int at = from;
        while (at < to) {
            int end = Math.min(to, (at / FRAME + 1) * FRAME);
            int offset = offset(at);
            int length = matchLength(at, offset, end);
            if (length < 2) {
                tokens.add(new Token(data[at] & 0xFF, -1, 0, 0));
                length = 1;
            } else {
                tokens.add(match(offset, length));
            }
            for (int i = 0; i < length; i++) {
                remember(at + i);
            }
            at += length;
            ends.add(at);
        }
    }

    /** A repeated one at times, even if another would match more. */
    private int offset(int at) {
        int again = repeated[random.nextInt(3)];
        if (again <= at && random.nextInt(3) == 0) {
            return again;
        }
        return at - lastSeen.getOrDefault(key(at), at);
    }

    private int matchLength(int at, int offset, int end) {
        if (offset <= 0 || offset > at || offset > (1 << windowBits) - 3) {
            return 0;
        }
        int max = Math.min(end - at, 257);
        int length = 0;
        while (length < max && data[at + length] == data[at + length - offset]) {
            length++;
        }
        return random.nextInt(4) == 0 && length > 2 ? 2 + random.nextInt(length - 1) : length;
    }

    private Token match(int offset, int length) {
        int header = Math.min(length - 2, 7);
        int lengthSymbol = header == 7 ? length - 9 : -1;
        for (int i = 0; i < 3; i++) {
            if (repeated[i] == offset) {
                repeated[i] = repeated[0];
                repeated[0] = offset;
                return new Token(256 + 8 * i + header, lengthSymbol, 0, 0);
            }
        }
        System.arraycopy(repeated, 0, repeated, 1, 2);
        repeated[0] = offset;
        int slot = 3;
        int base = 3;
        while (base + (1 << extraBits(slot)) <= offset + 2) {
            base += 1 << extraBits(slot++);
        }
        return new Token(256 + 8 * slot + header, lengthSymbol, extraBits(slot), offset + 2 - base);
    }

    private static int extraBits(int slot) {
        return slot < 4 ? 0 : Math.min(17, slot / 2 - 1);
    }

    private int slots() {
        return List.of(30, 32, 34, 36, 38, 42, 50).get(windowBits - 15);
    }

    private void remember(int at) {
        lastSeen.put(key(at), at);
    }

    private int key(int at) {
        return Arrays.hashCode(Arrays.copyOfRange(data, at, Math.min(data.length, at + 3)));
    }

    private void endFrameAfter(int position, List<byte[]> frames) {
        if (position % FRAME == 0) {
            frames.add(bits.endFrame());
        }
    }

    /** Relative targets of calls become absolute, as a decoder will undo. */
    private byte[] translated(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < content.length && callsFileSize != 0; frame += FRAME) {
            int size = Math.min(FRAME, content.length - frame);
            for (int i = frame; i < frame + size - 10; i++) {
                if (bytes.get(i) == (byte) 0xE8) {
                    int relative = bytes.getInt(i + 1);
                    if (relative >= -i && relative < callsFileSize - i) {
                        bytes.putInt(i + 1, relative + i);
                    } else if (relative >= callsFileSize - i && relative < callsFileSize) {
                        bytes.putInt(i + 1, relative - callsFileSize);
                    }
                    i += 4;
                }
            }
        }
        return bytes.array();
    }
}
