package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SolutionVersion;

/**
 * The version of an environment's platform. All that is asked of an environment has been there since 9.2.21013.131, which
 * every environment online has had for years
 * (https://github.com/microsoft/PowerPlatform-DataverseServiceClient, Utils/Utils.cs, FeatureVersionMinimums).
 *
 * @param version of the platform
 */
public record PlatformVersion(SolutionVersion version) {

    private static final SolutionVersion LOWEST = SolutionVersion.parse("9.2.21013.131");

    /**
     * Refuses what is older.
     *
     * @throws SolutionException when the environment lacks the calls that imports are made of
     */
    public void check() throws SolutionException {
        if (LOWEST.isHigherThan(version)) {
            throw new SolutionException("The environment runs version " + version
                    + " of the platform. The plugin needs "
                    + LOWEST + " or higher, which every Power Platform environment has; Dynamics 365 on-premises"
                    + " is not supported. Nothing was started.");
        }
    }
}
