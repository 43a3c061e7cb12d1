package io.github.solutionalm.archive;

import io.github.solutionalm.archive.ArchiveException.Corrupt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one place where a stored name becomes the name of an entry.
 *
 * <p>Zip wants forward slashes and relative names (APPNOTE.TXT 4.4.17), cabinets have backslashes ([MS-CAB] 2.3). Some
 * tools write either, and a leading slash or {@code ./}: these mean the same file. A name that points outside the
 * archive is never honest, and is refused rather than mended.
 */
final class EntryName {

    /** Real names have no more than 200 characters; longer ones only serve to use up time and memory. */
    private static final int MAX_LENGTH = 1_024;

    /** How much of a name that is too long is shown. */
    private static final int SHOWN = 60;

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private EntryName() {}

    static boolean isDirectory(String raw) {
        return raw.endsWith("/") || raw.endsWith("\\");
    }

    /** @throws Corrupt when the name is empty, too long, points outside the archive or has control characters */
    static String of(String raw) throws Corrupt {
        if (raw.length() > MAX_LENGTH) {
            throw new Corrupt(String.format(
                    Locale.ROOT,
                    "the name \"%s…\" has %,d characters; the limit is %,d",
                    printable(raw.substring(0, SHOWN)),
                    raw.length(),
                    MAX_LENGTH));
        }
        if (raw.chars().anyMatch(Character::isISOControl)) {
            throw new Corrupt(String.format(Locale.ROOT, "the name \"%s\" has control characters", printable(raw)));
        }
        if (DRIVE.matcher(raw).matches()) {
            throw new Corrupt(String.format(Locale.ROOT, "the name \"%s\" has a drive letter", raw));
        }
        List<String> segments = new ArrayList<>();
        for (String segment : raw.replace('\\', '/').split("/")) {
            if (segment.equals("..")) {
                throw new Corrupt(String.format(Locale.ROOT, "the name \"%s\" points outside the archive", raw));
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        if (segments.isEmpty()) {
            throw new Corrupt(String.format(Locale.ROOT, "the name \"%s\" is empty", raw));
        }
        return String.join("/", segments);
    }

    /** What two names share when a file system without case would take them for the same. */
    static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String printable(String raw) {
        StringBuilder text = new StringBuilder();
        raw.chars()
                .forEach(c ->
                        text.append(Character.isISOControl(c) ? String.format(Locale.ROOT, "\\x%02X", c) : (char) c));
        return text.toString();
    }
}
