package io.github.solutionalm.dataverse;

import io.github.solutionalm.dataverse.http.Answer;
import io.github.solutionalm.dataverse.http.ApiPath;
import java.io.IOException;

/**
 * Asks whether a rule is active.
 *
 * @param rule the rule
 */
record ReadRuleState(ActiveRule rule) implements Get<Boolean> {

    @Override
    public String describe() {
        return "see whether the " + rule.label() + " is active";
    }

    @Override
    public ApiPath path() {
        return rule.path().with("$select", ActiveRule.STATE);
    }

    @Override
    public Boolean read(Answer answer) throws IOException {
        return ActiveRule.isActive(answer.json());
    }
}
