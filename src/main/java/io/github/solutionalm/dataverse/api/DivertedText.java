package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.solutionalm.dataverse.http.UnreadableAnswer;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;

/**
 * JSON without its longest text: the first text under a name goes to a writer as it arrives, and an empty one takes its place.
 * Jackson would hold all of it in memory. The rest is bounded, since it should be small.
 */
final class DivertedText extends Reader {

    private static final int MOST_LEFT = 4 * 1024 * 1024;
    private static final int LONGEST_NAME = 64;
    private static final int HEX = 16;

    private final Reader json;
    private final String name;
    private final Writer text;
    /** The last string so far, which is a name when a colon follows. */
    private final StringBuilder last = new StringBuilder();

    private boolean inString;
    private boolean escaped;
    private boolean named;
    private boolean diverted;
    /** The text was diverted as far as its closing quote, which is not handed on yet. */
    private boolean quote;

    private int left = MOST_LEFT;

    /**
     * A reader that has read nothing yet.
     *
     * @param json the JSON, buffered
     * @param name name of the text, on any level
     * @param text where the text goes, without the white space at its beginning
     */
    DivertedText(Reader json, String name, Writer text) {
        this.json = json;
        this.name = name;
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = 0;
        while (read < length) {
            int c = quote ? '"' : json.read();
            quote = false;
            if (c < 0) {
                return read == 0 ? -1 : read;
            }
            if (left-- == 0) {
                throw new UnreadableAnswer("the answer has more than " + MOST_LEFT + " characters besides " + name);
            }
            buffer[offset + read++] = (char) c;
            follow((char) c);
        }
        return read;
    }

    private void follow(char c) throws IOException {
        if (inString) {
            inString = escaped || c != '"';
            escaped = !escaped && c == '\\';
            if (inString && last.length() <= LONGEST_NAME) {
                last.append(c);
            }
        } else if (c == '"') {
            inString = true;
            last.setLength(0);
            if (named && !diverted) {
                divert();
            }
        } else if (c == ':') {
            named = last.toString().equals(name);
        } else if (!Character.isWhitespace(c)) {
            named = false;
        }
    }

    private void divert() throws IOException {
        diverted = true;
        boolean begun = false;
        for (int c = next(); c != '"'; c = next()) {
            char plain = c == '\\' ? unescaped() : (char) c;
            begun = begun || !Character.isWhitespace(plain);
            if (begun) {
                text.write(plain);
            }
        }
        quote = true;
    }

    private int next() throws IOException {
        int c = json.read();
        if (c < 0) {
            // The exception of any JSON that breaks off, so that the call may be made again.
            throw new JsonEOFException(null, JsonToken.VALUE_STRING, "the answer ends in the middle of " + name);
        }
        return c;
    }

    private char unescaped() throws IOException {
        int c = next();
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int code = 0;
                for (int digit = 0; digit < 4; digit++) {
                    int value = Character.digit(next(), HEX);
                    if (value < 0) {
                        throw new UnreadableAnswer("the answer has no hexadecimal digits after \\u");
                    }
                    code = code * HEX + value;
                }
                yield (char) code;
            }
            case '"', '\\', '/' -> (char) c;
            default -> throw new UnreadableAnswer("the answer has a text with an unknown escape");
        };
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
