package io.github.solutionalm;

import java.time.Duration;

/**
 * How a package is to be imported; the parameters of the goals.
 *
 * @param action for a managed solution that is already installed
 * @param overwriteCustomizations overwrite unmanaged customizations instead of maintaining them
 * @param enableSdkMessageProcessingSteps enable the package's plug-in steps and workflows
 * @param activateFlows switch on what the package has as on and the environment left off; a Dataverse environment only
 * @param skipProductUpdateDependencies ignore dependencies on updates of Microsoft's products; a Dataverse environment only
 * @param publish publish after an import that needs it
 * @param convertToManaged allow a managed package over the same unmanaged solution
 * @param sameVersion what to do when the package has the installed version
 * @param lowerVersion what to do when the package has a lower version
 * @param missingDependencies whether a missing dependency refuses the package
 * @param leftoverUpgrade what to do with a holding solution that an earlier upgrade left behind
 * @param activeBase what to do with a managed package over components that have an unmanaged layer only
 * @param activeRules what to do with active rules that the package would change
 * @param gates what a plan may contain to be carried out
 * @param timeout how long one operation may take
 * @param lockTimeout how long to wait while another operation runs in the environment
 */
public record ImportOptions(
        Action action,
        boolean overwriteCustomizations,
        boolean enableSdkMessageProcessingSteps,
        boolean activateFlows,
        boolean skipProductUpdateDependencies,
        boolean publish,
        boolean convertToManaged,
        SameVersion sameVersion,
        LowerVersion lowerVersion,
        MissingDependencies missingDependencies,
        LeftoverUpgrade leftoverUpgrade,
        ActiveBase activeBase,
        ActiveRules activeRules,
        PlanGates gates,
        Duration timeout,
        Duration lockTimeout) {

    /** What to do with a managed solution that is already installed (docs/concepts.md, "Actions"). */
    public enum Action {
        /** There is none: a solution that is there in another version is refused. */
        INSTALL,
        UPGRADE,
        UPDATE,
        STAGE
    }

    /** Policy for a package that has the installed version. */
    public enum SameVersion {
        SKIP,
        IMPORT,
        FAIL
    }

    /** Policy for a package that has a lower version than the installed one. */
    public enum LowerVersion {
        SKIP,
        IMPORT,
        FAIL
    }

    /** Policy for missing dependencies. */
    public enum MissingDependencies {
        FAIL,
        WARN
    }

    /** Policy for a holding solution that is left over when its base is imported again. */
    public enum LeftoverUpgrade {
        /** Refuse the package. */
        FAIL,
        /** Apply that upgrade first. */
        APPLY,
        /** Remove the holding solution first. */
        DISCARD
    }

    /** Policy for a managed package with a component of which the environment has an unmanaged layer and nothing below. */
    public enum ActiveBase {
        /** Refuse the package, as the platform does (0x8004F016). */
        FAIL,
        /** Put the package's layer under the unmanaged one, which hides it. */
        WARN
    }

    /** Policy for routing rule sets, SLAs and convert rules that are active and can't be changed as long as they are. */
    public enum ActiveRules {
        /** Refuse the package, as the platform does (0x8004F867 to 0x8004F869). */
        FAIL,
        /** Put them into draft before the import, and activate them again afterwards. */
        DEACTIVATE
    }

    /** These options with another action. */
    public ImportOptions withAction(Action other) {
        return with(other, activeRules, gates, timeout, lockTimeout);
    }

    /** These options with other gates. */
    public ImportOptions withGates(PlanGates others) {
        return with(action, activeRules, others, timeout, lockTimeout);
    }

    /**
     * Options to apply a staged upgrade: the others were chosen when it was staged.
     *
     * @param activeRules what to do with active rules that would be deleted
     * @param gates what the plan may contain to be carried out
     * @param timeout how long it may take
     * @param lockTimeout how long to wait while another operation runs in the environment
     */
    public static ImportOptions ofApply(
            ActiveRules activeRules, PlanGates gates, Duration timeout, Duration lockTimeout) {
        return defaults().with(Action.UPGRADE, activeRules, gates, timeout, lockTimeout);
    }

    private ImportOptions with(
            Action action, ActiveRules activeRules, PlanGates gates, Duration timeout, Duration lockTimeout) {
        return new ImportOptions(
                action,
                overwriteCustomizations,
                enableSdkMessageProcessingSteps,
                activateFlows,
                skipProductUpdateDependencies,
                publish,
                convertToManaged,
                sameVersion,
                lowerVersion,
                missingDependencies,
                leftoverUpgrade,
                activeBase,
                activeRules,
                gates,
                timeout,
                lockTimeout);
    }

    /**
     * Options of an upgrade that nobody will carry out, to see what differs: whatever version is installed, and whatever would
     * be in the way.
     */
    public static ImportOptions ofComparison(Duration timeout) {
        ImportOptions defaults = defaults();
        return new ImportOptions(
                defaults.action,
                defaults.overwriteCustomizations,
                defaults.enableSdkMessageProcessingSteps,
                defaults.activateFlows,
                defaults.skipProductUpdateDependencies,
                defaults.publish,
                defaults.convertToManaged,
                SameVersion.IMPORT,
                LowerVersion.IMPORT,
                MissingDependencies.WARN,
                defaults.leftoverUpgrade,
                ActiveBase.WARN,
                ActiveRules.DEACTIVATE,
                defaults.gates,
                timeout,
                defaults.lockTimeout);
    }

    /** The defaults of the parameters table. */
    public static ImportOptions defaults() {
        return new ImportOptions(
                Action.UPGRADE,
                false,
                true,
                true,
                false,
                false,
                false,
                SameVersion.SKIP,
                LowerVersion.FAIL,
                MissingDependencies.FAIL,
                LeftoverUpgrade.FAIL,
                ActiveBase.FAIL,
                ActiveRules.FAIL,
                PlanGates.NONE,
                Duration.ofMinutes(60),
                Duration.ofMinutes(10));
    }
}
