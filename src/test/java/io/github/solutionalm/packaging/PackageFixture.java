package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small solution package in memory: a sound one, of which a test changes what it is about. */
final class PackageFixture implements SolutionArchive {

    private static final String SOUND =
            "<UniqueName>Contoso</UniqueName><Version>1.0.0.0</Version><Managed>1</Managed>";

    /** A publisher, for manifests that are about something else. */
    static final String PUBLISHER = "<Publisher><UniqueName>contoso</UniqueName></Publisher>";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private final Map<String, IOException> failures = new HashMap<>();

    private final Map<String, Integer> opened = new HashMap<>();

    private PackageFixture() {
        file("[Content_Types].xml", "<Types/>");
        manifest(SOUND + PUBLISHER);
        customizations("");
    }

    /** With an empty {@code customizations.xml}. */
    static PackageFixture solution() {
        return new PackageFixture();
    }

    /** With these sections in {@code customizations.xml}. */
    static PackageFixture with(String sections) {
        return solution().customizations(sections);
    }

    /** One table, with what its {@code entity} element and its {@code Entity} element hold. */
    static String table(String name, String inEntityInfo, String beside) {
        return "<Entities><Entity><Name LocalizedName='%s'>%s</Name><EntityInfo><entity Name='%s'>%s</entity></EntityInfo>%s</Entity></Entities>"
                .formatted(name, name, name, inEntityInfo, beside);
    }

    /** {@code solution.xml} with these children of {@code SolutionManifest}, after the sound ones. */
    static PackageFixture saying(String elements) {
        return solution().manifest(SOUND + (elements.contains("<Publisher>") ? "" : PUBLISHER) + elements);
    }

    PackageFixture manifest(String elements) {
        return file(
                "solution.xml",
                "<ImportExportXml version='9.2.1' SolutionPackageVersion='9.2' languagecode='1033' generatedBy='CrmLive'"
                        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><SolutionManifest>" + elements
                        + "</SolutionManifest></ImportExportXml>");
    }

    PackageFixture customizations(String sections) {
        return file(
                "customizations.xml",
                "<ImportExportXml xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>" + sections
                        + "</ImportExportXml>");
    }

    PackageFixture file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    PackageFixture file(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    PackageFixture without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] part(String name) {
        return parts.get(name);
    }

    void copyTo(PackageFixture other) {
        other.parts.putAll(parts);
    }

    // Reading it

    SolutionManifest manifest() {
        try {
            return PackageReader.open(this).manifest();
        } catch (IOException | RefusalException e) {
            throw new AssertionError(e);
        }
    }

    SolutionPackage read() {
        try {
            return readThrough();
        } catch (IOException | RefusalException e) {
            throw new AssertionError(e);
        }
    }

    private SolutionPackage readThrough() throws IOException, RefusalException {
        return PackageReader.open(this).read(ContentSink.NONE, ReadListener.NONE);
    }

    List<Finding> refusal() {
        return catchThrowableOfType(RefusalException.class, this::readThrough).errors();
    }

    /** Every component that is read, context too. */
    List<ComponentKey> keys() {
        return read().components().stream().map(SolutionComponent::key).toList();
    }

    /** The component of a type; fails when there is none, or another. */
    SolutionComponent only(String type) {
        List<SolutionComponent> found = read().components().stream()
                .filter(component -> component.key().type().equals(ComponentType.named(type)))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("One " + type + " expected, found " + found);
        }
        return found.get(0);
    }

    static ComponentKey key(String type, String key) {
        return new ComponentKey(ComponentType.named(type), key);
    }

    // The archive

    @Override
    public String format() {
        return "memory";
    }

    @Override
    public long size() {
        return parts.values().stream().mapToLong(part -> part.length).sum();
    }

    @Override
    public String sha256() {
        return "";
    }

    @Override
    public List<Entry> entries() {
        return parts.entrySet().stream()
                .map(part -> new Entry(part.getKey(), part.getValue().length))
                .toList();
    }

    @Override
    public Optional<Entry> find(String name) {
        return entries().stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name))
                .findFirst();
    }

    @Override
    public InputStream open(Entry entry) {
        opened.merge(entry.name(), 1, Integer::sum);
        InputStream content = new ByteArrayInputStream(parts.get(entry.name()));
        IOException failure = failures.get(entry.name());
        return failure == null ? content : new SequenceInputStream(content, new FailingStream(failure));
    }

    /** How often a part was read so far. */
    int timesOpened(String name) {
        return opened.getOrDefault(name, 0);
    }

    /** Fails at the end of a part, as an archive does that is damaged or can't be read. */
    PackageFixture failingAfter(String name, IOException failure) {
        failures.put(name, failure);
        return this;
    }

    private static final class FailingStream extends InputStream {
        private final IOException failure;

        FailingStream(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }
    }

    @Override
    public Optional<InputStream> zip() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // nothing is open
    }
}
