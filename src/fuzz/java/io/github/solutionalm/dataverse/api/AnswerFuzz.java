package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.WebApiCall;
import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.GrownInput;
import io.github.solutionalm.fuzz.Scratch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The JSON of an answer of the Web API, given to every call that reads one. */
public final class AnswerFuzz {

    private static final UUID ID = UUID.fromString("5d1c7a20-1111-4111-8111-000000000001");

    private AnswerFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        byte[] json = GrownInput.expand(input);
        Path spool = Scratch.emptied();
        List<WebApiCall<?>> calls = List.of(
                new ReadImportJob(ID),
                new ReadSystemJob(ID),
                new RetrieveVersion(),
                new WhoAmI(),
                new StageSolution("a", Path.of("a.zip")),
                new ReadImportJobData(ID, spool),
                new RetrieveFormattedImportJobResults(ID, spool),
                new RetrieveSolutionImportResult(ID, spool));
        for (WebApiCall<?> call : calls) {
            Bounds.hold(() -> call.read(answer(json)), IOException.class);
        }
        Bounds.hold(() -> Started.job(answer(json)), IOException.class);
        Bounds.hold(() -> Started.importJob(answer(json)), IOException.class);
    }

    private static Answer answer(byte[] json) {
        return new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), new ByteArrayInputStream(json));
    }
}
