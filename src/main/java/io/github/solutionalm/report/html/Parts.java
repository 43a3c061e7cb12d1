package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What several sections are made of. */
final class Parts {

    /** So many rows of a list are in the page without a script. */
    static final int SHOWN = 100;

    private static final int LONGEST_MESSAGE = 4000;

    private final Markup page;

    Parts(Markup page) {
        this.page = page;
    }

    /** Facts, each a name and a value; those without a value are left out. */
    void facts(List<Map.Entry<String, String>> facts) throws IOException {
        page.open("dl", "class", "facts");
        for (Map.Entry<String, String> fact : facts) {
            if (!fact.getValue().isEmpty()) {
                page.open("div").element("dt", fact.getKey());
                page.open("dd");
                name(fact.getValue());
                page.close().close();
            }
        }
        page.close();
    }

    /** A name from elsewhere, whose direction of writing stays its own. */
    void name(String text) throws IOException {
        page.element("bdi", text);
    }

    /** Errors or warnings, each with what to do as its message says it; nothing when there are none. */
    void findings(String heading, Level level, JsonNode findings) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        page.element("h3", heading + " (" + Words.number(findings.size()) + ")");
        page.open("ul", "class", "findings " + level.style());
        int shown = 0;
        for (JsonNode finding : findings) {
            if (shown++ == SHOWN) {
                break;
            }
            page.open("li");
            page.open("p");
            name(VisibleText.of(Words.text(finding, "message"), LONGEST_MESSAGE));
            page.close();
            finding(finding);
            page.close();
        }
        page.close();
        more(findings.size() - SHOWN, "in the JSON file");
    }

    private void finding(JsonNode finding) throws IOException {
        String code = Words.text(finding, "code");
        String component = finding.path("component").isObject() ? Words.component(finding.path("component")) : "";
        if (code.isEmpty() && component.isEmpty()) {
            return;
        }
        page.open("p", "class", "small");
        if (!code.isEmpty()) {
            page.element("code", (code + " " + Words.text(finding, "name")).strip());
            page.text(" ");
        }
        if (!component.isEmpty()) {
            page.element("code", component);
        }
        page.close();
    }

    /** How many rows a list leaves out, and where they are. */
    void more(int more, String where) throws IOException {
        if (more > 0) {
            page.element("p", "… and " + Words.number(more) + " more, " + where + ".", "class", "more");
        }
    }

    /** A list of components whose ids begin with that of a section; nothing when there are none. */
    void rows(String title, String id, Foremost<JsonNode> rows, Function<JsonNode, List<Remark>> remarks)
            throws IOException {
        if (rows.isEmpty()) {
            return;
        }
        page.element("h3", title + " (" + Words.number(rows.total()) + ")");
        page.open("ul", "class", "rows");
        for (JsonNode row : rows.list()) {
            component(Anchor.of(id, Words.text(row, "type"), Words.text(row, "key")), row, remarks.apply(row));
        }
        page.close();
        more(rows.more(), "in the table of all components");
    }

    /** One component of a list: its names, and what there is to say of it. */
    private void component(String id, JsonNode component, List<Remark> remarks) throws IOException {
        String key = Words.text(component, "key");
        String name = Words.text(component, "name");
        page.open("li", "id", id);
        page.open("div", "class", "what");
        page.element("span", Words.text(component, "type"), "class", "type");
        page.text(" ");
        page.element("bdi", name.isEmpty() ? key : name, "class", "name");
        if (!name.isEmpty()) {
            page.text(" ").element("code", key);
        }
        page.close();
        for (Remark remark : remarks) {
            page.open("div", "class", remark.level().style());
            page.text(remark.label());
            if (!remark.text().isEmpty()) {
                page.text(" ");
                name(remark.text());
            }
            page.close();
        }
        page.close();
    }

    /**
     * Something to say of a component.
     *
     * @param level how bad it is
     * @param label ours
     * @param text from elsewhere; may be empty
     */
    record Remark(Level level, String label, String text) {}

    /** A table of figures: a heading of each column, and rows whose first cell is their name. */
    void table(String caption, List<String> columns, List<List<String>> rows) throws IOException {
        page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        page.open("table").element("caption", caption);
        page.open("thead").open("tr");
        for (String column : columns) {
            page.element("th", column, "scope", "col");
        }
        page.close().close().open("tbody");
        for (List<String> row : rows) {
            page.open("tr");
            for (int i = 0; i < row.size(); i++) {
                page.open(i == 0 ? "th" : "td", i == 0 ? new String[] {"scope", "row"} : new String[0]);
                name(row.get(i));
                page.close();
            }
            page.close();
        }
        page.close().close().close();
    }
}
