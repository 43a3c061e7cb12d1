package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.solutionalm.ApplyRequest;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportOptions;
import io.github.solutionalm.ImportRequest;
import io.github.solutionalm.Operation;
import io.github.solutionalm.OperationRequest;
import io.github.solutionalm.OperationResult;
import io.github.solutionalm.OperationSubject;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.PlanBasis;
import io.github.solutionalm.PlanResult;
import io.github.solutionalm.SavedPlan;
import io.github.solutionalm.model.Blocker;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentChange;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.DataAtRisk;
import io.github.solutionalm.model.DataAtRisk.What;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.model.PackageArtifact;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.report.json.PlanFile;
import io.github.solutionalm.schema.ByHand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReportTest {

    private static final ComponentKey GONE =
            new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.contoso_legacycode");
    private static final ComponentKey VIEW = new ComponentKey(ComponentType.SAVED_QUERY, "legacy");
    private static final OperationRequest IMPORT =
            new ImportRequest("plan", Path.of("x.zip"), Optional.empty(), ImportOptions.defaults());
    private static final OperationRequest APPLY = new ApplyRequest("plan", "ContosoOrders", ImportOptions.defaults());

    @TempDir
    private Path output;

    @Test
    void isThisFile() throws Exception {
        Path file = PlanReport.write(plan(Operation.UPGRADE, List.of(), blockedBy(VIEW)), IMPORT, output);

        assertThat(file).isEqualTo(output.resolve("ContosoOrders").resolve("plan.json"));
        assertThat(file)
                .hasContent(
                        """
                        {
                          "schema": 1,
                          "goal": "plan",
                          "operation": "UPGRADE",
                          "outcome": "UPGRADED",
                          "blocked": true,
                          "environment": {
                            "id": "rehearsal",
                            "kind": "embedded",
                            "url": "jdbc:sqlite:r.db"
                          },
                          "package": {
                            "file": "/p/orders.zip",
                            "format": "zip",
                            "bytes": 7,
                            "sha256": "1f3c9a",
                            "contentSha256": null,
                            "artifact": null
                          },
                          "solution": {
                            "uniqueName": "ContosoOrders",
                            "friendlyName": "Contoso Orders",
                            "version": "2.0.0.0",
                            "managed": true,
                            "publisher": "contoso",
                            "patchOf": null
                          },
                          "previousVersion": "1.0.0.0",
                          "options": {
                            "action": "upgrade",
                            "overwriteCustomizations": false,
                            "enableSdkMessageProcessingSteps": true,
                            "publish": false,
                            "activeBase": "fail",
                            "activeRules": "fail"
                          },
                          "counts": {
                            "added": 1,
                            "changed": 0,
                            "unchanged": 0,
                            "deleted": 1,
                            "unlayered": 0,
                            "kept": 0,
                            "hidden": 1,
                            "leftOff": 0,
                            "blocked": 1,
                            "warnings": 0
                          },
                          "errors": [],
                          "warnings": [],
                          "blockers": [],
                          "gateFindings": [],
                          "missingDependencies": [],
                          "leftOff": [],
                          "components": [
                            {
                              "type": "Attribute",
                              "key": "contoso_order.contoso_legacycode",
                              "name": "Legacy Code",
                              "change": "DELETE",
                              "certainty": "certain",
                              "evidence": [
                                "layers",
                                "users"
                              ],
                              "hiddenBy": null,
                              "overwritesCustomization": false,
                              "owners": [
                                "Orders"
                              ],
                              "blockedBy": [
                                {
                                  "type": "SavedQuery",
                                  "key": "legacy",
                                  "solution": "ContosoAddOn",
                                  "code": "0x8004F01F"
                                }
                              ]
                            },
                            {
                              "type": "Entity",
                              "key": "contoso_new",
                              "name": null,
                              "change": "ADD",
                              "certainty": "certain",
                              "evidence": [
                                "layers"
                              ],
                              "hiddenBy": "Active",
                              "overwritesCustomization": false,
                              "blockedBy": []
                            }
                          ],
                          "basis": {
                            "solutions": {
                              "A": "1.0",
                              "ContosoOrders": "1.0.0.0"
                            },
                            "fingerprint": "%s"
                          }
                        }
                        """
                                .formatted("ab".repeat(32)));
    }

    @Test
    void saysWhatDeletionsWouldLoseInRows() throws Exception {
        PlanResult plan = plan(Operation.UPGRADE, List.of(), List.of());
        Path counted = written(losing(plan, DataAtRisk.counted(What.VALUES, 12_480)));

        assertThat(counted)
                .content()
                .contains("      \"dataAtRisk\": {\n        \"what\": \"VALUES\",\n        \"count\": 12480,\n"
                        + "        \"exactness\": \"COUNTED\"\n      },\n      \"blockedBy\"");
        assertThat(PlanReport.read(counted).plan().basis()).isEqualTo(basis());
        assertThat(written(losing(plan, DataAtRisk.unknown(What.VALUES))))
                .content()
                .contains("\"count\": null,\n        \"exactness\": \"UNKNOWN\"");
        assertThat(written(plan)).content().doesNotContain("dataAtRisk");
    }

    private static PlanResult losing(PlanResult plan, DataAtRisk data) {
        return new PlanResult(
                plan.subject(),
                plan.operation(),
                plan.outcome(),
                plan.findings(),
                plan.blocks(),
                plan.changes().stream()
                        .map(change -> change.change() == Change.DELETE ? change.risking(data) : change)
                        .toList(),
                plan.deferred(),
                plan.basis());
    }

    @Test
    void aStagedOneSaysWhatIsDeletedLater() throws Exception {
        Path file = PlanReport.write(plan(Operation.STAGE_UPGRADE, List.of(), List.of()), IMPORT, output);

        assertThat(file).content().contains("\"deferred\": [\n    {\n      \"type\": \"Attribute\"");
    }

    @Test
    void thePlanToApplyHasANameOfItsOwn() throws Exception {
        assertThat(PlanReport.write(plan(Operation.APPLY_UPGRADE, List.of(), List.of()), APPLY, output))
                .isEqualTo(output.resolve("ContosoOrders").resolve("apply-plan.json"));
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws Exception {
        Path file = written(plan(Operation.UPGRADE, List.of(), List.of()));

        assertThat(PlanReport.read(file))
                .isEqualTo(new PlanFile(
                        new SavedPlan(
                                file.toString(),
                                "jdbc:sqlite:r.db",
                                Operation.UPGRADE,
                                "ContosoOrders",
                                "2.0.0.0",
                                "1f3c9a",
                                Map.of(
                                        GONE,
                                        Change.DELETE,
                                        new ComponentKey(ComponentType.ENTITY, "contoso_new"),
                                        Change.ADD),
                                basis()),
                        Optional.of("/p/orders.zip"),
                        Optional.empty()));
    }

    @Test
    void aPlanNamesTheArtifactThatItWasMadeFor() throws Exception {
        PackageArtifact artifact =
                new PackageArtifact("com.contoso", "orders", "2.0.0", "zip", "unmanaged", "releases");
        Path file = written(plan(Operation.UPGRADE, List.of(), List.of()));
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "\"artifact\": null",
                                "\"artifact\": {\"groupId\": \"com.contoso\", \"artifactId\": \"orders\","
                                        + " \"version\": \"2.0.0\", \"type\": \"zip\", \"classifier\": \"unmanaged\","
                                        + " \"from\": \"releases\"}"));

        assertThat(PlanReport.read(file).artifact()).contains(artifact);
    }

    @ByHand("plan.json")
    @Test
    void everyTruncatedOneIsRefused() throws Exception {
        String whole = Files.readString(written(plan(Operation.UPGRADE, List.of(), List.of())));
        Path file = output.resolve("truncated.json");
        for (int length = 0; length < whole.strip().length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThatThrownBy(() -> PlanReport.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("solution:plan");
        }
    }

    @Test
    void thatOfARefusedImportIsNotCarriedOut() throws Exception {
        Finding error = new Finding("0x8004801C", "ImportWrongPublisherError", "Another publisher.", Optional.empty());

        assertThatThrownBy(() -> PlanReport.read(written(plan(Operation.NONE, List.of(error), List.of()))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("would be refused: Another publisher. Fix this");
    }

    @Test
    void aBlockedOneIsNotCarriedOut() throws Exception {
        assertThatThrownBy(() -> PlanReport.read(written(plan(Operation.UPGRADE, List.of(), blockedBy(VIEW)))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is blocked and can't be carried out");
    }

    @Test
    void aPlanThatIsTooLargeForMemoryIsRefused() throws Exception {
        Path file = output.resolve("large.json");
        try (java.io.RandomAccessFile large = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            large.setLength((32L << 20) + 1);
        }

        assertThatThrownBy(() -> PlanReport.read(file)).hasMessageContaining("the limit for a plan is 33554432");
    }

    @Test
    void otherFilesAreNoPlans() throws Exception {
        Path result =
                ImportReport.write(ResultFixture.upgrade().build(), output).result();

        assertThatThrownBy(() -> PlanReport.read(result)).hasMessageContaining(result + " is not a plan");
        assertThatThrownBy(() -> PlanReport.read(output.resolve("none.json")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.json can't be read")
                .hasMessageContaining("-Dsolution.savedPlan");
    }

    @ByHand("plan.json")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"schema\": 1=\"schema\": 2",
                "\"UPGRADE\"=\"DOWNGRADE\"",
                "\"DELETE\"=\"REMOVE\"",
                "\"blocked\": false=\"blocked\": 0",
                "\"fingerprint\": \"ab=\"fingerprint\": \"",
                "\"url\"=\"uri\"",
                "\"version\": \"2.0.0.0\"=\"version\": 2",
                "\"key\": \"contoso_new\"=\"key\": null",
                "\"package\": {=\"package\": \"p\", \"other\": {",
                "\"goal\": \"plan\"=\"blocked\": true",
                "\"errors\": []=\"errors\": null",
                "\"artifact\": null=\"artifact\": 1",
                "\"A\": \"1.0\"=\"A\": 1"
            })
    void aDamagedOneIsRefused(String edit) throws Exception {
        Path file = written(plan(Operation.UPGRADE, List.of(), List.of()));
        String[] change = edit.split("(?<!:)=", 2);
        String text = Files.readString(file);
        assertThat(text).contains(change[0]);
        Files.writeString(file, text.replace(change[0], change[1]));

        assertThatThrownBy(() -> PlanReport.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString());
    }

    private Path written(PlanResult plan) throws IOException {
        return PlanReport.write(plan, IMPORT, output);
    }

    private static PlanBasis basis() {
        return new PlanBasis(Map.of("ContosoOrders", "1.0.0.0", "A", "1.0"), "ab".repeat(32));
    }

    private static List<Blocker> blockedBy(ComponentKey key) {
        return List.of(new Blocker(key, "Legacy", "ContosoAddOn", "0x8004F01F"));
    }

    private static PlanResult plan(Operation operation, List<Finding> errors, List<Blocker> blockers) {
        ComponentChange gone = change(GONE, "Legacy Code", Change.DELETE, Optional.empty(), blockers);
        ComponentChange added = change(
                new ComponentKey(ComponentType.ENTITY, "contoso_new"),
                "",
                Change.ADD,
                Optional.of("Active"),
                List.of());
        return new PlanResult(
                new OperationSubject(
                        "plan",
                        new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:r.db"),
                        Optional.of(new PackageFile("/p/orders.zip", "zip", 7, "1f3c9a")),
                        Optional.of(ResultFixture.upgrade().manifest()),
                        "ContosoOrders",
                        Optional.of("1.0.0.0"),
                        ImportOptions.defaults()),
                operation,
                errors.isEmpty() ? Outcome.UPGRADED : Outcome.FAILED,
                new OperationResult.Findings(errors, List.of(), List.of()),
                PlanResult.Blocks.NONE,
                errors.isEmpty() ? List.of(added, gone) : List.of(),
                List.of(gone),
                errors.isEmpty() ? basis() : PlanBasis.NONE);
    }

    private static ComponentChange change(
            ComponentKey key, String name, Change change, Optional<String> hiddenBy, List<Blocker> blockedBy) {
        return new ComponentChange(
                key,
                name,
                change,
                Optional.empty(),
                new ComponentChange.After(Optional.empty(), true, hiddenBy),
                ComponentChange.Customization.NONE,
                new ComponentChange.Losses(
                        change == Change.DELETE ? List.of("Orders") : List.of(),
                        List.of(),
                        blockedBy,
                        Optional.empty()),
                Set.of());
    }
}
