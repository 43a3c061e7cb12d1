package io.github.solutionalm.embedded;

import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.LocalizedText;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.store.PublisherTable;
import java.util.List;
import java.util.Optional;

/** What an environment still knows of the manifest of a staged upgrade. */
final class StagedManifest {

    /** The language of the one name that is kept; any would do. */
    private static final int LANGUAGE = 1033;

    private StagedManifest() {}

    static SolutionManifest of(InstalledSolution holding, String uniqueName, PublisherTable publishers) {
        Publisher publisher = publishers.find(holding.publisher()).orElseThrow();
        return new SolutionManifest(
                uniqueName,
                new LocalizedText(List.of(new LocalizedText.Label(LANGUAGE, holding.friendlyName()))),
                LocalizedText.NONE,
                holding.version(),
                holding.managed(),
                publisher,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                LANGUAGE,
                new SolutionManifest.ExportPlatform("", "", ""));
    }
}
