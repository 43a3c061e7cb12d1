package io.github.solutionalm.mojo.console;

import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.model.ChangeDetail;
import io.github.solutionalm.model.ComponentChange.LostValue;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionVersion;
import io.github.solutionalm.report.json.OperationRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats values for the console. */
public final class Wording {

    /** Shown for {@code Active}, which the platform writes for required components without a managed solution. */
    static final String UNMANAGED = "no solution (unmanaged at the source)";

    private static final int SHORT_HASH = 6;

    /** Characters of a value. */
    private static final int SHOWN = 60;

    private Wording() {}

    /** The operation, to follow "Tried to": {@code import ContosoOrders_2_0_0_0_managed.zip}. */
    public static String verb(OperationRequest request) {
        return request.importedFile()
                .map(file -> "import " + file.getFileName())
                .orElse("apply the upgrade of " + request.solution());
    }

    /** {@code 1.0.0.0 and its patch 1.0.1.0}. */
    static String versions(ImportListener.Installed installed) {
        List<SolutionVersion> patches = installed.patches();
        if (patches.isEmpty()) {
            return installed.version().toString();
        }
        return installed.version()
                + (patches.size() == 1 ? " and its patch " : " and its patches ")
                + patches.stream().map(SolutionVersion::toString).collect(Collectors.joining(", "));
    }

    /** {@code MaxLength: 100 -> 200, and 2 more}; empty where nobody knows. */
    static String details(List<ChangeDetail> details) {
        if (details.isEmpty()) {
            return "";
        }
        ChangeDetail first = details.get(0);
        String change = first.old().isPresent() && first.now().isPresent()
                ? ": " + shortened(first.old().get()) + " -> "
                        + shortened(first.now().get())
                : first.now().isPresent() ? " added" : first.old().isPresent() ? " removed" : "";
        return shortened(first.what()) + change + (details.size() > 1 ? ", and " + (details.size() - 1) + " more" : "");
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** The owner of a layer: {@code unmanaged customizations} or {@code the solution ContosoAddOn}. */
    static String layer(String owner) {
        return owner.equals(Layer.ACTIVE) ? "unmanaged customizations" : "the solution " + owner;
    }

    /** The number of workflows that stay off, and the file that lists them. */
    static String leftOff(int workflows, String file) {
        return count(
                        workflows,
                        "workflow was exported as a draft and stays",
                        "workflows were exported as drafts and stay")
                + " off, named in " + file;
    }

    /** {@code 100000002 (Repair), 100000003 (Return)}. */
    static String values(List<LostValue> values) {
        return values.stream()
                .map(value -> value.value() + (value.label().isEmpty() ? "" : " (" + value.label() + ")"))
                .collect(Collectors.joining(", "));
    }

    /** {@code 1 component}, {@code 2 components}. */
    public static String count(int number, String noun) {
        return count(number, noun, noun + "s");
    }

    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    /** {@code for import of ContosoBase to end, 30.0 s of at most 10 min (lockTimeout)}. */
    public static String waiting(String holder, Duration waited, Duration lockTimeout) {
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
    public static String packageFile(PackageFile file) {
        String hash = file.sha256();
        return Path.of(file.file()).getFileName() + " (" + file.format() + ", " + size(file.bytes())
                + (hash.length() > SHORT_HASH ? ", sha256 " + hash.substring(0, SHORT_HASH) + "…" : "") + ")"
                + file.artifact().map(artifact -> ", " + artifact(artifact)).orElse("");
    }

    /** {@code com.contoso:contoso-orders:2.1.0 from the repository releases}. */
    public static String artifact(PackageArtifact artifact) {
        return artifact.coordinates() + " from "
                + switch (artifact.from()) {
                    case PackageArtifact.REACTOR -> "the reactor";
                    case PackageArtifact.LOCAL -> "the local repository";
                    default -> "the repository " + artifact.from();
                };
    }

    /** {@code Contoso Orders (ContosoOrders) 2.0.0.0, managed, publisher Contoso (contoso)}. */
    public static String solution(SolutionManifest manifest) {
        String kind = manifest.managed() ? ", managed" : ", unmanaged";
        return named(manifest.friendlyName(), manifest.uniqueName()) + " " + manifest.version() + kind
                + manifest.patchOf().map(base -> ", patch of " + base).orElse("") + ", publisher "
                + publisher(manifest.publisher());
    }

    /** {@code UPGRADED ContosoOrders 2.0.0.0 in rehearsal}; the file if the solution is unknown. */
    public static String operation(OperationRecord record) {
        String environment = record.environment().id();
        return record.outcome() + "  " + (record.subject().isEmpty() ? record.goal() : record.subject())
                + (environment.isEmpty() ? "" : " in " + environment);
    }

    /** {@code 2 environment variables, 1 connection reference}. */
    public static String settings(SettingsDeclaration settings) {
        return count(settings.variables().size(), "environment variable") + ", "
                + count(settings.references().size(), "connection reference");
    }

    /** {@code 2 values, 1 connection from test.json}. */
    public static String settings(DeploymentSettings settings) {
        return count(settings.variables().size(), "value") + ", "
                + count(settings.connections().size(), "connection") + " from " + settings.source();
    }

    static String publisher(Publisher publisher) {
        return named(publisher.displayName(), publisher.uniqueName());
    }

    /** {@code rehearsal, embedded, .solution/rehearsal.db}; the id only if it differs from kind and URL. */
    public static String environment(EnvironmentId id, Printout out) {
        boolean plain = id.id().equals(id.kind()) || id.id().contains(":");
        return (plain ? "" : id.id() + ", ") + kind(id) + ", " + place(id, out);
    }

    private static String kind(EnvironmentId id) {
        return id.isDataverse() ? "Dataverse" : id.kind();
    }

    private static String place(EnvironmentId id, Printout out) {
        return id.file().map(out::path).orElse(id.url());
    }

    private static String named(String display, String unique) {
        return display.isEmpty() || display.equals(unique) ? unique : display + " (" + unique + ")";
    }
}
