package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import io.github.solutionalm.archive.ArchiveException.Unsupported;
import io.github.solutionalm.archive.Contents.Member;
import io.github.solutionalm.archive.OpenArchive.FileIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A .zip by its central directory (APPNOTE.TXT 4.3.12): entries that are only in front of local data don't exist, as
 * for the platform. Stored and deflated entries; names without the UTF-8 flag are taken for UTF-8 too, as .NET does.
 */
final class Zip {

    private Zip() {}

    /**
     * Takes over the channel, and closes it when it fails.
     *
     * @param whole the .zip itself
     */
    static SolutionArchive open(
            String label,
            FileIdentity identity,
            SeekableByteChannel channel,
            Optional<Member.Content> whole,
            ArchiveLimits limits)
            throws IOException {
        try {
            ZipCentralDirectory.check(label, channel, limits);
            ZipFile zip = byItsDirectory(channel);
            return new OpenArchive(label, identity, Contents.of(label, members(label, zip), limits), whole, zip);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e instanceof ArchiveException known ? known : damaged(label, e);
        }
    }

    /**
     * Extra fields of local headers, and names in extra fields, count for nothing here; and for both the library compares all
     * with all: a few MB of them, or of names that were made to have one hash, took it minutes.
     */
    private static ZipFile byItsDirectory(SeekableByteChannel channel) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(channel)
                .setIgnoreLocalFileHeader(true)
                .setUseUnicodeExtraFields(false)
                .get();
    }

    /** The library speaks of a lost signature where the end of the file is lost; say what happened instead. */
    private static ArchiveException damaged(String label, Exception e) {
        return new Corrupt(
                String.format(
                        Locale.ROOT,
                        "%s is damaged or cut off: its central directory can't be read (%s). Export or download it again",
                        label,
                        // around its reason the library says where it reads from, which is a class of ours
                        e.getCause() == null ? e.getMessage() : e.getCause().getMessage()),
                e);
    }

    private static List<Member> members(String label, ZipFile zip) throws ArchiveException {
        List<Member> members = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            refuseUnsupported(label, entry);
            refuseImpossibleSizes(label, entry);
            members.add(new Member(
                    entry.getName(),
                    entry.getSize(),
                    entry.getCompressedSize(),
                    OptionalLong.of(entry.getCrc()),
                    () -> content(label, zip, entry)));
        }
        return members;
    }

    /** What its local header says is looked at only here; the disk's own failures are told by {@link HashedFile}. */
    private static InputStream content(String label, ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try {
            return zip.getInputStream(entry);
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException e) {
            throw new Corrupt(
                    String.format(
                            Locale.ROOT,
                            "%s is damaged: the local header of %s can't be read (%s). Export or download it again",
                            label,
                            entry.getName(),
                            e.getMessage()),
                    e);
        }
    }

    private static void refuseUnsupported(String label, ZipArchiveEntry entry) throws Unsupported {
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Unsupported(String.format(
                    Locale.ROOT,
                    "%s in %s is encrypted. Pack the solution without a password",
                    entry.getName(),
                    label));
        }
        int method = entry.getMethod();
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED) {
            throw new Unsupported(String.format(
                    Locale.ROOT,
                    "%s in %s is compressed with method %d; only stored (0) and deflated (8) are supported",
                    entry.getName(),
                    label,
                    method));
        }
    }

    /** Zip64 sizes are 64 bits wide, and come out negative where they are nonsense. */
    private static void refuseImpossibleSizes(String label, ZipArchiveEntry entry) throws Corrupt {
        if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
            throw new Corrupt(String.format(
                    Locale.ROOT, "%s is damaged: %s declares an impossible size", label, entry.getName()));
        }
    }
}
