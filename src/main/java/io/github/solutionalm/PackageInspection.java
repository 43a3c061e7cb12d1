package io.github.solutionalm;

import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.model.SolutionManifest;
import java.util.List;
import java.util.Map;

/**
 * The content of a package, read without an environment.
 *
 * @param file the package
 * @param manifest its manifest
 * @param counts components that the package brings, by type name
 * @param context components that are there only as context for others, by type name
 * @param languages LCIDs
 * @param requiredSolutions solutions that must be there first, with how many components are needed of each
 * @param code what in it can run
 * @param settings what it leaves to the environment: environment variables and connection references
 * @param warnings what an import would warn about, for instance files that nothing claims
 */
public record PackageInspection(
        PackageFile file,
        SolutionManifest manifest,
        Map<String, Integer> counts,
        Map<String, Integer> context,
        List<Integer> languages,
        List<RequiredSolution> requiredSolutions,
        List<Code> code,
        SettingsDeclaration settings,
        List<Finding> warnings) {

    /** The inspection of a package that leaves nothing to the environment. */
    public PackageInspection(
            PackageFile file,
            SolutionManifest manifest,
            Map<String, Integer> counts,
            Map<String, Integer> context,
            List<Integer> languages,
            List<RequiredSolution> requiredSolutions,
            List<Code> code,
            List<Finding> warnings) {
        this(file, manifest, counts, context, languages, requiredSolutions, code, SettingsDeclaration.NONE, warnings);
    }

    /**
     * A solution that the package needs.
     *
     * @param name as the manifest writes it
     * @param components how many of its components are needed
     */
    public record RequiredSolution(String name, int components) {}

    /**
     * A part of the package that can run: a plug-in assembly, a script, a flow, a custom connector.
     *
     * @param type component type name
     * @param key component key
     * @param name display name; may be empty
     * @param size bytes of its files
     * @param hosts hosts that it names, sorted; for flows and connectors
     */
    public record Code(String type, String key, String name, long size, List<String> hosts) {}
}
