/**
 * What a person reads: tables, plans, results, progress. Entry class {@link io.github.solutionalm.mojo.console.Printout}.
 * Imports {@code mojo.build}, the front door, {@code report} and {@code model}.
 */
package io.github.solutionalm.mojo.console;
