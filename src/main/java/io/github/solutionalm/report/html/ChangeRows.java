package io.github.solutionalm.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.report.html.Parts.Remark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is said of one component of a plan or a comparison, in lists and in the table of all. */
final class ChangeRows implements Explorer.View {

    private static final int MOST_DETAILS = 30;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_BLOCKERS = 10;
    /** Their rows go with them: first among deletions. */
    private static final Set<String> HOLD_DATA = Set.of("Entity", "Attribute", "EntityRelationship");

    static final List<Explorer.Column> COLUMNS =
            List.of(Explorer.Column.of("Change", Words.changes()), Explorer.Column.ofText("Remarks"));

    /** Deletions in the order of what is lost: data first, then tables and columns. */
    static int severity(JsonNode component) {
        if (component.path("dataAtRisk").isObject()) {
            return 0;
        }
        String type = Words.text(component, "type");
        return type.equals("Entity") ? 1 : HOLD_DATA.contains(type) ? 2 : 3;
    }

    /** What goes with a deletion or a removed layer. */
    static List<Remark> loss(JsonNode component, String solution) {
        List<Remark> remarks = new ArrayList<>();
        String data = Words.data(component);
        if (!data.isEmpty()) {
            remarks.add(new Remark(Level.BAD, "Data at risk: " + data, ""));
        }
        if (component.path("values").size() > 0) {
            remarks.add(new Remark(Level.LOOK, "Values removed:", Words.values(component)));
        }
        List<String> owners = new ArrayList<>(Words.texts(component, "owners"));
        owners.remove(solution);
        if (!owners.isEmpty()) {
            remarks.add(new Remark(Level.LOOK, "Also in:", String.join(", ", owners)));
        }
        doubt(component, remarks);
        return remarks;
    }

    /** What blocks a deletion. */
    static List<Remark> blockers(JsonNode component) {
        List<Remark> remarks = new ArrayList<>();
        int blockers = component.path("blockedBy").size();
        for (int i = 0; i < Math.min(blockers, MOST_BLOCKERS); i++) {
            JsonNode blocker = component.path("blockedBy").get(i);
            boolean itself = Words.text(blocker, "key").equals(Words.text(component, "key"))
                    && Words.text(blocker, "type").equals(Words.text(component, "type"));
            String owner = Words.text(blocker, "solution");
            remarks.add(
                    itself
                            ? new Remark(Level.PLAIN, "Another layer lies over it, of", owner)
                            : new Remark(Level.PLAIN, "Used by", Words.component(blocker) + ", of " + owner));
        }
        if (blockers > MOST_BLOCKERS) {
            remarks.add(new Remark(Level.PLAIN, "… and " + (blockers - MOST_BLOCKERS) + " more", ""));
        }
        return remarks;
    }

    /** What changes in it, old and new. */
    static List<Remark> details(JsonNode component) {
        List<Remark> remarks = new ArrayList<>();
        int details = component.path("details").size();
        for (int i = 0; i < Math.min(details, MOST_DETAILS); i++) {
            remarks.add(
                    new Remark(Level.PLAIN, "", detail(component.path("details").get(i))));
        }
        if (details > MOST_DETAILS) {
            remarks.add(new Remark(Level.PLAIN, "… and " + (details - MOST_DETAILS) + " more", ""));
        }
        String owner = Words.text(component, "hiddenBy");
        if (!owner.isEmpty()) {
            remarks.add(new Remark(Level.LOOK, "Will not show: hidden by", owner));
        }
        if (component.path("overwritesCustomization").asBoolean()) {
            remarks.add(new Remark(Level.LOOK, "Overwrites the customization", ""));
        }
        remarks.addAll(loss(component, ""));
        return remarks;
    }

    private static String detail(JsonNode detail) {
        String what = Words.text(detail, "what");
        String before = Words.text(detail, "old");
        String after = Words.text(detail, "new");
        return VisibleText.of(what, LONGEST_VALUE)
                + (detail.path("old").isTextual() && detail.path("new").isTextual()
                        ? ": " + VisibleText.of(before, LONGEST_VALUE) + " → " + VisibleText.of(after, LONGEST_VALUE)
                        : detail.path("old").isTextual()
                                ? " removed: " + VisibleText.of(before, LONGEST_VALUE)
                                : " added: " + VisibleText.of(after, LONGEST_VALUE));
    }

    private static void doubt(JsonNode component, List<Remark> remarks) {
        String certainty = Words.text(component, "certainty");
        if (!certainty.isEmpty() && !certainty.equals("certain")) {
            remarks.add(new Remark(Level.PLAIN, "Certainty: " + certainty, ""));
        }
    }

    @Override
    public List<String> columns(JsonNode component) {
        List<String> remarks = new ArrayList<>();
        String data = Words.data(component);
        if (!data.isEmpty()) {
            remarks.add(data);
        }
        if (component.path("blockedBy").size() > 0) {
            remarks.add("blocked");
        }
        if (!Words.text(component, "hiddenBy").isEmpty()) {
            remarks.add("hidden by " + Words.text(component, "hiddenBy"));
        }
        if (component.path("overwritesCustomization").asBoolean()) {
            remarks.add("overwrites the customization");
        }
        String certainty = Words.text(component, "certainty");
        if (!certainty.isEmpty() && !certainty.equals("certain")) {
            remarks.add(certainty);
        }
        return List.of(Words.change(Words.text(component, "change")), String.join("; ", remarks));
    }

    @Override
    public boolean hasMore(JsonNode component) {
        return component.path("details").size() > 0
                || component.path("blockedBy").size() > 0;
    }

    @Override
    public void more(JsonNode component, JsonGenerator json) throws IOException {
        List<Remark> remarks = new ArrayList<>(blockers(component));
        details(component).stream()
                .filter(remark -> remark.label().isEmpty() || remark.label().startsWith("…"))
                .forEach(remarks::add);
        json.writeArrayFieldStart("notes");
        for (Remark remark : remarks) {
            json.writeString((remark.label() + " " + VisibleText.of(remark.text(), 3 * LONGEST_VALUE)).strip());
        }
        json.writeEndArray();
    }
}
