/**
 * A real environment behind the front door: {@link io.github.solutionalm.dataverse.DataverseEnvironment}. One small class per
 * call of the Web API; {@code PackageImport} and {@code UpgradeApplication} say in which order they are made, {@code OneStart}
 * that nothing is started twice, {@code JobWatch} how an end is waited for. Imports {@code dataverse.http}, {@code
 * dataverse.auth}, the rules of {@code engine} that need nothing but the installed solutions, {@code packaging}, {@code xml},
 * Jackson, and {@code model}.
 */
package io.github.solutionalm.dataverse;
