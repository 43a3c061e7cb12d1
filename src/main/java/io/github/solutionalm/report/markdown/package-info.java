/**
 * The summary of a build for the pages of CI systems (docs/files.md, "summary.md"). Imports {@code model}, {@code text} and
 * Jackson.
 */
package io.github.solutionalm.report.markdown;
