package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import io.github.solutionalm.archive.ArchiveException.Unreadable;
import io.github.solutionalm.archive.ArchiveException.Unsupported;
import io.github.solutionalm.archive.cab.CabException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;
import java.util.zip.ZipException;
import org.apache.commons.compress.CompressException;

/** Tells failures of the archive from those of the disk it is on. */
final class Fault {

    private Fault() {}

    static ArchiveException of(String what, Exception e) {
        if (e instanceof ArchiveException known) {
            return known;
        }
        if (e instanceof CabException cab && cab.kind() == CabException.Kind.UNSUPPORTED) {
            return new Unsupported(String.format(Locale.ROOT, "%s is not supported: %s", what, reason(e)));
        }
        boolean ofTheDisk = e instanceof IOException && !ofTheArchive(e);
        return ofTheDisk
                ? new Unreadable(String.format(Locale.ROOT, "%s can't be read: %s", what, reason(e)), e)
                : new Corrupt(
                        String.format(Locale.ROOT, "%s is damaged: %s. Export or download it again", what, reason(e)),
                        e);
    }

    private static boolean ofTheArchive(Exception e) {
        return e instanceof CabException
                || e instanceof CompressException
                || e instanceof ZipException
                || e instanceof EOFException;
    }

    private static String reason(Exception e) {
        if (e instanceof AccessDeniedException denied) {
            return "no permission to read " + denied.getFile() + ". Make it"
                    + " readable"; // its message is the file alone
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
