/**
 * The files that CI systems show as test results (docs/files.md, "JUnit XML"). Imports the front door, {@code model}, {@code text}
 * and {@code report.xml}.
 */
package io.github.solutionalm.report.junit;
