package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.packaging.OpenPackages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns packages into operations. With {@link Ordering#STAGED} all upgrades are staged before any is applied, in
 * reverse order: when the upgrade of A drops a column, the new version of B, which no longer uses it, is already
 * present.
 */
public final class OperationOrder {

    private final Ordering ordering;
    private final ImportOptions applying;
    private final OpenPackages packages;

    /** An order of operations; staged upgrades are applied with these options. */
    public OperationOrder(Ordering ordering, ImportOptions applying, OpenPackages packages) {
        this.ordering = ordering;
        this.applying = applying;
        this.packages = packages;
    }

    /**
     * The operations.
     *
     * @param environment determines which solutions are installed and can be staged; all others are imported in the
     * listed order
     */
    public List<OperationRequest> arrange(List<ImportRequest> requests, SolutionEnvironment environment)
            throws SolutionException {
        if (ordering == Ordering.LISTED) {
            return List.copyOf(requests);
        }
        Set<String> held = new HashSet<>();
        for (EnvironmentContent.Solution solution : environment.list(false).solutions()) {
            held.add(UniqueName.key(solution.uniqueName()));
        }
        return new InTwoPhases(held).arrange(requests);
    }

    private final class InTwoPhases {
        private final Set<String> held;
        private final List<OperationRequest> first = new ArrayList<>();
        private final List<OperationRequest> second = new ArrayList<>();
        private final List<OperationRequest> afterwards = new ArrayList<>();
        private final Set<String> staged = new HashSet<>();

        InTwoPhases(Set<String> held) {
            this.held = held;
        }

        public List<OperationRequest> arrange(List<ImportRequest> requests) throws SolutionException {
            List<Optional<ApplyRequest.Expected>> heads = new ArrayList<>();
            Map<String, Integer> last = new HashMap<>();
            for (ImportRequest request : requests) {
                Optional<ApplyRequest.Expected> head = head(request);
                head.ifPresent(read -> last.put(name(read), heads.size()));
                heads.add(head);
            }
            for (int i = 0; i < requests.size(); i++) {
                boolean lastOfItsName =
                        heads.get(i).map(OperationOrder::name).map(last::get).equals(Optional.of(i));
                add(requests.get(i), heads.get(i), lastOfItsName);
            }
            first.addAll(second);
            first.addAll(afterwards);
            return List.copyOf(first);
        }

        private void add(ImportRequest request, Optional<ApplyRequest.Expected> head, boolean lastOfItsName) {
            Optional<SolutionManifest> manifest = head.map(ApplyRequest.Expected::manifest);
            String base = manifest.flatMap(SolutionManifest::patchOf)
                    .map(UniqueName::key)
                    .orElse("");
            if (staged.contains(base)) {
                afterwards.add(request); // a patch of the new version, which nothing is until that is applied
                return;
            }
            boolean stages = lastOfItsName
                    && base.isEmpty()
                    && manifest.orElseThrow().managed()
                    && request.options().action() == Action.UPGRADE
                    && held.contains(name(head.orElseThrow()));
            first.add(stages ? request.with(Action.STAGE) : request);
            head.map(OperationOrder::name).ifPresent(stages ? staged::add : held::add);
            if (stages) {
                second.add(0, apply(request.goal(), head.orElseThrow()));
            }
        }

        /** A package that the import will refuse has no second step. */
        private Optional<ApplyRequest.Expected> head(ImportRequest request) throws SolutionException {
            try {
                return Optional.of(packages.head(request.file(), request.sha256()));
            } catch (RefusalException e) {
                return Optional.empty();
            }
        }
    }

    private ApplyRequest apply(String goal, ApplyRequest.Expected head) {
        return new ApplyRequest(goal, head.manifest().uniqueName(), Optional.of(head), applying, Optional.empty());
    }

    private static String name(ApplyRequest.Expected head) {
        return UniqueName.key(head.manifest().uniqueName());
    }
}
