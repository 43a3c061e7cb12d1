package io.github.solutionalm.dataverse.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.solutionalm.dataverse.http.RowShape;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.model.UniqueName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of the table {@code solutions}, with its publisher.
 *
 * @param id id of the row
 * @param uniqueName unique name
 * @param friendlyName display name
 * @param version version; one with the numbers 0.0.0.0 and the environment's text if that is no version
 * @param managed whether it is managed
 * @param visible false for most of the platform's own solutions; true for {@code Default}
 * @param publisher the publisher
 * @param parent of a patch, the id of its base
 * @param installedOn when it was installed
 * @param updatedOn when it was last written
 */
public record SolutionRow(
        String id,
        String uniqueName,
        String friendlyName,
        SolutionVersion version,
        boolean managed,
        boolean visible,
        Publisher publisher,
        Optional<String> parent,
        Instant installedOn,
        Instant updatedOn) {

    static final String COLUMNS =
            "solutionid,uniquename,friendlyname,version,ismanaged,isvisible,installedon,updatedon,"
                    + "createdon,modifiedon,_parentsolutionid_value";
    static final String PUBLISHER = "publisherid($select=uniquename,friendlyname,customizationprefix)";

    /** The columns that are needed; those of the publisher are not. */
    static final RowShape SHAPE = RowShape.ANY
            .texts("solutionid", "uniquename", "version")
            .textsOrNull(
                    "friendlyname", "installedon", "updatedon", "createdon", "modifiedon", "_parentsolutionid_value")
            .flags("ismanaged");

    /** {@link UniqueName#key Keys} of the platform's own solutions (docs/platform-facts.md, "Listings"). */
    private static final Set<String> INNER = Set.of("system", "active", "basic", "default");

    /** Whether it is one of the platform's own solutions, which nobody installs. {@code Default} lists all components. */
    public boolean isInner() {
        return INNER.contains(UniqueName.key(uniqueName));
    }

    static SolutionRow of(JsonNode row) {
        Instant installed =
                time(row, "installedon").or(() -> time(row, "createdon")).orElse(Instant.EPOCH);
        return new SolutionRow(
                ComponentKey.normalize(row.path("solutionid").asText()),
                row.path("uniquename").asText(),
                row.path("friendlyname").asText(""),
                version(row.path("version").asText("")),
                row.path("ismanaged").asBoolean(),
                row.path("isvisible").asBoolean(true),
                publisher(row.path("publisherid")),
                Optional.of(row.path("_parentsolutionid_value").asText(""))
                        .filter(id -> !id.isEmpty() && !id.equals("null")),
                installed,
                time(row, "updatedon").or(() -> time(row, "modifiedon")).orElse(installed));
    }

    private static Publisher publisher(JsonNode row) {
        return new Publisher(
                row.path("uniquename").asText(""),
                row.path("friendlyname").asText(""),
                "",
                "",
                "",
                row.path("customizationprefix").asText(""),
                Optional.empty(),
                List.of());
    }

    private static SolutionVersion version(String text) {
        try {
            return SolutionVersion.parse(text);
        } catch (IllegalArgumentException e) {
            return new SolutionVersion(0, 0, 0, 0, text);
        }
    }

    static Optional<Instant> time(JsonNode row, String column) {
        String text = row.path(column).asText("");
        try {
            return text.isEmpty() || text.equals("null") ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
