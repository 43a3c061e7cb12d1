package io.github.solutionalm.archive;

import io.github.solutionalm.archive.Contents.Member;
import io.github.solutionalm.archive.OpenArchive.FileIdentity;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import io.github.solutionalm.archive.cab.CabFile;
import io.github.solutionalm.archive.cab.Cabinet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A .cab. All real ones hold one member, the solution's .zip (docs/platform-facts.md, "Cabinets"): then its entries are
 * those of the archive. One that holds the solution's parts directly is taken as it is.
 */
final class Cab {

    private static final String SOLUTION_XML = "solution.xml";

    private Cab() {}

    static SolutionArchive open(String label, HashedFile file, ArchiveLimits limits) throws IOException {
        FileIdentity identity = file.identity("cab");
        Cabinet cabinet;
        try {
            cabinet = Cabinet.open(file);
        } catch (IOException e) {
            throw Fault.of(label, e);
        }
        try {
            SolutionArchive whole = whole(label, identity, cabinet, limits);
            Optional<Entry> zip = solutionZip(whole);
            if (zip.isEmpty()) {
                return whole;
            }
            try (whole) {
                return openThrough(label, identity, whole, zip.get(), limits);
            }
        } catch (IOException | RuntimeException e) {
            cabinet.close();
            throw Fault.of(label, e);
        }
    }

    private static SolutionArchive whole(String label, FileIdentity identity, Cabinet cabinet, ArchiveLimits limits)
            throws IOException {
        cabinet.requireSupportedCompression();
        List<Member> members = new ArrayList<>();
        for (CabFile file : cabinet.files()) {
            members.add(new Member(
                    file.name(), file.size(), file.packedSize(), OptionalLong.empty(), () -> cabinet.open(file)));
        }
        return new OpenArchive(label, identity, Contents.of(label, members, limits), Optional.empty(), cabinet);
    }

    private static Optional<Entry> solutionZip(SolutionArchive cab) throws IOException {
        if (cab.find(SOLUTION_XML).isPresent()) {
            return Optional.empty();
        }
        List<Entry> zips = cab.entries().stream()
                .filter(entry -> entry.name().toLowerCase(Locale.ROOT).endsWith(".zip"))
                .toList();
        if (zips.size() == 1) {
            return Optional.of(zips.get(0));
        }
        boolean single = cab.entries().size() == 1;
        return single && isZip(cab, cab.entries().get(0))
                ? Optional.of(cab.entries().get(0))
                : Optional.empty();
    }

    private static boolean isZip(SolutionArchive cab, Entry entry) throws IOException {
        try (InputStream in = cab.open(entry)) {
            return FileSignature.of(in) == FileSignature.ZIP;
        }
    }

    /** A .zip is read from its end, which a compressed member does not allow: so it is held in memory. */
    private static SolutionArchive openThrough(
            String label, FileIdentity identity, SolutionArchive cab, Entry zip, ArchiveLimits limits)
            throws IOException {
        String inner = zip.name() + " in " + label;
        limits.checkNested(inner, zip.size());
        try (InputStream in = cab.open(zip)) {
            byte[] bytes = new byte[Math.toIntExact(zip.size())]; // not readAllBytes: it takes twice as much
            in.readNBytes(bytes, 0, bytes.length);
            in.read(); // to the end, where the stream checks that it is one
            return Zip.open(
                    inner,
                    identity,
                    new SeekableInMemoryByteChannel(bytes),
                    Optional.of(() -> new ByteArrayInputStream(bytes)),
                    limits);
        }
    }
}
