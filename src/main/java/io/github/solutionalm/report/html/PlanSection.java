package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.report.html.Parts.Remark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code plan.json}, {@code apply-plan.json} and the plan of a rehearsal: what an operation would do, the worst first. */
final class PlanSection implements Section {

    private final JsonFile file;
    private final String id;
    private final String prefix;
    private final PlanPicks picks = new PlanPicks();
    private final JsonNode plan;

    /**
     * Reads a plan.
     *
     * @param id of the section
     * @param prefix what it is, before the name of the solution: {@code Plan}, {@code Rehearsal}
     */
    PlanSection(JsonFile file, String id, String prefix) throws IOException {
        this.file = file;
        this.id = id;
        this.prefix = prefix;
        this.plan = file.read(Map.of("components", picks::take, "deferred", picks::takeDeferred));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return prefix + ": " + Words.solution(plan) + " " + Words.versions(plan);
    }

    @Override
    public Level level() {
        if (isRefused()) {
            return Level.BAD;
        }
        return picks.isRisky() || !plan.path("warnings").isEmpty() ? Level.LOOK : Level.GOOD;
    }

    private boolean isRefused() {
        return !plan.path("errors").isEmpty()
                || !plan.path("gateFindings").isEmpty()
                || plan.path("blocked").asBoolean()
                || Words.text(plan, "outcome").equals("FAILED");
    }

    @Override
    public String sentence() {
        return Words.capital(Words.operation(Words.text(plan, "operation"))) + " " + Words.solution(plan) + " "
                + Words.versions(plan) + " in " + Words.text(plan.path("environment"), "id") + ": " + refusal()
                + changes() + risks() + ".";
    }

    private String refusal() {
        if (!picks.blocked.isEmpty()) {
            return "would be refused, since " + Words.count(picks.blocked.total(), "deletion")
                    + (picks.blocked.total() == 1 ? " is" : " are") + " blocked; ";
        }
        return isRefused() ? "would be refused; " : "";
    }

    private String changes() {
        List<String> changes = new ArrayList<>();
        if (!picks.deletions.isEmpty()) {
            changes.add("deletes " + Words.count(picks.deletions.total(), "component"));
        }
        if (!picks.deferred.isEmpty()) {
            changes.add("leaves " + Words.count(picks.deferred.total(), "deletion") + " to its application");
        }
        if (!picks.unlayered.isEmpty()) {
            changes.add("removes " + Words.count(picks.unlayered.total(), "layer"));
        }
        if (!picks.changed.isEmpty()) {
            changes.add("changes " + Words.number(picks.changed.total()));
        }
        if (!picks.added.isEmpty()) {
            changes.add("adds " + Words.number(picks.added.total()));
        }
        return changes.isEmpty() ? "changes nothing" : Words.list(changes);
    }

    private String risks() {
        String data = picks.withData() == 0 ? "" : "; data at risk in " + Words.number(picks.withData());
        String hidden =
                picks.hidden.isEmpty() ? "" : "; " + Words.count(picks.hidden.total(), "change") + " will not show";
        return data + hidden;
    }

    @Override
    public void write(Markup page) throws IOException {
        Parts parts = new Parts(page);
        page.element("p", sentence(), "class", "lead");
        parts.facts(facts());
        parts.findings("Errors", Level.BAD, plan.path("errors"));
        parts.findings("Gates", Level.BAD, plan.path("gateFindings"));
        new MissingList(page).write(plan.path("missingDependencies"));
        losses(parts);
        parts.rows("Changes that will not show", id + "/hidden", picks.hidden, PlanSection::hiddenBy);
        hidden(page);
        parts.findings("Warnings", Level.LOOK, plan.path("warnings"));
        parts.rows("Changed", id, picks.changed, ChangeRows::details);
        parts.rows("Added", id, picks.added, one -> List.of());
        gaps(page);
        picks.counts.write(page, "Components by type and change");
        new Explorer(id, ChangeRows.COLUMNS, new ChangeRows())
                .write(page, "All components", picks.total(), take -> file.each("components", take), Map.of());
    }

    private List<Map.Entry<String, String>> facts() {
        JsonNode of = plan.path("package");
        return List.of(
                Map.entry("Environment", Words.text(plan.path("environment"), "url")),
                Map.entry("Seen", Words.time(Words.text(plan.path("captured"), "at"))),
                Map.entry("Package", Words.text(of, "file")),
                Map.entry("SHA-256", Words.text(of, "sha256")),
                Map.entry("Replaces the patches", String.join(", ", Words.texts(plan, "previousPatches"))));
    }

    /** What goes, and what keeps it from going. */
    private void losses(Parts parts) throws IOException {
        String solution = Words.text(plan.path("solution"), "uniqueName");
        parts.rows("Deleted", id, picks.deletions, one -> ChangeRows.loss(one, solution));
        parts.rows(
                "Deleted when the upgrade is applied",
                id + "/later",
                picks.deferred,
                one -> ChangeRows.loss(one, solution));
        parts.rows("Blocked deletions", id + "/blocked", picks.blocked, ChangeRows::blockers);
        parts.findings("What to do about it", Level.LOOK, plan.path("blockers"));
        parts.rows("Layers removed, so that others show", id, picks.unlayered, one -> ChangeRows.loss(one, solution));
    }

    private static List<Remark> hiddenBy(JsonNode component) {
        return List.of(new Remark(Level.LOOK, "Hidden by", Words.text(component, "hiddenBy")));
    }

    private void hidden(Markup page) throws IOException {
        if (picks.hiddenBy.size() > 1) {
            List<String> owners = new ArrayList<>();
            picks.hiddenBy.forEach((owner, count) -> owners.add(owner + " hides " + Words.number(count)));
            page.element("p", Words.list(owners) + ".");
        }
    }

    private void gaps(Markup page) throws IOException {
        JsonNode gaps = plan.path("captured").path("gaps");
        if (gaps.isEmpty()) {
            return;
        }
        page.element("h3", "What could not be seen (" + gaps.size() + ")").open("ul");
        for (JsonNode gap : gaps) {
            page.element("li", Words.text(gap, "what") + ": " + Words.text(gap, "why"));
        }
        page.close();
    }
}
