/**
 * A real environment. Entry class {@link io.github.solutionalm.dataverse.DataverseEnvironment}. {@code PackageImport} and
 * {@code UpgradeApplication} say in which order an operation happens, and {@code Tries} tries them until no other operation
 * runs. Each step makes a {@code Phase}; {@code OperationEnds} makes the result from the last one that was reached, whichever
 * way the operation ended. Each call is a class of {@code dataverse.api}; {@code dataverse.job} starts nothing twice, and waits
 * for the end; {@code dataverse.content} compares what an operation changed. Imports these, {@code dataverse.http},
 * {@code dataverse.auth}, the rules of {@code engine} that need nothing but the installed solutions, {@code packaging} and
 * {@code model}.
 */
package io.github.solutionalm.dataverse;
