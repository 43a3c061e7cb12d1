package io.github.solutionalm.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

/** The goals as Maven configures them, up to the first thing that they refuse. */
@MojoTest
class MojoParametersTest {

    private static final String BEANS = "src/test/resources/mojo/beans.xml";

    @Test
    @InjectMojo(goal = "import")
    void aPackageMustBeNamed(ImportMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("No solution package is given");
    }

    @Test
    @InjectMojo(goal = "import", pom = BEANS)
    void packagesAreBeans(ImportMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("such.zip does not exist");
    }

    @Test
    @InjectMojo(goal = "import")
    @MojoParameter(name = "file", value = "pom.xml")
    @MojoParameter(name = "lowerVersion", value = "ignore")
    void wordsAreChecked(ImportMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("<lowerVersion> (-Dsolution.lowerVersion)")
                .hasMessageContaining("'ignore'");
    }

    @Test
    @InjectMojo(goal = "import")
    @MojoParameter(name = "file", value = "pom.xml")
    @MojoParameter(name = "lockTimeout", value = "10")
    void durationsAreChecked(ImportMojo mojo) {
        assertThatThrownBy(mojo::execute).hasMessageContaining("<lockTimeout>").hasMessageContaining("PT60M");
    }

    @Test
    @InjectMojo(goal = "stage-upgrade")
    @MojoParameter(name = "file", value = "pom.xml")
    @MojoParameter(name = "leftoverUpgrade", value = "keep")
    void leftoversAreDealtWithInThreeWays(StageUpgradeMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("<leftoverUpgrade> (-Dsolution.leftoverUpgrade)")
                .hasMessageContaining("fail, apply, discard");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "file", value = "pom.xml")
    @MojoParameter(name = "activeRules", value = "warn")
    void activeRulesRefuseOrAreDeactivated(PlanMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("<activeRules> (-Dsolution.activeRules)")
                .hasMessageContaining("fail, deactivate");
    }

    @Test
    @InjectMojo(goal = "import")
    @MojoParameter(name = "file", value = "pom.xml")
    @MojoParameter(name = "activeBase", value = "ignore")
    void anActiveBaseRefusesOrIsWarnedOf(ImportMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("<activeBase> (-Dsolution.activeBase)")
                .hasMessageContaining("fail, warn");
    }

    @Test
    @InjectMojo(goal = "plan")
    @MojoParameter(name = "file", value = "pom.xml")
    @MojoParameter(name = "ordering", value = "reverse")
    void orderingsAreListedOrStaged(PlanMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("<ordering> (-Dsolution.ordering)")
                .hasMessageContaining("listed, staged");
    }

    @Test
    @InjectMojo(goal = "apply-upgrade")
    @MojoParameter(name = "savedPlan", value = "pom.xml")
    void aSavedPlanIsAPlan(ApplyUpgradeMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("pom.xml is damaged");
    }

    @Test
    @InjectMojo(goal = "apply-upgrade")
    @MojoParameter(name = "allowedDeletes", value = "legacy")
    void patternsHaveATypeAndAKey(ApplyUpgradeMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("Invalid value 'legacy' for <allowedDeletes> (-Dsolution.allowedDeletes). ")
                .hasMessageContaining("Type:key");
    }

    @Test
    @InjectMojo(goal = "list", pom = BEANS)
    void environmentsAreBeans(ListMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("one, two");
    }

    @Test
    @InjectMojo(goal = "import", pom = BEANS)
    @MojoParameter(name = "environment", value = "one")
    @MojoParameter(name = "file", value = "pom.xml")
    @MojoParameter(name = "clientId", value = "c1")
    void nobodySignsInToAnEmbeddedEnvironment(ImportMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("The environment 'one' is embedded")
                .hasMessageContaining("<clientId>");
    }

    @Test
    @InjectMojo(goal = "pack", pom = "src/test/resources/mojo/mappings.xml")
    void mappingsAreToldApartByTheirElements(PackMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("number 2 of <mappings>: <FileToFile> has no to")
                .hasMessageContaining("number 3 of <mappings>: <FileToPath> has map=\"par*.js\"");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "skip", value = "true")
    void skipDoesNothing(VerifyMojo mojo) {
        RecordingLog log = new RecordingLog();
        mojo.setLog(log);
        assertThatCode(mojo::execute).doesNotThrowAnyException();
        assertThat(log.lines()).containsExactly("[INFO] solution:verify is skipped because solution.skip is true.");
    }
}
