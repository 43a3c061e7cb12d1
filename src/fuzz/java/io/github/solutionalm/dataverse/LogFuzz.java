package io.github.solutionalm.dataverse;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.JobDocuments;
import io.github.solutionalm.Operation;
import io.github.solutionalm.dataverse.api.FormattedLog;
import io.github.solutionalm.dataverse.api.LogEntry;
import io.github.solutionalm.dataverse.api.MissingParts;
import io.github.solutionalm.dataverse.content.ContentChanges;
import io.github.solutionalm.fuzz.Bounds;
import io.github.solutionalm.fuzz.GrownInput;
import io.github.solutionalm.fuzz.Scratch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** The formatted log of an import, as an environment writes it, and what is made of it. */
public final class LogFuzz {

    private LogFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Path file = Scratch.with("log.xml", GrownInput.expand(input));
        Bounds.hold(
                () -> {
                    List<LogEntry> entries = FormattedLog.read(file);
                    ImportEvidence evidence = new ImportEvidence(
                            Optional.of(true), entries, new JobDocuments(Optional.of(file), Optional.empty()));
                    evidence.failures().forEach(failure -> MissingParts.inText(failure.message()));
                    evidence.warnings();
                    new ComponentResults(Operation.INSTALL, ContentChanges.UNKNOWN, Instant.EPOCH)
                            .of(List.of(), entries, Status.SUCCESS);
                },
                XMLStreamException.class);
    }
}
