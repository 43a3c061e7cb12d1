package io.github.solutionalm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a page shows of a file or of the console: line by line as it is written, where {@code …} stands for what is left out:
 * alone in its line for any number of lines, as a value for the whole value, else for any text in the line. What differs
 * from run to run (times, ids, how large a zip is) may be any.
 */
record Example(String text) {

    private static final Pattern LINES_LEFT_OUT = Pattern.compile("(\\[\\w+])?\\s*…");
    private static final Pattern VALUE_LEFT_OUT = Pattern.compile("( *\"\\w+\": )…,");
    private static final Pattern DIFFERS = Pattern.compile("(?<=\"(?:importJobId|id)\": \")[\\da-f-]{36}(?=\")"
            + "|(?<=\"fingerprint\": \")\\p{XDigit}{64}(?=\")"
            + "|(?<=\"process\": )\\d+"
            + "|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z"
            + "|(?<= in )[\\d.]+ s(?=:)"
            + "|(?<=\\.zip )\\(zip, \\d+ KB, sha256 \\p{XDigit}+");

    /**
     * The first lines of it, up to the next that are left out, that do not stand in what was written, or not behind the ones
     * before; none when all do.
     */
    List<String> missingIn(String written) {
        if (text.startsWith("<")) {
            return xml().matcher(written).find() ? List.of() : lines(text);
        }
        List<String> lines = lines(written);
        int at = 0;
        for (List<String> run : runs()) {
            int end = -1;
            for (; end < 0 && at < lines.size(); at++) {
                end = end(run, lines, at);
            }
            if (end < 0) {
                return run;
            }
            at = end;
        }
        return List.of();
    }

    /** XML is written without line breaks. */
    private Pattern xml() {
        String oneLine = text.lines().map(String::strip).collect(Collectors.joining());
        return Pattern.compile(Pattern.quote(oneLine).replace("…", "\\E(?s:.*?)\\Q"));
    }

    /** Where the run of lines ends that begins here, or -1 when there is none. */
    private static int end(List<String> run, List<String> lines, int begin) {
        int at = begin;
        for (String shown : run) {
            if (at >= lines.size() || !pattern(shown).matcher(lines.get(at)).matches()) {
                return -1;
            }
            at = VALUE_LEFT_OUT.matcher(shown).matches() ? endOfValue(lines, at) + 1 : at + 1;
        }
        return at;
    }

    private static Pattern pattern(String shown) {
        String quoted = Pattern.quote(shown);
        return Pattern.compile(
                VALUE_LEFT_OUT.matcher(shown).matches()
                        ? quoted.replace("…,", "\\E.*\\Q")
                        : quoted.replace("…", "\\E.*\\Q"));
    }

    /** The line that closes an object or an array which this one opens, or this one. */
    private static int endOfValue(List<String> lines, int at) {
        String opening = lines.get(at);
        if (!opening.endsWith("{") && !opening.endsWith("[")) {
            return at;
        }
        String indent = opening.replaceFirst("\\S.*", "");
        int end = at + 1;
        while (lines.get(end).startsWith(indent + " ")) {
            end++;
        }
        return end;
    }

    private List<List<String>> runs() {
        List<List<String>> runs = new ArrayList<>();
        List<String> run = new ArrayList<>();
        for (String line : lines(text)) {
            if (LINES_LEFT_OUT.matcher(line).matches()) {
                runs.add(run);
                run = new ArrayList<>();
            } else {
                run.add(line);
            }
        }
        runs.add(run);
        return runs;
    }

    private static List<String> lines(String text) {
        return DIFFERS.matcher(text).replaceAll("*").lines().toList();
    }
}
