package io.github.solutionalm.store;

import io.github.solutionalm.model.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The schema as numbered scripts: the first is version 1. Scripts that were released never change; the checksums in the
 * environment tell when one did.
 *
 * @param scripts SQL, in order of their versions
 */
record Schema(List<String> scripts) {

    /** The schema of this version of the plugin. */
    static final Schema CURRENT = new Schema(List.of(
            resource("schema-1.sql"),
            resource("schema-2.sql"),
            resource("schema-3.sql"),
            resource("schema-4.sql"),
            resource("schema-5.sql")));

    private record Applied(int version, String checksum) {}

    int version() {
        return scripts.size();
    }

    /** The version that an environment has, after a check that it is one of ours. */
    int versionOf(Handle handle, StoreFailures failures) {
        List<Applied> applied = handle.createQuery("SELECT version, checksum FROM schema_version ORDER BY version")
                .map(Row.to(row -> new Applied(row.number(1), row.text(2))))
                .list();
        for (int i = 0; i < applied.size(); i++) {
            if (applied.get(i).version() <= version() && applied.get(i).version() != i + 1) {
                throw new DamageException("its schema versions are "
                        + applied.stream().map(Applied::version).toList());
            }
        }
        int found = applied.isEmpty() ? 0 : applied.get(applied.size() - 1).version();
        if (found > version()) {
            throw failures.of(
                    "it has schema version " + found + ", and this version of the plugin knows " + version(),
                    "Use a version of the plugin that knows schema version " + found);
        }
        for (Applied one : applied) {
            if (!one.checksum().equals(checksum(scripts.get(one.version() - 1)))) {
                throw failures.of(
                        "its schema version " + one.version() + " was made by another build of the plugin",
                        "Use that build, or delete the file and import the solutions again");
            }
        }
        return found;
    }

    /** Brings an environment from a version to this one, in the handle's transaction. */
    void migrate(Handle handle, int from, Clock clock) {
        for (int version = from + 1; version <= version(); version++) {
            String script = scripts.get(version - 1);
            handle.createScript(script).execute();
            handle.createUpdate("INSERT INTO schema_version (version, checksum, applied_on) VALUES (?, ?, ?)")
                    .bind(0, version)
                    .bind(1, checksum(script))
                    .bind(2, clock.instant().toString())
                    .execute();
        }
    }

    private static String checksum(String script) {
        byte[] bytes = script.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
        return ContentHash.ofContent(bytes).toString();
    }

    private static String resource(String name) {
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The plugin's jar is damaged: " + name, e);
        }
    }
}
