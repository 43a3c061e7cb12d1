package io.github.solutionalm.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Who else reads a build's log, and what they take for a command there. Azure Pipelines:
 * github.com/microsoft/azure-pipelines-agent, src/Agent.Sdk/Command.cs ({@code ##vso[} anywhere in a line) and its log viewer
 * ({@code ##[}). GitHub: github.com/actions/runner, src/Runner.Common/ActionCommand.cs ({@code ::} at the start after blanks
 * with another one behind it, {@code ##[} anywhere). TeamCity: jetbrains.com/help/teamcity/service-messages.html.
 *
 * <p>Stricter than they are: brackets and levels may stand before {@code ::}, no second one has to follow, upper and lower case
 * are the same, characters that a reader may drop are dropped first, and others are normalised.
 */
public final class LogReaders {

    private static final Pattern DROPPED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\uFE00-\\uFE0F\\u034F&&[^\\t]]");
    private static final Pattern COMMAND =
            Pattern.compile("(?i)##(vso|teamcity)?\\[|^(\\s|\\[|\\]|INFO|DEBUG|WARNING|ERROR)*::");
    /** What is not one line of text: controls, what turns the direction of writing, line separators. */
    private static final Pattern STEERING = Pattern.compile(
            "[\\x00-\\x08\\x0A-\\x1F\\x7F-\\x9F\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\uFFFE\\uFFFF]"
                    + "|[\\uDB40][\\uDC00-\\uDC7F]");

    private static final Pattern HALF =
            Pattern.compile("[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    private LogReaders() {}

    /** What the readers of a line would do that its writer did not mean; empty when it is nothing but text. */
    public static List<String> taken(String line) {
        List<String> taken = new ArrayList<>();
        if (STEERING.matcher(line).find() || HALF.matcher(line).find()) {
            taken.add("steers: " + line);
        }
        for (String read : List.of(line, normal(line), normal(withoutUnseen(line)))) {
            if (COMMAND.matcher(read).find()) {
                taken.add("command: " + read);
            }
        }
        return taken;
    }

    private static String withoutUnseen(String line) {
        return DROPPED.matcher(line).replaceAll("");
    }

    private static String normal(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFKC)
                .replace('\u2236', ':')
                .replace("\u2237", "::");
    }
}
