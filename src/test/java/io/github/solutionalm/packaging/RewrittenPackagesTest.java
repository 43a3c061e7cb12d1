package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.RefusalException;
import io.github.solutionalm.archive.ArchiveLimits;
import io.github.solutionalm.archive.Archives;
import io.github.solutionalm.archive.SolutionArchive;
import io.github.solutionalm.law.Choices;
import io.github.solutionalm.law.Law;
import io.github.solutionalm.model.SolutionComponent;
import io.github.solutionalm.model.SolutionManifest;
import io.github.solutionalm.model.SolutionPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/** What is unpacked to sources and packed again says the same: in every component, and of itself. */
class RewrittenPackagesTest {

    private static final Path QUICKSTART = Path.of("src/it/quickstart/solutions");
    private static final List<String> SOLUTIONS =
            List.of("ContosoBase_1_0_0_0_managed", "ContosoOrders_1_0_0_0_managed", "ContosoOrders_2_0_0_0_managed");

    @TempDir
    private Path folder;

    @Law(tries = 30)
    void aPackageOfTheQuickstart(Choices choices) throws Exception {
        Path original = QUICKSTART.resolve(SOLUTIONS.get(choices.nextInt(SOLUTIONS.size())));

        try (SolutionArchive archive = Archives.open(original, ArchiveLimits.DEFAULT)) {
            saysTheSame(archive, choices);
        }
    }

    @Law(tries = 100)
    void onePackageWithAllThatCanBeReordered(Choices choices) throws Exception {
        saysTheSame(everything(), choices);
    }

    private void saysTheSame(SolutionArchive original, Choices choices) throws Exception {
        Path target = folder.resolve("rewritten.zip");
        Files.deleteIfExists(target);
        SolutionPackage before = read(original);
        try (SolutionArchive rewritten =
                Archives.open(RewrittenPackage.write(original, target, choices), ArchiveLimits.DEFAULT)) {
            SolutionPackage after = read(rewritten);

            assertThat(after.components())
                    .usingElementComparator((a, b) -> describe(a).compareTo(describe(b)))
                    .containsExactlyInAnyOrderElementsOf(before.components());
            assertThat(after.languages()).isEqualTo(before.languages());
            assertThat(after.settings()).isEqualTo(before.settings());
            assertThat(Set.copyOf(after.unclaimedFiles())).isEqualTo(Set.copyOf(before.unclaimedFiles()));
            isTheSame(before.manifest(), after.manifest());
        }
    }

    /** Besides the hash, all that rules ask of it. */
    private static String describe(SolutionComponent component) {
        return component.key() + " " + component.definition().map(definition -> definition.hash()) + component.name()
                + component.parent() + component.activated()
                + component.references().stream().sorted().toList()
                + component.names().stream().sorted().toList()
                + new TreeMap<>(component.properties());
    }

    private static void isTheSame(SolutionManifest before, SolutionManifest after) {
        assertThat(after.rootComponents()).containsExactlyInAnyOrderElementsOf(before.rootComponents());
        assertThat(after.missingDependencies()).containsExactlyInAnyOrderElementsOf(before.missingDependencies());
        assertThat(after)
                .usingRecursiveComparison()
                .ignoringFields("rootComponents", "missingDependencies")
                .isEqualTo(before);
    }

    private static SolutionPackage read(SolutionArchive archive) throws IOException, RefusalException {
        return PackageReader.open(archive).read(ContentSink.NONE, ReadListener.NONE);
    }

