package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import io.github.solutionalm.dataverse.http.RowShape;
import java.io.IOException;

/**
 * Reads whether a rule is active.
 *
 * @param rule the rule
 */
public record ReadRuleState(ActiveRule rule) implements Get<Boolean> {

    @Override
    public String describe() {
        return "check whether the " + rule.label() + " is active";
    }

    @Override
    public ApiPath path() {
        return rule.path().with("$select", ActiveRule.STATE);
    }

    @Override
    public Boolean read(Answer answer) throws IOException {
        JsonNode row = answer.json();
        RowShape.ANY.numbers(ActiveRule.STATE).check(row, "the answer");
        return ActiveRule.isActive(row);
    }
}
