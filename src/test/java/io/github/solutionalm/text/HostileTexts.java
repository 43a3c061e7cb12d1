package io.github.solutionalm.text;

import java.util.List;

/** Texts that want to be more. */
public final class HostileTexts {

    private static final String ESC = "\u001b";

    /** Each stands in the place of a name, a label, a version, a message. */
    public static final List<String> ALL = List.of(
            // Azure Pipelines
            "##vso[task.setvariable variable=RELEASE_OK]true",
            "x ##vso[task.complete result=Succeeded]",
            "##VSO[task.prependpath]/opt/evil",
            "##[error]no",
            "##[group]a",
            "###[endgroup]",
            "####vso[a]b",
            // TeamCity
            "##teamcity[buildStop comment='x' readdToQueue='false']",
            // GitHub
            "::set-output name=a::b",
            "::add-mask::true",
            "  ::error file=a::x",
            "::stop-commands::t",
            ":::debug::x",
            "[ERROR] ::warning::x",
            "::set-env name=PATH::/evil",
            // Line breaks
            "a\r\n[INFO] BUILD SUCCESS",
            "a\n::error::b",
            "a\r##[error]b",
            "a\u2028::notice::b",
            "a\u2029##vso[x]",
            "a\u0085::error::b",
            "a\u000b::error::b",
            "\f::error::b",
            "\n\n\n::group::x",
            // Terminals
            ESC + "[2K" + ESC + "[1A##vso[x]",
            ESC + "]0;title\u0007",
            "\u009b31mred",
            ESC + "]8;;http://evil" + ESC + "\\x",
            "\b\b\b\b\b::error::x",
            "\u007f\u0000\u0001",
            // The direction of writing
            "\u202egnp.exe",
            "\u2066a\u2069\u200f",
            "\u061c##vso[x]",
            // What becomes a command when something is dropped
            "#\u0000#vso[x]",
            "##\u0000vso[x]",
            "#" + ESC + "#[error]",
            ":\u200b:set-output name=a::b",
            "#\u200d#vso[x]",
            "##\ufeffvso[x]",
            ":\u00ad:error::x",
            "\u2060::error::x",
            "#\ufe0f#vso[x]",
            ":\udb40\udc01:error::x",
            "#\ud800#vso[x]",
            "\udc00::error::x",
            // What becomes one when it is normalised
            "\uff03\uff03vso\uff3bx]",
            "\uff1a\uff1aerror\uff1a\uff1ax",
            "\u2237error\u2237x",
            "\ufe5f#vso[x]",
            "\u2a74x::",
            // What becomes one beside another text, or where it is cut
            "#",
            "##",
            ":",
            "vso[task.complete]",
            "[error]x",
            ":error::x",
            "x".repeat(118) + "##vso[x]",
            "y".repeat(1_998) + "##vso[x]",
            " ".repeat(3_000) + "::error::x",
            // Other encodings
            "%23%23vso%5Bx%5D",
            "&#35;&#35;vso[x]",
            "&amp;#35;#vso[x]",
            "\\u0023#vso[x]",
            "%0A::error::x",
            // XML, JSON, spreadsheets, HTML
            "]]><Formula/>",
            "\"/><x a=\"",
            "\",\"a\":\"b",
            "<script>alert(1)</script>",
            "=cmd|'/c calc'!A1",
            "+1+1",
            "@SUM(1)",
            "-2+3",
            "\t=1",
            "&lol;",
            "<!DOCTYPE x>",
            "${project.basedir}",
            "$(id)",
            "`id`",
            "{0}{}%s%n",
            // Paths
            "../../../etc/passwd",
            "..\\..\\x",
            "/abs",
            "C:\\x",
            "CON",
            "con.txt",
            "COM\u00b9",
            "lpt0",
            "conin$",
            "a.",
            "a ",
            ".hidden",
            "-rf",
            "summary.json",
            "environment.db",
            "jobs",
            "a/b",
            "a:b",
            "name-0123456789ab",
            "");

    private HostileTexts() {}
}
