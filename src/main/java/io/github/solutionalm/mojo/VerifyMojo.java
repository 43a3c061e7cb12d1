package io.github.solutionalm.mojo;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.mojo.build.MavenBuild;
import io.github.solutionalm.mojo.console.Printout;
import io.github.solutionalm.mojo.console.Wording;
import io.github.solutionalm.mojo.environment.Target;
import io.github.solutionalm.mojo.operation.OperationsToVerify;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.report.ReleaseGate;
import io.github.solutionalm.report.json.OperationRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks a release: fails the build unless every import of this build succeeded and the environments have the result. Reads
 * {@code summary.json} in {@code outputDirectory}, which the importing goals write, and compares it with the current content of
 * the environments. Checks all modules of the build and all folders that it wrote to. Prints all findings, not only the first.
 *
 * <p>Run alone from the command line, in a build without imports, it checks the last build that wrote the summary and says
 * which build that is. Bound to a phase, it never does so.
 *
 * <p>Checks every environment that the build imported into. A chosen {@code environment}, or the only declared one, must be among
 * them.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class VerifyMojo extends AbstractEnvironmentMojo {

    /** Allow a holding solution {@code <name>_Upgrade} that this build did not stage. */
    @Parameter(property = PREFIX + "allowPendingUpgrade", defaultValue = "false")
    private boolean allowPendingUpgrade;

    /** Allow imported changes that are not published. */
    @Parameter(property = PREFIX + "allowUnpublished", defaultValue = "false")
    private boolean allowUnpublished;

    @Inject
    VerifyMojo(MavenBuild build) {
        super("verify", build);
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        Printout out = printout();
        List<String> findings;
        OperationsToVerify operations;
        do {
            operations = OperationsToVerify.of(build(), outputDirectory());
            operations.source().ifPresent(source -> out.line("Summary", source));
            findings = findings(operations, out);
            // Checks again if a module that is built in parallel has failed meanwhile.
        } while (findings.isEmpty() && !build().operations().pass());
        findings.forEach(finding -> out.error("Finding", finding));
        ciReports().verified(operations.all().size(), findings);
        if (!findings.isEmpty()) {
            String reasons = findings.size() == 1 ? ": " : ", for " + findings.size() + " reasons. The first: ";
            throw new MojoFailureException("Release check failed" + reasons + findings.get(0));
        }
        out.line("Verified", Wording.count(operations.all().size(), "operation"));
    }

    @Override
    boolean tellsCiSystems() {
        return true;
    }

    private List<String> findings(OperationsToVerify operations, Printout out) throws MojoExecutionException {
        List<OperationRecord> records = operations.records();
        List<EnvironmentContent> contents = new ArrayList<>();
        Set<String> places = new LinkedHashSet<>();
        environments().meant().ifPresent(places::add);
        records.stream()
                .map(record -> record.environment().url())
                .filter(url -> !url.isEmpty())
                .forEach(places::add);
        for (String place : places) {
            look(place, out).ifPresent(contents::add);
        }
        List<String> findings = new ArrayList<>(operations.lost());
        findings.addAll(ReleaseGate.outcomes(operations.elsewhere()));
        findings.addAll(ReleaseGate.findings(
                records,
                contents,
                new ReleaseGate.Options(
                        allowPendingUpgrade, allowUnpublished, environments().meant()),
                this::sha256));
        operations.all().forEach(record -> out.line("Operation", Wording.operation(record)));
        contents.stream()
                .filter(content -> content.unpublished().isEmpty() && !allowUnpublished)
                .forEach(content -> out.line(
                        "Unpublished",
                        "unknown: " + content.environment().id()
                                + " does not report unpublished changes; solution:publish publishes all of them"));
        return findings;
    }

    private Optional<EnvironmentContent> look(String place, Printout out) throws MojoExecutionException {
        Target target = environments().named(place);
        try {
            target.announce(out);
            if (!target.exists() && requiresEnvironment(true)) {
                return Optional.empty(); // counts as unreadable
            }
            try (SolutionEnvironment opened = target.read(out)) {
                return Optional.of(opened.list(false));
            }
        } catch (SolutionException e) {
            out.error("Environment", e.getMessage());
            return Optional.empty();
        }
    }

    /** The SHA-256 of a package; empty if it is missing or unreadable. */
    private Optional<String> sha256(String file) {
        Path path = build().baseDirectory().resolve(Path.of(file));
        try {
            return Files.exists(path) ? Optional.of(OpenedPackage.describe(path).sha256()) : Optional.empty();
        } catch (SolutionException e) {
            getLog().debug(e);
            return Optional.empty();
        }
    }
}
