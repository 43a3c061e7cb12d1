package io.github.solutionalm.dataverse;

import io.github.solutionalm.model.SolutionVersion;

/**
 * Which calls an environment has (facts/dataverse.md 4.3, feature minimums).
 *
 * @param version of the platform
 */
record PlatformVersion(SolutionVersion version) {

    private static final SolutionVersion ASYNC_IMPORT = SolutionVersion.parse("9.2.21013.131");
    private static final SolutionVersion IMPORT_RESULT = SolutionVersion.parse("9.2.23034.30");

    /** StageSolution, ImportSolutionAsync, StageAndUpgradeAsync and their like. */
    boolean hasAsyncImport() {
        return !ASYNC_IMPORT.isHigherThan(version);
    }

    /** RetrieveSolutionImportResult. */
    boolean hasImportResult() {
        return !IMPORT_RESULT.isHigherThan(version);
    }
}
