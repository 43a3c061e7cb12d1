/**
 * The files of an operation: import log, import job document, result, plan, summary, content of an environment,
 * inspection. Entry classes {@link io.github.solutionalm.report.ImportReport},
 * {@link io.github.solutionalm.report.PlanReport}, {@link io.github.solutionalm.report.BuildSummary},
 * {@link io.github.solutionalm.report.EnvironmentReport} and {@link io.github.solutionalm.report.InspectionReport}.
 * Imports {@code report.json}, {@code report.platform}, the front door, {@code model}, {@code files} and {@code time}.
 */
package io.github.solutionalm.report;
