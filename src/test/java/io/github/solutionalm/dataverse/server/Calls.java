package io.github.solutionalm.dataverse.server;

import java.util.ArrayList;
import java.util.List;

/**
 * All calls that the server answers, as far as its version of the platform has them (docs/platform-facts.md, "Minimum
 * versions").
 */
final class Calls {

    private static final String IMPORT_RESULT = "9.2.23034.30";

    private final ServerSettings settings;
    private final Organization organization;
    private final Operations operations;
    private final Uploads uploads;

    Calls(ServerSettings settings, Organization organization, Operations operations, Uploads uploads) {
        this.settings = settings;
        this.organization = organization;
        this.operations = operations;
        this.uploads = uploads;
    }

    List<Call> all(ComponentRows components) {
        List<Call> calls = new ArrayList<>(tables(components));
        for (RuleRows rules : RuleRows.all(organization)) {
            calls.add(table(rules.table()));
            calls.add(new RuleStateCall(rules, organization));
        }
        calls.add(FunctionCall.whoAmI());
        calls.add(FunctionCall.version(settings.version()));
        calls.add(new ImportResultCalls(operations).formatted());
        calls.add(new DependencyCall(organization, components).forDelete());
        calls.add(new DependencyCall(organization, components).forUninstall());
        calls.add(new RecordCountCall(organization).call());
        calls.add(new RowsCall(organization));
        calls.add(new StageSolutionCall(organization, uploads));
        calls.add(imports(OperationKind.IMPORT));
        calls.add(imports(OperationKind.STAGE_AND_UPGRADE));
        calls.add(new PromoteCall(organization, operations, uploads.folder()));
        calls.add(publish(OperationKind.PUBLISH));
        calls.add(publish(OperationKind.PUBLISH_ALL));
        calls.add(new UninstallCall(false, organization, operations, uploads.folder()));
        calls.add(new UninstallCall(true, organization, operations, uploads.folder()));
        if (has(IMPORT_RESULT)) {
            calls.add(new ImportResultCalls(operations).result());
        }
        return calls;
    }

    private List<Call> tables(ComponentRows components) {
        SolutionRows solutions = new SolutionRows(organization);
        SettingRows settingRows = new SettingRows(organization);
        JobRows jobs = new JobRows(operations, settings.clock());
        return List.of(
                table(solutions.solutions()),
                table(solutions.publishers()),
                table(jobs.asyncOperations()),
                table(jobs.importJobs()),
                table(components.components()),
                table(components.definitions()),
                table(settingRows.references()),
                table(settingRows.definitions()),
                table(settingRows.values()),
                table(new DefinedTables(organization).definitions()),
                table(new DefinedTables(organization).relationships()),
                table(new SummaryRows(organization, components).table()),
                table(new LayerRows(organization).table()),
                table(new HistoryRows(operations, organization, uploads, settings.clock()).table()));
    }

    private Call table(Table table) {
        return new TableCall(table, settings::pageSize);
    }

    private Call imports(OperationKind kind) {
        return new ImportCall(kind, organization, operations, uploads);
    }

    private Call publish(OperationKind kind) {
        return new PublishCall(kind, organization, operations, uploads.folder());
    }

    /** Whether the platform is of this version or a later one. */
    private boolean has(String version) {
        String[] wanted = version.split("\\.");
        String[] here = settings.version().split("\\.");
        for (int i = 0; i < wanted.length; i++) {
            int order = Integer.compare(Integer.parseInt(here[i]), Integer.parseInt(wanted[i]));
            if (order != 0) {
                return order > 0;
            }
        }
        return true;
    }
}
