package io.github.solutionalm.mojo.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.maven.execution.MavenSession;

/**
 * What goals of this Maven session told of themselves for the summary of the build, beside the operations in
 * {@code summary.json}: plans, and what {@code verify} found; and what of all this CI systems have been told already.
 *
 * <p>Modules may run in parallel and load the plugin again, so the notes are stored in Maven's request and use JDK classes only.
 */
public final class SessionNotes {

    private static final String KEY = "io.github.solutionalm.solution-maven-plugin.notes";

    private final Map<String, List<Map<String, Object>>> notes;

    private SessionNotes(Map<String, List<Map<String, Object>>> notes) {
        this.notes = notes;
    }

    @SuppressWarnings("unchecked") // nobody else knows the key
    static SessionNotes of(MavenSession session) {
        Map<String, Object> data = session.getRequest().getData();
        synchronized (data) {
            Object kept = data.computeIfAbsent(KEY, key -> new LinkedHashMap<String, List<Map<String, Object>>>());
            return new SessionNotes((Map<String, List<Map<String, Object>>>) kept);
        }
    }

    /**
     * One note.
     *
     * @param goal the goal
     * @param subject what it was about; may be empty
     * @param file the plan, where there is one; else empty
     * @param findings why the build fails; empty when it does not
     */
    public record Note(String goal, String subject, String file, List<String> findings) {

        public Note {
            findings = List.copyOf(findings);
        }
    }

    /** Adds a note of a goal that writes into a folder. */
    public void add(Path outputDirectory, Note note) {
        synchronized (notes) {
            notes.computeIfAbsent(outputDirectory.toString(), folder -> new ArrayList<>())
                    .add(Map.of(
                            "goal", note.goal(),
                            "subject", note.subject(),
                            "file", note.file(),
                            "findings", note.findings()));
        }
    }

    /** The notes of a folder, in their order. */
    public List<Note> in(Path outputDirectory) {
        synchronized (notes) {
            return notes.getOrDefault(outputDirectory.toString(), List.of()).stream()
                    .map(SessionNotes::note)
                    .toList();
        }
    }

    private static Note note(Map<String, Object> kept) {
        return new Note(
                (String) kept.get("goal"),
                (String) kept.get("subject"),
                (String) kept.get("file"),
                ((List<?>) kept.get("findings"))
                        .stream().map(String.class::cast).toList());
    }

    /** Keeps those of some ids that were not told yet, and takes them for told from now on. */
    public Set<String> untold(Set<String> ids) {
        synchronized (notes) {
            List<Map<String, Object>> told = notes.computeIfAbsent("told", key -> new ArrayList<>());
            Set<String> news = new LinkedHashSet<>(ids);
            told.forEach(one -> news.remove(one.get("id")));
            news.forEach(id -> told.add(Map.of("id", id)));
            return news;
        }
    }
}
