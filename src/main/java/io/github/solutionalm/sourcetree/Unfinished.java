package io.github.solutionalm.sourcetree;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files that version control has left unfinished: conflicts that nobody resolved, and pointers in place of large files. */
final class Unfinished {

    private static final byte[] POINTER =
            "version https://git-lfs.github.com/spec/v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONFLICT = "<<<<<<< ".getBytes(StandardCharsets.US_ASCII);

    /** Names of files that hold lines of text. */
    private static final Pattern TEXT =
            Pattern.compile("(?i).*\\.(xml|json|xaml|ya?ml|js|ts|css|html?|svg|resx|sql|csx?|txt|md|xslt?|fx)");

    private Unfinished() {}

    /** Whether a file is one, which is then a problem. */
    static boolean isReported(String path, Path file, Problems problems) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 13)) {
            in.mark(POINTER.length);
            boolean pointer = begins(in, POINTER);
            in.reset();
            if (pointer) {
                problems.error(
                        path,
                        "This is a pointer of Git LFS, not the file. Fetch the files with 'git lfs pull'; in a CI job, check"
                                + " out with LFS.");
                return true;
            }
            Optional<Integer> line = TEXT.matcher(path).matches() ? conflict(in) : Optional.empty();
            line.ifPresent(number ->
                    problems.error(Problems.at(path, number), "There is a merge conflict, '<<<<<<<'. Resolve it."));
            return line.isPresent();
        }
    }

    private static boolean begins(InputStream in, byte[] text) throws IOException {
        return java.util.Arrays.equals(in.readNBytes(text.length), text);
    }

    /** The line of the first conflict: the mark stands at the beginning of a line. */
    private static Optional<Integer> conflict(InputStream in) throws IOException {
        int line = 1;
        int matched = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                line++;
                matched = 0;
            } else if (matched >= 0) {
                matched = next == CONFLICT[matched] ? matched + 1 : -1;
                if (matched == CONFLICT.length) {
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }
}
