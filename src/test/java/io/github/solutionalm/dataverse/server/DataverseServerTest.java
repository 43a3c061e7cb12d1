package io.github.solutionalm.dataverse.server;

import static io.github.solutionalm.dataverse.server.TestClient.body;
import static io.github.solutionalm.dataverse.server.TestClient.encoded;
import static io.github.solutionalm.dataverse.server.TestClient.error;
import static io.github.solutionalm.dataverse.server.TestClient.importing;
import static io.github.solutionalm.dataverse.server.TestClient.staging;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of an import, an upgrade and a publish, one after the other as a client makes them. */
class DataverseServerTest {

    @TempDir
    private Path folder;

    private DataverseServer server;
    private TestClient client;

    @BeforeEach
    void start() throws Exception {
        server = DataverseServer.start(ServerSettings.in(folder.resolve("server")));
        client = new TestClient(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysWhoAsksAndWhichVersionItIs() throws Exception {
        assertThat(client.json("WhoAmI").path("OrganizationId").asText()).isNotEmpty();
        assertThat(client.json("WhoAmI()").path("UserId").asText()).isNotEmpty();
        assertThat(client.json("RetrieveVersion()").path("Version").asText()).startsWith("9.2.");
    }

    @Test
    void importsAStagedPackageUnderTheJobThatTheClientChose() throws Exception {
        JsonNode staged = client.post("StageSolution", staging(zip("ContosoBase_1_0_0_0_managed")))
                .path("StageSolutionResults");
        assertThat(staged.path("StageSolutionStatus").asText()).isEqualTo("Passed");
        assertThat(staged.path("SolutionDetails").path("SolutionUniqueName").asText())
                .isEqualTo("ContosoBase");

        UUID job = UUID.randomUUID();
        JsonNode started = client.post(
                "ImportSolutionAsync",
                """
                {"OverwriteUnmanagedCustomizations":false,"PublishWorkflows":true,"ImportJobId":"%s",\
                "SolutionParameters":{"StageSolutionUploadId":"%s"}}"""
                        .formatted(job, staged.path("StageSolutionUploadId").asText()));
        assertThat(started.path("ImportJobKey").asText()).isEqualTo(job.toString());

        assertThat(client.ended(started).path("statuscode").asInt()).isEqualTo(30);
        JsonNode row = client.json("importjobs(" + job + ")?$select=progress,data,solutionname,completedon");
        assertThat(row.path("progress").asDouble()).isEqualTo(73.08);
        assertThat(row.path("data").asText()).contains("succeeded=\"success\"");
        assertThat(row.path("solutionname").asText()).isEqualTo("ContosoBase");
        assertThat(row.path("completedon").asText()).isNotEmpty();
        assertThat(server.installed()).containsExactly("ContosoBase 1.0.0.0");
        assertThat(server.started()).singleElement().satisfies(seen -> {
            assertThat(seen.importJobId()).contains(job);
            assertThat(seen.effect()).isEqualTo("INSTALLED");
        });
    }

    @Test
    void keepsTheResultsOfAnImport() throws Exception {
        UUID job = client.imported(zip("ContosoBase_1_0_0_0_managed"), "");

        JsonNode result = client.json("RetrieveSolutionImportResult(ImportJobId=" + job + ")")
                .path("SolutionOperationResult");
        assertThat(result.path("Status").asText()).isEqualTo("Passed");
        assertThat(result.path("FormattedResults").asText()).contains("<Workbook", job.toString());
        String log = client.json("RetrieveFormattedImportJobResults(ImportJobId=@id)?@id=" + job)
                .path("FormattedResults")
                .asText();
        assertThat(log).isEqualTo(result.path("FormattedResults").asText());
        assertThat(error(client.get("RetrieveSolutionImportResult(ImportJobId=" + UUID.randomUUID() + ")"), 400))
                .startsWith("0x80044252");
    }

    @Test
    void showsTheRowOfTheJobLateAndItsProgress() throws Exception {
        UUID job = UUID.randomUUID();
        server.script().on("ImportSolutionAsync").jobRowAppearsAfter(2);
        client.post("ImportSolutionAsync", importing(zip("ContosoBase_1_0_0_0_managed"), job, ""));

        assertThat(error(client.get("importjobs(" + job + ")"), 404)).startsWith("0x80040217");
        JsonNode running = client.json("importjobs(" + job + ")");
        assertThat(running.path("solutionname").asText()).isEqualTo("ContosoBase");
        assertThat(running.path("completedon").isNull()).isTrue();
        assertThat(running.path("progress").asDouble()).isBetween(1.0, 99.0);
        assertThat(client.json("importjobs(" + job + ")").path("completedon").isNull())
                .isFalse();
    }

    @Test
    void tellsAllThatIsMissingWhenAPackageIsStagedAndWhenItIsImported() throws Exception {
        Path broken = zip("FabrikamBroken_1_0_0_0_managed");
        JsonNode staged = client.post("StageSolution", staging(broken)).path("StageSolutionResults");
        assertThat(staged.path("StageSolutionStatus").asText()).isEqualTo("Failed");
        assertThat(staged.path("SolutionValidationResults")).singleElement().satisfies(finding -> {
            assertThat(finding.path("ErrorCode").asInt()).isEqualTo(-2147188707);
            assertThat(finding.path("Message").asText()).contains("<MissingDependencies>");
        });
        assertThat(staged.path("MissingDependencies")).isNotEmpty();

        UUID job = UUID.randomUUID();
        JsonNode row = client.ended(client.post("ImportSolutionAsync", importing(broken, job, "")));
        assertThat(row.path("statuscode").asInt()).isEqualTo(31);
        assertThat(row.path("errorcode").asInt()).isEqualTo(-2147188707);
        assertThat(row.path("friendlymessage").asText())
                .startsWith("Solution manifest import: FAILURE: The following solution cannot be imported")
                .contains("<MissingDependencies>");
        assertThat(client.json("importjobs(" + job + ")").path("data").asText()).contains("0x8004801D");
        assertThat(client.json("RetrieveSolutionImportResult(ImportJobId=" + job + ")")
                        .path("SolutionOperationResult")
                        .path("Status")
                        .asText())
                .isEqualTo("Failed");
        assertThat(server.installed()).isEmpty();
    }

    @Test
    void makesNoJobOfAFileThatIsNoPackage() throws Exception {
        Path text = Files.writeString(folder.resolve("text.zip"), "This is a text");
        assertThat(error(client.ask("POST", "StageSolution", staging(text)), 400))
                .startsWith("0x80048060");

        UUID job = UUID.randomUUID();
        JsonNode row = client.ended(client.post("ImportSolutionAsync", importing(text, job, "")));
        assertThat(row.path("errorcode").asInt()).isEqualTo(ODataFault.signed("0x80048060"));
        assertThat(client.get("importjobs(" + job + ")").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAJobIdThatWasUsedBefore() throws Exception {
        Path base = zip("ContosoBase_1_0_0_0_managed");
        UUID job = client.imported(base, "");
        assertThat(error(client.ask("POST", "ImportSolutionAsync", importing(base, job, "")), 400))
                .startsWith("0x80071152");
    }

    @Test
    void refusesParametersThatItDoesNotKnowOrThatAreMissing() throws Exception {
        Path base = zip("ContosoBase_1_0_0_0_managed");
        UUID job = UUID.randomUUID();
        assertThat(error(client.ask("POST", "ImportSolutionAsync", importing(base, job, ",\"Publish\":true")), 400))
                .contains("'Publish'", "not a valid parameter");
        assertThat(error(
                        client.ask("POST", "StageAndUpgradeAsync", importing(base, job, ",\"HoldingSolution\":true")),
                        400))
                .contains("'HoldingSolution'");
        assertThat(error(client.ask("POST", "ImportSolutionAsync", "{\"PublishWorkflows\":true}"), 400))
                .contains("'OverwriteUnmanagedCustomizations'");
        assertThat(error(client.ask("POST", "StageSolution", "{\"CustomizationFile\":\"%%\"}"), 400))
                .startsWith("0x80048d19");
        assertThat(error(client.ask("POST", "ImportSolutionAsync", "{\"PublishWorkflows\":\"yes\"}"), 400))
                .contains("'PublishWorkflows'");
        assertThat(error(
                        client.ask(
                                "POST",
                                "ImportSolutionAsync",
                                importing(base, job, ",\"ComponentParameters\":[{\"schemaname\":\"x\"}]")),
                        400))
                .contains("type");
        assertThat(server.started()).isEmpty();
    }

    @Test
    void stagesAnUpgradeBesideItsBaseAndPromotesIt() throws Exception {
        holdsOrders();
        client.imported(zip("ContosoOrders_2_0_0_0_managed"), ",\"HoldingSolution\":true");
        assertThat(solutions("uniquename,version", "uniquename eq 'ContosoOrders_Upgrade'")
                        .path("value"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("version").asText()).isEqualTo("2.0.0.0"));

        JsonNode row = client.ended(client.post("DeleteAndPromoteAsync", "{\"UniqueName\":\"ContosoOrders\"}"));
        assertThat(row.path("statuscode").asInt()).as(row.toString()).isEqualTo(30);
        assertThat(server.installed()).containsExactly("ContosoBase 1.0.0.0", "ContosoOrders 2.0.0.0");
        JsonNode nothing = client.ended(client.post("DeleteAndPromoteAsync", "{\"UniqueName\":\"ContosoOrders\"}"));
        assertThat(nothing.path("errorcode").asInt()).isEqualTo(ODataFault.signed("0x8004853B"));
    }

    @Test
    void upgradesInOneStep() throws Exception {
        holdsOrders();
        JsonNode row = client.ended(client.post(
                "StageAndUpgradeAsync", importing(zip("ContosoOrders_2_0_0_0_managed"), UUID.randomUUID(), "")));
        assertThat(row.path("statuscode").asInt()).as(row.toString()).isEqualTo(30);
        assertThat(server.installed()).containsExactly("ContosoBase 1.0.0.0", "ContosoOrders 2.0.0.0");
    }

    @Test
    void refusesToUpgradeWhatIsNotThereOrNotLower() throws Exception {
        Path orders = zip("ContosoOrders_1_0_0_0_managed");
        client.imported(zip("ContosoBase_1_0_0_0_managed"), "");
        JsonNode missing = client.ended(client.post("StageAndUpgradeAsync", importing(orders, UUID.randomUUID(), "")));
        assertThat(missing.path("friendlymessage").asText())
                .isEqualTo("ImportAsHolding failed with exception :Solution manifest import: FAILURE: Cannot create a"
                        + " holding solution for missing base ContosoOrders.");
        client.imported(orders, "");
        JsonNode same = client.ended(client.post("StageAndUpgradeAsync", importing(orders, UUID.randomUUID(), "")));
        assertThat(same.path("errorcode").asInt()).isEqualTo(ODataFault.signed("0x80048541"));
    }

    @Test
    void discardsAStagedUpgradeByDeletingItsRow() throws Exception {
        holdsOrders();
        client.imported(zip("ContosoOrders_2_0_0_0_managed"), ",\"HoldingSolution\":true");
        JsonNode refused = client.ended(client.post(
                "ImportSolutionAsync", importing(zip("ContosoOrders_2_0_0_0_managed"), UUID.randomUUID(), "")));
        assertThat(refused.path("friendlymessage").asText())
                .isEqualTo("Solution manifest import: FAILURE: Holding solution ContosoOrders_Upgrade exists. Cannot"
                        + " update solution.");
        String id = solutions("solutionid", "uniquename eq 'ContosoOrders_Upgrade'")
                .path("value")
                .path(0)
                .path("solutionid")
                .asText();
        assertThat(client.ask("DELETE", "solutions(" + id + ")", "").statusCode())
                .isEqualTo(204);
        assertThat(server.installed()).containsExactly("ContosoBase 1.0.0.0", "ContosoOrders 1.0.0.0");
    }

    @Test
    void leavesTheHoldingSolutionWhenItsPromotionIsBlocked() throws Exception {
        holdsOrders();
        client.imported(Packages.needing("contoso_/scripts/legacy.order.js", "ContosoOrders (1.0.0.0)", folder), "");
        JsonNode row = client.ended(client.post(
                "StageAndUpgradeAsync", importing(zip("ContosoOrders_2_0_0_0_managed"), UUID.randomUUID(), "")));
        assertThat(row.path("errorcode").asInt()).isEqualTo(ODataFault.signed("0x8004F046"));
        assertThat(row.path("friendlymessage").asText())
                .startsWith("Solution Upgrade action failed after import as holding. InnerException is: ")
                .contains("The WebResource(", "cannot be deleted because it is referenced by");
        assertThat(server.installed())
                .containsExactly(
                        "ContosoBase 1.0.0.0",
                        "ContosoOrders 1.0.0.0",
                        "Needy 1.0.0.0",
                        "ContosoOrders_Upgrade 2.0.0.0");
        assertThat(server.started().get(3).effect()).isEqualTo("STAGED");
    }

    @Test
    void showsPublisherPatchesAndComponents() throws Exception {
        holdsOrders();
        client.imported(zip("ContosoOrders_1_0_1_0_patch_managed"), "");
        JsonNode base = client.json("solutions?$select=uniquename,version,ismanaged&$filter="
                        + encoded("uniquename eq 'contosoorders' and ismanaged eq true")
                        + "&$expand=" + encoded("publisherid($select=uniquename,customizationprefix)"))
                .path("value")
                .path(0);
        assertThat(base.path("publisherid").path("customizationprefix").asText())
                .isEqualTo("contoso");
        String id = base.path("solutionid").asText();
        assertThat(solutions("version", "_parentsolutionid_value eq " + id).path("value"))
                .singleElement()
                .satisfies(patch -> assertThat(patch.path("version").asText()).isEqualTo("1.0.1.0"));
        JsonNode components = client.json(
                "solutioncomponents?$select=componenttype,objectid&$filter=" + encoded("_solutionid_value eq " + id));
        assertThat(components.path("value")).isNotEmpty();
        assertThat(client.json("solutioncomponentdefinitions").path("value")).isNotEmpty();
        assertThat(error(client.get("solutions?$select=name"), 400)).contains("'name'");
        assertThat(error(client.get("msdyn_solutionhistories?$filter=msdyn_status%20eq%200"), 400))
                .startsWith("0x80040203");
        assertThat(client.json("msdyn_solutionhistories").path("value"))
                .filteredOn(row -> !row.path("msdyn_name").asText().startsWith("Old"))
                .hasSize(3);
    }

    @Test
    void publishesWhatAnUnmanagedImportBrought() throws Exception {
        client.imported(zip("ContosoBase_1_0_0_0_managed"), "");
        client.imported(zip("ContosoOrders_1_0_0_0_managed"), "");
        client.imported(zip("ContosoTweaks_1_0_0_0"), "");
        assertThat(client.ended(client.post("PublishAllXmlAsync", "{}"))
                        .path("statuscode")
                        .asInt())
                .isEqualTo(30);
        assertThat(client.ask(
                                "POST",
                                "PublishXml",
                                "{\"ParameterXml\":\"<importexportxml><entities><entity>account</entity></entities></importexportxml>\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(error(client.ask("POST", "PublishXml", "{\"ParameterXml\":\"<entities/>\"}"), 400))
                .startsWith("0x8004801A");
    }

    @Test
    void lacksTheCallsThatCameAfterItsVersion() throws Exception {
        server.close();
        server = DataverseServer.start(ServerSettings.in(folder.resolve("old")).version("9.2.22000.100"));
        client = new TestClient(server);
        assertThat(client.get("RetrieveSolutionImportResult(ImportJobId=" + UUID.randomUUID() + ")")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsWhereToSignIn() throws Exception {
        server.script().on("WhoAmI").expireTokens();
        var refused = client.get("WhoAmI");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("authorization_uri=" + server.authority() + "/" + ServerSettings.TENANT)
                .contains("resource_id=" + server.url() + "/");
    }

    private void holdsOrders() throws IOException, InterruptedException {
        client.imported(zip("ContosoBase_1_0_0_0_managed"), "");
        client.imported(zip("ContosoOrders_1_0_0_0_managed"), "");
    }

    private JsonNode solutions(String select, String filter) throws IOException, InterruptedException {
        return body(client.get("solutions?$select=" + select + "&$filter=" + encoded(filter)), 200);
    }

    private Path zip(String name) throws IOException {
        return Packages.zip(name, folder);
    }
}
