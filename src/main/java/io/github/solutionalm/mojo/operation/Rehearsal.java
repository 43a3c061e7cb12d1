package io.github.solutionalm.mojo.operation;

import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.embedded.EmbeddedSettings;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.mojo.artifacts.ResolvedPackage;
import io.github.solutionalm.mojo.console.PlanHeads;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.ProgressLine;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.environment.EmbeddedTarget;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.packaging.OpenPackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Plans a release where nothing is at stake: a new embedded environment gets the dependencies and the last release, and the new
 * package is planned on them.
 *
 * @param folder of the environment and the plan; an environment that is there from before is deleted
 * @param provided name patterns of solutions that it is taken to hold
 * @param packages opens the packages
 * @param ci is told of the plan
 */
public record Rehearsal(
        Path folder, List<String> provided, OpenPackages packages, Printout out, ProgressLine progress, CiReports ci) {

    private static final String GOAL = "rehearse";
    private static final String FILE = "environment.db";

    /**
     * What is rehearsed.
     *
     * @param before what is installed first, in this order
     * @param release the new package
     * @param options how it is to be imported, with the gates
     */
    public record Release(List<ResolvedPackage> before, ResolvedPackage release, ImportOptions options) {

        public Release {
            before = List.copyOf(before);
        }
    }

    /**
     * Plans it, prints and writes the plan, and judges it.
     *
     * @throws MojoFailureException if it would be refused, skipped or blocked, does not pass a gate, or if what it needs can't be
     *     installed
     */
    public List<PlanResult> of(Release release) throws SolutionException, IOException, MojoFailureException {
        deleteEarlier();
        Target target = new EmbeddedTarget(
                        EnvironmentId.embedded(GOAL, folder.resolve(FILE)),
                        EmbeddedSettings.defaults().providing(provided))
                .taking(packages);
        target.announce(out);
        try (SolutionEnvironment environment = target.open(out)) {
            for (ResolvedPackage one : release.before()) {
                install(one, environment);
            }
            PlanHeads heads = new PlanHeads(progress);
            List<OperationRequest> requests = List.of(request(release.release(), release.options()));
            List<PlanResult> plans = environment.plan(requests, heads);
            heads.end();
            // A release that is blocked could not be carried out.
            PlanVerdict verdict = new PlanVerdict(true);
            new PlanSequence(out, heads, folder).with(ci, verdict).show(requests, plans);
            verdict.judge(requests, plans, out);
            refuseSkipped(release.release(), plans);
            return plans;
        }
    }

    /** A gate that saw nothing is none. */
    private static void refuseSkipped(ResolvedPackage release, List<PlanResult> plans) throws MojoFailureException {
        for (PlanResult plan : plans) {
            if (plan.outcome().isSkip()) {
                throw new MojoFailureException("Tried to rehearse the release of "
                        + release.file().getFileName() + " but failed because: what is installed before it has its"
                        + " version "
                        + plan.manifest()
                                .map(of -> of.version().toString() + " ")
                                .orElse("")
                        + "already, so that an import would skip it. Give the package a higher"
                        + " version, or name an earlier release with <baseVersion> or -Dsolution.baseVersion.");
            }
        }
    }

    private void install(ResolvedPackage one, SolutionEnvironment environment)
            throws SolutionException, MojoFailureException {
        ImportResult result = environment.importSolution(request(one, ImportOptions.defaults()), ImportListener.NONE);
        if (!result.outcome().isSuccess()) {
            throw new MojoFailureException("Tried to install " + one.artifact().coordinates()
                    + " for the rehearsal but failed because: "
                    + result.errors().stream().map(Finding::toString).collect(Collectors.joining(" "))
                    + " It needs what the POM has to bring: add it to <dependencies>, or name what environments have by"
                    + " themselves in <providedSolutions>.");
        }
        out.line(
                "Installed",
                result.solution() + " "
                        + result.manifest()
                                .map(manifest -> manifest.version().toString())
                                .orElse("") + ", "
                        + result.file()
                                .flatMap(PackageFile::artifact)
                                .map(Wording::artifact)
                                .orElse(""));
    }

    private static ImportRequest request(ResolvedPackage one, ImportOptions options) {
        return new ImportRequest(GOAL, one.file(), Optional.empty(), options).of(Optional.of(one.artifact()));
    }

    private void deleteEarlier() throws IOException {
        Files.createDirectories(folder);
        List<Path> earlier = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, FILE + "*")) {
            files.forEach(earlier::add);
        }
        for (Path file : earlier) {
            Files.delete(file);
        }
    }
}