    static PackageFixture everything() {
        return PackageFixture.saying(
                        """
                        <RootComponents><RootComponent type='1' schemaName='account' behavior='1'/>
                          <RootComponent type='29' id='{3}' behavior='0'/><RootComponent type='9' schemaName='c'/></RootComponents>
                        <MissingDependencies>
                          <MissingDependency><Required type='1' schemaName='a' solution='Base (1.0)'/><Dependent type='1' schemaName='account'/></MissingDependency>
                          <MissingDependency><Required type='2' schemaName='b' solution='Active'/><Dependent type='1' schemaName='account'/></MissingDependency>
                        </MissingDependencies>
                        """)
                .customizations(
                        """
                        <Entities>
                          <Entity><Name LocalizedName='Account'>account</Name><EntityInfo><entity Name='account'>
                            <attributes><attribute PhysicalName='b'/><attribute PhysicalName='a'/></attributes></entity></EntityInfo>
                            <FormXml>
                              <forms type='main'><systemform><formid>{a}</formid><form><formLibraries><Library name='2'/><Library name='1'/></formLibraries></form></systemform>
                                <systemform><formid>{b}</formid></systemform></forms>
                              <forms type='card'><systemform><formid>{c}</formid></systemform></forms></FormXml>
                            <SavedQueries><savedqueries><savedquery><savedqueryid>{2}</savedqueryid></savedquery>
                              <savedquery><savedqueryid>{1}</savedqueryid></savedquery></savedqueries></SavedQueries>
                            <Visualizations><visualization><savedqueryvisualizationid>{2}</savedqueryvisualizationid></visualization>
                              <visualization><savedqueryvisualizationid>{1}</savedqueryvisualizationid></visualization></Visualizations>
                          </Entity>
                          <Entity><Name>contact</Name><EntityInfo><entity Name='contact'><IsAuditEnabled>1</IsAuditEnabled></entity></EntityInfo></Entity>
                        </Entities>
                        <Roles><Role id='{2}' name='B &gt; A'/><Role id='{1}' name='A &quot;1&quot;'/></Roles>
                        <Workflows>
                          <Workflow WorkflowId='{3}' Name='flow'><JsonFileName>/Workflows/flow.json</JsonFileName><StateCode>1</StateCode></Workflow>
                          <Workflow WorkflowId='{4}' Name='other'><JsonFileName>/Workflows/other.json</JsonFileName></Workflow>
                        </Workflows>
                        <WebResources><WebResource><Name>b</Name><FileName>/WebResources/b</FileName></WebResource>
                          <WebResource><Name>a.js</Name><FileName>/WebResources/a</FileName></WebResource></WebResources>
                        <AppModules><AppModule><UniqueName>app</UniqueName><AppModuleComponents>
                          <AppModuleComponent type='26' id='{1}'/><AppModuleComponent type='1' schemaName='account'/></AppModuleComponents></AppModule></AppModules>
                        <EntityRelationships><EntityRelationship Name='y'><EntityRelationshipType>OneToMany</EntityRelationshipType></EntityRelationship>
                          <EntityRelationship Name='x'><IntroducedVersion>1.0</IntroducedVersion><EntityRelationshipType>OneToMany</EntityRelationshipType></EntityRelationship></EntityRelationships>
                        <optionsets><optionset Name='c'><introducedversion>1.0</introducedversion><options><option value='2'/><option value='1'/></options></optionset><optionset Name='b'/></optionsets>
                        <AppModuleSiteMaps><AppModuleSiteMap><SiteMapUniqueName>m</SiteMapUniqueName><SiteMap IntroducedVersion='7.0'>
                          <Area Id='1' IntroducedVersion='7.0.0.0' Title='x'><Titles><Title LCID='1033' Title='A'/></Titles></Area></SiteMap></AppModuleSiteMap></AppModuleSiteMaps>
                        <Unheard><Of a='2'/><Of a='1'/></Unheard>
                        <Languages><Language>1033</Language><Language>1031</Language></Languages>
                        """)
                .file("Workflows/flow.json", "{\r\n  \"b\": 1, \"a\": [2, 1]\r\n}")
                .file("Workflows/other.json", "{}")
                .file("WebResources/a", "one;\ntwo;\n")
                .file("WebResources/b", new byte[] {0, 13, 10})
                .file("customapis/x/customapi.xml", "<customapi uniquename='x'>\r\n  <name>X</name>\r\n</customapi>")
                .file("Other.txt", "a\nb");
    }
}
