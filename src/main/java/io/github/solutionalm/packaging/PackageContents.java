package io.github.solutionalm.packaging;

import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.model.ContentHash;
import io.github.solutionalm.model.Definition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files of a package and what becomes of them: hashed, given to the sink once per content, and claimed by the
 * components that they belong to. Large files are streamed, never gathered.
 */
final class PackageContents {

    /** Files up to this size are read at once, and searched for references. */
    private static final int SMALL = 4 << 20;

    /** Code apps say it with the name of each file: {@code /CanvasApps/x/index.html_ContentType_text/html}. */
    private static final String MEDIA_TYPE = "_ContentType_";

    private final SolutionArchive archive;
    private final ContentSink sink;
    private final MessageDigest digest = sha256();
    /** By name in lower case; what lies in one folder stands together. */
    private final NavigableMap<String, Entry> entries = new TreeMap<>();

    private final Set<String> claimed = new HashSet<>();
    private final byte[] small = new byte[SMALL];

    PackageContents(SolutionArchive archive, ContentSink sink) {
        this.archive = archive;
        this.sink = sink;
        archive.entries().forEach(entry -> entries.put(entry.name().toLowerCase(Locale.ROOT), entry));
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
        return entries.subMap(folder, folder + Character.MAX_VALUE).values().stream()
                .filter(other -> !other.name().equals(entry.name()) && !isClaimed(other))
                .toList();
    }

    InputStream open(Entry entry) throws ArchiveException {
        return archive.open(entry);
    }

    void claim(Entry entry) {
        claimed.add(entry.name().toLowerCase(Locale.ROOT));
    }

    boolean isClaimed(Entry entry) {
        return claimed.contains(entry.name().toLowerCase(Locale.ROOT));
    }

    /** Hashes and stores a file, and claims it for the component at hand. */
    Stored store(Entry entry) throws IOException {
        claim(entry);
        if (entry.size() <= SMALL) {
            try (InputStream in = archive.open(entry)) {
                int length = in.readNBytes(small, 0, SMALL);
                // Reading to the end lets the archive verify size and checksum.
                if (in.read() >= 0) {
                    throw new IOException("The entry " + entry.name() + " is larger than the archive says");
                }
                ContentHash hash = store(small, length);
                return new Stored(
                        new Definition.File(entry.name(), length, hash), Optional.of(Arrays.copyOf(small, length)));
            }
        }
        ContentHash hash = hash(entry);
        if (sink.wants(hash)) {
            try (InputStream in = archive.open(entry)) {
                sink.accept(hash, entry.size(), in);
            }
        }
        return new Stored(new Definition.File(entry.name(), entry.size(), hash), Optional.empty());
    }

    /** Hashes and stores a content in memory. */
    ContentHash store(byte[] bytes, int length) throws IOException {
        digest.update(bytes, 0, length);
        ContentHash hash = ContentHash.of(digest.digest());
        if (sink.wants(hash)) {
            sink.accept(hash, bytes, length);
        }
        return hash;
    }

    /** The definition made of a stored XML text and files. */
    Definition definition(ContentHash xml, List<Definition.File> files) {
        if (files.isEmpty()) {
            return new Definition(xml, files, xml);
        }
        List<Definition.File> sorted = files.stream()
                .sorted(Comparator.comparing(Definition.File::name))
                .toList();
        digest.update(xml.bytes());
        for (Definition.File file : sorted) {
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update(file.hash().bytes());
        }
        return new Definition(xml, sorted, ContentHash.of(digest.digest()));
    }

    private ContentHash hash(Entry entry) throws IOException {
        MessageDigest large = sha256();
        byte[] chunk = new byte[64 << 10];
        try (InputStream in = archive.open(entry)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                large.update(chunk, 0, read);
            }
        }
        return ContentHash.of(large.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
