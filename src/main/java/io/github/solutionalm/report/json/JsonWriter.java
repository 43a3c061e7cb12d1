package io.github.solutionalm.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Streams a JSON document in the format of all our files: two spaces, {@code \n}, UTF-8, {@code schema} first, absent
 * values null (docs/files.md).
 */
public final class JsonWriter {

    public static final int SCHEMA = 1;
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .characterEscapes(new UnseenEscapes())
            // The stream belongs to WholeFile; and what an error cut short is not to be completed.
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    /** The inside of an object. */
    public interface Fields {
        public void write() throws IOException;
    }

    /** The inside of an object of an array. */
    public interface Item<T> {
        public void write(T item) throws IOException;
    }

    /** A whole document. */
    public interface Document {
        public void write(JsonWriter json) throws IOException;
    }

    private final JsonGenerator out;

    private JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    /** Writes a document; its first key, {@code schema}, is there already. */
    public static void write(OutputStream stream, Document document) throws IOException {
        foreign(stream, json -> {
            json.number("schema", SCHEMA);
            document.write(json);
        });
    }

    /** Writes a document in a format that others made. */
    public static void foreign(OutputStream stream, Document document) throws IOException {
        // Through a Writer Jackson leaves emoji as they are and half a surrogate pair becomes a question mark; its own
        // UTF-8 encoder writes escapes for the one and can fail on the other.
        try (JsonGenerator out = FACTORY.createGenerator(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
            out.setPrettyPrinter(printer());
            JsonWriter json = new JsonWriter(out);
            out.writeStartObject();
            document.write(json);
            out.writeEndObject();
            out.writeRaw('\n');
        }
    }

    private static DefaultPrettyPrinter printer() {
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(indent);
        printer.indentArraysWith(indent);
        return printer;
    }

    /** Text, null when empty: the records say "may be empty" where the files say null. */
    public void text(String name, String value) throws IOException {
        out.writeFieldName(name);
        if (value.isEmpty()) {
            out.writeNull();
        } else {
            out.writeString(value);
        }
    }

    /** Text, null when there is none or it is empty. */
    public void text(String name, Optional<String> value) throws IOException {
        text(name, value.orElse(""));
    }

    /** Text that stays empty when it is. */
    public void verbatim(String name, String value) throws IOException {
        out.writeStringField(name, value);
    }

    /** A whole number. */
    public void number(String name, long value) throws IOException {
        out.writeNumberField(name, value);
    }

    /** A whole number, null when there is none. */
    public void number(String name, OptionalLong value) throws IOException {
        if (value.isPresent()) {
            number(name, value.getAsLong());
        } else {
            out.writeNullField(name);
        }
    }

    /** A whole number, null when there is none. */
    public void number(String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            out.writeNumberField(name, value.getAsInt());
        } else {
            out.writeNullField(name);
        }
    }

    /** True or false. */
    public void flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
    }

    /** True or false, null when it is not known. */
    public void flag(String name, Optional<Boolean> value) throws IOException {
        if (value.isPresent()) {
            flag(name, value.get());
        } else {
            absent(name);
        }
    }

    /** ISO 8601, UTC, whole seconds. */
    public void instant(String name, Instant value) throws IOException {
        out.writeStringField(name, value.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** Null: there is no such value. */
    public void absent(String name) throws IOException {
        out.writeNullField(name);
    }

    /** An object; its keys are in the order in which they are written. */
    public void object(String name, Fields fields) throws IOException {
        out.writeObjectFieldStart(name);
        fields.write();
        out.writeEndObject();
    }

    /** An array with one object for each item, in their order. */
    public <T> void objects(String name, Iterable<T> items, Item<T> item) throws IOException {
        out.writeArrayFieldStart(name);
        for (T one : items) {
            out.writeStartObject();
            item.write(one);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** An array of texts; empty ones stay empty. */
    public void texts(String name, Iterable<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    /** An array of whole numbers. */
    public void numbers(String name, Iterable<Integer> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (int value : values) {
            out.writeNumber(value);
        }
        out.writeEndArray();
    }
}
