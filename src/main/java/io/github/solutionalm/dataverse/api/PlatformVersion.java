package io.github.solutionalm.dataverse.api;

import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SolutionVersion;

/**
 * The version of an environment's platform. All calls of this plugin work since 9.2.21013.131, which every online environment
 * has had for years
 * (https://github.com/microsoft/PowerPlatform-DataverseServiceClient, Utils/Utils.cs, FeatureVersionMinimums).
 *
 * @param version version of the platform
 */
public record PlatformVersion(SolutionVersion version) {

    private static final SolutionVersion LOWEST = SolutionVersion.parse("9.2.21013.131");

    /**
     * Checks that the version is not too old.
     *
     * @throws SolutionException when the environment lacks calls that imports need
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
