package io.github.solutionalm.mojo;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.OperationRecord;
import io.github.solutionalm.ReleaseGate;
import io.github.solutionalm.SolutionEnvironment;
import io.github.solutionalm.SolutionException;
import io.github.solutionalm.packaging.OpenedPackage;
import io.github.solutionalm.report.BuildSummary;
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
 * goals write, and by what the environments hold now; the summary of an earlier build counts only when this one has no
 * import at all. Prints everything it finds, not only the first.
 *
 * <p>An {@code environment} that is chosen must be among those that the build imported into; without one, all that the
 * build imported into are looked at.
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
        List<OperationRecord> records = records(out);
        List<EnvironmentContent> contents = new ArrayList<>();
        Set<String> places = new LinkedHashSet<>();
        environments().explicit().ifPresent(places::add);
        records.forEach(record -> places.add(record.url()));
        for (String place : places) {
            look(place, out).ifPresent(contents::add);
        }
        List<String> findings = ReleaseGate.findings(
                records,
                contents,
                new ReleaseGate.Options(
                        allowPendingUpgrade, allowUnpublished, environments().explicit()),
                this::sha256);
        records.forEach(record -> out.line("Operation", Wording.operation(record)));
        contents.stream()
                .filter(content -> content.unpublished().isEmpty() && !allowUnpublished)
                .forEach(content -> out.line(
                        "Unpublished",
                        "not known: " + content.environment().id()
                                + " does not tell what waits to be published; solution:publish publishes all of it"));
        findings.forEach(finding -> out.error("Finding", finding));
        if (!findings.isEmpty()) {
            String reasons = findings.size() == 1 ? ": " : ", for " + findings.size() + " reasons. The first: ";
            throw new MojoFailureException("The release does not pass" + reasons + findings.get(0));
        }
        out.line("Verified", Wording.count(records.size(), "operation"));
    }

    /**
     * The operations of this build; when nothing in it imports, and the imports were in a Maven invocation of their own, of
     * the last one that did.
     */
    private List<OperationRecord> records(Printout out) throws IOException {
        Optional<String> wrote = BuildSummary.build(outputDirectory());
        if (wrote.isPresent() && !wrote.get().equals(build().id()) && build().imports()) {
            out.warning(
                    "Summary",
                    "summary.json is of an earlier build, started at " + wrote.get() + ", and does not count for this"
                            + " one. To check what an earlier build imported, run solution:verify in a Maven invocation"
                            + " of its own.");
            return List.of();
        }
        return BuildSummary.read(outputDirectory()).orElse(List.of());
    }

    private Optional<EnvironmentContent> look(String place, Printout out) throws MojoExecutionException {
        Target target = environments().named(place);
        try {
            target.announce(out);
            try (SolutionEnvironment opened = target.open(out)) {
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
