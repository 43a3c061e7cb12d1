package io.github.solutionalm.report.json;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.model.ChangeDetail;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.MissingDependency;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SolutionManifest;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Objects that several JSON files share, each with the same keys (docs/files.md). */
public final class JsonParts {

    private static final Comparator<MissingDependency> BY_NEED = Comparator.comparing(
                    (MissingDependency missing) -> missing.required().key())
            .thenComparing(missing -> missing.dependent().key());

    private final JsonWriter json;

    public JsonParts(JsonWriter json) {
        this.json = json;
    }

    /** {@code environment}: which one. */
    public void environment(EnvironmentId environment) throws IOException {
        json.object("environment", () -> {
            json.text("id", environment.id());
            json.text("kind", environment.kind());
            json.text("url", environment.url());
        });
    }

    /** {@code package}: the package file; its size in bytes. */
    public void packageFile(PackageFile file) throws IOException {
        json.object("package", () -> {
            json.text("file", file.file());
            json.text("format", file.format());
            json.number("bytes", file.bytes());
            json.text("sha256", file.sha256());
            json.text("contentSha256", file.contentSha256());
            artifact("artifact", file.artifact());
        });
    }

    /** A Maven artifact that a package is; null when there is none. */
    public void artifact(String name, Optional<PackageArtifact> artifact) throws IOException {
        if (artifact.isEmpty()) {
            json.absent(name);
            return;
        }
        PackageArtifact of = artifact.get();
        json.object(name, () -> {
            json.text("groupId", of.groupId());
            json.text("artifactId", of.artifactId());
            json.text("version", of.version());
            json.text("type", of.type());
            json.text("classifier", Optional.of(of.classifier()).filter(text -> !text.isEmpty()));
            json.text("from", of.from());
        });
    }

    /** {@code details}: what changes inside a component; {@code old} or {@code new} is null where it comes or goes. */
    public void details(List<ChangeDetail> details) throws IOException {
        json.objects("details", details, detail -> {
            json.text("what", detail.what());
            json.text("old", detail.old());
            json.text("new", detail.now());
        });
    }

    /** {@code package}: the package file; null when none is involved. */
    public void packageFile(Optional<PackageFile> file) throws IOException {
        if (file.isPresent()) {
            packageFile(file.get());
        } else {
            json.absent("package");
        }
    }

    /** {@code solution}: what the manifest says; null when it is not known. */
    public void solution(Optional<SolutionManifest> solution) throws IOException {
        if (solution.isEmpty()) {
            json.absent("solution");
            return;
        }
        SolutionManifest manifest = solution.get();
        json.object("solution", () -> {
            json.text("uniqueName", manifest.uniqueName());
            json.text("friendlyName", manifest.friendlyName());
            json.text("version", manifest.version().toString());
            json.flag("managed", manifest.managed());
            json.text("publisher", manifest.publisher().uniqueName());
            json.text("patchOf", manifest.patchOf());
        });
    }

    void options(ImportOptions options) throws IOException {
        json.object("options", () -> {
            json.text("action", options.action().name().toLowerCase(Locale.ROOT));
            json.flag("overwriteCustomizations", options.overwriteCustomizations());
            json.flag("enableSdkMessageProcessingSteps", options.enableSdkMessageProcessingSteps());
            json.flag("publish", options.publish());
            json.text("activeBase", options.activeBase().name().toLowerCase(Locale.ROOT));
            json.text("activeRules", options.activeRules().name().toLowerCase(Locale.ROOT));
        });
    }

    void missingDependencies(List<MissingDependency> missingDependencies) throws IOException {
        json.objects(
                "missingDependencies",
                missingDependencies.stream().sorted(BY_NEED).toList(),
                missing -> {
                    json.object("required", () -> {
                        key(missing.required().key());
                        json.text("solution", missing.required().solution().map(Object::toString));
                    });
                    json.object("dependent", () -> key(missing.dependent().key()));
                });
    }

    /** Workflows that stay off. */
    void leftOff(List<LeftOff> drafts) throws IOException {
        json.objects("leftOff", drafts, draft -> {
            key(draft.key());
            json.text("name", draft.name());
        });
    }

    /** An array of errors or warnings, in their order; {@code platformFault} only where it is true, {@code gate} only where there is one. */
    public void findings(String name, List<Finding> findings) throws IOException {
        json.objects(name, findings, finding -> {
            json.text("code", finding.code());
            json.text("name", finding.name());
            json.text("message", finding.message());
            if (finding.platformFault()) {
                json.flag("platformFault", true);
            }
            if (finding.gate().isPresent()) {
                json.text("gate", finding.gate());
            }
            component("component", finding.component());
        });
    }

    /** A component by the two keys that name it, null when there is none. */
    public void component(String name, Optional<ComponentKey> key) throws IOException {
        if (key.isPresent()) {
            json.object(name, () -> key(key.get()));
        } else {
            json.absent(name);
        }
    }

    /** The two keys that name a component. */
    public void key(ComponentKey key) throws IOException {
        json.text("type", key.type().name());
        json.text("key", key.key());
    }
}
