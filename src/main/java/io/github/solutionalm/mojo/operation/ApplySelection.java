package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.RefusalException;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.model.UniqueName;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.packages.PackageSelection;
import io.github.solutionalm.mojo.packages.PackagesAsked;
import io.github.solutionalm.packaging.OpenPackages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/** Chooses the staged upgrades to apply, in the reverse order of their staging. */
public final class ApplySelection {

    private final String goal;
    private final ImportOptions options;
    private final Printout out;
    private final OpenPackages packages;

    public ApplySelection(String goal, ImportOptions options, Printout out, OpenPackages packages) {
        this.goal = goal;
        this.options = options;
        this.out = out;
        this.packages = packages;
    }

    /** A package can't be read, so its solution is unknown. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Path file;

        UnreadableException(Path file, RefusalException cause) {
            super(
                    "Tried to apply the upgrade of " + file.getFileName() + " but failed because: "
                            + cause.getMessage(),
                    cause);
            this.file = file;
        }

        public Path file() {
            return file;
        }
    }

    /** The upgrades of packages: one per solution, for its last package; none for patches. */
    public List<ApplyRequest> ofPackages(List<PackageSelection.Selected> packages)
            throws SolutionException, UnreadableException {
        Map<String, ApplyRequest> requests = new LinkedHashMap<>();
        for (PackageSelection.Selected selected : packages) {
            ApplyRequest.Expected head = head(selected.file(), selected.sha256());
            String solution = head.manifest().uniqueName();
            if (head.manifest().patchOf().isPresent()) {
                out.line("Skipped", solution + " " + head.manifest().version() + ": a patch is not staged");
                continue;
            }
            requests.remove(UniqueName.key(solution));
            requests.put(UniqueName.key(solution), request(solution, Optional.of(head)));
        }
        return reversed(requests.values().stream().toList());
    }

    /** The upgrades of solutions, given by unique names, comma-separated. */
    public List<ApplyRequest> named(String names) {
        return reversed(Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .map(name -> request(name, Optional.empty()))
                .toList());
    }

    /** The upgrades of saved plans, in the given order. */
    public List<ApplyRequest> planned(List<SavedPlans.Application> plans, PackageSelection selection)
            throws SolutionException, MojoExecutionException, UnreadableException {
        List<ApplyRequest> requests = new ArrayList<>();
        for (SavedPlans.Application saved : plans) {
            Optional<ApplyRequest.Expected> head = Optional.empty();
            if (saved.packaged().isPresent()) {
                PackageSelection.Selected selected = selection
                        .select(PackagesAsked.of(List.of(saved.packaged().get()), "", ""))
                        .get(0);
                head = Optional.of(head(selected.file(), selected.sha256()));
            }
            requests.add(request(saved.solution(), head));
        }
        return List.copyOf(requests);
    }

    /** All staged upgrades of an environment; prints a line if there are none. */
    public List<ApplyRequest> staged(SolutionEnvironment environment) throws SolutionException {
        List<ApplyRequest> staged = environment.list(false).solutions().stream()
                .flatMap(solution -> solution.holdingFor().stream())
                .map(base -> request(base, Optional.empty()))
                .toList();
        if (staged.isEmpty()) {
            out.line("Result", "nothing is staged in this environment, so there is no upgrade to apply");
        }
        return reversed(staged);
    }

    private ApplyRequest.Expected head(Path file, Optional<String> sha256)
            throws SolutionException, UnreadableException {
        try {
            return packages.head(file, sha256);
        } catch (RefusalException e) {
            throw new UnreadableException(file, e);
        }
    }

    private ApplyRequest request(String solution, Optional<ApplyRequest.Expected> expected) {
        return new ApplyRequest(goal, solution, expected, options, Optional.empty());
    }

    private static List<ApplyRequest> reversed(List<ApplyRequest> requests) {
        List<ApplyRequest> reversed = new ArrayList<>(requests);
        Collections.reverse(reversed);
        return List.copyOf(reversed);
    }
}
