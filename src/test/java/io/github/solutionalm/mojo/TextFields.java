package io.github.solutionalm.mojo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All places of a package where text stands: attributes and contents of elements, values in JSON, names of entries. */
final class TextFields {

    private static final Pattern ATTRIBUTE = Pattern.compile("(?<=\\s)([A-Za-z][\\w.:]*)=\"([^\"<]*)\"");
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z]\\w*)((?:\\s[^<>]*)?)>([^<>]*)");
    private static final Pattern JSON = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"([^\"\\\\]*)\"");

    private final Map<String, byte[]> entries = new TreeMap<>();

    /** Where a field stands: file, first and last position. */
    record Field(String name, String entry, int start, int end) {

        boolean isLabel() {
            return name.matches(".*(?i)(description|displayname|LocalizedName|label|@default|title).*")
                    && !name.contains("languagecode");
        }
    }

    TextFields(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    /** The first of each kind, by entry and element. */
    List<Field> fields() {
        Map<String, Field> fields = new LinkedHashMap<>();
        all().forEach(field -> fields.putIfAbsent(field.name(), field));
        return List.copyOf(fields.values());
    }

    List<Field> all() {
        List<Field> fields = new ArrayList<>();
        entries.forEach((entry, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            String kind = entry.replaceAll("^(?:.*/)?([^/]*)$", "$1").replaceAll("[0-9A-Fa-f-]{36}", "");
            if (entry.endsWith(".xml") && !entry.startsWith("[")) {
                Matcher element = ELEMENT.matcher(text);
                while (element.find()) {
                    String name = kind + " " + element.group(1);
                    if (!element.group(3).isBlank()) {
                        fields.add(new Field(name, entry, element.start(3), element.end(3)));
                    }
                    Matcher attribute = ATTRIBUTE.matcher(element.group(2));
                    while (attribute.find()) {
                        int base = element.start(2);
                        fields.add(new Field(
                                name + "@" + attribute.group(1),
                                entry,
                                base + attribute.start(2),
                                base + attribute.end(2)));
                    }
                }
            } else if (entry.endsWith(".json")) {
                Matcher value = JSON.matcher(text);
                while (value.find()) {
                    fields.add(new Field(kind + " " + value.group(1), entry, value.start(2), value.end(2)));
                }
            }
        });
        return fields;
    }

    /** The package with other texts in these fields, which are in order. */
    Path write(Path file, List<Field> fields, List<String> texts) throws IOException {
        Map<String, StringBuilder> changed = new TreeMap<>();
        for (int i = fields.size() - 1; i >= 0; i--) {
            Field field = fields.get(i);
            changed.computeIfAbsent(
                            field.entry(),
                            entry -> new StringBuilder(new String(entries.get(entry), StandardCharsets.UTF_8)))
                    .replace(field.start(), field.end(), escaped(field, texts.get(i)));
        }
        return write(file, changed, UnaryOperator.identity());
    }

    /** The package with another name for each of its entries but the three that must be there. */
    Path renamed(Path file, UnaryOperator<String> names) throws IOException {
        return write(file, Map.of(), names);
    }

    private Path write(Path file, Map<String, StringBuilder> changed, UnaryOperator<String> names) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (String entry : entries.keySet()) {
                zip.putNextEntry(new ZipEntry(names.apply(entry)));
                zip.write(
                        changed.containsKey(entry)
                                ? changed.get(entry).toString().getBytes(StandardCharsets.UTF_8)
                                : entries.get(entry));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** What XML has no place for goes in as it is: then the reader's own message quotes it. */
    private static String escaped(Field field, String text) {
        if (field.entry().endsWith(".json")) {
            return text.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r");
        }
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\t', '\n', '\r' -> escaped.append("&#").append(c).append(';');
                default -> escaped.append((char) c);
            }
        });
        return escaped.toString();
    }
}
