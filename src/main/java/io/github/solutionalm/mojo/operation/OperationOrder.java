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
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.packages.PackageOrder;
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
    private final Printout out;

    /**
     * An order of operations.
     *
     * @param applying options with which staged upgrades are applied
     * @param out takes what is not in the listed order
     */
    public OperationOrder(Ordering ordering, ImportOptions applying, OpenPackages packages, Printout out) {
        this.ordering = ordering;
        this.applying = applying;
        this.packages = packages;
        this.out = out;
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
        if (ordering == Ordering.DEPENDENCIES) {
            return List.copyOf(byNeed(requests));
        }
        Set<String> held = new HashSet<>();
        for (EnvironmentContent.Solution solution : environment.list(false).solutions()) {
            held.add(UniqueName.key(solution.uniqueName()));
        }
        return new InTwoPhases(held).arrange(requests);
    }

    private List<ImportRequest> byNeed(List<ImportRequest> requests) throws SolutionException {
        List<Optional<SolutionManifest>> manifests = new ArrayList<>();
        for (ImportRequest request : requests) {
            manifests.add(head(request).map(ApplyRequest.Expected::manifest));
        }
        PackageOrder order = PackageOrder.of(manifests);
        order.corrections().forEach(correction -> out.line("Order", correction));
        if (!order.cycle().isEmpty()) {
            out.warning("These solutions need each other, so that no order is right: "
                    + String.join(", ", order.cycle()) + ". They are imported as they are listed.");
        }
        return order.sorted(requests);
    }

    /** A package that the import will refuse says nothing. */
    private Optional<ApplyRequest.Expected> head(ImportRequest request) throws SolutionException {
        try {
            return Optional.of(packages.head(request.file(), request.sha256()));
        } catch (RefusalException e) {
            return Optional.empty();
        }
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
    }

    private ApplyRequest apply(String goal, ApplyRequest.Expected head) {
        return new ApplyRequest(goal, head.manifest().uniqueName(), Optional.of(head), applying, Optional.empty());
    }

    private static String name(ApplyRequest.Expected head) {
        return UniqueName.key(head.manifest().uniqueName());
    }
}
