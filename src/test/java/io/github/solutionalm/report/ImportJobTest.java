package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.report.platform.JobDocument;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The import job's document answers the XPaths that tools for the platform ask. */
public class ImportJobTest {

    @Test
    void whatThePackageDoesNotContainSaysWhatWasDoneToIt() throws Exception {
        Document job = jobOf(ResultFixture.upgrade()
                .component(ComponentType.ROLE, "a", "A", Change.DELETE, Status.SUCCESS)
                .component(ComponentType.ROLE, "b", "B", Change.UNLAYER, Status.SUCCESS)
                .component(ComponentType.ROLE, "c", "C", Change.CHANGE, Status.SUCCESS)
                .component(ComponentType.ROLE, "d", "D", Change.DELETE, Status.UNPROCESSED)
                .build());

        assertThat(values(job, "//securityrole/@Description")).containsExactly("Deleted", "Layer removed", "", "");
    }

    @Test
    void theManifestCarriesTheResultOfTheWhole() throws Exception {
        Document job = jobOf(ResultFixture.upgrade().build());

        assertThat(values(job, "//solutionManifest/result/@result")).containsExactly("success");
        assertThat(values(job, "//solutionManifest/result/@errorcode")).containsExactly("0");
        assertThat(values(job, "//solutionManifest/@id")).containsExactly("ContosoOrders");
        assertThat(values(job, "//solutionManifest/Publisher/Addresses/Address/City"))
                .containsExactly("Redmond", "");
        assertThat(values(job, "//*[@result='failure']")).isEmpty();
        assertThat(values(job, "//*[@processed='false']")).isEmpty();
    }

    @Test
    void timesAreTicksOfTheYearOne() throws Exception {
        Document job = jobOf(ResultFixture.upgrade().build());

        assertThat(values(job, "/importexportxml/@start")).containsExactly("639309384001200000");
        assertThat(values(job, "//solutionManifest/result/@datetimeticks")).containsExactly("639309384013560000");
        assertThat(values(job, "//solutionManifest/result/@datetime")).containsExactly("10:00:01.35");
    }

    @Test
    void componentsStandInTheSectionOfTheirKind() throws Exception {
        Document job = jobOf(ResultFixture.upgrade()
                .component(ComponentType.ENTITY, "contoso_order", "Order", Change.ADD, Status.SUCCESS)
                .component(ComponentType.OPTION_SET, "contoso_kind", "Kind", Change.ADD, Status.SUCCESS)
                .component(ComponentType.WEB_RESOURCE, "contoso_/a.js", "A", Change.ADD, Status.SUCCESS)
                .component(ComponentType.SYSTEM_FORM, ResultFixture.FORM, "Main", Change.ADD, Status.SUCCESS)
                .component(ComponentType.CANVAS_APP, "contoso_app", "App", Change.ADD, Status.SUCCESS)
                .build());

        assertThat(values(job, "//entities/entity/@id")).containsExactly("contoso_order");
        assertThat(values(job, "//optionSets/optionSet/@LocalizedName")).containsExactly("Kind");
        assertThat(values(job, "//optionSets/optionSet/result/@result")).containsExactly("success");
        assertThat(values(job, "//webResources/webResource/@OriginalName")).containsExactly("A");
        assertThat(values(job, "//entitySubhandlers/entitySubhandler/@type")).containsExactly("SystemForm");
        assertThat(values(job, "//solutionComponents/solutionComponent/@type")).containsExactly("CanvasApp");
    }

    @Test
    void sectionsStandInTheOrderOfThePlatform() throws Exception {
        assertThat(names(jobOf(ResultFixture.upgrade().build())))
                .containsExactly(
                        "solutionManifests",
                        "entities",
                        "nodes",
                        "settings",
                        "dashboards",
                        "securityroles",
                        "workflows",
                        "templates",
                        "optionSets",
                        "ConnectionRoles",
                        "SolutionPluginAssemblies",
                        "SdkMessageProcessingSteps",
                        "ServiceEndpoints",
                        "webResources",
                        "reports",
                        "FieldSecurityProfiles",
                        "solutionComponents",
                        "languages",
                        "entitySubhandlers",
                        "publishes",
                        "rootComponents",
                        "dependencies");
    }

    @Test
    void warningsAreFoundByTheirResult() throws Exception {
        Document job = jobOf(ResultFixture.upgrade()
                .warning("0x1", "W", "Nothing claims readme.txt.")
                .component(ComponentType.WORKFLOW, "flow", "Flow", Change.ADD, Status.WARNING, "0x2", "It is off.")
                .build());

        assertThat(values(job, "//*[@result='warning']/@errortext"))
                .containsExactly("Nothing claims readme.txt.", "It is off.");
    }

