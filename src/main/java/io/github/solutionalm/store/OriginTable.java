package io.github.solutionalm.store;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Of which environment this is a capture: one row, or none in an environment that came about by imports alone. */
public final class OriginTable {

    private final Handle handle;

    OriginTable(Handle handle) {
        this.handle = handle;
    }

    /** Says where it was captured, in place of what was said before. */
    public void save(Origin origin) {
        handle.execute("DELETE FROM origin");
        handle.execute(
                "INSERT INTO origin (id, url, organization_id, platform_version, taken_at) VALUES (1, ?, ?, ?, ?)",
                origin.url(),
                origin.organizationId(),
                origin.platformVersion(),
                origin.takenAt().toString());
    }

    /** Where it was captured; empty if it was not. */
    public Optional<Origin> find() {
        return handle.createQuery("SELECT url, organization_id, platform_version, taken_at FROM origin")
                .map(Row.to(row ->
                        new Origin(row.text(1), row.text(2), row.text(3), row.parsed(4, "a time", Instant::parse))))
                .findOne();
    }

    /**
     * Where and when an environment was captured.
     *
     * @param url its address
     * @param organizationId GUID of its organization; may be empty
     * @param platformVersion version of its platform; may be empty
     * @param takenAt when the capture began
     */
    public record Origin(String url, String organizationId, String platformVersion, Instant takenAt) {}
}
