package io.github.solutionalm.dataverse.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The tables asyncoperations and importjobs, with the columns of the recorded answer (docs/platform-facts.md, "The import
 * job" and "System jobs").
 */
final class JobRows {

    private static final List<String> ASYNC = List.of(
            "asyncoperationid",
            "name",
            "messagename",
            "operationtype",
            "statecode",
            "statuscode",
            "createdon",
            "startedon",
            "completedon",
            "modifiedon",
            "message",
            "friendlymessage",
            "errorcode",
            "correlationid",
            "requestid",
            "timezoneruleversionnumber",
            "depth",
            "_ownerid_value",
            "parentpluginexecutionid",
            "iswaitingforevent",
            "correlationupdatedtime",
            "hostid",
            "retainjobhistory",
            "_modifiedby_value",
            "sequence",
            "_modifiedonbehalfby_value",
            "retrycount",
            "executiontimespan",
            "_createdonbehalfby_value",
            "_createdby_value",
            "_owningbusinessunit_value",
            "dependencytoken",
            "_owninguser_value",
            "subtype",
            "expanderstarttime",
            "datablobid_name",
            "postponeuntil",
            "datablobid",
            "workload",
            "primaryentitytype",
            "data",
            "recurrencestarttime",
            "_regardingobjectid_value",
            "_workflowactivationid_value",
            "_owningextensionid_value",
            "utcconversiontimezonecode",
            "callerorigin",
            "rootexecutioncontext",
            "recurrencepattern",
            "workflowstagename",
            "breadcrumbid",
            "_owningteam_value");

    private static final List<String> JOB = List.of(
            "importjobid",
            "name",
            "solutionname",
            "solutionid",
            "progress",
            "data",
            "startedon",
            "completedon",
            "createdon",
            "modifiedon",
            "importcontext",
            "operationcontext",
            "_createdby_value",
            "_createdonbehalfby_value",
            "_modifiedby_value",
            "_modifiedonbehalfby_value",
            "_organizationid_value");

    private final Operations operations;
    private final Clock clock;

    JobRows(Operations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    Table asyncOperations() {
        return new Table(
                "asyncoperations",
                "asyncoperation",
                "asyncoperationid",
                ASYNC,
                () -> operations.all().stream()
                        .filter(Operation::async)
                        .map(this::asyncRow)
                        .toList(),
                Map.of(),
                true);
    }

    Table importJobs() {
        return new Table(
                "importjobs",
                "importjob",
                "importjobid",
                JOB,
                () -> operations.all().stream()
                        .filter(operation -> operation.hasJobRow(operations.now()))
                        .map(this::jobRow)
                        .toList(),
                Map.of(),
                true);
    }

    private Map<String, Object> asyncRow(Operation operation) {
        Optional<Ended> ended = operation.ended(operations.now());
        Instant created = operation.createdOn();
        Map<String, Object> row = Rows.empty(ASYNC);
        row.put("asyncoperationid", operation.id().toString());
        row.put("name", operation.kind().message());
        row.put("messagename", operation.kind().asyncMessage());
        row.put("operationtype", operation.kind().operationType());
        row.put("createdon", Rows.time(created));
        boolean queued = ended.isEmpty() && operation.isQueued(operations.now());
        row.put("startedon", queued ? null : Rows.time(created));
        row.put("modifiedon", Rows.time(clock.instant()));
        row.put(
                "correlationid",
                Rows.id("correlation", operation.id().toString()).toString());
        row.put("timezoneruleversionnumber", 0);
        row.put("depth", 1);
        row.put("parentpluginexecutionid", new UUID(0, 0).toString());
        row.put("iswaitingforevent", false);
        row.put("retainjobhistory", false);
        row.put("sequence", 1);
        row.put("retrycount", 0);
        row.put("subtype", 1);
        row.put("dependencytoken", "SolutionOperation_{" + Rows.ORGANIZATION + "}");
        List.of("_ownerid_value", "_owninguser_value", "_createdby_value", "_modifiedby_value")
                .forEach(column -> row.put(column, Rows.USER));
        row.put("_owningbusinessunit_value", Rows.BUSINESS_UNIT);
        row.put("statecode", ended.isPresent() ? 3 : queued ? 0 : 2);
        row.put(
                "statuscode",
                ended.map(end -> end.failure().isPresent() ? 31 : 30).orElse(queued ? 0 : 20));
        ended.ifPresent(end -> completed(row, created, operation.completedOn(clock.instant()), end));
        return row;
    }

    private static void completed(Map<String, Object> row, Instant created, Instant completed, Ended ended) {
        row.put("completedon", Rows.time(completed));
        row.put("executiontimespan", Duration.between(created, completed).toMillis() / 1000.0);
        ended.failure().ifPresent(failure -> {
            row.put("errorcode", ODataFault.signed(failure.code()));
            row.put("friendlymessage", failure.message());
            row.put(
                    "message",
                    "Microsoft.Crm.CrmException: " + failure.message() + "\r\n   (ErrorCode "
                            + ODataFault.signed(failure.code()) + ")\r\n   at Microsoft.Crm.Asynchronous");
        });
    }

    private Map<String, Object> jobRow(Operation operation) {
        int now = operations.now();
        Optional<Ended> ended = operation.ended(now);
        Optional<JobFiles> files = ended.flatMap(Ended::files);
        Map<String, Object> row = Rows.empty(JOB);
        row.put("importjobid", operation.job().orElseThrow().toString());
        row.put("name", "Customizations");
        row.put("startedon", Rows.time(operation.createdOn()));
        row.put("createdon", Rows.time(operation.createdOn()));
        row.put("modifiedon", Rows.time(clock.instant()));
        row.put("_createdby_value", Rows.USER);
        row.put("_modifiedby_value", Rows.USER);
        row.put("_organizationid_value", Rows.ORGANIZATION);
        row.put("importcontext", "ImportInstall");
        String solution = operation.solution();
        row.put("solutionname", solution.isEmpty() ? null : solution);
        row.put("solutionid", solution.isEmpty() ? null : SolutionRows.idOf(solution));
        row.put("progress", files.map(JobFiles::progress).orElse(operation.progress(now)));
        row.put("data", files.map(JobFiles::data).orElse(unfinished(operation, now)));
        ended.ifPresent(end -> row.put("completedon", Rows.time(operation.completedOn(clock.instant()))));
        return row;
    }

    private static String unfinished(Operation operation, int now) {
        return "<importexportxml start=\"0\" stop=\"\" progress=\"" + operation.progress(now)
                + "\" processed=\"false\"><solutionManifests/></importexportxml>";
    }
}
