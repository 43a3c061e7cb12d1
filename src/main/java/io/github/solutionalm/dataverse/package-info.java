/**
 * A real environment behind the front door: {@link io.github.solutionalm.dataverse.DataverseEnvironment}. Here are the stories of the
 * operations: {@code PackageImport} and {@code UpgradeApplication} say in which order things happen, and are tried by {@code Tries}
 * until no other operation runs. Each step hands on a {@code Phase}; {@code OperationEnds} makes the result from the last one that
 * was reached, whichever way the operation ended. Each call is a class of
 * {@code dataverse.api}; that nothing is started twice, and how an end is waited for, is in {@code dataverse.job}; what an
 * operation changed is compared in {@code dataverse.content}. Imports these, {@code dataverse.http}, {@code dataverse.auth}, the
 * rules of {@code engine} that need nothing but the installed solutions, {@code packaging} and {@code model}.
 */
package io.github.solutionalm.dataverse;
