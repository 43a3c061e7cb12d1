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
 * Hashes canonical XML ({@link io.github.solutionalm.xml.CanonicalXml}) so that what says the same has the same hash:
 * lists that are sets are sorted, JSON in a text is taken as JSON, line ends are one. Where none of these changes
 * anything, the hash is the one of the bytes.
 *
 * <p>Canonical XML needs no parser: the signs {@code <}, {@code >} and {@code "} stand for nothing but themselves.
 */
final class EqualXml {

    /** Each set within another costs one more copy of its content; in packages there are two within each other at most. */
    private static final int MAX_SETS_IN_SETS = 8;

    private static final byte[] RETURN = ascii("&#13;");
    private static final byte[][] ESCAPES = {ascii("&lt;"), ascii("&gt;"), ascii("&amp;"), RETURN};
    private static final String ESCAPED = "<>&\r";

    private final byte[] in;
    private final int length;
    private final ByteRun out = new ByteRun();
    private final Deque<Element> open = new ArrayDeque<>();
    private int sets;

    private EqualXml(byte[] in, int length) {
        this.in = in;
        this.length = length;
    }

    /** An element that is open. */
    private static final class Element {
        private final String name;
        /** Where its content begins, in what is read and in what is written. */
        private final int from;

        private final int at;
        private final boolean counted;
        private boolean leaf = true;
        /** Its row, as long as it can be a set; what its children are known by, and where they begin. */
        private Optional<SetList> set;

        private final Set<String> known = new HashSet<>();
        private final List<Integer> children = new ArrayList<>();

        Element(String name, int from, int at, Optional<SetList> set) {
            this.name = name;
            this.from = from;
            this.at = at;
            this.set = set;
            this.counted = set.isPresent();
        }
    }

    /** The hash of canonical XML, or of the text that is all that some sections consist of. */
    static ContentHash hash(byte[] xml, int length) {
        EqualXml equal = new EqualXml(xml, length);
        if (length > 0 && xml[0] == '<' && equal.read()) {
            return equal.out.hashFrom(0);
        }
        return EqualText.hash("", xml, length);
    }

    /** Whether it is canonical XML; a text may begin like it. */
    private boolean read() {
        int at = 0;
        while (at < length) {
            boolean tag = in[at] == '<';
            int end = tag ? find('>', at, length) + 1 : find('<', at, length);
            if (end > length || at > 0 && open.isEmpty()) {
                return false;
            }
            if (!tag) {
                text(at, end);
            } else if (in[at + 1] != '/') {
                start(at, end);
            } else if (open.isEmpty() || !name(at + 2, end).equals(open.peek().name)) {
                return false;
            } else {
                end(open.pop(), at, end);
            }
            at = end;
        }
        return open.isEmpty();
    }

    private void start(int from, int to) {
        String name = name(from + 1, to);
        Element above = open.peek();
        if (above != null) {
            above.leaf = false;
            if (above.set.isPresent()) {
                above.set = above.set.filter(set -> set.child().equals(name) && isOther(set, above.known, from, to));
                above.children.add(out.length());
            }
        }
        copy(from, to);
        Optional<SetList> set = sets < MAX_SETS_IN_SETS ? SetList.named(name) : Optional.empty();
        sets += set.isPresent() ? 1 : 0;
        open.push(new Element(name, to, out.length(), set));
    }

    private void text(int from, int to) {
        open.peek().set = Optional.empty();
        copy(from, to);
    }

    private void end(Element element, int from, int to) {
        if (element.leaf) {
            json(element.from, from).ifPresent(hash -> {
                out.truncate(element.at);
                // No text begins like this.
                out.put('<');
                out.put(hash.bytes(), 0, hash.bytes().length);
            });
        } else if (element.set.isPresent() && element.children.size() > 1) {
            out.sort(element.children);
        }
        sets -= element.counted ? 1 : 0;
        copy(from, to);
    }

    private Optional<ContentHash> json(int from, int to) {
        int first = from;
        while (first < to && (in[first] <= ' ' && in[first] >= 0 || isAt(RETURN, first))) {
            first += in[first] == '&' ? RETURN.length : 1;
        }
        if (first == to || in[first] != '{' && in[first] != '[') {
            return Optional.empty();
        }
        ByteRun text = new ByteRun();
        for (int at = from; at < to; ) {
            int escape = in[at] == '&' ? escapeAt(at) : -1;
            text.put(escape < 0 ? in[at] : ESCAPED.charAt(escape));
            at += escape < 0 ? 1 : ESCAPES[escape].length;
        }
        return EqualJson.hash(text.bytes(), 0, text.length());
    }

    private int escapeAt(int at) {
        for (int i = 0; i < ESCAPES.length; i++) {
            if (isAt(ESCAPES[i], at)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a child is told from those before it. */
    private boolean isOther(SetList set, Set<String> before, int from, int to) {
        return set.known().isEmpty()
                || set.known().stream()
                        .flatMap(name -> attribute(name, from, to).stream())
                        .findFirst()
                        .filter(before::add)
                        .isPresent();
    }

    private Optional<String> attribute(String wanted, int from, int to) {
        int at = find(' ', from, to);
        while (at < to) {
            int equals = find('=', at, to);
            int end = find('"', equals + 2, to);
            if (string(at + 1, equals).equals(wanted)) {
                return Optional.of(string(equals + 2, end));
            }
            at = end + 1;
        }
        return Optional.empty();
    }

    /** The name at the beginning of a tag. */
    private String name(int from, int to) {
        return string(from, find(' ', from, to - 1));
    }

    private String string(int from, int to) {
        return new String(in, Math.min(from, to), Math.max(0, to - from), StandardCharsets.UTF_8);
    }

    /** Copies with line ends that are one. */
    private void copy(int from, int to) {
        int done = from;
        for (int at = from; at < to; at++) {
            if (in[at] == '&' && isAt(RETURN, at)) {
                out.put(in, done, at);
                done = at + RETURN.length;
                if (done == length || in[done] != '\n') {
                    out.put('\n');
                }
            }
        }
        out.put(in, done, to);
    }

    private boolean isAt(byte[] text, int at) {
        return at + text.length <= length && Arrays.equals(in, at, at + text.length, text, 0, text.length);
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
