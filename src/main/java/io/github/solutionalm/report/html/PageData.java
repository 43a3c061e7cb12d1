package io.github.solutionalm.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** JSON within a page: no {@code <} is in it, so that nothing in it can end the element that it stands in or begin another. */
final class PageData {

    /** Writes one JSON value. */
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static final class WithoutMarkup extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
            for (char c : new char[] {'<', '>', '&'}) {
                escapes[c] = CharacterEscapes.ESCAPE_CUSTOM;
            }
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            return c == '<' || c == '>' || c == '&'
                    ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
                    : null;
        }
    }

    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new WithoutMarkup())
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private PageData() {}

    static void write(Writer out, Content content) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            content.write(json);
        }
    }
}
