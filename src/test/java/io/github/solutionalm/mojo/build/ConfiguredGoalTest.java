package io.github.solutionalm.mojo.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.mojo.TestSession;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** Of what the POM says of a goal nothing is dropped without a word. */
class ConfiguredGoalTest {

    private static final PluginExecution IMPORT = execution("<failOnDelete>true</failOnDelete>");

    private static PluginExecution execution(String configuration) {
        return TestSession.execution("import", null, configuration, "import");
    }

    @Test
    void whatIsWellSaidIsLeftAlone() {
        ConfiguredGoal goal = goal("<environment>dev</environment><outputDirectory>${x}</outputDirectory>", IMPORT);

        assertThat(goal.unknownElements()).isEmpty();
        assertThat(goal.unknownExecution()).isEmpty();
        assertThat(goal("<environment>dev</environment>", IMPORT).withoutValue())
                .isEmpty();
    }

    @Test
    void anElementThatNoGoalKnows() {
        assertThat(goal("<failOnHiden>true</failOnHiden>").unknownElements())
                .containsExactly("Unknown parameter <failOnHiden>. Did you mean <failOnHidden>?");
    }

    @Test
    void anElementOfAnExecutionThatItsGoalsDoNotKnow() {
        assertThat(goal("", execution("<failOnBlocked>true</failOnBlocked>")).unknownElements())
                .singleElement()
                .asString()
                .startsWith("<failOnBlocked> in the execution 'import' is not a parameter of solution:import. ");
        assertThat(goal("<failOnBlocked>true</failOnBlocked>").unknownElements())
                .as("what is for all goals may be of any of them")
                .isEmpty();
    }

    @Test
    void aGateThatIsEmptyOrNamesNoProperty() {
        assertThat(goal("", execution("<requireInstalled/>")).withoutValue())
                .containsExactly("<requireInstalled> in the POM is empty. Give it a value or remove it");
        assertThat(goal("", execution("<requireEnvironment> </requireEnvironment>"))
                        .withoutValue())
                .as("a flag of three values")
                .hasSize(1);
        assertThat(goal("", execution("<savedPlan/>")).withoutValue()).hasSize(1);
        assertThat(goal("", execution("<failOnDelete>${gate.delete}</failOnDelete>"))
                        .withoutValue())
                .containsExactly("<failOnDelete> in the POM is ${gate.delete}, but that property is not set");
        assertThat(goal("", execution("<savedPlan>target/${no.such}/plan.json</savedPlan>"))
                        .withoutValue())
                .as("in part")
                .hasSize(1);
        assertThat(goal("<failOnDelete>${gate.delete}</failOnDelete>").withoutValue())
                .as("for all goals")
                .hasSize(1);
    }

    @Test
    void aPropertyThatIsThereIsAValue() {
        PluginExecution gated = execution("<failOnDelete>${gate.delete}</failOnDelete>");

        assertThat(goal(gated, "gate.delete", "true").withoutValue()).isEmpty();
        assertThat(goal(gated, "gate.delete", "${gate.deletes}").withoutValue())
                .as("unless it names another one that is not")
                .hasSize(1);
    }

    @Test
    void anExecutionOfTheCommandLineThatThePomDoesNotHave() {
        MavenProject project = TestSession.project("here", "", IMPORT);

        assertThat(goal(project, "impotr", MojoExecution.Source.CLI).unknownExecution())
                .containsExactly("The POM has no execution 'impotr' of this plugin. Did you mean import?");
        assertThat(goal(project, "import", MojoExecution.Source.CLI).unknownExecution())
                .isEmpty();
        assertThat(goal(project, "default-cli", MojoExecution.Source.CLI).unknownExecution())
                .isEmpty();
        assertThat(goal(project, "impotr", MojoExecution.Source.LIFECYCLE).unknownExecution())
                .isEmpty();
    }

    @Test
    void aPropertyOfTheCommandLineThatThePomOverrides() {
        Map<String, String> commandLine = Map.of("solution.environment", "test");

        assertThat(configured("<environment>dev</environment>").overridden(commandLine))
                .singleElement()
                .asString()
                .startsWith("-Dsolution.environment=test has no effect: the POM sets"
                        + " <environment>dev</environment>, which takes precedence.");
        assertThat(configured("<environment>test</environment>").overridden(commandLine))
                .isEmpty();
        assertThat(configured("<environment>${solution.environment}</environment>")
                        .overridden(commandLine))
                .isEmpty();
        assertThat(configured("<environment>dev</environment>").overridden(Map.of()))
                .isEmpty();
        assertThat(configured("<allowedDeletes><p>A:b</p><p>C:d</p></allowedDeletes>")
                        .overridden(Map.of("solution.allowedDeletes", "A:b")))
                .hasSize(1);
    }

    private static ConfiguredGoal goal(String configuration, PluginExecution... executions) {
        PluginExecution[] own = executions.length == 0 ? new PluginExecution[] {execution("")} : executions;
        MavenProject project = TestSession.project("here", configuration, own);
        if (executions.length == 0) {
            return goal(project, "default-cli", MojoExecution.Source.CLI);
        }
        return goal(project, "import", MojoExecution.Source.LIFECYCLE);
    }

    private static ConfiguredGoal goal(PluginExecution execution, String property, String value) {
        MavenProject project = TestSession.project("here", "", execution);
        project.getProperties().setProperty(property, value);
        return goal(project, "import", MojoExecution.Source.LIFECYCLE);
    }

    private static ConfiguredGoal goal(MavenProject project, String id, MojoExecution.Source source) {
        MavenSession session = TestSession.of(List.of("verify"), project);
        return new ConfiguredGoal(
                session, project, new MojoExecution(TestSession.PLUGIN.getMojo("import"), id, source));
    }

    private static ConfiguredGoal configured(String elements) {
        MavenProject project = TestSession.project("here", elements);
        MojoExecution execution =
                new MojoExecution(TestSession.PLUGIN.getMojo("import"), "import", MojoExecution.Source.LIFECYCLE);
        execution.setConfiguration(TestSession.configuration(elements));
        return new ConfiguredGoal(TestSession.of(List.of("verify"), project), project, execution);
    }
}
