package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.hash.Sha256;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a package: hashed, passed to the sink once per content, and claimed by their components. Large files
 * are streamed and never held in memory.
 */
final class PackageContents {

    private static final int SMALL = EqualText.SMALL;

    /** Code apps say it with the name of each file: {@code /CanvasApps/x/index.html_ContentType_text/html}. */
    private static final String MEDIA_TYPE = "_ContentType_";

    private static final ContentHash UNKNOWN = ContentHash.ofContent(new byte[0]);

    private final SolutionArchive archive;
    private final ContentSink sink;
    private final boolean hashed;
    private final Sha256 sha256 = new Sha256();
    /** The entries by name in lower case. */
    private final Map<String, Entry> entries = new HashMap<>();
    /**
     * Those that no component has claimed, what lies in one folder together. A claim takes one out: any number of components
     * may ask for what is beside their files, and each file is met once.
     */
    private final NavigableMap<String, Entry> unclaimed = new TreeMap<>();
    /** Hashes of what the stored files say, by name, where they differ from those of their bytes. */
    private final Map<String, ContentHash> said = new HashMap<>();

    private long looks;

    /** A buffer for all small files, made for the first: who reads a definition again mostly has none. */
    private byte[] small = {};

    PackageContents(SolutionArchive archive, ContentSink sink) {
        this(archive, sink, true);
    }

    private PackageContents(SolutionArchive archive, ContentSink sink, boolean hashed) {
        this.archive = archive;
        this.sink = sink;
        this.hashed = hashed;
        archive.entries().forEach(entry -> entries.put(entry.name().toLowerCase(Locale.ROOT), entry));
        unclaimed.putAll(entries);
    }

    /** Of those who ask what there is, and not what it says: nothing is hashed, and large files are not read. */
    static PackageContents unhashed(SolutionArchive archive) {
        return new PackageContents(archive, ContentSink.NONE, false);
    }

    /** A file that was stored, with its bytes where it is small. */
    record Stored(Definition.File file, Optional<byte[]> bytes) {}

    /** The entry that a path in the XML names: {@code /WebResources/x}, in any case, with or without a media type. */
    Optional<Entry> named(String path) {
        return entry(path).or(() -> entry(withoutMediaType(path)));
    }

    private Optional<Entry> entry(String path) {
        String name = path.startsWith("/") ? path.substring(1) : path;
        return Optional.ofNullable(entries.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The file that a path means. */
    static String withoutMediaType(String path) {
        int mediaType = path.lastIndexOf(MEDIA_TYPE);
        return mediaType < 0 ? path : path.substring(0, mediaType);
    }

    /** The other files in the folder of a file and below it that no component has claimed. */
    List<Entry> beside(Entry entry) {
        String folder =
                entry.name().substring(0, entry.name().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return unclaimed.subMap(folder, folder + Character.MAX_VALUE).values().stream()
                .peek(other -> looks++)
                .filter(other -> !other.name().equals(entry.name()))
                .toList();
    }

    /** How many files were looked at to tell what is beside others. */
    long looks() {
        return looks;
    }

    InputStream open(Entry entry) throws ArchiveException {
        return archive.open(entry);
    }

    void claim(Entry entry) {
        unclaimed.remove(entry.name().toLowerCase(Locale.ROOT));
    }

    boolean isClaimed(Entry entry) {
        return !unclaimed.containsKey(entry.name().toLowerCase(Locale.ROOT));
    }

    /** Hashes and stores a file, and claims it for the component at hand. */
    Stored store(Entry entry) throws IOException {
        claim(entry);
        if (entry.size() <= SMALL) {
            small = small.length == 0 ? new byte[SMALL] : small;
            try (InputStream in = archive.open(entry)) {
                int length = in.readNBytes(small, 0, SMALL);
                // Reading to the end lets the archive verify size and checksum.
                if (in.read() >= 0) {
                    throw new IOException("The entry " + entry.name() + " is larger than the archive says");
                }
                ContentHash hash = store(small, length);
                if (hashed) {
                    say(entry, hash, EqualText.hash(entry.name(), small, length, hash));
                }
                return new Stored(
                        new Definition.File(entry.name(), length, hash), Optional.of(Arrays.copyOf(small, length)));
            }
        }
        if (!hashed) {
            return new Stored(new Definition.File(entry.name(), entry.size(), UNKNOWN), Optional.empty());
        }
        EqualText.Hashes hashes = hash(entry);
        ContentHash hash = hashes.bytes();
        say(entry, hash, hashes.said());
        if (sink.wants(hash)) {
            try (InputStream in = archive.open(entry)) {
                sink.accept(hash, entry.size(), in);
            }
        }
        return new Stored(new Definition.File(entry.name(), entry.size(), hash), Optional.empty());
    }

    /** The hash of what a file says; stores it too. */
    ContentHash said(Entry entry) throws IOException {
        Definition.File file = store(entry).file();
        return said.getOrDefault(file.name(), file.hash());
    }

    /** Hashes and stores a content in memory. */
    ContentHash store(byte[] bytes, int length) throws IOException {
        if (!hashed) {
            return UNKNOWN;
        }
        sha256.add(bytes, 0, length);
        ContentHash hash = ContentHash.of(sha256);
        if (sink.wants(hash)) {
            sink.accept(hash, bytes, length);
        }
        return hash;
    }

    /** The hash of what canonical XML says, or a text that is all of a section. */
    ContentHash saidByXml(byte[] xml, int length) {
        return hashed ? EqualXml.hash(xml, length) : UNKNOWN;
    }

    /** The hash of canonical XML without what stands between these places, in turn: what an element says that is no matter. */
    ContentHash saidBetween(byte[] xml, int length, List<Integer> unsaid) {
        if (!hashed) {
            return UNKNOWN;
        }
        int from = 0;
        for (int i = 0; i < unsaid.size(); i += 2) {
            sha256.add(xml, from, unsaid.get(i) - from);
            from = unsaid.get(i + 1);
        }
        sha256.add(xml, from, length - from);
        return ContentHash.of(sha256);
    }

    private void say(Entry entry, ContentHash bytes, ContentHash hash) {
        if (!hash.equals(bytes)) {
            said.put(entry.name(), hash);
        }
    }

    /**
     * The definition made of a stored XML text and files.
     *
     * @param says hash of what the XML says
     */
    Definition definition(ContentHash xml, ContentHash says, List<Definition.File> files) {
        if (files.isEmpty() || !hashed) {
            return new Definition(xml, files, says);
        }
        Map<String, ContentHash> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.name(), said.getOrDefault(file.name(), file.hash())));
        List<Definition.File> sorted = files.stream()
                .sorted(Comparator.comparing(Definition.File::name))
                .toList();
        return new Definition(xml, sorted, EqualContent.together(says, hashes));
    }

    private EqualText.Hashes hash(Entry entry) throws IOException {
        EqualText large = new EqualText();
        try (InputStream in = archive.open(entry)) {
            in.transferTo(large);
        }
        return large.hashes();
    }
}
