package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code diff.json}: what a package has other than what it is compared with. */
final class DiffSection implements Section {

    private final JsonFile file;
    private final String id;
    private final PlanPicks picks = new PlanPicks();
    private final JsonNode diff;

    DiffSection(JsonFile file, String id) throws IOException {
        this.file = file;
        this.id = id;
        this.diff = file.read(Map.of("components", picks::take));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Difference";
    }

    @Override
    public Level level() {
        return Level.PLAIN;
    }

    @Override
    public String sentence() {
        return "";
    }

    @Override
    public void write(Markup page) throws IOException {
        Parts parts = new Parts(page);
        List<String> changes = new ArrayList<>();
        changes.add(Words.number(picks.deletions.total()) + " only in the old one");
        changes.add(Words.number(picks.changed.total()) + " changed");
        changes.add(Words.number(picks.added.total()) + " only in the new one");
        page.element("p", Words.capital(Words.list(changes)) + ".", "class", "lead");
        parts.facts(List.of(Map.entry("New", file("package")), Map.entry("Old", file("against"))));
        parts.rows("Only in the old one", id, picks.deletions, one -> List.of());
        parts.rows("Changed", id, picks.changed, ChangeRows::details);
        parts.rows("Only in the new one", id, picks.added, one -> List.of());
        picks.counts.write(page, "Components by type and change");
        new Explorer(id, ChangeRows.COLUMNS, new ChangeRows())
                .write(page, "All components", picks.total(), take -> file.each("components", take), Map.of());
    }

    /** A package, by its file or as it stands. */
    private String file(String key) {
        JsonNode of = diff.path(key);
        return of.isObject() ? Words.text(of, "file") : Words.text(diff, key);
    }
}
