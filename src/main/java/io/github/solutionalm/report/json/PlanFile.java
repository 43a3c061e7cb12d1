package io.github.solutionalm.report.json;

import io.github.solutionalm.SavedPlan;
import java.util.Optional;

/**
 * A plan read from its file.
 *
 * @param plan the plan
 * @param packageFile path of the package that it was made for; empty for a staged upgrade whatever its package
 */
public record PlanFile(SavedPlan plan, Optional<String> packageFile) {}
