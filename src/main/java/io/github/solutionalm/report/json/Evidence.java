package io.github.solutionalm.report.json;

import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.Doubt;
import java.util.ArrayList;
import java.util.List;

/** Which look at an environment says what a plan says of a component (docs/files.md, "plan.json, apply-plan.json"). */
final class Evidence {

    private Evidence() {}

    /**
     * The looks, in the words of the file.
     *
     * @param captured whether the environment was captured, so that contents of layers may not be known
     */
    static List<String> of(ComponentChange change, boolean captured) {
        List<String> looks = new ArrayList<>();
        looks.add(captured ? "lists" : "layers");
        boolean compared = change.change() == Change.UNCHANGED
                || change.change() == Change.CHANGE && !change.doubts().contains(Doubt.MAY_BE_UNCHANGED);
        if (compared) {
            looks.add("content");
        }
        if (change.change() == Change.DELETE && !change.doubts().contains(Doubt.MAY_BE_BLOCKED)) {
            looks.add("users");
        }
        return looks;
    }
}
