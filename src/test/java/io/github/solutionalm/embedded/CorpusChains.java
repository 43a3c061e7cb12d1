package io.github.solutionalm.embedded;

import io.github.solutionalm.model.SolutionVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The real solutions that there are in several versions, where the corpus is present. */
public final class CorpusChains {

    private CorpusChains() {}

    /**
     * A managed solution in several versions.
     *
     * @param name unique name in lower case, or the corpus that is absent
     * @param files the lowest version first
     */
    public record Chain(String name, List<Path> files) {

        /** The highest version. */
        public Path last() {
            return files.get(files.size() - 1);
        }

        @Override
        public String toString() {
            return name + " in " + files.size() + " versions";
        }
    }

    /** All of them; one of the absent corpus where it is absent. */
    public static Stream<Chain> all() throws IOException {
        CorpusIndex corpus = CorpusIndex.read();
        if (!corpus.isPresent()) {
            return Stream.of(new Chain(corpus.name(), List.of(corpus.file())));
        }
        Map<String, TreeMap<SolutionVersion, Path>> versions = new TreeMap<>();
        for (CorpusIndex.Row row : corpus.rows()) {
            if (row.cell("kind").equals("solution") && row.cell("managed").equals("1")) {
                versions.computeIfAbsent(row.cell("uniquename").toLowerCase(Locale.ROOT), name -> new TreeMap<>())
                        .put(SolutionVersion.parse(row.cell("version")), row.file());
            }
        }
        return versions.entrySet().stream()
                .filter(chain -> chain.getValue().size() > 1)
                .map(chain ->
                        new Chain(chain.getKey(), List.copyOf(chain.getValue().values())));
    }
}
