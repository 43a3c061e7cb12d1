package io.github.solutionalm.mojo;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.OperationRecord;
import io.github.solutionalm.PackageFile;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SolutionManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Values as the console says them. */
final class Wording {

    /** Where a required component was: the platform writes {@code Active}, which is no solution to import. */
    static final String UNMANAGED = "no solution (unmanaged where the package was made)";

    private static final int SHORT_HASH = 6;

    private Wording() {}

    /** {@code 1 component}, {@code 2 components}. */
    static String count(int number, String noun) {
        return count(number, noun, noun + "s");
    }

    static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code for import of ContosoBase to end, 30.0 s of at most 10 min (lockTimeout)}. */
    static String waiting(String holder, Duration waited, Duration lockTimeout) {
        return "for " + holder + " to end, " + duration(waited) + " of at most " + duration(lockTimeout)
                + " (lockTimeout)";
    }

    /** {@code 184 KB}. */
    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        return bytes < 1024 * 1024
                ? Math.round(bytes / 1024.0) + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024.0));
    }

    /** {@code 1.2 s}, {@code 3 min 20 s}. */
    static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 60
                ? String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0)
                : seconds / 60 + " min" + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }

    /** {@code ContosoOrders_2_0_0_0_managed.zip (zip, 184 KB, sha256 1f3c9a…)}. */
    static String packageFile(PackageFile file) {
        String hash = file.sha256();
        return Path.of(file.file()).getFileName() + " (" + file.format() + ", " + size(file.bytes())
                + (hash.length() > SHORT_HASH ? ", sha256 " + hash.substring(0, SHORT_HASH) + "…" : "") + ")";
    }

    /** {@code Contoso Orders (ContosoOrders) 2.0.0.0, managed, publisher Contoso (contoso)}. */
    static String solution(SolutionManifest manifest) {
        String kind = manifest.managed() ? ", managed" : ", unmanaged";
        return named(manifest.friendlyName(), manifest.uniqueName()) + " " + manifest.version() + kind
                + manifest.patchOf().map(base -> ", patch of " + base).orElse("") + ", publisher "
                + publisher(manifest.publisher());
    }

    /** {@code UPGRADED ContosoOrders 2.0.0.0 in rehearsal}; the file when the solution is not known. */
    static String operation(OperationRecord record) {
        String subject = record.solution().isEmpty() ? record.file() : record.solution() + " " + record.version();
        return record.outcome() + "  " + subject + " in " + record.environment();
    }

    static String publisher(Publisher publisher) {
        return named(publisher.displayName(), publisher.uniqueName());
    }

    /** {@code rehearsal, embedded, .solution/rehearsal.db}; the id only when it says more than kind or URL. */
    static String environment(EnvironmentId id, Printout out) {
        boolean plain = id.id().equals(id.kind()) || id.id().contains(":");
        return (plain ? "" : id.id() + ", ") + id.kind() + ", " + place(id, out);
    }

    private static String place(EnvironmentId id, Printout out) {
        return id.url().startsWith(SqliteUrl.SCHEME) ? out.path(SqliteUrl.file(id.url())) : id.url();
    }

    private static String named(String display, String unique) {
        return display.isEmpty() || display.equals(unique) ? unique : display + " (" + unique + ")";
    }
}
