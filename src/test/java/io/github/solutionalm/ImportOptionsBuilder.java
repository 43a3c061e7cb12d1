package io.github.solutionalm;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportOptions.ActiveBase;
import io.github.solutionalm.ImportOptions.ActiveRules;
import io.github.solutionalm.ImportOptions.LeftoverUpgrade;
import io.github.solutionalm.ImportOptions.LowerVersion;
import io.github.solutionalm.ImportOptions.MissingDependencies;
import io.github.solutionalm.ImportOptions.SameVersion;
import java.time.Duration;

/** The defaults of an import, to be changed one by one. */
public final class ImportOptionsBuilder {

    private Action action = Action.UPGRADE;
    private boolean overwriteCustomizations;
    private boolean enableSdkMessageProcessingSteps = true;
    private boolean activateFlows = true;
    private boolean skipProductUpdateDependencies;
    private boolean publish;
    private boolean convertToManaged;
    private SameVersion sameVersion = SameVersion.SKIP;
    private LowerVersion lowerVersion = LowerVersion.FAIL;
    private MissingDependencies missingDependencies = MissingDependencies.FAIL;
    private LeftoverUpgrade leftoverUpgrade = LeftoverUpgrade.FAIL;
    private ActiveBase activeBase = ActiveBase.FAIL;
    private ActiveRules activeRules = ActiveRules.FAIL;
    private PlanGates gates = PlanGates.NONE;
    private Duration timeout = Duration.ofMinutes(60);
    private Duration lockTimeout = Duration.ofMinutes(10);

    public static ImportOptionsBuilder options() {
        return new ImportOptionsBuilder();
    }

    public ImportOptionsBuilder action(Action value) {
        action = value;
        return this;
    }

    public ImportOptionsBuilder overwriteCustomizations() {
        overwriteCustomizations = true;
        return this;
    }

    public ImportOptionsBuilder withoutSteps() {
        enableSdkMessageProcessingSteps = false;
        return this;
    }

    public ImportOptionsBuilder withoutActivation() {
        activateFlows = false;
        return this;
    }

    public ImportOptionsBuilder skipProductUpdateDependencies() {
        skipProductUpdateDependencies = true;
        return this;
    }

    public ImportOptionsBuilder publish() {
        publish = true;
        return this;
    }

    public ImportOptionsBuilder convertToManaged() {
        convertToManaged = true;
        return this;
    }

    public ImportOptionsBuilder sameVersion(SameVersion value) {
        sameVersion = value;
        return this;
    }

    public ImportOptionsBuilder lowerVersion(LowerVersion value) {
        lowerVersion = value;
        return this;
    }

    public ImportOptionsBuilder missingDependencies(MissingDependencies value) {
        missingDependencies = value;
        return this;
    }

    public ImportOptionsBuilder leftoverUpgrade(LeftoverUpgrade value) {
        leftoverUpgrade = value;
        return this;
    }

    public ImportOptionsBuilder activeBase(ActiveBase value) {
        activeBase = value;
        return this;
    }

    public ImportOptionsBuilder activeRules(ActiveRules value) {
        activeRules = value;
        return this;
    }

    public ImportOptionsBuilder gates(PlanGates value) {
        gates = value;
        return this;
    }

    public ImportOptionsBuilder timeout(Duration value) {
        timeout = value;
        return this;
    }

    public ImportOptionsBuilder lockTimeout(Duration value) {
        lockTimeout = value;
        return this;
    }

    public ImportOptions build() {
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
}
