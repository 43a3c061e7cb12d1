package io.github.solutionalm.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Writes one component's XML in a canonical form, so that equal content has equal bytes: attributes sorted by name, no
 * comments, no white space between elements, no empty-element tags, no declaration of {@code xsi}, UTF-8. Elements that only
 * lead to other components are written when, and only if, something else follows in them.
 */
public final class CanonicalXml {

    private static final int START_CAPACITY = 8 << 10;
    /** Characters for which room is made at once. */
    private static final int STRETCH = 4 << 10;

    /** Attributes up to which each is simply put in its place. */
    private static final int FEW = 32;

    /** Bytes that one character may need: those of the longest escape. */
    private static final int LONGEST = 6;

    /** Packages use no other prefix, and tools declare it at the root, at each component or nowhere. */
    private static final String XSI = "xmlns:xsi";

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    /** Escapes by character, where it has one. */
    private static final byte[][] IN_TEXT = escapes("<", "&lt;", ">", "&gt;", "&", "&amp;", "\r", "&#13;");

    private static final byte[][] IN_ATTRIBUTE =
            escapes("<", "&lt;", ">", "&gt;", "&", "&amp;", "\r", "&#13;", "\"", "&quot;");

    /** The ways in which a name is written. */
    private record Name(byte[] opening, byte[] closing, byte[] attribute) {}

    private final Map<String, Name> names = new HashMap<>();
    private byte[] buffer = new byte[START_CAPACITY];
    private int length;
    private char[] value = new char[256];
    private int[] order = new int[16];
    private boolean hasReturn;
    private final String watched;
    private boolean hasWatched;

    public CanonicalXml() {
        this("");
    }

    /**
     * Watches for an attribute.
     *
     * @param watched its name
     */
    public CanonicalXml(String watched) {
        this.watched = watched;
    }

    /** Begins again, in the room that the text before took. */
    public void reset() {
        length = 0;
        hasReturn = false;
        hasWatched = false;
    }

    /** Whether the watched attribute was written. */
    public boolean hasWatched() {
        return hasWatched;
    }

    /** Whether there may be a carriage return in the text. */
    public boolean hasReturn() {
        return hasReturn;
    }

    /** Bytes written so far. */
    public int length() {
        return length;
    }

    /** The bytes written, and room behind {@link #length}; not a copy. */
    public byte[] buffer() {
        return buffer;
    }

    /** Cuts the text back to an earlier length. */
    public void truncate(int earlier) {
        length = earlier;
    }

    /** Writes the start tag that a reader is at. */
    public void start(XMLStreamReader2 reader) {
        put(name(reader.getLocalName()).opening());
        int count = reader.getAttributeCount();
        if (count == 1) {
            attribute(reader, 0);
        } else if (count > 1) {
            int[] sorted = sorted(reader, count);
            for (int i = 0; i < count; i++) {
                attribute(reader, sorted[i]);
            }
        }
        put('>');
    }

    /** Writes a start tag whose attributes are sorted already. */
    public void start(String element, SortedMap<String, String> attributes) {
        put(name(element).opening());
        attributes.forEach(this::attribute);
        put('>');
    }

    /** Writes a tag that was written elsewhere. */
    public void raw(byte[] tag) {
        put(tag);
        hasReturn |= new String(tag, StandardCharsets.UTF_8).contains("&#13;");
    }

    /** Writes an end tag. */
    public void end(String element) {
        put(name(element).closing());
    }

    /** Writes text, escaped. */
    public void text(char[] chars, int count) {
        escaped(chars, count, IN_TEXT);
    }

    /** The attributes' indexes in the order of their names. Mostly there are few, and they are in order. */
    private int[] sorted(XMLStreamReader2 reader, int count) {
        if (count > order.length) {
            order = new int[count];
        }
        if (count > FEW) {
            Integer[] many = IntStream.range(0, count).boxed().toArray(Integer[]::new);
            Arrays.sort(many, Comparator.comparing(reader::getAttributeLocalName));
            Arrays.setAll(order, i -> i < count ? many[i] : 0);
            return order;
        }
        for (int i = 0; i < count; i++) {
            String name = reader.getAttributeLocalName(i);
            int place = i;
            while (place > 0 && reader.getAttributeLocalName(order[place - 1]).compareTo(name) > 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
        return order;
    }

    private void attribute(XMLStreamReader2 reader, int index) {
        String name = reader.getAttributeLocalName(index);
        String text = reader.getAttributeValue(index);
        if (!name.equals(XSI) || !text.equals(SCHEMA_INSTANCE)) {
            attribute(name, text);
        }
    }

    private void attribute(String name, String text) {
        hasWatched |= name.equals(watched);
        put(name(name).attribute());
        int count = text.length();
        if (count > value.length) {
            value = new char[count];
        }
        text.getChars(0, count, value, 0);
        escaped(value, count, IN_ATTRIBUTE);
        put('"');
    }

    private Name name(String name) {
        Name known = names.get(name);
        if (known == null) {
            known = new Name(bytes("<" + name), bytes("</" + name + ">"), bytes(" " + name + "=\""));
            names.put(name, known);
        }
        return known;
    }

    /** Most of a definition goes this way: plain ASCII is copied in the inner loop, without a call. */
    private void escaped(char[] chars, int count, byte[][] escapes) {
        int i = 0;
        while (i < count) {
            int end = Math.min(count, i + STRETCH);
            reserve((end - i) * LONGEST);
            byte[] to = buffer;
            int at = length;
            while (i < end && chars[i] < 0x80 && escapes[chars[i]] == null) {
                to[at++] = (byte) chars[i++];
            }
            length = at;
            if (i < end) {
                i += special(chars[i], i + 1 < count ? chars[i + 1] : 0, escapes);
            }
        }
    }

    /** Writes what is not plain; returns how many chars it used. */
    private int special(char c, char next, byte[][] escapes) {
        if (c < 0x80) {
            put(escapes[c]);
            hasReturn |= c == '\r';
        } else if (c < 0x800) {
            put((byte) (0xC0 | c >> 6));
            put((byte) (0x80 | c & 0x3F));
        } else if (Character.isHighSurrogate(c) && Character.isLowSurrogate(next)) {
            int point = Character.toCodePoint(c, next);
            put((byte) (0xF0 | point >> 18));
            put((byte) (0x80 | point >> 12 & 0x3F));
            put((byte) (0x80 | point >> 6 & 0x3F));
            put((byte) (0x80 | point & 0x3F));
            return 2;
        } else {
            put((byte) (0xE0 | c >> 12));
            put((byte) (0x80 | c >> 6 & 0x3F));
            put((byte) (0x80 | c & 0x3F));
        }
        return 1;
    }

    private void put(char ascii) {
        put((byte) ascii);
    }

    private void put(byte one) {
        reserve(1);
        buffer[length++] = one;
    }

    private void put(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void reserve(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(length * 2, length + more));
        }
    }

    /** From pairs of a character and its escape. */
    private static byte[][] escapes(String... pairs) {
        byte[][] escapes = new byte[0x80][];
        for (int i = 0; i < pairs.length; i += 2) {
            escapes[pairs[i].charAt(0)] = bytes(pairs[i + 1]);
        }
        return escapes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
