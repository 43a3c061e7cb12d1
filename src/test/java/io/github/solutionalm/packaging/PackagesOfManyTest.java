package io.github.solutionalm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.solutionalm.archive.ArchiveException;
import io.github.solutionalm.archive.SolutionArchive.Entry;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Four times as many of one kind take four times as much to read, and nothing is the product of two numbers. What is counted
 * are files that are looked at and bytes that are allocated, not time.
 */
final class PackagesOfManyTest {

    private static final int FEW = 400;

    private static final Map<String, IntFunction<PackageFixture>> KINDS = Map.ofEntries(
            Map.entry(
                    "controls in one folder",
                    n -> files(n, "Controls/%d.xml")
                            .customizations(
                                    section(
                                            "CustomControls",
                                            n,
                                            "<CustomControl><Name>c%1$d</Name><FileName>/Controls/%1$d.xml</FileName></CustomControl>"))),
            Map.entry(
                    "web resources",
                    n -> files(n, "WebResources/w%d")
                            .customizations(
                                    section(
                                            "WebResources",
                                            n,
                                            "<WebResource><Name>contoso_%1$d</Name><FileName>/WebResources/w%1$d</FileName></WebResource>"))),
            Map.entry(
                    "flows",
                    n -> files(n, "Workflows/%d.json")
                            .customizations(
                                    section(
                                            "Workflows",
                                            n,
                                            "<Workflow WorkflowId='{0000-%1$d}' Name='f%1$d'><JsonFileName>/Workflows/%1$d.json</JsonFileName></Workflow>"))),
            Map.entry(
                    "columns",
                    n -> PackageFixture.with(PackageFixture.table(
                            "contoso_a",
                            "<attributes>"
                                    + each(
                                            n,
                                            "<attribute PhysicalName='contoso_%1$d'><Type>int</Type><Name>contoso_%1$d</Name><LogicalName>contoso_%1$d</LogicalName></attribute>")
                                    + "</attributes>",
                            ""))),
            Map.entry(
                    "values of a choice",
                    n -> PackageFixture.with("<optionsets><optionset Name='contoso_c'><options>"
                            + each(
                                    n,
                                    "<option value='%1$d'><labels><label description='v%1$d' languagecode='1033'/></labels></option>")
                            + "</options></optionset></optionsets>")),
            Map.entry(
                    "names by language",
                    n -> PackageFixture.with("<optionsets><optionset Name='contoso_c'><displaynames>"
                            + each(n, "<displayname description='v%1$d' languagecode='%1$d'/>")
                            + "</displaynames></optionset></optionsets>")),
            Map.entry(
                    "roles",
                    n -> PackageFixture.with(
                            section("Roles", n, "<Role id='{00%1$d}' name='r%1$d'><RolePrivileges/></Role>"))),
            Map.entry(
                    "root components",
                    n -> PackageFixture.saying("<RootComponents>"
                            + each(n, "<RootComponent type='1' schemaName='contoso_%1$d' behavior='0'/>")
                            + "</RootComponents>")),
            Map.entry(
                    "missing dependencies",
                    n -> PackageFixture.saying("<MissingDependencies>"
                            + each(
                                    n,
                                    "<MissingDependency><Required type='1' schemaName='a%1$d' solution='S (1.0)'/><Dependent type='1' schemaName='contoso_a'/></MissingDependency>")
                            + "</MissingDependencies>")),
            Map.entry(
                    "plug-in types of a step",
                    n -> PackageFixture.with(
                            "<SdkMessageProcessingSteps><SdkMessageProcessingStep SdkMessageProcessingStepId='{1}'>"
                                    + each(
                                            n,
                                            "<PluginTypeName>t%1$d</PluginTypeName><FilteringAttributes>a%1$d</FilteringAttributes>")
                                    + "</SdkMessageProcessingStep></SdkMessageProcessingSteps>")),
            Map.entry("unknown sections", n -> PackageFixture.with(each(n, "<Odd%1$d><odd name='%1$d'/></Odd%1$d>"))),
            Map.entry(
                    "elements in no place",
                    n -> PackageFixture.with(PackageFixture.table("contoso_a", "", each(n, "<x a='%1$d'/>")))),
            Map.entry("a column of an environment variable that is there again", n -> PackageFixture.solution()
                    .file(
                            "environmentvariabledefinitions/contoso_v/environmentvariabledefinition.xml",
                            "<environmentvariabledefinition schemaname='contoso_v'>"
                                    + each(n, "<displayname>%1$d</displayname>") + "</environmentvariabledefinition>")),
            Map.entry("environment variables", n -> {
                PackageFixture fixture = PackageFixture.solution();
                for (int i = 0; i < n; i++) {
                    fixture.file(
                            "environmentvariabledefinitions/v" + i + "/environmentvariabledefinition.xml",
                            "<environmentvariabledefinition schemaname='v" + i + "'/>");
                }
                return fixture;
            }),
            Map.entry("columns with one file of formulas", n -> PackageFixture.with(PackageFixture.table(
                            "contoso_a",
                            "<attributes>"
                                    + each(
                                            n,
                                            "<attribute PhysicalName='contoso_%1$d'><Type>int</Type><Name>contoso_%1$d</Name><LogicalName>contoso_%1$d</LogicalName><FormulaDefinitionFileName>/Formulas/contoso_a.yaml</FormulaDefinitionFileName></attribute>")
                                    + "</attributes>",
                            ""))
                    .file("Formulas/contoso_a.yaml", each(n, "contoso_%1$d: =contoso_b * 2\n"))),
            Map.entry(
                    "names of the same file", n -> PackageFixture.with("<Workflows><Workflow WorkflowId='{1}' Name='f'>"
                                    + each(n, "<JsonFileName>/Workflows/1.json</JsonFileName>")
                                    + "</Workflow></Workflows>")
                            .file(
                                    "Workflows/1.json",
                                    "[" + each(n, "{\"connectionReferenceLogicalName\":\"contoso_%1$d\"},") + "0]")));

