package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.solutionalm.mojo.FakeLifecycle;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.TestSession;
import io.github.solutionalm.mojo.console.ModulePrintout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;
import org.junit.jupiter.api.Test;

/** A goal on the command line runs in every module that configures the plugin, and what fails in one fails the build. */
class ReactorModulesTest {

    private static final MavenProject ROOT = TestSession.project("root");
    private static final MavenProject BASE = TestSession.project("base", "");
    private static final MavenProject DOCS = TestSession.project("docs");
    private static final MavenProject ORDERS = TestSession.project("orders", "");

    private final MavenExecutionResult result = new DefaultMavenExecutionResult();
    private final FakeLifecycle lifecycle = new FakeLifecycle();
    private final List<String> ran = new ArrayList<>();
    private final RecordingLog log = new RecordingLog();

    @Test
    void modulesThatConfigureThePluginAreMeantAndTheRootWhenItIsAskedFor() {
        ReactorModules modules = modules(session(ROOT, BASE, DOCS, ORDERS), MojoExecution.Source.CLI);

        assertThat(modules.meant(false)).containsExactly(BASE, ORDERS);
        assertThat(modules.meant(true)).containsExactly(ROOT, BASE, ORDERS);
    }

    @Test
    void aGoalThatIsBoundOrAloneIsWhereItIsMeantToBe() {
        assertThat(modules(session(ROOT, BASE), MojoExecution.Source.LIFECYCLE).meant(false))
                .isEmpty();
        assertThat(modules(session(BASE), MojoExecution.Source.CLI).meant(false))
                .isEmpty();
        assertThat(modules(session(BASE, DOCS), MojoExecution.Source.CLI).meant(false))
                .as("only the root configures it")
                .isEmpty();
    }

    @Test
    void eachModuleHasItsTurnAndRunsTheGoalItself() throws Exception {
        MavenSession session = session(ROOT, BASE, ORDERS);
        ReactorModules modules = modules(session, MojoExecution.Source.CLI);

        modules.run(List.of(BASE, ORDERS), new ModulePrintout(log.printout()));

        assertThat(ran).containsExactly("base: meant []", "orders: meant []");
        assertThat(result.getBuildSummary(BASE)).isInstanceOf(org.apache.maven.execution.BuildSuccess.class);
        assertThat(modules.meant(false)).as("afterwards").containsExactly(BASE, ORDERS);
    }

    @Test
    void whatFailsInOneModuleFailsTheBuildAtOnce() {
        MavenSession session = session(ROOT, DOCS, BASE, ORDERS);

        assertThatThrownBy(() -> modules(session, MojoExecution.Source.CLI)
                        .run(List.of(DOCS, BASE, ORDERS), new ModulePrintout(log.printout())))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("docs failed");
        assertThat(ran).containsExactly("docs: meant []");
        assertThat(result.getBuildSummary(DOCS)).isInstanceOf(org.apache.maven.execution.BuildFailure.class);
    }

    @Test
    void orAtTheEndWhenMavenShallGoOn() {
        MavenSession session = session(ROOT, DOCS, BASE, ORDERS);
        session.getRequest().setReactorFailureBehavior(MavenExecutionRequest.REACTOR_FAIL_AT_END);

        assertThatThrownBy(() -> modules(session, MojoExecution.Source.CLI)
                        .run(List.of(DOCS, BASE, ORDERS), new ModulePrintout(log.printout())))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("solution:verify failed in 1 module. docs: docs failed");
        assertThat(ran).hasSize(3);
    }

    @Test
    void theOutputDirectoryOfEachModuleIsWhereItsBuildDirectoryIs() {
        MavenProject root = at("root", "/r/target");
        MavenProject orders = at("orders", "/r/orders/out");
        ReactorModules modules = modules(session(root, orders), MojoExecution.Source.CLI);

        assertThat(modules.directories(path("/r/target/solution")))
                .containsExactly(
                        entry("root", path("/r/target/solution")), entry("orders", path("/r/orders/out/solution")));
        assertThat(modules.directories(path("/elsewhere")))
                .as("all write there")
                .containsExactly(entry("root", path("/elsewhere")));
        assertThat(modules(session(root, orders), MojoExecution.Source.LIFECYCLE)
                        .directories(path("/r/target/solution")))
                .as("bound to a phase, each is asked by itself")
                .containsExactly(entry("root", path("/r/target/solution")));
    }

    private static MavenProject at(String artifactId, String directory) {
        MavenProject project = TestSession.project(artifactId);
        project.getBuild().setDirectory(path(directory).toString());
        return project;
    }

    private static Path path(String path) {
        return Path.of(path).toAbsolutePath();
    }

    private MavenSession session(MavenProject... projects) {
        return TestSession.of(result, List.of("solution:verify"), projects);
    }

    private ReactorModules modules(MavenSession session, MojoExecution.Source source) {
        lifecycle.has("verify");
        MojoExecution current = new MojoExecution(TestSession.PLUGIN.getMojo("verify"), "default-cli", source);
        return new ReactorModules(session, current, lifecycle, new Plugins());
    }

    /** The goal asks in each module where it is meant to run; it fails in the module docs. */
    private final class Plugins implements BuildPluginManager {

        @Override
        public void executeMojo(MavenSession session, MojoExecution execution) throws MojoFailureException {
            String module = session.getCurrentProject().getArtifactId();
            ran.add(module + ": meant "
                    + modules(session, MojoExecution.Source.CLI).meant(false));
            if (module.equals("docs")) {
                throw new MojoFailureException("docs failed");
            }
        }

        @Override
        public PluginDescriptor loadPlugin(
                Plugin plugin, List<RemoteRepository> repositories, RepositorySystemSession session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MojoDescriptor getMojoDescriptor(
                Plugin plugin, String goal, List<RemoteRepository> repositories, RepositorySystemSession session) {
            throw new UnsupportedOperationException();
        }

        @Override
        public org.codehaus.plexus.classworlds.realm.ClassRealm getPluginRealm(
                MavenSession session, PluginDescriptor pluginDescriptor) {
            throw new UnsupportedOperationException();
        }
    }
}
