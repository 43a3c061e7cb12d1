package io.github.solutionalm.packaging;

import io.github.solutionalm.model.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hashes canonical XML ({@link io.github.solutionalm.xml.CanonicalXml}) so that equivalent documents have the same
 * hash: sets are sorted, JSON in a text is compared as JSON, line ends are normalised. If none of these changes
 * anything, it is the hash of the bytes.
 *
 * <p>Canonical XML needs no parser: the signs {@code <}, {@code >} and {@code "} stand for nothing but themselves.
 */
final class EqualXml {

    /** Each set within another costs one more copy of its content; in packages there are two within each other at most. */
    private static final int MAX_SETS_IN_SETS = 8;

    private static final byte[] RETURN = ascii("&#13;");
    private static final byte[][] ESCAPES = {ascii("&lt;"), ascii("&gt;"), ascii("&amp;"), RETURN};
    private static final String ESCAPED = "<>&\r";
    private static final byte[] CLOSING = ascii("</");

    /** Says in which version of which solution a component came first, and nothing of what it is. */
    static final String UNSAID = "IntroducedVersion";

    private final byte[] in;
    private final int length;
    private final ByteRun out;
    /** Up to where {@link #in} was copied. */
    private int done;
    /** How many elements are open. */
    private int depth;

    private final Deque<OpenSet> sets = new ArrayDeque<>();

    private EqualXml(byte[] in, int length) {
        this.in = in;
        this.length = length;
        this.out = new ByteRun(length);
    }

    /** A list that is open, and is a set as far as it was seen. */
    private static final class OpenSet {
        private final SetList row;
        private final int depth;
        private final Set<String> known = new HashSet<>();
        private final List<Integer> children = new ArrayList<>();
        /** Where its next child or its end is, if there is no text before. */
        private int next;

        private boolean is = true;

        OpenSet(SetList row, int depth, int next) {
            this.row = row;
            this.depth = depth;
            this.next = next;
        }
    }

    /** The hash of canonical XML, or of the text that is all that some sections consist of. */
    static ContentHash hash(byte[] xml, int length) {
        if (length > 0 && xml[0] == '<') {
            EqualXml equal = new EqualXml(xml, length);
            if (equal.read()) {
                return equal.out.hashFrom(0);
            }
        }
        return EqualText.hash("", xml, length);
    }

    /** Whether it is canonical XML; a text may begin like it. */
    private boolean read() {
        int at = 0;
        while (at < length) {
            if (in[at] == '<') {
                int end = tagEnd(at);
                boolean closes = end - at > 2 && in[at + 1] == '/';
                if (in[end - 1] != '>' || (closes || at > 0) && depth == 0) {
                    return false;
                }
                at = closes ? end(at, end) : start(at, end);
            } else {
                at += in[at] == '&' ? reference(at) : 1;
            }
        }
        copy(length);
        return depth == 0;
    }

    /** Where the tag ends that begins here; the end of all if it does not. */
    private int tagEnd(int from) {
        int at = from;
        while (at < length && in[at] != '>') {
            at += in[at] == '&' ? reference(at) : 1;
        }
        return Math.min(at + 1, length);
    }

    /** An element begins. Returns where to go on. */
    private int start(int from, int end) {
        int nameEnd = from + 1;
        while (in[nameEnd] != ' ' && in[nameEnd] != '>') {
            nameEnd++;
        }
        OpenSet around = sets.peek();
        if (isUnsaid(from + 1, nameEnd)) {
            int after = afterText(end);
            if (after > end) {
                skip(from, after);
                if (around != null && around.depth == depth && around.next == from) {
                    around.next = after;
                }
                return after;
            }
        }
        if (around != null && around.depth == depth) {
            child(around, from, nameEnd, end);
        }
        int version = value(UNSAID, nameEnd, end);
        if (version < end) {
            skip(version - UNSAID.length() - " =\"".length(), find('"', version, end) + 1);
        }
        depth++;
        if (sets.size() < MAX_SETS_IN_SETS && SetList.mayBeNamed(in[from + 1], nameEnd - from - 1)) {
            SetList.named(string(from + 1, nameEnd)).ifPresent(row -> sets.push(new OpenSet(row, depth, end)));
        }
        return json(end);
    }

    static boolean isUnsaid(String element) {
        return UNSAID.equalsIgnoreCase(element);
    }

    private boolean isUnsaid(int from, int to) {
        return to - from == UNSAID.length() && isUnsaid(string(from, to));
    }

    /** Where an element ends in which there is nothing but text; its beginning if there is more. */
    private int afterText(int from) {
        int close = find('<', from, length);
        return isAt(CLOSING, close) ? Math.min(find('>', close, length) + 1, length) : from;
    }

    private void skip(int from, int to) {
        copy(from);
        done = to;
    }

    private void child(OpenSet set, int from, int nameEnd, int end) {
        set.is = set.is && set.next == from && is(set.row.child(), from + 1, nameEnd) && isOther(set, nameEnd, end);
        if (set.is) {
            copy(from);
            set.children.add(out.length());
        }
    }

    /** Whether a child is told from those before it. */
    private boolean isOther(OpenSet set, int from, int end) {
        for (String name : set.row.known()) {
            int value = value(name, from, end);
            if (value < end) {
                return set.known.add(string(value, find('"', value, end)));
            }
        }
        return set.row.known().isEmpty();
    }

    /** Where the value of an attribute begins; the end if there is none. */
    private int value(String name, int from, int end) {
        int at = from;
        while (at < end && in[at] == ' ') {
            int equals = find('=', at, end);
            int close = find('"', equals + 2, end);
            if (close < end && is(name, at + 1, equals)) {
                return equals + 2;
            }
            at = close + 1;
        }
        return end;
    }

    private boolean is(String name, int from, int to) {
        boolean same = name.length() == to - from;
        for (int i = 0; same && i < name.length(); i++) {
            same = in[from + i] == name.charAt(i);
        }
        return same;
    }

    private int end(int from, int end) {
        OpenSet set = sets.peek();
        if (set != null && set.depth == depth) {
            if (set.is && set.next == from && set.children.size() > 1) {
                copy(from);
                out.sort(set.children);
            }
            sets.pop();
        }
        depth--;
        OpenSet around = sets.peek();
        if (around != null && around.depth == depth) {
            around.next = end;
        }
        return end;
    }

    /** An element's content begins. If it is JSON, its hash is written, as no text begins. Returns where to go on. */
    private int json(int from) {
        int first = from;
        while (first < length && (in[first] <= ' ' && in[first] >= 0 || in[first] == '&' && isAt(RETURN, first))) {
            first += in[first] == '&' ? RETURN.length : 1;
        }
        if (first == length || in[first] != '{' && in[first] != '[') {
            return from;
        }
        int end = find('<', first, length);
        Optional<ContentHash> hash = isAt(CLOSING, end) ? EqualJson.hash(unescaped(from, end)) : Optional.empty();
        hash.ifPresent(found -> {
            copy(from);
            out.put('<');
            out.put(found.bytes(), 0, found.bytes().length);
            done = end;
        });
        return hash.isPresent() ? end : from;
    }

    private ByteRun unescaped(int from, int to) {
        ByteRun text = new ByteRun(to - from);
        for (int at = from; at < to; ) {
            int escape = in[at] == '&' ? escapeAt(at) : -1;
            text.put(escape < 0 ? in[at] : ESCAPED.charAt(escape));
            at += escape < 0 ? 1 : ESCAPES[escape].length;
        }
        return text;
    }

    private int escapeAt(int at) {
        for (int i = 0; i < ESCAPES.length; i++) {
            if (isAt(ESCAPES[i], at)) {
                return i;
            }
        }
        return -1;
    }

    /** At an ampersand: a carriage return becomes a line feed, or gives way to the one behind it. Returns how long it is. */
    private int reference(int at) {
        if (!isAt(RETURN, at)) {
            return 1;
        }
        copy(at);
        done = at + RETURN.length;
        if (done == length || in[done] != '\n') {
            out.put('\n');
        }
        return RETURN.length;
    }

    /** Copies up to a place. */
    private void copy(int to) {
        out.put(in, done, to);
        done = to;
    }

    private boolean isAt(byte[] text, int at) {
        return at + text.length <= length && Arrays.equals(in, at, at + text.length, text, 0, text.length);
    }

    private String string(int from, int to) {
        return new String(in, from, to - from, StandardCharsets.UTF_8);
    }

    /** Where a sign is between two places; the second if nowhere. */
    private int find(char sign, int from, int to) {
        int at = from;
        while (at < to && in[at] != sign) {
            at++;
        }
        return Math.min(at, to);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
