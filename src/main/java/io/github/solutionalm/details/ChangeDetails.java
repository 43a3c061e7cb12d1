package io.github.solutionalm.details;

import io.github.solutionalm.model.ChangeDetail;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Tells what differs between two definitions of a component. */
public final class ChangeDetails {

    /** So much of a hash tells two files apart for the eye. */
    private static final int HASH = 12;

    /** Larger files are told by size and hash. */
    private static final long LARGEST = 1 << 20;

    private ChangeDetails() {}

    /** Whether a file is small enough to be looked into. */
    public static boolean isLookedInto(Definition.File file) {
        return file.size() <= LARGEST;
    }

    /**
     * A definition as it is looked into.
     *
     * @param xml its canonical XML; empty for a component of files alone
     * @param files its files by name
     */
    public record Version(byte[] xml, Map<String, FileContent> files) {

        public Version {
            files = new TreeMap<>(files);
        }

        /**
         * A definition whose contents are found by their hashes; empty if its XML is not.
         *
         * @param contents gives a content, or nothing of one that is too large to be looked into
         */
        public static Optional<Version> of(Definition definition, Function<ContentHash, Optional<byte[]>> contents) {
            Map<String, FileContent> files = new TreeMap<>();
            for (Definition.File file : definition.files()) {
                Optional<byte[]> bytes = isLookedInto(file) ? contents.apply(file.hash()) : Optional.empty();
                files.put(file.name(), new FileContent(file.size(), file.hash(), bytes));
            }
            return contents.apply(definition.xml()).map(xml -> new Version(xml, files));
        }
    }

    /**
     * A file of a definition.
     *
     * @param size bytes
     * @param bytes what is in it; empty where it is too large to be looked into
     */
    public record FileContent(long size, ContentHash hash, Optional<byte[]> bytes) {}

    /**
     * What differs between two definitions that do not say the same: at least one detail, and at most 101.
     */
    public static List<ChangeDetail> between(ComponentType type, Version old, Version now) {
        List<ChangeDetail> details = between(old, now, Describers.of(type));
        if (details.isEmpty()) {
            details = between(old, now, Describers.of(type).loud());
        }
        return details.isEmpty() ? List.of(otherwise(old, now)) : details;
    }

    private static List<ChangeDetail> between(Version old, Version now, Words words) {
        return PartComparison.of(whole(old, words, only(old, now)), whole(now, words, only(old, now)));
    }

    /** A component of one file has that file, whatever it is called. */
    private static boolean only(Version old, Version now) {
        return old.files.size() == 1 && now.files.size() == 1;
    }

    private static Part whole(Version version, Words words, boolean only) {
        List<Part> parts = new ArrayList<>();
        if (version.xml.length > 0) {
            parts.addAll(XmlElement.read(version.xml)
                    .map(root -> XmlParts.of(root, words))
                    .orElseGet(() -> List.of(Part.of("text", new String(version.xml, StandardCharsets.UTF_8)))));
        }
        version.files.forEach((name, file) -> parts.addAll(parts(only ? "file" : "file " + name, name, file, words)));
        return new Part("definition", "", parts);
    }

    private static List<Part> parts(String called, String name, FileContent file, Words words) {
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
        return file.bytes
                .filter(bytes -> json)
                .flatMap(bytes -> JsonParts.of(bytes, words))
                .orElseGet(() -> List.of(Part.of(called, described(file))));
    }

    /** The size and the hash; of a text the lines too. */
    private static String described(FileContent file) {
        String lines = file.bytes
                .filter(ChangeDetails::isText)
                .map(ChangeDetails::lines)
                .map(count -> count + (count == 1 ? " line, " : " lines, "))
                .orElse("");
        return lines
                + String.format(Locale.ROOT, "%,d bytes, ", file.size)
                + file.hash.toString().substring(0, HASH);
    }

    private static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static long lines(byte[] bytes) {
        long lines = bytes.length == 0 || bytes[bytes.length - 1] == '\n' ? 0 : 1;
        for (byte each : bytes) {
            lines += each == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Where the parts are the same, it is their order that counts. */
    private static ChangeDetail otherwise(Version old, Version now) {
        return new ChangeDetail("order", Optional.of(size(old)), Optional.of(size(now)));
    }

    private static String size(Version version) {
        return String.format(Locale.ROOT, "%,d bytes, ", version.xml.length)
                + ContentHash.ofContent(version.xml).toString().substring(0, HASH);
    }
}
