package io.github.solutionalm.dataverse;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.CaptureOptions;
import io.github.solutionalm.CaptureOptions.DataCount;
import io.github.solutionalm.CaptureOptions.Scope;
import io.github.solutionalm.DeploymentSettings;
import io.github.solutionalm.DeploymentSettings.Connection;
import io.github.solutionalm.DeploymentSettings.Variable;
import io.github.solutionalm.ImportListener;
import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanGates;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.embedded.PackageBuilder;
import io.github.solutionalm.embedded.SnapshotFile;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.Exactness;
import io.github.solutionalm.model.DataAtRisk.What;
import io.github.solutionalm.model.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a plan of a Dataverse environment says that deletions would lose in rows. */
class DataAtRiskTest extends AgainstContoso {

    private static final String TABLE = "Entity contoso_legacy";
    private static final String FAX = "Attribute contoso_order.contoso_fax";
    private static final String CODE = "Attribute contoso_order.contoso_code";
    private static final String TAGS = "EntityRelationship contoso_order_tag";
    private static final String CLERK = "3f0c2c1e-52c7-4c0e-8d3a-2f6c1c7f3001";
    private static final String ROLE = "Role " + CLERK;
    private static final String CONNECTION = "connectionreference contoso_sql";
    private static final String VARIABLE = "environmentvariabledefinition contoso_url";
    private static final String SECRET = "https://hidden.contoso.com/?key=4f7a";

    private Path next;

    @BeforeEach
    void aVersionThatDropsATableAndColumns() throws Exception {
        install(Optional.empty());
        next = orders("2.0").zip(folder);
        contoso.server
                .data()
                .rows("contoso_legacy", 3_100)
                .rows("contoso_order", 40_000)
                .values("contoso_order", "contoso_fax", 12_480)
                .values("contoso_order", "contoso_code", 0)
                .links("contoso_order_tag", "contoso_order_tag", 9_000)
                .values("systemuserroles", "parentrootroleid", CLERK, 17)
                .values("teamroles", "parentrootroleid", CLERK, 2);
    }

    @Test
    void estimatesTheRowsOfTablesWithOneRequest() throws Exception {
        Map<String, DataAtRisk> data = atRisk(DataCount.ESTIMATE);

        assertThat(data)
                .containsEntry(TABLE, new DataAtRisk(What.ROWS, OptionalLong.of(3_100), Exactness.ESTIMATED))
                .containsEntry(FAX, DataAtRisk.unknown(What.VALUES))
                .containsEntry(TAGS, new DataAtRisk(What.LINKS, OptionalLong.of(9_000), Exactness.ESTIMATED))
                .containsEntry(ROLE, DataAtRisk.unknown(What.ASSIGNMENTS));
        assertThat(contoso.server.requestsByCall())
                .containsEntry("RetrieveTotalRecordCount", 1L)
                .containsEntry("RelationshipDefinitions", 1L)
                .doesNotContainKeys("EntityDefinitions", "contoso_orders");
    }

    @Test
    void aColumnOfATableWithoutRowsLosesNothing() throws Exception {
        contoso.server.data().rows("contoso_order", 0);

        assertThat(atRisk(DataCount.ESTIMATE)).doesNotContainKeys(FAX, CODE).containsKey(TABLE);
    }

    @Test
    void theColumnsOfADeletedTableGoWithItsRows() throws Exception {
        for (DataCount closeness : DataCount.values()) {
            assertThat(atRisk(closeness)).containsKey(TABLE).doesNotContainKey("Attribute contoso_legacy.contoso_a");
        }
    }

    @Test
    void aRelationshipWithALookupColumnHasNoLinksOfItsOwn() throws Exception {
        assertThat(atRisk(DataCount.ESTIMATE)).doesNotContainKey("EntityRelationship contoso_order_legacy");
    }

