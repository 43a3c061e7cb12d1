package io.github.solutionalm.embedded;

import io.github.solutionalm.model.NamePatterns;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * Solutions that an environment is taken to hold although they were never imported into it: the platform's own and
 * Microsoft's first-party ones, listed in {@code provided-solutions.txt}, and those of the configuration.
 */
final class ProvidedSolutions {

    private static final List<String> BUILT_IN = builtIn();

    private final NamePatterns names;

    /**
     * @param configured more name patterns, {@code *} for any text
     */
    ProvidedSolutions(List<String> configured) {
        names = NamePatterns.of(
                Stream.concat(BUILT_IN.stream(), configured.stream()).toList());
    }

    boolean contains(String solution) {
        return names.anyMatches(solution);
    }

    private static List<String> builtIn() {
        try (InputStream in = ProvidedSolutions.class.getResourceAsStream("provided-solutions.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("#", 2)[0].strip())
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's own list of provided solutions can't be read", e);
        }
    }
}