    @TestFactory
    Stream<DynamicTest> fourTimesAsManyTakeFourTimesAsMuch() {
        return KINDS.entrySet().stream()
                .map(kind -> DynamicTest.dynamicTest(kind.getKey(), () -> {
                    PackageFixture few = kind.getValue().apply(FEW);
                    PackageFixture many = kind.getValue().apply(4 * FEW);
                    allocated(few);
                    allocated(many);

                    assertThat(allocated(many)).isLessThan(6 * allocated(few));
                }));
    }

    @Test
    void whatIsBesideTheFilesOfManyComponentsIsLookedAtOnce() throws Exception {
        PackageFixture files = files(FEW, "Controls/%d.xml");
        PackageContents contents = new PackageContents(files, ContentSink.NONE);

        for (int i = 0; i < FEW; i++) {
            contents.store(contents.named("/Controls/" + i + ".xml").orElseThrow());
            for (Entry beside :
                    contents.beside(contents.named("/Controls/" + i + ".xml").orElseThrow())) {
                contents.store(beside);
            }
        }

        assertThat(contents.looks()).isLessThanOrEqualTo(2 * FEW);
    }

    /** The product of both would fill the memory, and the environment's store after it. */
    @Test
    void thousandsOfFlowsThatNameOneFileOfThousandsOfReferencesAreRefused() {
        int n = 3_000;
        PackageFixture flows = PackageFixture.with(
                        section(
                                "Workflows",
                                n,
                                "<Workflow WorkflowId='{0000-%1$d}' Name='f%1$d'><JsonFileName>/Workflows/1.json</JsonFileName></Workflow>"))
                .file(
                        "Workflows/1.json",
                        "[" + each(n, "{\"connectionReferenceLogicalName\":\"contoso_%1$d\"},") + "0]");

        assertThatThrownBy(() -> PackageReader.open(flows).read(ContentSink.NONE, ReadListener.NONE))
                .isInstanceOf(ArchiveException.OverLimit.class)
                .hasMessageContaining("the limit is 500,000. Split the solution.");
    }

    @Test
    void whatIsSearchedForNamesIsBoundedInAll() throws Exception {
        ComponentCollection components = new ComponentCollection(ReadListener.NONE);
        components.searches(96 << 20);

        assertThatThrownBy(() -> components.searches(1))
                .isInstanceOf(ArchiveException.OverLimit.class)
                .hasMessageContaining("their limit is 100,663,296 bytes in total");
    }

    /** Each stands in memory, in the store and in every report. */
    @Test
    void namesAreBoundedInAll() {
        String long250k = "x".repeat(250_000);
        PackageFixture choices =
                PackageFixture.with(section("optionsets", 70, "<optionset Name='contoso_" + long250k + "%1$d'/>"));

        assertThatThrownBy(() -> PackageReader.open(choices).read(ContentSink.NONE, ReadListener.NONE))
                .isInstanceOf(ArchiveException.OverLimit.class)
                .hasMessage("The names of the package's components and of what they refer to are too long: the limit is"
                        + " 16,777,216 characters in total");
    }

    @Test
    void soAreTheNamesOfWhatComponentsReferTo() {
        String long250k = "x".repeat(250_000);
        PackageFixture app =
                PackageFixture.with("<AppModules><AppModule><UniqueName>a</UniqueName><AppModuleComponents>"
                        + each(20, "<AppModuleComponent type='61' schemaName='" + long250k + "%1$d'/>")
                        + "</AppModuleComponents></AppModule></AppModules><Workflows>"
                        + each(
                                50,
                                "<Workflow WorkflowId='{0000-%1$d}' Name='f'><JsonFileName>/%1$d.json</JsonFileName></Workflow>")
                        + "</Workflows>");
        for (int i = 0; i < 50; i++) {
            app.file(i + ".json", "{\"connectionReferenceLogicalName\":\"" + long250k + "_" + i + "\"}");
        }

        assertThatThrownBy(() -> PackageReader.open(app).read(ContentSink.NONE, ReadListener.NONE))
                .isInstanceOf(ArchiveException.OverLimit.class)
                .hasMessageEndingWith("characters in total");
    }

    private static long allocated(PackageFixture fixture) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        fixture.read();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static PackageFixture files(int n, String name) {
        PackageFixture fixture = PackageFixture.solution();
        for (int i = 0; i < n; i++) {
            fixture.file(String.format(name, i), "{}");
        }
        return fixture;
    }

    private static String section(String name, int n, String component) {
        return "<" + name + ">" + each(n, component) + "</" + name + ">";
    }

    private static String each(int n, String text) {
        return IntStream.range(0, n).mapToObj(i -> String.format(text, i)).collect(Collectors.joining());
    }
}
