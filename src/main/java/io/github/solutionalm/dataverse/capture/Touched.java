package io.github.solutionalm.dataverse.capture;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.packaging.ContentSink;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.packaging.PackageOpener;
import io.github.solutionalm.packaging.ReadListener;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What operations touch: only of this, names, layers and users are asked for.
 *
 * @param solutions unique names of the solutions, in any case
 * @param components what the packages bring or require
 * @param tables logical names of the tables that they bring, or bring parts of
 */
record Touched(Set<String> solutions, Set<ComponentKey> components, Set<String> tables) {

    /** Reads the packages; one that can't be read touches nothing, and the plan says why. */
    static Touched of(List<OperationRequest> sequence, PackageOpener packages) {
        Touched touched = new Touched(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (OperationRequest request : sequence) {
            if (request instanceof ImportRequest importing) {
                touched.add(importing, packages);
            } else if (request instanceof ApplyRequest applying) {
                touched.solutions.add(applying.solution());
            }
        }
        return touched;
    }

    private void add(ImportRequest request, PackageOpener packages) {
        try (OpenedPackage opened = packages.open(request.file(), request.sha256())) {
            var manifest = opened.manifest();
            solutions.add(manifest.patchOf().orElse(manifest.uniqueName()));
            opened.read(ContentSink.NONE, ReadListener.NONE).components().forEach(this::add);
            manifest.missingDependencies().forEach(missing -> missing.required()
                    .keys()
                    .forEach(key -> add(new ComponentKey(missing.required().type(), key), Optional.empty())));
        } catch (SolutionException e) {
            // The plan opens it again, and reports what is wrong with it.
        }
    }

    private void add(SolutionComponent component) {
        add(component.key(), component.parent());
    }

    private void add(ComponentKey key, Optional<ComponentKey> parent) {
        components.add(key);
        parent.filter(table -> table.type().equals(ComponentType.ENTITY)).ifPresent(table -> tables.add(table.key()));
        if (key.type().equals(ComponentType.ENTITY)) {
            tables.add(key.key());
        } else if (key.type().namedInTable() && key.key().indexOf('.') > 0) {
            tables.add(key.key().substring(0, key.key().indexOf('.')));
        }
    }
}
