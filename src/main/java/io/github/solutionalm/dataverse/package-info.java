/**
 * A real environment behind the front door: {@link io.github.solutionalm.dataverse.DataverseEnvironment}. Here are the stories of the
 * operations: {@code PackageImport} and {@code UpgradeApplication} say in which order things happen. Each call is a class of
 * {@code dataverse.api}; that nothing is started twice, and how an end is waited for, is in {@code dataverse.job}; what an
 * operation changed is compared in {@code dataverse.content}. Imports these, {@code dataverse.http}, {@code dataverse.auth}, the
 * rules of {@code engine} that need nothing but the installed solutions, {@code packaging} and {@code model}.
 */
package io.github.solutionalm.dataverse;
