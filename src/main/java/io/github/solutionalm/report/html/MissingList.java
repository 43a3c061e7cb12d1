package io.github.solutionalm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the environment lacks: each missing component with what needs it. */
final class MissingList {

    private final Markup page;

    MissingList(Markup page) {
        this.page = page;
    }

    /** Nothing when nothing is missing. */
    void write(JsonNode missing) throws IOException {
        if (missing.isEmpty()) {
            return;
        }
        page.element("h3", "Missing in the environment (" + Words.number(missing.size()) + ")");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode one : missing) {
            if (rows.size() == Parts.SHOWN) {
                break;
            }
            rows.add(List.of(
                    Words.component(one.path("required")),
                    Words.text(one.path("required"), "solution"),
                    Words.component(one.path("dependent"))));
        }
        Parts parts = new Parts(page);
        parts.table("Missing components", List.of("Missing", "Comes with", "Needed by"), rows);
        parts.more(missing.size() - rows.size(), "in the JSON file");
    }
}
