package io.github.solutionalm.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Solutions that an environment is taken to hold although they were never imported into it: the platform's own and
 * Microsoft's first-party ones, listed in {@code provided-solutions.txt}, and those of the configuration.
 */
final class ProvidedSolutions {

    private static final List<String> BUILT_IN = builtIn();

    private final List<Pattern> patterns;

    /**
     * @param configured more name patterns, {@code *} for any text
     */
    ProvidedSolutions(List<String> configured) {
        patterns = Stream.concat(BUILT_IN.stream(), configured.stream())
                .map(ProvidedSolutions::pattern)
                .toList();
    }

    boolean contains(String solution) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(solution).matches());
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Pattern.quote(name.strip()).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    private static List<String> builtIn() {
        try (InputStream in = ProvidedSolutions.class.getResourceAsStream("provided-solutions.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's own list of provided solutions can't be read", e);
        }
    }
}
