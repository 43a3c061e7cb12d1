/**
 * {@code report.html}, the page of a build for people, made from its JSON files alone (docs/reports.md); the entry class is
 * {@link io.github.solutionalm.report.html.HtmlReport}. Imports
 * {@code report} for what every file has, {@code hash} and Jackson.
 */
package io.github.solutionalm.report.html;
