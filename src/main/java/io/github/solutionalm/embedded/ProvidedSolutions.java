package io.github.solutionalm.embedded;

import io.github.solutionalm.model.NamePattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Solutions that an environment is taken to hold although they were never imported into it: the platform's own and
 * Microsoft's first-party ones, listed in {@code provided-solutions.txt}, and those of the configuration.
 */
final class ProvidedSolutions {

    private static final List<String> BUILT_IN = builtIn();

    /** In lower case, those that are no patterns. */
    private final Set<String> names;

    private final List<NamePattern> patterns;

    /**
     * @param configured more name patterns, {@code *} for any text
     */
    ProvidedSolutions(List<String> configured) {
        Map<Boolean, List<String>> all = Stream.concat(BUILT_IN.stream(), configured.stream())
                .collect(Collectors.partitioningBy(name -> name.indexOf('*') >= 0));
        names = all.get(false).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        patterns = all.get(true).stream().map(NamePattern::of).toList();
    }

    boolean contains(String solution) {
        return names.contains(solution.toLowerCase(Locale.ROOT))
                || patterns.stream().anyMatch(pattern -> pattern.matches(solution));
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
