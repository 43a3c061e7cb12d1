package io.github.solutionalm.dataverse.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What rows of all tables have in common. */
final class Rows {

    static final String ORGANIZATION = "5d0c6f0e-8a34-4c1c-9f3e-2f6c1c7f0001";
    static final String BUSINESS_UNIT = "5d0c6f0e-8a34-4c1c-9f3e-2f6c1c7f0002";
    static final String USER = "5d0c6f0e-8a34-4c1c-9f3e-2f6c1c7f0003";

    private Rows() {}

    /** The same id for the same thing, in any case. */
    static UUID id(String kind, String name) {
        String text = kind + ":" + name.toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A row with these columns, all of them null. */
    static Map<String, Object> empty(List<String> columns) {
        Map<String, Object> row = new LinkedHashMap<>();
        columns.forEach(column -> row.put(column, null));
        return row;
    }

    /** As the service writes it: seconds, UTC. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
