package io.github.solutionalm.dataverse.content;

import io.github.solutionalm.Operation;
import io.github.solutionalm.dataverse.api.InstalledRows;
import io.github.solutionalm.dataverse.api.OperationContext;
import io.github.solutionalm.dataverse.api.SolutionRow;
import io.github.solutionalm.dataverse.http.WebApiException;
import io.github.solutionalm.dataverse.job.JobFile;
import io.github.solutionalm.dataverse.job.JobFolder;
import io.github.solutionalm.dataverse.job.JobPlace;
import io.github.solutionalm.engine.OperationChoice;
import io.github.solutionalm.engine.SolutionStack;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.Layer;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import io.github.solutionalm.model.UniqueName;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The content of a solution before an operation. No job of an environment reports what it deleted or left unchanged; a
 * comparison of the content before and after does.
 *
 * @param own components that base and patches list
 * @param staged components that the staged upgrade lists, if one is applied; otherwise empty
 * @param contents by component, digests of the layers that the package's are compared with; missing ones are not compared
 */
public record ContentBefore(
        List<ListedComponent> own, List<ListedComponent> staged, Map<String, List<String>> contents) {

    /** The most components that are compared: the layers of each take a request, and more are not worth the time. */
    public static final int MOST_COMPARED = 250;

    /** Reads the content before an import. */
    public static ContentBefore of(
            OperationContext access, OperationChoice choice, InstalledRows installed, SolutionPackage solution)
            throws WebApiException {
        SolutionManifest manifest = solution.manifest();
        SolutionStack stack = choice.stack();
        if (stack.base().isEmpty() && manifest.managed()) {
            return new ContentBefore(List.of(), List.of(), Map.of());
        }
        List<String> owners = stack.owners();
        Collection<ListedComponent> own = SolutionContent.of(access, rows(owners, installed));
        return new ContentBefore(
                List.copyOf(own),
                List.of(),
                contents(access, compared(own, solution), layersOf(choice, manifest.managed())));
    }

    /** Reads the content before a staged upgrade is applied; its layers do not change then. */
    public static ContentBefore of(OperationContext access, SolutionStack stack, InstalledRows installed)
            throws WebApiException {
        List<String> holding =
                stack.holding().map(InstalledSolution::uniqueName).stream().toList();
        return new ContentBefore(
                List.copyOf(SolutionContent.of(access, rows(stack.owners(), installed))),
                List.copyOf(SolutionContent.of(access, rows(holding, installed))),
                Map.of());
    }

    /** The components that the package has, too; none if there are too many to compare. */
    private static List<ListedComponent> compared(Collection<ListedComponent> own, SolutionPackage solution) {
        ComponentIndex index = new ComponentIndex(own);
        Set<ListedComponent> both = new LinkedHashSet<>();
        solution.components().stream()
                .filter(component -> !component.isContext())
                .forEach(component -> index.find(component.key()).ifPresent(both::add));
        return both.size() > MOST_COMPARED ? List.of() : List.copyOf(both);
    }

    /** The owners of the layers that the package's are compared with (docs/concepts.md, "What happens to one component"). */
    private static List<String> layersOf(OperationChoice choice, boolean managed) {
        SolutionStack stack = choice.stack();
        boolean unmanagedBefore = stack.base().filter(base -> !base.managed()).isPresent();
        if (!managed || unmanagedBefore) {
            return List.of(Layer.ACTIVE);
        }
        return choice.operation() == Operation.UPDATE ? List.of(stack.uniqueName()) : stack.owners();
    }

    private static Map<String, List<String>> contents(
            OperationContext access, List<ListedComponent> components, List<String> owners) throws WebApiException {
        Set<String> names = owners.stream().map(UniqueName::key).collect(Collectors.toSet());
        Map<String, List<String>> contents = new HashMap<>();
        for (ListedComponent component : components) {
            List<ComponentLayer> layers = access.courtesy(() -> ComponentLayer.of(access, component)).stream()
                    .flatMap(List::stream)
                    .filter(layer -> names.contains(UniqueName.key(layer.owner())))
                    .toList();
            boolean known = layers.stream().allMatch(layer -> layer.content().isPresent());
            if (!layers.isEmpty() && known) {
                boolean merges = ComponentType.named(component.type()).merges();
                contents.put(
                        component.identity(),
                        layers.subList(merges ? 0 : layers.size() - 1, layers.size()).stream()
                                .map(layer -> layer.content().orElseThrow())
                                .toList());
            }
        }
        return contents;
    }

    /** The content as it is kept in the folder. */
    private record Kept(String attempt, ContentBefore before) {

        boolean isOf(JobFile job) {
            return job.sent().attempt().equals(attempt)
                    && before != null
                    && before.own != null
                    && before.staged != null
                    && before.contents != null;
        }
    }

    /** Keeps the content for a later build that continues the operation. */
    public void keep(JobFolder folder, JobPlace place, String attempt) {
        folder.keepBefore(place, new Kept(attempt, this));
    }

    /** The content that was kept before this very operation; empty if none was, or only that of another one. */
    public static Optional<ContentBefore> kept(JobFolder folder, JobFile job) {
        return folder.before(job, Kept.class).filter(kept -> kept.isOf(job)).map(Kept::before);
    }

    private static List<SolutionRow> rows(List<String> solutions, InstalledRows installed) {
        return solutions.stream().flatMap(name -> installed.row(name).stream()).toList();
    }
}
