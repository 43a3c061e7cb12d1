package io.github.solutionalm.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Predicate;

/** What a file is by its first bytes. The order matters: the first that matches is it. */
enum FileSignature {
    EMPTY("an empty file. Export or download the package again", head -> head.length == 0),
    ZIP("a .zip", magic("504B0304").or(magic("504B0506"))),
    SPLIT_ZIP("one part of a split .zip. First join the parts into one .zip", magic("504B0708")),
    CABINET("a .cab", magic("4D534346")),
    INSTALLSHIELD("an InstallShield cabinet, a format other than .cab", magic("49536328")),
    GIT_LFS(
            "a Git LFS pointer: the real file was not fetched. Run \"git lfs pull\"",
            text("version https://git-lfs.github.com/spec/")),
    GZIP("a gzip file. Unpack it, and name the solution's .zip or .cab", magic("1F8B")),
    SEVEN_ZIP("a 7z archive. Unpack it, and name the solution's .zip or .cab", magic("377ABCAF271C")),
    RAR("a RAR archive. Unpack it, and name the solution's .zip or .cab", text("Rar!")),
    XZ("an xz file. Unpack it, and name the solution's .zip or .cab", magic("FD377A585A00")),
    BZIP2("a bzip2 file. Unpack it, and name the solution's .zip or .cab", text("BZh")),
    TAR("a tar archive. Unpack it, and name the solution's .zip or .cab", FileSignature::isTar),
    OLE("an OLE compound file, such as .msi or .doc. Name the solution's .zip or .cab", magic("D0CF11E0A1B11AE1")),
    EXECUTABLE("a Windows program. Run it to extract the package, and give the .zip or .cab", magic("4D5A")),
    HTML("an HTML page, such as a sign-in page saved instead of the package. Download it again", head -> {
        String start = start(head);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }),
    SQLITE(
            "an SQLite database, such as an embedded environment. Name that as the environment, and the solution's .zip here",
            text("SQLite format 3")),
    XML("an XML file. Give the package or the folder that contains it", head -> start(head)
            .startsWith("<")),
    JSON(
            "a JSON file. Name the solution's .zip or .cab",
            head -> start(head).startsWith("{") || start(head).startsWith("[")),
    TEXT("a text file. Name the solution's .zip or .cab", FileSignature::isText),
    UNKNOWN("a file of an unknown format. Name the solution's .zip or .cab", head -> true);

    /** Up to the end of tar's magic, at offset 257. */
    private static final int HEAD = 512;

    private final String description;
    private final Predicate<byte[]> matches;

    FileSignature(String description, Predicate<byte[]> matches) {
        this.description = description;
        this.matches = matches;
    }

    static FileSignature of(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        for (FileSignature signature : values()) {
            if (signature.matches.test(head)) {
                return signature;
            }
        }
        return UNKNOWN;
    }

    /** What it is and the way out, to follow "it is". */
    String description() {
        return description;
    }

    /** Whether such files are made for all kinds of things, so that the format does not say what it is for. */
    boolean isGeneral() {
        return this == EXECUTABLE || this == XML || this == JSON || this == TEXT;
    }

    private static Predicate<byte[]> magic(String hex) {
        byte[] magic = HexFormat.of().parseHex(hex);
        return head -> startsWith(head, 0, magic);
    }

    private static Predicate<byte[]> text(String text) {
        byte[] magic = text.getBytes(StandardCharsets.US_ASCII);
        return head -> startsWith(head, 0, magic);
    }

    private static boolean isTar(byte[] head) {
        return startsWith(head, 257, "ustar".getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean startsWith(byte[] head, int at, byte[] magic) {
        return head.length >= at + magic.length && Arrays.equals(head, at, at + magic.length, magic, 0, magic.length);
    }

    /** The first characters that are not white space or byte order mark, in lower case. */
    private static String start(byte[] head) {
        boolean littleEndian = startsWith(head, 0, new byte[] {(byte) 0xFF, (byte) 0xFE});
        boolean bigEndian = startsWith(head, 0, new byte[] {(byte) 0xFE, (byte) 0xFF});
        String text = new String(
                head,
                littleEndian
                        ? StandardCharsets.UTF_16LE
                        : bigEndian ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").replace("\0", "").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isText(byte[] head) {
        for (byte b : head) {
            boolean control = b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f';
            if (control) {
                return false;
            }
        }
        return true;
    }
}
