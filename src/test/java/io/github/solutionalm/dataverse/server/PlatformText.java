package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.ImportResult;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.SolutionManifest;
import java.util.List;
import java.util.Optional;

/**
 * What the platform says where the engine explains: its own short texts, without advice (docs/platform-facts.md, "Error
 * codes" and "Update, upgrade, stage"). Clients may not lean on more than that.
 */
final class PlatformText {

    private static final String IN_USE = "0x8004F01F";

    private PlatformText() {}

    /** The failure of a result. The platform stops at the first component that it cannot delete. */
    static Failure of(ImportResult result) {
        Optional<Finding> inUse = result.errors().stream()
                .filter(error -> error.code().equals(IN_USE))
                .findFirst();
        Finding error = inUse.or(() -> result.errors().stream().findFirst()).orElseThrow();
        return new Failure(error.code(), text(error, result));
    }

    /** The errors of a result in the platform's words. */
    static List<Finding> errors(ImportResult result) {
        return result.errors().stream()
                .map(error -> new Finding(error.code(), error.name(), text(error, result), error.component()))
                .toList();
    }

    /** The warnings of a result; that a rule was a draft for the import is the engine's word, and not the platform's. */
    static List<Finding> warnings(ImportResult result) {
        return result.warnings().stream()
                .filter(warning ->
                        !warning.code().equals("0x8004F851") && !warning.code().equals("0x8004F871"))
                .toList();
    }

    private static String text(Finding error, ImportResult result) {
        String solution = result.manifest().map(SolutionManifest::uniqueName).orElse("");
        return switch (error.code()) {
            case "0x80048040" ->
                "The solution is already installed on this system as an unmanaged solution and the package supplied is"
                        + " attempting to install it in managed mode. Import can only update solutions when the modes"
                        + " match. Uninstall the current solution and try again.";
            case "0x80048041" ->
                "The solution is already installed on this system as a managed solution and the package supplied is"
                        + " attempting to install it in unmanaged mode. Import can only update solutions when the modes"
                        + " match. Uninstall the current solution and try again.";
            // The code stands for refused patches too.
            case "0x80048539" ->
                error.message().startsWith("The holding solution")
                        ? "Holding solution " + solution + "_Upgrade exists. Cannot update solution."
                        : error.message();
            case "0x80048541" ->
                "The import solution must have a higher version than the existing solution it is upgrading.";
            case "0x8004F867" -> "An error occurred while importing Routing Rule Sets.";
            case "0x8004F868" -> "An error occurred while importing SLAs.";
            case "0x8004F869" -> "An error occurred while importing Convert Rules.";
            case "0x8004F851" -> "You can not edit an active routing rule. Deactivate the rule to delete it.";
            case "0x8004F871" -> "You can't edit an active SLA. Deactivate the SLA, and then try editing it.";
            case IN_USE -> inUse(error);
            default -> error.message();
        };
    }

    private static String inUse(Finding error) {
        String what = error.component()
                .map(key -> key.type().name() + "(" + ComponentRows.objectId(key) + ")")
                .orElse("");
        return "The " + what + " component cannot be deleted because it is referenced by 1 other components. For a list"
                + " of referenced components, use the RetrieveDependenciesForDeleteRequest.";
    }
}
