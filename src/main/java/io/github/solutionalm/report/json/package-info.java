/**
 * The JSON files of this plugin (docs/files.md), written and read. Imports {@code report.platform} for what both say alike, the front
 * door, {@code model}, {@code text} and Jackson.
 */
package io.github.solutionalm.report.json;
