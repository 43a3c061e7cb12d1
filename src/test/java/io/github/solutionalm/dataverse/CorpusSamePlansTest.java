package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.embedded.CorpusChains;
import io.github.solutionalm.embedded.EmbeddedEnvironment;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.embedded.LayersAbove;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real solutions from their first version to their last: what is planned of what the Web API tells is what is planned where
 * everything is known, with the installed package without a doubt; and what is planned is what happens.
 */
@Tag("thorough")
class CorpusSamePlansTest {

    private static final String ALONE = "alone";

    /** What lies over the first version. */
    private static final Map<String, Consumer<Path>> ABOVE = Map.of(
            ALONE,
            environment -> {},
            "under customizations",
            LayersAbove::customize,
            "under another publisher's solution",
            LayersAbove::put);

    @TempDir
    private Path folder;

    static Stream<Arguments> chains() throws Exception {
        List<String> above = ABOVE.keySet().stream().sorted().toList();
        return CorpusChains.all()
                .flatMap(chain -> above.stream().flatMap(what -> Stream.of(Action.UPGRADE, Action.UPDATE, Action.STAGE)
                        .map(action -> Arguments.of(chain, what, action))));
    }

    @ParameterizedTest
    @MethodSource("chains")
    void asWhereAllIsKnown(CorpusChains.Chain chain, String above, Action action) throws Exception {
        assumeThat(chain.last()).exists();
        Path first = chain.files().get(0);
        ImportOptions options = options()
                .action(action)
                .missingDependencies(MissingDependencies.WARN)
                .build();
        try (Contoso contoso = new Contoso(Files.createDirectories(folder.resolve("contoso")))) {
            Path environment = contoso.server.environment();
            install(first, environment, contoso, options);
            ABOVE.get(above).accept(environment);
            contoso.server.forget();
            OperationRequest[] sequence = sequence(chain, options);
            SamePlans plans = SamePlans.of(contoso, sequence);
            assertThat(plans.differences()).isEmpty();
            isBeyondDoubt(SamePlans.with(List.of(first), contoso, sequence), above);
            happensAsForetold(plans.captured().get(0), Contoso.importing(chain.last(), options), contoso);
        }
    }

    private static OperationRequest[] sequence(CorpusChains.Chain chain, ImportOptions options) {
        OperationRequest next = Contoso.importing(chain.last(), options);
        return options.action() == Action.STAGE
                ? new OperationRequest[] {next, applying(chain, options)}
                : new OperationRequest[] {next};
    }

    /** With the installed package all is known, but what other layers say. */
    private static void isBeyondDoubt(SamePlans plans, String above) {
        assertThat(plans.differences()).isEmpty();
        if (above.equals(ALONE)) {
            assertThat(plans.captured()).allSatisfy(plan -> assertThat(plan.changes())
                    .allSatisfy(change -> assertThat(change.doubts()).isEmpty()));
        }
    }

    /** Where the environment takes the package; it may lack what that depends on. */
    private static void happensAsForetold(PlanResult plan, ImportRequest request, Contoso contoso) throws Exception {
        if (plan.errors().isEmpty() && !plan.isBlocked()) {
            ImportResult result = contoso.environment()
                    .importSolution(request.keepingTo(PlannedOperationTest.saved(plan)), ImportListener.NONE);
            if (result.outcome().isSuccess()) {
                assertThat(result.prediction().orElseThrow().differences()).isEmpty();
            }
        }
    }

    private static ApplyRequest applying(CorpusChains.Chain chain, ImportOptions options) {
        return new ApplyRequest("apply-upgrade", chain.name(), options);
    }

    private static void install(Path file, Path environment, Contoso contoso, ImportOptions options) throws Exception {
        EnvironmentId id = new EnvironmentId("server", "embedded", "jdbc:sqlite:" + environment);
        try (EmbeddedEnvironment embedded = EmbeddedEnvironment.open(id, EmbeddedSettings.defaults(), contoso.clock)) {
            assumeThat(embedded.importSolution(
                                    Contoso.importing(file, options.withAction(Action.UPGRADE)), ImportListener.NONE)
                            .outcome()
                            .isSuccess())
                    .isTrue();
        }
    }
}
