package io.github.solutionalm.report.json;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;

/**
 * Escapes invisible characters that JSON allows but that could control a terminal showing the file: control
 * characters, direction marks, line separators and other zero-width characters.
 */
final class UnseenEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1;

    @Override
    public int[] getEscapeCodesForAscii() {
        int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
        escapes[0x7F] = CharacterEscapes.ESCAPE_STANDARD;
        return escapes;
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
        int type = Character.getType(c);
        boolean unseen = type == Character.CONTROL
                || type == Character.FORMAT && c != 0x200C && c != 0x200D
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        return unseen ? new SerializedString(String.format(Locale.ROOT, "\\u%04X", c)) : null;
    }
}