    @Test
    void countsValuesLinksAndAssignments() throws Exception {
        assertThat(atRisk(DataCount.COUNT))
                .containsEntry(TABLE, new DataAtRisk(What.ROWS, OptionalLong.of(3_100), Exactness.ESTIMATED))
                .containsEntry(FAX, DataAtRisk.counted(What.VALUES, 12_480))
                .doesNotContainKeys(CODE, CONNECTION, VARIABLE)
                .containsEntry(TAGS, DataAtRisk.counted(What.LINKS, 9_000))
                .containsEntry(ROLE, DataAtRisk.counted(What.ASSIGNMENTS, 19));
        assertThat(contoso.server.requestsByCall())
                .containsEntry("contoso_orders", 1L)
                .containsEntry("EntityDefinitions", 1L);
    }

    @Test
    void aTableThatHadNoRowsYesterdayIsCounted() throws Exception {
        contoso.server.data().rows("contoso_legacy", 0);

        assertThat(atRisk(DataCount.COUNT)).doesNotContainKey(TABLE);
        assertThat(contoso.server.requestsByCall()).containsEntry("contoso_legacys", 1L);
    }

    @Test
    void moreThanTheEnvironmentCountsIsAtLeastThat() throws Exception {
        contoso.server.data().rows("contoso_order_tag", 70_000);

        assertThat(atRisk(DataCount.COUNT))
                .containsEntry(TAGS, new DataAtRisk(What.LINKS, OptionalLong.of(5_000), Exactness.AT_LEAST));
    }

    @Test
    void askingForNothingLeavesAllUnknown() throws Exception {
        assertThat(atRisk(DataCount.NONE).values())
                .isNotEmpty()
                .allMatch(data -> data.exactness() == Exactness.UNKNOWN);
        assertThat(contoso.server.requestsByCall())
                .doesNotContainKeys("RetrieveTotalRecordCount", "RelationshipDefinitions", "EntityDefinitions");
    }

    @Test
    void aLookThatIsRefusedCostsItsCertaintyAndNotThePlan() throws Exception {
        for (String call : List.of("RetrieveTotalRecordCount", "RelationshipDefinitions", "contoso_orders")) {
            contoso.script().on(call).always().refuse(403, "0x80040220", "missing prvRead");
        }

        assertThat(atRisk(DataCount.ESTIMATE))
                .containsEntry(TABLE, DataAtRisk.unknown(What.ROWS))
                .containsEntry(TAGS, DataAtRisk.unknown(What.LINKS));
        assertThat(atRisk(DataCount.COUNT))
                .containsEntry(FAX, DataAtRisk.unknown(What.VALUES))
                .containsEntry(CODE, DataAtRisk.unknown(What.VALUES))
                .containsEntry(ROLE, DataAtRisk.counted(What.ASSIGNMENTS, 19));
    }

    @Test
    void aCountThatTakesTooLongIsUnknown() throws Exception {
        contoso.script().on("contoso_orders").always().refuse(400, "0x80044151", "SQL timeout expired");

        assertThat(atRisk(DataCount.COUNT)).containsEntry(FAX, DataAtRisk.unknown(What.VALUES));
    }

    @Test
    void saysThatASettingIsThereAndNotWhichItIs() throws Exception {
        contoso.close();
        contoso = new Contoso(folder.resolve("with settings"));
        install(Optional.of(new DeploymentSettings(
                "test.json",
                List.of(new Variable("contoso_url", SECRET)),
                List.of(new Connection("contoso_sql", "shared-sql-4f7a", "")))));

        PlanResult plan = plan(DataCount.COUNT);

        assertThat(atRisk(plan))
                .containsEntry(VARIABLE, DataAtRisk.counted(What.SETTINGS, 1))
                .containsEntry(CONNECTION, DataAtRisk.counted(What.SETTINGS, 1));
        assertThat(plan.toString()).doesNotContain(SECRET, "4f7a");
        assertThat(snapshot(DataCount.COUNT)).contains("contoso_sql").doesNotContain(SECRET, "4f7a");
    }

