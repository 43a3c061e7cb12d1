package io.github.solutionalm.mojo.console;

import io.github.solutionalm.ImportListener.Installed;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.model.SolutionManifest;
import java.util.Optional;

/** The text of the Action line: what the operation does with the solution. */
final class ActionText {

    private ActionText() {}

    /** The action of an import, derived from versions and options. The import may still be refused. */
    static String of(SolutionManifest manifest, Optional<Installed> installed, ImportOptions options) {
        Optional<String> skip = skip(manifest, installed, options);
        if (skip.isPresent()) {
            return skip.get();
        }
        int order = order(manifest, installed);
        boolean converts = converts(manifest, installed, options);
        String steps = ", SDK message processing steps "
                + (options.enableSdkMessageProcessingSteps() ? "enabled" : "not enabled");
        if (!manifest.managed()) {
            return "import of unmanaged customizations" + steps;
        }
        String customizations =
                ", customizations " + (options.overwriteCustomizations() ? "overwritten" : "maintained");
        return action(manifest, installed, order, converts, options) + customizations + steps;
    }

    /** Why the package is skipped; empty if it is not. */
    static Optional<String> skip(SolutionManifest manifest, Optional<Installed> installed, ImportOptions options) {
        int order = order(manifest, installed);
        if (order == 0 && options.sameVersion() == SameVersion.SKIP && !converts(manifest, installed, options)) {
            return Optional.of("skip: this version is installed (sameVersion)");
        }
        return order < 0 && options.lowerVersion() == LowerVersion.SKIP
                ? Optional.of("skip: a higher version is installed (lowerVersion)")
                : Optional.empty();
    }

    private static int order(SolutionManifest manifest, Optional<Installed> installed) {
        return installed
                .map(before -> manifest.version().compareTo(before.version()))
                .orElse(1);
    }

    private static boolean converts(SolutionManifest manifest, Optional<Installed> installed, ImportOptions options) {
        return manifest.managed()
                && options.convertToManaged()
                && installed.filter(before -> !before.managed()).isPresent();
    }

    private static String action(
            SolutionManifest manifest,
            Optional<Installed> installed,
            int order,
            boolean converts,
            ImportOptions options) {
        if (manifest.patchOf().isPresent()) {
            return "patch of " + manifest.patchOf().get();
        }
        if (installed.isEmpty()) {
            return "install";
        }
        if (converts) {
            return "update, which makes the unmanaged solution managed";
        }
        if (order <= 0 || options.action() == Action.UPDATE) {
            return "update";
        }
        return options.action() == Action.STAGE ? "stage for upgrade as " + holding(manifest) : "upgrade";
    }

    /** The action of applying a staged upgrade. */
    static String ofApply(SolutionManifest staged, Installed replaced) {
        return "apply upgrade: " + holding(staged) + " " + staged.version() + " replaces " + Wording.versions(replaced);
    }

    private static String holding(SolutionManifest manifest) {
        return manifest.uniqueName() + "_Upgrade";
    }
}
