package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.dataverse.server.ActionBody.Kind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an import was asked to do.
 *
 * @param file the package
 * @param job id of the import job that the client chose
 * @param overwrite OverwriteUnmanagedCustomizations
 * @param publishWorkflows PublishWorkflows
 * @param convertToManaged ConvertToManaged
 * @param holding HoldingSolution
 * @param upgrade whether it was StageAndUpgrade
 * @param settings what ComponentParameters set; empty when they set nothing
 * @param componentParameters ComponentParameters as sent, for the record
 */
record ImportParameters(
        Path file,
        Optional<UUID> job,
        boolean overwrite,
        boolean publishWorkflows,
        boolean convertToManaged,
        boolean holding,
        boolean upgrade,
        Optional<DeploymentSettings> settings,
        String componentParameters) {

    /**
     * The parameters of ImportSolution and its like; StageAndUpgrade has no HoldingSolution (docs/platform-facts.md,
     * "Actions of an import").
     */
    static Map<String, Kind> known(boolean upgrade) {
        Map<String, Kind> known = new LinkedHashMap<>();
        known.put("OverwriteUnmanagedCustomizations", Kind.BOOLEAN);
        known.put("PublishWorkflows", Kind.BOOLEAN);
        known.put("CustomizationFile", Kind.FILE);
        known.put("ImportJobId", Kind.GUID);
        known.put("ConvertToManaged", Kind.BOOLEAN);
        known.put("SkipProductUpdateDependencies", Kind.BOOLEAN);
        known.put("SkipQueueRibbonJob", Kind.BOOLEAN);
        known.put("LayerDesiredOrder", Kind.OBJECT);
        known.put("AsyncRibbonProcessing", Kind.BOOLEAN);
        known.put("ComponentParameters", Kind.LIST);
        known.put("SolutionParameters", Kind.OBJECT);
        known.put("IsTemplateMode", Kind.BOOLEAN);
        known.put("TemplateSuffix", Kind.TEXT);
        if (!upgrade) {
            known.put("HoldingSolution", Kind.BOOLEAN);
        }
        return known;
    }

    static ImportParameters of(ActionBody body, Path file, boolean upgrade) {
        return new ImportParameters(
                file,
                body.value("ImportJobId").map(id -> UUID.fromString(id.asText())),
                body.isTrue("OverwriteUnmanagedCustomizations"),
                body.isTrue("PublishWorkflows"),
                body.isTrue("ConvertToManaged"),
                body.isTrue("HoldingSolution"),
                upgrade,
                body.value("ComponentParameters").flatMap(ComponentParameters::settings),
                body.value("ComponentParameters").map(Object::toString).orElse("[]"));
    }
}
