/**
 * The files in the platform's own formats: import log (SpreadsheetML) and import job document (XML). Imports the front door, {@code
 * model}, {@code text} and the StAX writer.
 */
package io.github.solutionalm.report.platform;
