package io.github.solutionalm.mojo.console;

import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.Publisher;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.UniqueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Prints the content of a package. */
public final class InspectionPrintout {

    private final Printout out;

    public InspectionPrintout(Printout out) {
        this.out = out;
    }

    public void print(PackageInspection inspection) {
        out.line("Package", Wording.packageFile(inspection.file()));
        manifest(inspection.manifest());
        out.line(
                "Languages",
                inspection.languages().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        components(inspection.counts(), inspection.context());
        required(inspection.requiredSolutions());
        code(inspection.code());
        settings(inspection.settings());
        inspection.warnings().forEach(warning -> out.warning("Warning", warning.toString()));
        out.blank();
    }

    private void manifest(SolutionManifest manifest) {
        out.line("Solution", Wording.solution(manifest));
        optional("Description", manifest.description());
        Publisher publisher = manifest.publisher();
        out.line("Publisher", publisher(publisher));
        optional("E-mail", publisher.email());
        optional("Website", publisher.website());
        optional("Configured", manifest.configurationPage().orElse(""));
        optional("Exported", exported(manifest.platform()));
    }

    private static String publisher(Publisher publisher) {
        return Wording.publisher(publisher) + ", prefix " + publisher.customizationPrefix()
                + publisher
                        .optionValuePrefix()
                        .map(prefix -> ", option value prefix " + prefix)
                        .orElse("");
    }

    private static String exported(SolutionManifest.ExportPlatform platform) {
        List<String> parts = new ArrayList<>();
        if (!platform.generatedBy().isEmpty()) {
            parts.add("by " + platform.generatedBy());
        }
        if (!platform.version().isEmpty()) {
            parts.add("platform " + platform.version());
        }
        if (!platform.packageVersion().isEmpty()) {
            parts.add("package version " + platform.packageVersion());
        }
        return String.join(", ", parts);
    }

    private void components(Map<String, Integer> counts, Map<String, Integer> context) {
        int total = counts.values().stream().mapToInt(Integer::intValue).sum();
        out.line("Contains", Wording.count(total, "component"));
        TreeSet<String> types = new TreeSet<>(counts.keySet());
        types.addAll(context.keySet());
        out.table(types.stream()
                .map(type -> List.of(
                        type,
                        String.valueOf(counts.getOrDefault(type, 0)),
                        context.containsKey(type) ? "and " + context.get(type) + " as context of others" : ""))
                .toList());
    }

    private void required(List<PackageInspection.RequiredSolution> required) {
        if (required.isEmpty()) {
            out.line("Requires", "no other solution");
            return;
        }
        int total = required.stream()
                .mapToInt(PackageInspection.RequiredSolution::components)
                .sum();
        out.line("Requires", Wording.count(total, "component") + " from other solutions");
        out.table(required.stream()
                .map(solution -> List.of(
                        UniqueName.same(solution.name(), Layer.ACTIVE) ? Wording.UNMANAGED : solution.name(),
                        Wording.count(solution.components(), "component")))
                .toList());
    }

    private void code(List<PackageInspection.Code> code) {
        if (code.isEmpty()) {
            out.line("Code", "none");
            return;
        }
        out.line("Code", "the package contains code, " + Wording.count(code.size(), "part"));
        out.table(code.stream()
                .map(part -> List.of(
                        part.type(),
                        part.key(),
                        Wording.size(part.size()),
                        part.hosts().isEmpty() ? "" : "calls " + String.join(", ", part.hosts()),
                        part.name()))
                .toList());
    }

    /** Prints the settings and marks those that need a value on import. */
    private void settings(SettingsDeclaration settings) {
        if (settings.isEmpty()) {
            return;
        }
        out.line("Settings", Wording.settings(settings));
        List<List<String>> rows = new ArrayList<>();
        settings.variables()
                .forEach(variable -> rows.add(List.of(
                        variable.schemaName(),
                        variable.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        variable.value().isPresent()
                                ? "has a value"
                                : variable.defaultValue().isPresent()
                                        ? "has a default"
                                        : variable.required() ? "required" : "")));
        settings.references()
                .forEach(
                        reference -> rows.add(List.of(reference.logicalName(), "connection", reference.connectorId())));
        out.table(rows);
    }

    private void optional(String label, String text) {
        if (!text.isBlank()) {
            out.line(label, text.strip().replaceAll("\\s+", " "));
        }
    }
}
