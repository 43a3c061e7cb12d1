package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A solution may list components of another one; they count as present where that one is taken to be there. */
class RootsOfProvidedSolutionsTest {

    private static final String SCRIPT = "fabrikam_/core.js";

    @TempDir
    private Path folder;

    @Test
    void theyArePresent() throws Exception {
        ImportResult result = providing("Fabrikam*").imports(orders());

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void otherwiseTheRefusalNamesTheSolutionToProvideOrToImport() throws Exception {
        ImportResult result = providing().imports(orders());

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(result.errors())).containsExactly("0x8004801F");
        assertThat(result.errors().get(0).message())
                .isEqualTo(
                        "The manifest lists the root component WebResource fabrikam_/core.js, which is neither in the"
                                + " package nor in the environment. First import the solution FabrikamCore, or"
                                + " list it in <providedSolutions> if the environment gets it in another way. To"
                                + " let it pass, set missingDependencies"
                                + " to 'warn'.");
    }

    @Test
    void aRootThatNoSolutionIsSaidToHaveIsNotProvided() throws Exception {
        Path orders = managed("Orders", "1.0.0.0").root(61, SCRIPT).zip(folder);

        ImportResult result = providing("Fabrikam*").imports(orders);

        assertThat(codes(result.errors())).containsExactly("0x8004801F");
        assertThat(result.errors().get(0).message()).contains("Export the solution again, or first import");
    }

    @Test
    void theyAreLetPassWhereDependenciesMayBeMissing() throws Exception {
        Rehearsal rehearsal = providing();

        PlanResult plan = rehearsal.plans(lenient(), orders()).get(0);
        ImportResult result = rehearsal.imports(orders(), lenient());

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(codes(result.warnings())).containsExactly("0x8004801F", "0x8004801D");
        assertThat(result.warnings().get(0).message())
                .endsWith("missingDependencies=warn lets it pass; the solution FabrikamCore should have it.");
        assertThat(plan.warnings()).isEqualTo(result.warnings());
    }

    @Test
    void whatIsLetPassIsNotAdvisedAgain() throws Exception {
        ImportResult result = providing().imports(orders(), lenient());

        assertThat(result.warnings())
                .noneSatisfy(warning -> assertThat(warning.message()).contains("set missingDependencies"));
    }

    private static ImportOptionsBuilder lenient() {
        return options().missingDependencies(MissingDependencies.WARN);
    }

    private Path orders() throws Exception {
        return managed("Orders", "1.0.0.0")
                .root(61, SCRIPT)
                .requires(61, SCRIPT, "FabrikamCore")
                .zip(folder);
    }

    private Rehearsal providing(String... patterns) {
        return Rehearsal.in(folder).with(new EmbeddedSettings(List.of(patterns), Set.of(), false));
    }
}
