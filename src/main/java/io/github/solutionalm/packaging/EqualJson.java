package io.github.solutionalm.packaging;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.solutionalm.model.ContentHash;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Hashes JSON so that equal values have equal hashes: white space, the way a character is escaped and the order of an
 * object's members do not count; the order of an array and the way a number is written do.
 *
 * <p>Each object that is closed gives way to its hash, so that the time does not grow with the depth.
 */
final class EqualJson {

    /** The limits are set explicitly because hashes are stored: later versions must reject the same texts. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxNumberLength(1_000)
                    .maxNameLength(50_000)
                    .maxStringLength(20_000_000)
                    .build())
            .build();

    /** Ends a text: no character is written with it. */
    private static final int END = 0xFF;

    private final ByteRun out;
    /** For each open object, where its members begin. */
    private final Deque<List<Integer>> open = new ArrayDeque<>();

    private EqualJson(int capacity) {
        out = new ByteRun(capacity);
    }

    /**
     * Whether a text may be JSON, by its first characters: an object or an array. Most texts in braces are GUIDs.
     *
     * @param first the first that is not blank
     * @param second the next that is not blank; 0 if there is none
     */
    static boolean mayBegin(int first, int second) {
        return first == '[' || first == '{' && (second == '"' || second == '}' || second == 0);
    }

    private static boolean mayBe(byte[] text, int from, int to) {
        int first = unblank(text, from, to);
        if (first == to) {
            return false;
        }
        int second = unblank(text, first + 1, to);
        return mayBegin(text[first], second == to ? 0 : text[second]);
    }

    private static int unblank(byte[] text, int from, int to) {
        int at = from;
        while (at < to && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
        return at;
    }

    static Optional<ContentHash> hash(ByteRun text) {
        return hash(text.bytes(), 0, text.length());
    }

    /** The hash of a text in UTF-8; empty if it is no JSON, has a member twice or goes beyond the bounds of depth and length. */
    static Optional<ContentHash> hash(byte[] text, int from, int to) {
        if (!mayBe(text, from, to)) {
            return Optional.empty();
        }
        EqualJson json = new EqualJson(to - from);
        try (JsonParser parser = FACTORY.createParser(text, from, to - from)) {
            return json.read(parser) ? Optional.of(json.out.hashFrom(0)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether it is one value, without a member that occurs twice: of these the order may count. */
    private boolean read(JsonParser parser) throws IOException {
        int values = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.END_OBJECT) {
                if (!closeObject(open.pop())) {
                    return false;
                }
            } else {
                write(token, parser);
            }
            if (parser.getParsingContext().inRoot() && ++values > 1) {
                return false;
            }
        }
        return values == 1;
    }

    private void write(JsonToken token, JsonParser parser) throws IOException {
        switch (token) {
            case START_OBJECT -> open.push(new ArrayList<>());
            case FIELD_NAME -> {
                open.peek().add(out.length());
                text(parser);
            }
            case START_ARRAY -> out.put('[');
            case END_ARRAY -> out.put(']');
            case VALUE_STRING -> {
                out.put('"');
                text(parser);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                out.put('0');
                text(parser);
            }
            default -> out.put(token.asCharArray()[0]);
        }
    }

    /** Each char by itself, so that halves of pairs stay apart too. */
    private void text(JsonParser parser) throws IOException {
        char[] chars = parser.getTextCharacters();
        int end = parser.getTextOffset() + parser.getTextLength();
        for (int i = parser.getTextOffset(); i < end; i++) {
            char c = chars[i];
            if (c < 0x80) {
                out.put(c);
            } else {
                out.put(0xE0 | c >> 12);
                out.put(0x80 | c >> 6 & 0x3F);
                out.put(0x80 | c & 0x3F);
            }
        }
        out.put(END);
    }

    private boolean closeObject(List<Integer> members) {
        if (members.isEmpty()) {
            out.put('{');
            return true;
        }
        int start = members.get(0);
        out.sort(members);
        if (hasTwins(members)) {
            return false;
        }
        byte[] hash = out.hashFrom(start).bytes();
        out.truncate(start);
        out.put('}');
        out.put(hash, 0, hash.length);
        return true;
    }

    private boolean hasTwins(List<Integer> sorted) {
        byte[] bytes = out.bytes();
        int before = nameEnd(sorted.get(0));
        for (int i = 1; i < sorted.size(); i++) {
            int end = nameEnd(sorted.get(i));
            if (Arrays.equals(bytes, sorted.get(i - 1), before, bytes, sorted.get(i), end)) {
                return true;
            }
            before = end;
        }
        return false;
    }

    private int nameEnd(int start) {
        int end = start;
        while (out.bytes()[end] != (byte) END) {
            end++;
        }
        return end;
    }
}
