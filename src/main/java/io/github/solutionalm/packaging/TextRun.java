package io.github.solutionalm.packaging;

import com.ctc.wstx.exc.WstxLazyException;
import io.github.solutionalm.archive.ArchiveException.OverLimit;
import io.github.solutionalm.xml.CanonicalXml;
import java.util.Arrays;
import java.util.Locale;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** The text since the last tag, collected from any number of events. */
final class TextRun {

    /** Real texts have tens of thousands of characters; what is long is a file. */
    static final int MAX_CHARS = 8 << 20;

    private char[] chars = new char[1 << 10];
    private int length;
    private boolean blank = true;

    void clear() {
        length = 0;
        blank = true;
    }

    void append(XMLStreamReader2 reader) throws OverLimit, XMLStreamException {
        int count = length(reader);
        if (count > MAX_CHARS - length) {
            throw new OverLimit(String.format(
                    Locale.ROOT,
                    "A text in line %d of the package's XML is too long: more than %,d characters",
                    reader.getLocation().getLineNumber(),
                    MAX_CHARS));
        }
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + count));
        }
        System.arraycopy(reader.getTextCharacters(), reader.getTextStart(), chars, length, count);
        for (int i = length; blank && i < length + count; i++) {
            blank = chars[i] <= ' ';
        }
        length += count;
    }

    /** Only now is the text itself read, by a method that can't declare that it may be broken. */
    private static int length(XMLStreamReader2 reader) throws XMLStreamException {
        try {
            return reader.getTextLength();
        } catch (WstxLazyException e) {
            throw (XMLStreamException) e.getCause();
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isBlank() {
        return blank;
    }

    /** Whether it may be the name of a file in the package: short, and from the root. */
    boolean isPath() {
        return length > 1 && length < 400 && chars[0] == '/';
    }

    boolean startsWith(char c) {
        return length > 0 && chars[0] == c;
    }

    /** Whether it may be JSON, or the beginning of it. */
    boolean mayBeJson() {
        int first = unblank(0);
        if (first == length) {
            return false;
        }
        int second = unblank(first + 1);
        return EqualJson.mayBegin(chars[first], second == length ? 0 : chars[second]);
    }

    private int unblank(int from) {
        int at = from;
        while (at < length && chars[at] <= ' ') {
            at++;
        }
        return at;
    }

    void writeTo(CanonicalXml xml) {
        xml.text(chars, length);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