    /** The bytes of a snapshot's file. */
    private String snapshot(DataCount closeness) throws Exception {
        Path file = folder.resolve("snapshot.db");
        SnapshotFile.write(
                contoso.open(new CaptureOptions(Scope.SOLUTIONS, closeness, 5_000))
                        .capture(List.of(Contoso.importing(next, options().build())), ImportListener.NONE),
                file,
                contoso.clock);
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void anImportThatWouldLoseDataIsRefusedBeforeItStarts() throws Exception {
        long writes = contoso.server.writes();

        ImportResult result = contoso.environment()
                .importSolution(
                        Contoso.importing(
                                next,
                                options()
                                        .action(Action.UPGRADE)
                                        .gates(new PlanGates(false, List.of(), false, true, false))
                                        .build()),
                        ImportListener.NONE);

        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.errors())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("contoso_legacy") && message.contains("about 3,100 rows"));
        assertThat(contoso.server.writes()).isEqualTo(writes);
    }

    private void install(Optional<DeploymentSettings> settings) throws Exception {
        Path first = orders("1.0")
                .column("contoso_legacy", "contoso_a", "A")
                .column("contoso_order", "contoso_fax", "Fax")
                .column("contoso_order", "contoso_code", "Code")
                .section("EntityRelationships", links("contoso_order_tag"))
                .section("EntityRelationships", lookup("contoso_order_legacy"))
                .section("Roles", "<Role id='{" + CLERK + "}' name='Clerk'/>")
                .root(20, CLERK)
                .root(380, "contoso_url")
                .section("connectionreferences", "<connectionreference connectionreferencelogicalname='contoso_sql'/>")
                .file(
                        "environmentvariabledefinitions/contoso_url/environmentvariabledefinition.xml",
                        "<environmentvariabledefinition schemaname='contoso_url'><type>100000000</type>"
                                + "</environmentvariabledefinition>")
                .zip(folder);
        ImportResult installed = contoso.environment()
                .importSolution(Contoso.importing(first, options().build()).with(settings), ImportListener.NONE);
        assertThat(installed.errors()).isEmpty();
    }

    private Map<String, DataAtRisk> atRisk(DataCount closeness) throws Exception {
        return atRisk(plan(closeness));
    }

    private static Map<String, DataAtRisk> atRisk(PlanResult plan) {
        Map<String, DataAtRisk> data = new TreeMap<>();
        plan.changes().forEach(change -> change.data()
                .ifPresent(held -> data.put(change.key().toString(), held)));
        return data;
    }

    private PlanResult plan(DataCount closeness) throws Exception {
        PlanResult plan = contoso.open(new CaptureOptions(Scope.SOLUTIONS, closeness, 5_000))
                .plan(
                        List.of(Contoso.importing(
                                next, options().action(Action.UPGRADE).build())),
                        ImportListener.NONE)
                .get(0);
        assertThat(plan.errors()).isEmpty();
        return plan;
    }

    private static PackageBuilder orders(String version) {
        return managed("Orders", version).column("contoso_order", "contoso_kept", "Kept");
    }

    private static String links(String name) {
        return "<EntityRelationship Name='" + name + "'><EntityRelationshipType>ManyToMany</EntityRelationshipType>"
                + "<FirstEntityName>contoso_order</FirstEntityName><SecondEntityName>contoso_order</SecondEntityName>"
                + "<IntersectEntityName>" + name + "</IntersectEntityName></EntityRelationship>";
    }

    private static String lookup(String name) {
        return "<EntityRelationship Name='" + name + "'><EntityRelationshipType>OneToMany</EntityRelationshipType>"
                + "<ReferencingEntityName>contoso_order</ReferencingEntityName>"
                + "<ReferencedEntityName>contoso_order</ReferencedEntityName>"
                + "<ReferencingAttributeName>contoso_code</ReferencingAttributeName></EntityRelationship>";
    }
}
