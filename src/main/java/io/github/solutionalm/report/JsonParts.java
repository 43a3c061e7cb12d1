package io.github.solutionalm.report;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.Finding;
import io.github.solutionalm.PackageFile;
import io.github.solutionalm.model.ComponentKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The objects that several of our JSON files have in common, each always with the same keys (product.md, Files). */
final class JsonParts {

    private final JsonWriter json;

    JsonParts(JsonWriter json) {
        this.json = json;
    }

    void environment(EnvironmentId environment) throws IOException {
        json.object("environment", () -> {
            json.text("id", environment.id());
            json.text("kind", environment.kind());
            json.text("url", environment.url());
        });
    }

    void packageFile(PackageFile file) throws IOException {
        json.object("package", () -> {
            json.text("file", file.file());
            json.text("format", file.format());
            json.number("bytes", file.bytes());
            json.text("sha256", file.sha256());
        });
    }

    void packageFile(Optional<PackageFile> file) throws IOException {
        if (file.isPresent()) {
            packageFile(file.get());
        } else {
            json.absent("package");
        }
    }

    void findings(String name, List<Finding> findings) throws IOException {
        json.objects(name, findings, finding -> {
            json.text("code", finding.code());
            json.text("name", finding.name());
            json.text("message", finding.message());
            component("component", finding.component());
        });
    }

    void component(String name, Optional<ComponentKey> key) throws IOException {
        if (key.isPresent()) {
            json.object(name, () -> key(key.get()));
        } else {
            json.absent(name);
        }
    }

    /** The two keys that name a component. */
    void key(ComponentKey key) throws IOException {
        json.text("type", key.type().name());
        json.text("key", key.key());
    }
}
