package io.github.solutionalm.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is fuzzed, in the order in which it is run. Each has a class that ends in {@code Fuzz}, and seeds of its own. */
enum FuzzTarget {
    ZIP("archive.Zip", Dictionary.NONE),
    CAB("archive.Cab", Dictionary.NONE),
    FOLDER("archive.Folder", Dictionary.XML),
    MANIFEST("packaging.Manifest", Dictionary.XML),
    CUSTOMIZATIONS("packaging.Customizations", Dictionary.XML),
    FLOW("packaging.Flow", Dictionary.JSON),
    SETTINGS("report.Settings", Dictionary.JSON),
    PLAN("report.Plan", Dictionary.JSON),
    SUMMARY("report.Summary", Dictionary.JSON),
    ANSWER("dataverse.api.Answer", Dictionary.JSON),
    ERROR("dataverse.http.Error", Dictionary.JSON),
    MISSING("dataverse.ErrorText", Dictionary.XML),
    LOG("dataverse.Log", Dictionary.XML),
    SERVER("dataverse.Server", Dictionary.JSON),
    PACKAGE("embedded.Package", Dictionary.XML);

    /** Pieces that inputs of a kind are grown from. */
    enum Dictionary {
        NONE(List.of()),
        XML(List.of(
                "<a>",
                "<a/>",
                "<a b='c'/>",
                "</a>",
                "&amp;",
                "&#x41;",
                "]]>",
                "<!--",
                "-->",
                "<![CDATA[x]]>",
                "<?a?>")),
        JSON(List.of("{", "[", "[1],", "{\"a\":", "{},", "\"a\":1,", "\\\"", "\\u0041", "\"a\",", "1e9,", "null,"));

        private static final List<String> COMMON = List.of(
                "a",
                " ",
                "\n",
                "\t ",
                "0",
                "9",
                ".",
                "1.",
                ",",
                ";",
                "/",
                "../",
                "\\",
                "{",
                "}",
                "(",
                ")",
                "[",
                "]",
                "@",
                "@{",
                "$",
                "%",
                "%20",
                "-",
                "--",
                "_",
                "=",
                "a=b;",
                "'",
                "\"",
                "<",
                ">",
                "&",
                "é",
                "\uD83D\uDE00",
                "\u0000",
                "aA1 ",
                "https://a",
                "a.b",
                "|",
                "<MissingDependencies",
                "#",
                "a:",
                "*",
                "?");

        private final List<String> own;

        Dictionary(List<String> own) {
            this.own = own;
        }

        List<String> pieces() {
            return this == NONE
                    ? List.of()
                    : java.util.stream.Stream.of(COMMON, own)
                            .flatMap(List::stream)
                            .toList();
        }
    }

    private final String room;
    final Dictionary dictionary;

    FuzzTarget(String room, Dictionary dictionary) {
        this.room = room;
        this.dictionary = dictionary;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String className() {
        return "io.github.solutionalm." + room + "Fuzz";
    }

    /**
     * Those of a list of labels.
     *
     * @param labels separated by commas; empty for all
     */
    static List<FuzzTarget> of(String labels) {
        return labels.isBlank()
                ? List.of(values())
                : Arrays.stream(labels.split(","))
                        .map(label -> valueOf(label.strip().toUpperCase(Locale.ROOT)))
                        .toList();
    }
}
