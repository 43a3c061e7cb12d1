package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.archive.cab.Oracles;
import io.github.solutionalm.embedded.CorpusChains.Chain;
import io.github.solutionalm.model.Change;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Real solutions in several versions: each is upgraded along its versions and directly to the last one, in one step and in
 * two, and updated. Afterwards the solution has what the package has, and nothing else, as another reader counts it.
 */
class CorpusChainsTest {

    /** Refusals that lie in the package alone, which {@link CorpusImportTest} confirms. */
    private static final Set<String> DEFECTS = Set.of("0x8004801F", "0x80048060", "0x8004802C");

    private static final Set<String> BLOCKED = Set.of("0x8004F01D", "0x8004F01F");

    private static final Pattern WORD = Pattern.compile("\\w+");

    @TempDir
    private Path folder;

    static Stream<Chain> chains() throws IOException {
        return CorpusChains.all();
    }

    @ParameterizedTest
    @MethodSource("chains")
    void isUpgradedStepByStep(Chain chain) throws Exception {
        Rehearsal rehearsal = first(chain);
        for (Path next : chain.files().subList(1, chain.files().size())) {
            isExactly(next, rehearsal, imports(rehearsal, next, Action.UPGRADE));
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void isStagedAndAppliedStepByStep(Chain chain) throws Exception {
        Rehearsal rehearsal = first(chain);
        for (Path next : chain.files().subList(1, chain.files().size())) {
            ImportResult staged = imports(rehearsal, next, Action.STAGE);
            if (staged.outcome() == Outcome.STAGED) {
                // what is discarded of an apply that was blocked is deleted
                boolean discards = Rehearsal.codes(staged.warnings()).contains("0x80048539");
                assertThat(discards || staged.count(Change.DELETE) == 0).isTrue();
                isExactly(next, rehearsal, rehearsal.applies(name(staged)));
            } else {
                isExactly(next, rehearsal, staged);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void isUpgradedFromEachVersionToTheLast(Chain chain) throws Exception {
        Oracles.assumePresent(chain.last());
        int n = 0;
        for (Path from : chain.files().subList(0, chain.files().size() - 1)) {
            Rehearsal rehearsal = Rehearsal.at(folder.resolve("from-" + n++ + ".db"));
            if (imports(rehearsal, from, Action.UPGRADE).outcome() == Outcome.INSTALLED) {
                isExactly(chain.last(), rehearsal, imports(rehearsal, chain.last(), Action.UPGRADE));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("chains")
    void isUpdatedStepByStepWithoutLosingAnything(Chain chain) throws Exception {
        Rehearsal rehearsal = first(chain);
        for (Path next : chain.files().subList(1, chain.files().size())) {
            List<Object> before = keys(rehearsal);
            ImportResult result = imports(rehearsal, next, Action.UPDATE);
            if (!isDefect(result)) {
                assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
                assertThat(keys(rehearsal)).containsAll(before);
            }
        }
    }

    private Rehearsal first(Chain chain) throws Exception {
        Oracles.assumePresent(chain.last());
        Rehearsal rehearsal = Rehearsal.in(folder);
        assumeThat(imports(rehearsal, chain.files().get(0), Action.UPGRADE).outcome())
                .isEqualTo(Outcome.INSTALLED);
        return rehearsal;
    }

    private static ImportResult imports(Rehearsal rehearsal, Path file, Action action) throws Exception {
        return rehearsal.imports(
                file,
                ImportOptionsBuilder.options()
                        .action(action)
                        .missingDependencies(MissingDependencies.WARN)
                        .leftoverUpgrade(LeftoverUpgrade.DISCARD));
    }

    /** "After each, S's components are those of the package alone." */
    private static void isExactly(Path file, Rehearsal rehearsal, ImportResult result) throws Exception {
        if (isDefect(result) || isBlockedByItself(file, result)) {
            return;
        }
        assertThat(result.errors()).isEmpty();
        assertThat(result.outcome()).isIn(Outcome.UPGRADED, Outcome.APPLIED, Outcome.INSTALLED);
        Map<String, Integer> own = new TreeMap<>();
        rehearsal.content().components().stream()
                .filter(component -> component.layers().stream().anyMatch(name(result)::equalsIgnoreCase))
                .forEach(component -> own.merge(component.key().type().name(), 1, Integer::sum));
        assertThat(own).isEqualTo(IndependentCount.of(PackageDom.of(file)));
    }

    private static boolean isDefect(ImportResult result) {
        return !result.errors().isEmpty() && result.errors().stream().allMatch(error -> DEFECTS.contains(error.code()));
    }

    /**
     * The new version no longer brings a component that it needs from another solution, as its manifest says; that one is
     * not here, since missing dependencies are let pass. Deleting the component would break the new version.
     */
    private static boolean isBlockedByItself(Path file, ImportResult result) throws Exception {
        if (result.errors().isEmpty() || !BLOCKED.equals(Set.copyOf(Rehearsal.codes(result.errors())))) {
            return false;
        }
        Set<String> required = new HashSet<>();
        for (Element element : PackageDom.elements(PackageDom.of(file).solution(), "Required")) {
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                required.add(attributes.item(i).getNodeValue().toLowerCase(Locale.ROOT));
            }
        }
        Set<String> words = wordsOfFlows(file);
        assertThat(result.errors()).allSatisfy(error -> error.component()
                .ifPresent(key -> assertThat(required.contains(key.key()) || words.contains(key.key() + "s"))
                        .as("%s is required", key)
                        .isTrue()));
        return true;
    }

    /** All words of flows: steps name the sets whose rows they read and write, which manifests do not list. */
    private static Set<String> wordsOfFlows(Path file) throws Exception {
        Set<String> words = new HashSet<>();
        try (SolutionArchive archive = Archives.open(file, ArchiveLimits.DEFAULT)) {
            for (SolutionArchive.Entry entry : archive.entries()) {
                if (entry.name().startsWith("Workflows/") && entry.name().endsWith(".json")) {
                    try (InputStream in = archive.open(entry)) {
                        WORD.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                                .results()
                                .forEach(word -> words.add(word.group()));
                    }
                }
            }
        }
        return words;
    }

    private static String name(ImportResult result) {
        return result.manifest().orElseThrow().uniqueName();
    }

    private static List<Object> keys(Rehearsal rehearsal) throws Exception {
        return new ArrayList<>(rehearsal.content().components().stream()
                .map(component -> component.key())
                .toList());
    }
}
