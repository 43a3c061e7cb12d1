package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.Outcome;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.build.SessionNotes;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.report.BuildMarkdown;
import io.github.solutionalm.report.BuildSummary;
import io.github.solutionalm.report.json.OperationRecord;
import io.github.solutionalm.report.markdown.Section;
import io.github.solutionalm.text.PortableName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code summary.md} of a build, and tells CI systems of it: what is new is appended to GitHub's page of the step, and
 * Azure Pipelines gets the path of the file.
 *
 * @param announce whether CI systems are told
 */
record CiSummary(Path outputDirectory, MavenBuild build, Printout out, boolean announce) {

    void write() throws IOException {
        Map<String, Section> sections = sections();
        if (sections.isEmpty()) {
            return;
        }
        Path file = BuildMarkdown.write(List.copyOf(sections.values()), outputDirectory);
        if (!announce) {
            return;
        }
        Optional<String> step = build.environmentVariable("GITHUB_STEP_SUMMARY").filter(path -> !path.isBlank());
        if (step.isPresent()) {
            append(sections, Path.of(step.get()));
        }
        if (isSet("TF_BUILD")) {
            out.azureSummary(file.toAbsolutePath(), build.isReactor() ? PortableName.of(build.artifactId()) : "");
        }
    }

    private boolean isSet(String variable) {
        return build.environmentVariable(variable)
                .filter(value -> !value.isBlank() && !value.equalsIgnoreCase("false"))
                .isPresent();
    }

    private void append(Map<String, Section> sections, Path step) throws IOException {
        // What has not ended is told when it has.
        Set<String> ended = new LinkedHashSet<>(sections.keySet());
        ended.removeIf(id -> sections.get(id).outcome().word().equals(Outcome.STARTED.name()));
        Set<String> untold = build.notes().untold(ended);
        List<Section> news = untold.stream().map(sections::get).toList();
        if (!news.isEmpty() && !BuildMarkdown.append(news, step)) {
            out.warning("The summary of this step has no more room; it is in " + out.path(outputDirectory));
        }
    }

    /** What this build did, by ids that no other section of this Maven session has. */
    private Map<String, Section> sections() throws IOException {
        Map<String, Section> sections = new LinkedHashMap<>();
        List<SessionNotes.Note> notes = build.notes().in(outputDirectory);
        for (int i = 0; i < notes.size(); i++) {
            sections.put(outputDirectory + " " + i, section(notes.get(i)));
        }
        for (OperationRecord operation : operations()) {
            sections.put(operation.id(), BuildMarkdown.of(operation, outputDirectory));
        }
        return sections;
    }

    private List<OperationRecord> operations() throws IOException {
        return BuildSummary.exists(outputDirectory)
                ? new ArrayList<>(BuildSummary.read(outputDirectory, build.id()))
                : List.of();
    }

    private Section section(SessionNotes.Note note) throws IOException {
        if (!note.file().isEmpty()) {
            return BuildMarkdown.of(Path.of(note.file()), note.findings(), outputDirectory);
        }
        Section.Subject subject = new Section.Subject(note.goal(), note.subject(), "");
        return new Section(
                subject,
                new Section.Outcome(
                        note.findings().isEmpty() ? "PASSED" : "FAILED",
                        !note.findings().isEmpty()),
                Section.NO_FIGURES,
                note.findings(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }
}
