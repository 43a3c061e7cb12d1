package io.github.solutionalm.report;

import io.github.solutionalm.report.json.OperationRecord;
import io.github.solutionalm.report.markdown.Section;
import io.github.solutionalm.report.markdown.SectionReader;
import io.github.solutionalm.report.markdown.SummaryDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code summary.md}: what a build did, for the pages of CI systems; at most 60 KB, however much it was. */
public final class BuildMarkdown {

    static final String NAME = "summary.md";

    /** GitHub shows no summary at all of a step that wrote more than 1 MiB. */
    private static final long STEP_LIMIT = 1_000_000;

    private BuildMarkdown() {}

    /**
     * What the summary says of an operation: what its result file says, or the entry of {@code summary.json} alone when there is
     * no such file.
     *
     * @throws IOException when the result file cannot be read
     */
    public static Section of(OperationRecord operation, Path outputDirectory) throws IOException {
        Path directory = outputDirectory.toAbsolutePath().normalize();
        boolean failed = !operation.outcome().isSuccess() || !operation.errors().isEmpty();
        List<String> errors = failed && operation.errors().isEmpty()
                ? List.of("The outcome is " + operation.outcome() + ".")
                : operation.errors();
        return operation.result().isEmpty()
                ? Section.failed(
                        new Section.Subject(
                                operation.goal(),
                                operation.subject(),
                                operation.environment().id()),
                        operation.outcome().name(),
                        errors)
                : SectionReader.read(directory.resolve(operation.result()), errors, operation.result());
    }

    /**
     * What the summary says of a plan.
     *
     * @param findings why the build fails; empty when it does not
     * @throws IOException when it cannot be read
     */
    public static Section of(Path plan, List<String> findings, Path outputDirectory) throws IOException {
        Path directory = outputDirectory.toAbsolutePath().normalize();
        Path file = plan.toAbsolutePath().normalize();
        String shown = file.startsWith(directory) ? directory.relativize(file).toString() : file.toString();
        return SectionReader.read(file, findings, shown.replace('\\', '/'));
    }

    /**
     * Writes {@code summary.md} in place of the one that may be there.
     *
     * @return the file
     * @throws IOException when it cannot be written; the message names the file and says what to do
     */
    public static Path write(List<Section> sections, Path outputDirectory) throws IOException {
        byte[] text = SummaryDocument.of(sections).getBytes(StandardCharsets.UTF_8);
        return ReportFile.write(outputDirectory.toAbsolutePath().normalize().resolve(NAME), out -> out.write(text));
    }

    /**
     * Appends sections to the file that GitHub shows on the page of a run.
     *
     * @return whether there was room
     * @throws IOException when it cannot be written
     */
    public static boolean append(List<Section> sections, Path stepSummary) throws IOException {
        byte[] text = (SummaryDocument.of(sections) + "\n").getBytes(StandardCharsets.UTF_8);
        if (Files.exists(stepSummary) && Files.size(stepSummary) + text.length > STEP_LIMIT) {
            return false;
        }
        try (OutputStream out =
                Files.newOutputStream(stepSummary, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(text); // at once, so that modules side by side don't mix
        }
        return true;
    }
}
