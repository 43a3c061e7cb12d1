package io.github.solutionalm.archive;

import io.github.solutionalm.archive.Contents.Member;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The one {@link SolutionArchive}: the formats differ in where their members come from, and in nothing else. */
final class OpenArchive implements SolutionArchive {

    private final String label;
    private final FileIdentity identity;
    private final Contents contents;
    private final Optional<Member.Content> zip;
    private final Closeable source;

    /**
     * @param label how messages name it
     * @param zip the .zip that it is, or is in it
     * @param source what to close with it
     */
    OpenArchive(
            String label, FileIdentity identity, Contents contents, Optional<Member.Content> zip, Closeable source) {
        this.label = label;
        this.identity = identity;
        this.contents = contents;
        this.zip = zip;
        this.source = source;
    }

    @Override
    public String format() {
        return identity.format();
    }

    @Override
    public long size() {
        return identity.size();
    }

    @Override
    public String sha256() {
        return identity.sha256();
    }

    @Override
    public List<Entry> entries() {
        return contents.entries();
    }

    @Override
    public Optional<Entry> find(String name) {
        return contents.find(name);
    }

    @Override
    public InputStream open(Entry entry) throws ArchiveException {
        Member member = contents.member(entry);
        String what = entry.name() + " in " + label;
        try {
            return new EntryStream(what, member.content().open(), member.size(), member.crc32());
        } catch (IOException | RuntimeException e) {
            throw Fault.of(what, e);
        }
    }

    @Override
    public Optional<InputStream> zip() throws ArchiveException {
        try {
            return zip.isPresent() ? Optional.of(zip.get().open()) : Optional.empty();
        } catch (IOException e) {
            throw Fault.of(label, e);
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    @Override
    public String toString() {
        return label;
    }

    /**
     * What the file given is, whatever was opened through it.
     *
     * @param format {@code zip}, {@code cab} or {@code folder}
     * @param size in bytes
     * @param sha256 lower-case hexadecimal
     */
    record FileIdentity(String format, long size, String sha256) {}
}
