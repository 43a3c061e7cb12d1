package io.github.solutionalm.packaging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Writes one component's XML in a canonical form, so that equal content has equal bytes: attributes sorted by name, no
 * comments, no white space between elements, no empty-element tags, UTF-8. Elements that only lead to other components
 * are written when, and only if, something else follows in them.
 */
final class CanonicalXml {

    private static final byte[] LT = bytes("&lt;");
    private static final byte[] GT = bytes("&gt;");
    private static final byte[] AMP = bytes("&amp;");
    private static final byte[] QUOT = bytes("&quot;");
    private static final byte[] CR = bytes("&#13;");
    private static final int START_CAPACITY = 8 << 10;

    private final Map<String, byte[]> names = new HashMap<>();
    private byte[] buffer = new byte[START_CAPACITY];
    private int length;

    void reset() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Cuts the text back to an earlier length. */
    void truncate(int earlier) {
        length = earlier;
    }

    void start(XMLStreamReader2 reader) {
        put('<');
        name(reader.getLocalName());
        int count = reader.getAttributeCount();
        if (count == 1) {
            attribute(reader, 0);
        } else if (count > 1) {
            for (int index : sorted(reader, count)) {
                attribute(reader, index);
            }
        }
        put('>');
    }

    /** Writes a tag that was written elsewhere. */
    void raw(byte[] tag) {
        put(tag);
    }

    void end(String element) {
        put('<');
        put('/');
        name(element);
        put('>');
    }

    void text(char[] chars, int count) {
        for (int i = 0; i < count; i++) {
            i += character(chars[i], i + 1 < count ? chars[i + 1] : 0, false);
        }
    }

    private static Integer[] sorted(XMLStreamReader2 reader, int count) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> reader.getAttributeLocalName(a).compareTo(reader.getAttributeLocalName(b)));
        return order;
    }

    private void attribute(XMLStreamReader2 reader, int index) {
        put(' ');
        name(reader.getAttributeLocalName(index));
        put('=');
        put('"');
        String value = reader.getAttributeValue(index);
        for (int i = 0; i < value.length(); i++) {
            i += character(value.charAt(i), i + 1 < value.length() ? value.charAt(i + 1) : 0, true);
        }
        put('"');
    }

    private void name(String name) {
        put(names.computeIfAbsent(name, CanonicalXml::bytes));
    }

    /** Writes one character, escaped where XML wants it; returns how many further chars it used. */
    private int character(char c, char next, boolean inAttribute) {
        if (c < 0x80) {
            ascii(c, inAttribute);
            return 0;
        }
        if (c < 0x800) {
            put((byte) (0xC0 | c >> 6));
            put((byte) (0x80 | c & 0x3F));
            return 0;
        }
        if (Character.isHighSurrogate(c) && Character.isLowSurrogate(next)) {
            int point = Character.toCodePoint(c, next);
            put((byte) (0xF0 | point >> 18));
            put((byte) (0x80 | point >> 12 & 0x3F));
            put((byte) (0x80 | point >> 6 & 0x3F));
            put((byte) (0x80 | point & 0x3F));
            return 1;
        }
        put((byte) (0xE0 | c >> 12));
        put((byte) (0x80 | c >> 6 & 0x3F));
        put((byte) (0x80 | c & 0x3F));
        return 0;
    }

    private void ascii(char c, boolean inAttribute) {
        switch (c) {
            case '<' -> put(LT);
            case '>' -> put(GT);
            case '&' -> put(AMP);
            case '\r' -> put(CR);
            case '"' -> {
                if (inAttribute) {
                    put(QUOT);
                } else {
                    put('"');
                }
            }
            default -> put(c);
        }
    }

    private void put(char ascii) {
        put((byte) ascii);
    }

    private void put(byte value) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, length * 2);
        }
        buffer[length++] = value;
    }

    private void put(byte[] bytes) {
        if (length + bytes.length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length * 2, length + bytes.length));
        }
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
