package io.github.solutionalm.text;

import io.github.solutionalm.hash.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A name that something from elsewhere bears, such as a solution, as the name of a file or folder on every system: made of
 * letters, digits, dots, hyphens and underscores (the portable file name character set of POSIX) only, no device of Windows,
 * none of the plug-in's own files, at most 100 bytes.
 *
 * <p>A name that is like this already stays as it is. Any other one is changed, and gets the beginning of the SHA-256 of
 * the original as a suffix, {@code Contoso_Orders-1a2b3c4d5e6f}; so does one that looks like such a result, so that nobody
 * can choose a name to get at another's folder. Two names give the same result, upper and lower case aside, only if they are
 * the same, upper and lower case aside: the platform takes such two for one solution, and Windows such two folders for one.
 */
public final class PortableName {

    private static final int LONGEST = 100;
    private static final int HASH_BYTES = 6;
    private static final int HASH_LENGTH = 1 + 2 * HASH_BYTES;

    private static final Pattern PORTABLE = Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9._-]*[A-Za-z0-9_-])?");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern CHANGED = Pattern.compile(".*-[0-9a-f]{" + 2 * HASH_BYTES + "}");
    /** What is known by an id ends as a changed name does, and stays: no changed name begins as an id does. */
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern BEGINNING_OF_GUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}");
    /** Windows knows devices by these names in every folder, whatever the extension. */
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    /** What the plug-in itself writes beside the folders that bear names; files also with locks and drafts of them. */
    private static final Set<String> OWN_FOLDERS = Set.of(
            "effective",
            "jobs",
            "spooled",
            "snapshots",
            "reports",
            "junit-reports",
            "schema",
            "deployment-settings",
            "rehearse");

    private static final Pattern OWN_FILES =
            Pattern.compile("(summary|environment|inspection|dependencies|diff|report|plan|apply-plan"
                    + "|deployment-settings|import-log|import-job|import-result)\\..*");

    private PortableName() {}

    /** The name as that of a file or folder; never empty. */
    public static String of(String name) {
        return of(name, "");
    }

    /**
     * The same with an ending, which the 100 bytes include.
     *
     * @param ending such as {@code .xml}; of portable characters itself
     */
    public static String of(String name, String ending) {
        int room = LONGEST - ending.length();
        return (isFit(name, room) ? name : changed(name, room)) + ending;
    }

    /**
     * The folder of that name in another one. One that is there already and differs in upper and lower case only is taken,
     * so that it is one folder on every system. A file that is there, an environment for instance, is not in the way.
     */
    public static Path in(Path parent, String name) {
        String portable = of(name);
        Optional<Path> there = there(parent, portable);
        if (there.filter(path -> !Files.isDirectory(path)).isPresent()) {
            portable = changed(name, LONGEST);
            there = there(parent, portable);
        }
        return there.orElse(parent.resolve(portable));
    }

    private static Optional<Path> there(Path parent, String name) {
        Set<Path> there = new TreeSet<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(
                parent, child -> name.equalsIgnoreCase(child.getFileName().toString()))) {
            children.forEach(there::add);
        } catch (IOException | DirectoryIteratorException e) {
            return Optional.empty();
        }
        Path exactly = parent.resolve(name);
        return there.contains(exactly) ? Optional.of(exactly) : there.stream().findFirst();
    }

    private static boolean isFit(String name, int room) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.length() <= room
                && PORTABLE.matcher(name).matches()
                && (!CHANGED.matcher(lower).matches() || GUID.matcher(lower).matches())
                && !isTaken(lower);
    }

    private static boolean isTaken(String lower) {
        return DEVICE.matcher(lower).matches()
                || OWN_FOLDERS.contains(lower)
                || OWN_FILES.matcher(lower).matches();
    }

    private static String changed(String name, int room) {
        return stem(name, room - HASH_LENGTH) + "-" + hash(name);
    }

    /** What can be recognised of the name. */
    private static String stem(String name, int room) {
        String safe = UNSAFE.matcher(name).replaceAll("_");
        if (isTaken(safe.toLowerCase(Locale.ROOT))) {
            safe = safe.replace('.', '_');
        }
        int start = 0;
        while (start < safe.length() && ".-".indexOf(safe.charAt(start)) >= 0) {
            start++;
        }
        int end = Math.min(safe.length(), start + room);
        while (end > start && ".-".indexOf(safe.charAt(end - 1)) >= 0) {
            end--;
        }
        String stem = start == end ? "unnamed" : safe.substring(start, end);
        return BEGINNING_OF_GUID.matcher(stem).matches() ? stem + "_" : stem;
    }

    /** Hashes the characters one by one: an encoding would make all halves of surrogate pairs one. */
    private static String hash(String name) {
        byte[] bytes = new byte[2 * name.length()];
        for (int i = 0; i < name.length(); i++) {
            char c = Character.toLowerCase(Character.toUpperCase(name.charAt(i)));
            bytes[2 * i] = (byte) (c >> 8);
            bytes[2 * i + 1] = (byte) c;
        }
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, HASH_BYTES);
    }
}
