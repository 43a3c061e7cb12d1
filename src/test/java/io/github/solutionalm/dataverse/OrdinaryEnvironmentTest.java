package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.server.Concurrency;
import io.github.solutionalm.dataverse.server.ServedRequest;
import io.github.solutionalm.dataverse.server.StartedOperation;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.model.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every environment does that nobody expects of one, and no fault is needed for: none of it is taken for a change. */
class OrdinaryEnvironmentTest extends AgainstContoso {

    @Test
    void unmanagedLayersThatChangeNothingHideNothing() throws Exception {
        imports(scripts("1.0", "old"));

        ImportResult result = imports(scripts("2.0", "new"));

        assertThat(result.count(Change.CHANGE)).isEqualTo(20);
        assertThat(result.hidden()).isZero();
    }

    @Test
    void aWorkflowThatIsActivatedAnewIsNotOneThatIsDeleted() throws Exception {
        imports(managed("Flows", "1.0").workflow("Flow").webResource("contoso_/a.js", "a"));

        ImportResult result = imports(managed("Flows", "2.0").workflow("Flow").webResource("contoso_/a.js", "b"));

        assertThat(result.components()).extracting(ComponentResult::change).doesNotContain(Change.DELETE, Change.KEEP);
        assertThat(result.components()).hasSize(2);
    }

    @Test
    void thePartsThatOthersHaveOfATableAreTheirs() throws Exception {
        imports(managed("Base", "1.0").column("contoso_t", "contoso_a", "A"));
        imports(managed("Other", "1.0").column("contoso_t", "contoso_b", "B").column("contoso_t", "contoso_c", "C"));

        ImportResult other = imports(managed("Other", "2.0").column("contoso_t", "contoso_b", "B"));
        ImportResult base = imports(managed("Base", "2.0").column("contoso_t", "contoso_a", "A2"));

        assertThat(keys(other, Change.DELETE)).containsExactly("contoso_t.contoso_c");
        assertThat(keys(other, Change.KEEP)).isEmpty();
        assertThat(keys(base, Change.DELETE)).isEmpty();
        assertThat(keys(base, Change.KEEP)).isEmpty();
    }

    @Test
    void aStartBehindAnotherOperationWaitsInTheQueueAndIsMadeOnce() throws Exception {
        contoso.script().refuseConcurrencyAs(Concurrency.QUEUED);
        contoso.script().on("ImportSolutionAsync").anotherImportBegins(30);
        List<String> heard = new ArrayList<>();

        ImportResult result = contoso.environment()
                .importSolution(
                        Contoso.importing(
                                scripts("1.0", "a").zip(folder), options().build()),
                        new ImportListener() {
                            @Override
                            public void progress(String phase, int done, int total) {
                                heard.add(phase);
                            }
                        });

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(heard).contains("Waiting in the environment's queue");
        assertThat(contoso.server.started())
                .extracting(StartedOperation::effect)
                .containsExactly("INSTALLED");
    }

    @Test
    void whatWasBrokenOffYearsAgoIsNotWaitedFor() throws Exception {
        contoso.script().on("ImportSolutionAsync").resetBeforeActing();
        Instant before = contoso.now();

        ImportResult result = imports(scripts("1.0", "a"));

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(Duration.between(before, contoso.now())).isLessThan(Duration.ofMinutes(5));
        assertThat(asked("msdyn_solutionhistories")).isNotZero();
    }

    private ImportResult imports(PackageBuilder solution) throws Exception {
        ImportResult result = contoso.environment()
                .importSolution(Contoso.importing(solution.zip(folder), ImportOptions.defaults()), ImportListener.NONE);
        assertThat(result.errors()).isEmpty();
        return result;
    }

    private static PackageBuilder scripts(String version, String content) {
        PackageBuilder solution = managed("Scripts", version);
        for (int i = 0; i < 20; i++) {
            solution.webResource("contoso_/" + i + ".js", content);
        }
        return solution;
    }

    private static List<String> keys(ImportResult result, Change change) {
        return result.components().stream()
                .filter(component -> component.change() == change)
                .map(component -> component.key().key())
                .toList();
    }

    private long asked(String call) {
        return contoso.server.requests().stream()
                .map(ServedRequest::call)
                .filter(call::equals)
                .count();
    }
}
