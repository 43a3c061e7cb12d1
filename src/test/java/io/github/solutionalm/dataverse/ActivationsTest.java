package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptionsBuilder;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.dataverse.server.ServedRequest;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.model.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flows and steps that are active in the package but inactive in the environment are found, reported and activated. */
class ActivationsTest extends AgainstContoso {

    private static final String WORKFLOW = PackageBuilder.id("Flow");
    private static final String STEP = PackageBuilder.id("Step");

    @Test
    void whatIsOnIsNotSpokenOf() throws Exception {
        ImportResult result = imports(options());

        assertThat(result.warnings()).isEmpty();
        assertThat(switchedOn()).isEmpty();
    }

    @Test
    void whatIsOffIsSwitchedOnAndToldOf() throws Exception {
        isOff();

        ImportResult result = imports(options());

        assertThat(result.warnings()).extracting(Finding::message).hasSize(2).allSatisfy(warning -> assertThat(warning)
                .contains("was left inactive", "was activated", "activateFlows"));
        assertThat(switchedOn())
                .containsExactlyInAnyOrder(
                        "/api/data/v9.2/workflows(" + WORKFLOW + ")",
                        "/api/data/v9.2/sdkmessageprocessingsteps(" + STEP + ")");
    }

    @Test
    void whatIsOffIsToldOfAloneWhereThatIsAskedFor() throws Exception {
        isOff();

        ImportResult result = imports(options().withoutActivation());

        assertThat(result.warnings()).extracting(Finding::message).hasSize(2).allSatisfy(warning -> assertThat(warning)
                .contains("is inactive in the environment", "activateFlows=true"));
        assertThat(switchedOn()).isEmpty();
    }

    @Test
    void whatIsNotToBeOnIsNotLookedFor() throws Exception {
        imports(options().withoutSteps());

        assertThat(requests("GET")).isEmpty();
    }

    @Test
    void whatCannotBeSwitchedOnSaysWhyAndWhatToDo() throws Exception {
        isOff();
        contoso.script()
                .on("workflows")
                .always()
                .refuse(
                        400,
                        "0x80060467",
                        "ConnectionAuthorizationFailed: the caller may not use connection 'shared-1'.");

        ImportResult result = imports(options());

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings()).extracting(Finding::message).anySatisfy(warning -> assertThat(warning)
                .contains("could not be activated", "ConnectionAuthorizationFailed", "Share the connection"));
    }

    @Test
    void anEnvironmentThatDoesNotTellIsToldOf() throws Exception {
        contoso.script().on("workflows").always().refuse(403, "0x80040220", "missing prvReadWorkflow");

        ImportResult result = imports(options());

        assertThat(result.outcome()).isEqualTo(Outcome.INSTALLED);
        assertThat(result.warnings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("is unknown");
    }

    private ImportResult imports(ImportOptionsBuilder options) throws Exception {
        Path file = managed("Flows", "1.0").workflow("Flow").step("Step").zip(folder);
        ImportResult result =
                contoso.environment().importSolution(Contoso.importing(file, options.build()), ImportListener.NONE);
        assertThat(result.errors()).isEmpty();
        return result;
    }

    /** The environment says of both that they are off. */
    private void isOff() throws Exception {
        contoso.script().on("workflows").replay(rows("{\"workflowid\":\"" + WORKFLOW + "\",\"statecode\":0}"));
        contoso.script()
                .on("sdkmessageprocessingsteps")
                .replay(rows("{\"sdkmessageprocessingstepid\":\"" + STEP + "\",\"statecode\":1}"));
    }

    private Path rows(String row) throws Exception {
        return Files.writeString(Files.createTempFile(folder, "rows", ".json"), "{\"value\":[" + row + "]}");
    }

    private List<String> switchedOn() {
        return requests("PATCH");
    }

    private List<String> requests(String method) {
        return contoso.server.requests().stream()
                .filter(request -> request.method().equals(method)
                        && (request.call().equals("workflows") || request.call().equals("sdkmessageprocessingsteps")))
                .map(ServedRequest::path)
                .toList();
    }
}
