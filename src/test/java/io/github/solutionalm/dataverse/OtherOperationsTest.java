package io.github.solutionalm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EmbeddedContents;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.PublishRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.dataverse.server.Packages;
import io.github.solutionalm.dataverse.server.StartedOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An environment carries out one operation at a time. However it says so, and to whichever operation, that is waited for, and
 * then done once (docs/platform-facts.md, "Concurrent operations").
 */
class OtherOperationsTest {

    /** With an installed solution, and with its upgrade staged; made once. */
    @TempDir
    private static Path environments;

    @TempDir
    private Path folder;

    private Contoso contoso;
    private final List<String> waits = new ArrayList<>();
    private final ImportListener listener = new ImportListener() {
        @Override
        public void waiting(String holder, Duration waited) {
            waits.add(holder);
        }
    };

    /** What the environment says. */
    private enum Said {
        ANOTHER_RUNS(
                "0x80071151",
                "Cannot start the requested operation [Import] because there is another [PublishAll] running at this"
                        + " moment."),
        CONCURRENT_OPERATION(
                "0x80071154",
                "The current Import operation failed due to another concurrent operation running at the same time. Please"
                        + " try again later."),
        JOB_ID_IN_USE(
                "0x80071155",
                "Cannot create the solution job using the supplied JobId (7c2f3c4e-91a5-4d0b-8a44-2f6c1c7f1003) as it is"
                        + " already in use. This may indicate that another solution operation is progress."),
        TIMED_OUT_FOR_AN_IMPORT(
                "0x80048543",
                "The operation timed out. This may be because a solution is currently being imported into this"
                        + " environment.");

        private final String code;
        private final String text;

        Said(String code, String text) {
            this.code = code;
            this.text = text;
        }
    }

    /** How it says it. */
    private enum Form {
        BAD_REQUEST(400),
        TOO_MANY_REQUESTS(429),
        UNAVAILABLE(503),
        FAILED_JOB(0);

        private final int status;

        Form(int status) {
            this.status = status;
        }

        void play(Contoso contoso, String call, Said said) {
            if (this == FAILED_JOB) {
                contoso.script().on(call).times(2).jobFails(said.code, said.text);
            } else {
                contoso.script().on(call).times(2).refuse(status, said.code, said.text);
            }
        }
    }

    /** To whom: the call that starts it, and what it brings about. */
    private enum Asked {
        IMPORT("installed.db", "ImportSolutionAsync", "STAGED"),
        UPGRADE("installed.db", "StageAndUpgradeAsync", "UPGRADED"),
        APPLY("staged.db", "DeleteAndPromoteAsync", "APPLIED"),
        PUBLISH("installed.db", "PublishAllXmlAsync", "PUBLISHED");

        private final String before;
        private final String call;
        private final String effect;

        Asked(String before, String call, String effect) {
            this.before = before;
            this.call = call;
            this.effect = effect;
        }
    }

    @BeforeAll
    static void make() throws Exception {
        Path base = Packages.zip("ContosoBase_1_0_0_0_managed", environments);
        Path orders = Packages.zip("ContosoOrders_1_0_0_0_managed", environments);
        Path next = Packages.zip("ContosoOrders_2_0_0_0_managed", environments);
        Clock clock = Clock.systemUTC();
        EmbeddedContents.put(environments.resolve("installed.db"), clock, Action.STAGE, base, orders);
        EmbeddedContents.put(environments.resolve("staged.db"), clock, Action.STAGE, base, orders, next);
    }

    @Tag("thorough")
    @ParameterizedTest(name = "{0} refused as {1}, {2}")
    @MethodSource("everyRefusal")
    void areWaitedForInEveryForm(Asked asked, Said said, Form form) throws Exception {
        areWaitedFor(asked, said, form);
    }

    @ParameterizedTest(name = "{0} refused as {1}, {2}")
    @MethodSource("refusals")
    void areWaitedFor(Asked asked, Said said, Form form) throws Exception {
        Path server = Files.createDirectories(folder.resolve("server"));
        Files.copy(environments.resolve(asked.before), server.resolve("environment.db"));
        try (Contoso started = new Contoso(folder)) {
            contoso = started;
            form.play(contoso, asked.call, said);

            assertThat(carriedOut(asked)).isEmpty();

            assertThat(waits).hasSize(2);
            assertThat(effects()).containsExactly(asked.effect);
        }
    }

    /** Each goal with each code and each form once; of the other way to start an upgrade, the usual words. */
    static Stream<Arguments> refusals() {
        return everyRefusal().filter(refusal -> {
            int goal = ((Asked) refusal.get()[0]).ordinal();
            int said = ((Said) refusal.get()[1]).ordinal();
            return ((Form) refusal.get()[2]).ordinal() == (goal + said) % Form.values().length;
        });
    }

    static Stream<Arguments> everyRefusal() {
        List<Asked> goals = List.of(Asked.IMPORT, Asked.APPLY, Asked.PUBLISH);
        return Arrays.stream(Asked.values()).flatMap(asked -> Arrays.stream(Said.values())
                .filter(said -> goals.contains(asked) || said == Said.ANOTHER_RUNS)
                .flatMap(said -> Arrays.stream(Form.values()).map(form -> Arguments.of(asked, said, form))));
    }

    private List<Object> carriedOut(Asked asked) throws IOException, SolutionException {
        ImportOptions options = ImportOptions.defaults();
        ImportResult result =
                switch (asked) {
                    case IMPORT ->
                        contoso.imports("ContosoOrders_2_0_0_0_managed", options.withAction(Action.STAGE), listener);
                    case UPGRADE -> contoso.imports("ContosoOrders_2_0_0_0_managed", options, listener);
                    case APPLY ->
                        contoso.environment()
                                .applyUpgrade(new ApplyRequest("apply-upgrade", "ContosoOrders", options), listener);
                    case PUBLISH -> {
                        contoso.environment().publish(new PublishRequest(Duration.ofMinutes(10)), listener);
                        yield null;
                    }
                };
        return result == null ? List.of() : List.copyOf(result.errors());
    }

    private List<String> effects() {
        return contoso.server.started().stream()
                .map(StartedOperation::effect)
                .filter(effect -> !effect.isEmpty())
                .toList();
    }
}