    @Test
    void whatWasNotProcessedIsFoundAndHasNoResult() throws Exception {
        Document job = jobOf(ResultFixture.refusedForMissingDependencies().build());

        assertThat(values(job, "//*[@processed='false']/@id")).containsExactly(ResultFixture.FORM);
        assertThat(values(job, "//entitySubhandler/result")).isEmpty();
    }

    @Test
    void missingDependenciesAreAListInsideTheErrorText() throws Exception {
        Document job = jobOf(ResultFixture.refusedForMissingDependencies().build());

        String list = "<MissingDependencies>"
                + "<MissingDependency><Required type=\"1\" schemaName=\"contoso_x\" displayName=\"Contoso X\""
                + " solution=\"ContosoBase (1.0.0.0)\" />" + dependent() + "</MissingDependency>"
                + "<MissingDependency><Required type=\"2\" schemaName=\"contoso_y\" displayName=\"Y\""
                + " parentSchemaName=\"account\" solution=\"ContosoBase (1.0.0.0)\" />" + dependent()
                + "</MissingDependency>"
                + "<MissingDependency><Required type=\"61\" schemaName=\"contoso_/js/order.js\" />" + dependent()
                + "</MissingDependency></MissingDependencies>";
        assertThat(values(job, "//solutionManifest/result/@errortext"))
                .containsExactly("Solution manifest import: FAILURE: The following solution cannot be imported:"
                        + " ContosoOrders. Some dependencies are missing. The missing dependencies are : " + list
                        + " , ProductUpdatesOnly : False");
        assertThat(values(job, "//solutionManifest/result/parameters/parameter"))
                .containsExactly("ContosoOrders", list, "False");
        assertThat(values(job, "//*[@result='failure']/@errorcode")).containsExactly("0x8004801D");
    }

    private static String dependent() {
        return "<Dependent type=\"60\" displayName=\"Information\" id=\"{" + ResultFixture.FORM + "}\" />";
    }

    @Test
    void anErrorWithoutCodeHasTheCodeForNone() throws Exception {
        Document job = jobOf(ResultFixture.upgrade()
                .outcome(Outcome.TIMED_OUT)
                .error("", "", "Time is over.")
                .build());

        assertThat(values(job, "//*[@result='failure']/@errorcode")).containsExactly("0");
        assertThat(values(job, "/importexportxml/@status")).containsExactly("Time is over.");
    }

    @Test
    void furtherErrorsAreFoundToo() throws Exception {
        Document job = jobOf(ResultFixture.upgrade()
                .outcome(Outcome.FAILED)
                .error("0x1", "First", "One.")
                .error("0x2", "Second", "Two.")
                .build());

        assertThat(values(job, "//solutionManifest/result/@errorcode")).containsExactly("0x1");
        assertThat(values(job, "//*[@result='failure']/@errorcode")).containsExactlyInAnyOrder("0x1", "0x2");
        assertThat(values(job, "/importexportxml/@succeeded")).containsExactly("failure");
        assertThat(values(job, "/importexportxml/@status")).containsExactly("0x1 First: One.\n0x2 Second: Two.");
        assertThat(names(job)).containsExactly("solutionManifests");
    }

    @Test
    void anUnreadablePackageHasAResultAllTheSame() throws Exception {
        Document job = jobOf(ResultFixture.upgrade().unreadable("broken.zip").build());

        assertThat(values(job, "//solutionManifest/result/@result")).containsExactly("failure");
        assertThat(values(job, "//solutionManifest/@processed")).containsExactly("false");
    }

    @Test
    void unpublishedChangesAreAnUnprocessedPublish() throws Exception {
        Document waiting = jobOf(ResultFixture.upgrade().publishing(false, 3).build());
        Document published = jobOf(ResultFixture.upgrade().publishing(true, 0).build());

        assertThat(values(waiting, "//publish/@processed")).containsExactly("false");
        assertThat(values(published, "//publish/@processed")).containsExactly("true");
        assertThat(values(published, "//publish/result/@result")).containsExactly("success");
    }

    @Test
    void anOperationWhoseEndIsUnknownIsNotProcessed() throws Exception {
        Document job = jobOf(ResultFixture.upgrade().outcome(Outcome.TIMED_OUT).build());

        assertThat(values(job, "/importexportxml/@processed")).containsExactly("false");
        assertThat(values(job, "/importexportxml/@succeeded")).containsExactly("failure");
    }

    public static Document jobOf(ImportResult result) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JobDocument.write(result, out);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }

    public static List<String> values(Document document, String xpath) throws Exception {
        NodeList nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }

    private static List<String> names(Document document) throws Exception {
        NodeList nodes =
                (NodeList) XPathFactory.newInstance().newXPath().evaluate("/*/*", document, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getNodeName())
                .toList();
    }
}
