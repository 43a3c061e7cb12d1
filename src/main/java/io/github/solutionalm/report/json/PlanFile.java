package io.github.solutionalm.report.json;

import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.model.PackageArtifact;
import java.util.Optional;

/**
 * A plan read from its file.
 *
 * @param plan the plan
 * @param packageFile path of the package that it was made for; empty for a staged upgrade whatever its package
 * @param artifact the artifact that this package is; another machine has it in another place
 */
public record PlanFile(SavedPlan plan, Optional<String> packageFile, Optional<PackageArtifact> artifact) {}
