package io.github.solutionalm.dataverse.server;

import io.github.solutionalm.model.InstalledSolution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The virtual table msdyn_solutionhistories, which refuses filters (docs/platform-facts.md, "Solution history"). */
final class HistoryRows {

    private static final List<String> COLUMNS = List.of(
            "msdyn_solutionhistoryid",
            "msdyn_name",
            "msdyn_solutionid",
            "msdyn_solutionversion",
            "msdyn_operation",
            "msdyn_suboperation",
            "msdyn_status",
            "msdyn_result",
            "msdyn_starttime",
            "msdyn_endtime",
            "msdyn_totaltime",
            "msdyn_errorcode",
            "msdyn_exceptionmessage",
            "msdyn_exceptionstack",
            "msdyn_ismanaged",
            "msdyn_ispatch",
            "msdyn_isoverwritecustomizations",
            "msdyn_publisherid",
            "msdyn_publishername",
            "msdyn_packagename",
            "msdyn_packageversion",
            "msdyn_activityid",
            "msdyn_correlationid",
            "msdyn_retrycount",
            "msdyn_maxretries");

    private static final int OLD = 120;

    private final Operations operations;
    private final Organization organization;
    private final Uploads uploads;
    private final Clock clock;

    HistoryRows(Operations operations, Organization organization, Uploads uploads, Clock clock) {
        this.operations = operations;
        this.organization = organization;
        this.uploads = uploads;
        this.clock = clock;
    }

    Table table() {
        return new Table(
                "msdyn_solutionhistories",
                "msdyn_solutionhistory",
                "msdyn_solutionhistoryid",
                COLUMNS,
                () -> Stream.concat(old(), operations.all().stream().map(this::row))
                        .toList(),
                Map.of(),
                false);
    }

    /** Years of rows, and among them what was broken off and never ended. */
    private Stream<Map<String, Object>> old() {
        return IntStream.range(0, OLD).mapToObj(number -> {
            Map<String, Object> row = Rows.empty(COLUMNS);
            row.put(
                    "msdyn_solutionhistoryid",
                    Rows.id("history", "old" + number).toString());
            row.put("msdyn_name", "Old" + number);
            row.put("msdyn_operation", 0);
            row.put("msdyn_suboperation", 1);
            row.put("msdyn_status", number % 20 == 0 ? 0 : 1);
            row.put(
                    "msdyn_starttime",
                    Rows.time(Instant.parse("2024-03-01T08:00:00Z").plus(Duration.ofDays(number))));
            row.put("msdyn_retrycount", 0);
            row.put("msdyn_maxretries", 0);
            return row;
        });
    }

    private Map<String, Object> row(Operation operation) {
        Optional<Ended> ended = operation.ended(operations.now());
        Map<String, Object> row = Rows.empty(COLUMNS);
        String solution = operation.solution();
        row.put(
                "msdyn_solutionhistoryid",
                Rows.id("history", operation.id().toString()).toString());
        row.put("msdyn_name", solution);
        row.put("msdyn_operation", operation.kind().history());
        row.put("msdyn_suboperation", suboperation(operation));
        row.put("msdyn_status", ended.isPresent() ? 1 : 0);
        row.put("msdyn_starttime", Rows.time(operation.createdOn()));
        row.put("msdyn_activityid", operation.id().toString());
        row.put(
                "msdyn_correlationid",
                Rows.id("correlation", operation.id().toString()).toString());
        row.put("msdyn_retrycount", 0);
        row.put("msdyn_maxretries", 0);
        organization.solution(solution).ifPresent(installed -> about(row, installed));
        uploads.of(operation)
                .ifPresent(parameters -> row.put("msdyn_isoverwritecustomizations", parameters.overwrite()));
        ended.ifPresent(end -> {
            row.put("msdyn_endtime", Rows.time(operation.completedOn(clock.instant())));
            row.put("msdyn_result", end.failure().isEmpty());
            end.failure().ifPresent(failure -> {
                row.put("msdyn_errorcode", ODataFault.signed(failure.code()));
                row.put("msdyn_exceptionmessage", failure.message());
            });
        });
        return row;
    }

    private static void about(Map<String, Object> row, InstalledSolution installed) {
        row.put("msdyn_solutionid", SolutionRows.idOf(installed.uniqueName()));
        row.put("msdyn_solutionversion", installed.version().toString());
        row.put("msdyn_ismanaged", installed.managed());
        row.put("msdyn_ispatch", installed.patchOf().isPresent());
        row.put("msdyn_publishername", installed.publisher());
        row.put("msdyn_publisherid", Rows.id("publisher", installed.publisher()).toString());
    }

    /** 1 new, 2 upgrade, 3 update, 4 delete, as documented. */
    private int suboperation(Operation operation) {
        return switch (operation.kind()) {
            case STAGE_AND_UPGRADE -> 2;
            case DELETE_AND_PROMOTE, UNINSTALL -> 4;
            case IMPORT ->
                uploads.of(operation).filter(ImportParameters::holding).isPresent() ? 2 : 3;
            default -> 0;
        };
    }
}
