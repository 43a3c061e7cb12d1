package io.github.solutionalm.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The reason why a report could not be written, with the file and what to do. */
final class WriteFailure {

    private static final String ELSEWHERE =
            "or choose another place with <outputDirectory> or -Dsolution.outputDirectory";

    private WriteFailure() {}

    static IOException of(Path target, IOException cause) {
        return new IOException("Cannot write " + target + ": " + advice(target, cause), cause);
    }

    private static String advice(Path target, IOException cause) {
        if (Files.isDirectory(target)) {
            return "a directory is in its place; move it away if nothing needs it, " + ELSEWHERE;
        }
        for (Path parent = target.getParent(); parent != null; parent = parent.getParent()) {
            if (Files.exists(parent) && !Files.isDirectory(parent)) {
                return parent + " is a file, not a directory; move it away if nothing needs it, " + ELSEWHERE;
            }
        }
        String reason = reason(cause);
        if (isFull(reason)) {
            return "the disk is full or a quota is used up (" + reason + "); free some space and run the build again, "
                    + ELSEWHERE;
        }
        if (cause instanceof AccessDeniedException || isReadOnly(reason)) {
            return "it is not writable for this user, or open in another program (" + reason
                    + "); close it or allow writing, " + ELSEWHERE;
        }
        return reason + "; check that the directory can be written to and that the disk has room, " + ELSEWHERE;
    }

    /** The reason without the path that a {@link FileSystemException} puts before it: that is the path of the draft. */
    private static String reason(IOException cause) {
        String text = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return text == null ? cause.getClass().getSimpleName() : text;
    }

    /** Java has no exception of its own for it; these are the words of Linux, macOS and Windows. */
    private static boolean isFull(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("not enough space") || text.contains("quota");
    }

    private static boolean isReadOnly(String reason) {
        String text = reason.toLowerCase(Locale.ROOT);
        return text.contains("read-only") || text.contains("permission denied") || text.contains("not permitted");
    }
}
