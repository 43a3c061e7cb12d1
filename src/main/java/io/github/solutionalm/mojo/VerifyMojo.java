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
 * The gate of a release: fails the build unless every import of this build succeeded and the environments that it
 * imported into really hold the result. Goes by {@code summary.json} under {@code outputDirectory}, which the importing
 * goals write, and by what the environments hold now. All modules of the build count, and all folders that it wrote to.
 * Run by itself from the command line, in a build without imports, it goes by the summary of the build that wrote it last, and
 * says which that is; bound to a phase, never. Prints everything it finds, not only the first.
 *
 * <p>An {@code environment} that is chosen, or the only one that is declared, must be among those that the build imported
 * into; all of those are looked at.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public final class VerifyMojo extends AbstractEnvironmentMojo {

    /** Let a holding solution {@code <name>_Upgrade} pass that this build did not stage itself. */
    @Parameter(property = PREFIX + "allowPendingUpgrade", defaultValue = "false")
    private boolean allowPendingUpgrade;

    /** Let imported changes pass that are not published. */
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
            // What has failed meanwhile, in a module that is built at the same time, is found when we look again.
        } while (findings.isEmpty() && !build().operations().pass());
        findings.forEach(finding -> out.error("Finding", finding));
        if (!findings.isEmpty()) {
            String reasons = findings.size() == 1 ? ": " : ", for " + findings.size() + " reasons. The first: ";
            throw new MojoFailureException("The release does not pass" + reasons + findings.get(0));
        }
        out.line("Verified", Wording.count(operations.all().size(), "operation"));
    }

    private List<String> findings(OperationsToVerify operations, Printout out) throws MojoExecutionException {
        List<OperationRecord> records = operations.records();
        List<EnvironmentContent> contents = new ArrayList<>();
        Set<String> places = new LinkedHashSet<>();
        environments().meant().ifPresent(places::add);
        records.stream().map(OperationRecord::url).filter(url -> !url.isEmpty()).forEach(places::add);
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
                        "not known: " + content.environment().id()
                                + " does not tell what waits to be published; solution:publish publishes all of it"));
        return findings;
    }

    private Optional<EnvironmentContent> look(String place, Printout out) throws MojoExecutionException {
        Target target = environments().named(place);
        try {
            target.announce(out);
            if (!target.exists() && requiresEnvironment(true)) {
                return Optional.empty(); // which the gate takes for one that can't be read
            }
            try (SolutionEnvironment opened = target.read(out)) {
                return Optional.of(opened.list(false));
            }
        } catch (SolutionException e) {
            out.error("Environment", e.getMessage());
            return Optional.empty();
        }
    }

    /** A package's content; unreadable counts as gone. */
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
