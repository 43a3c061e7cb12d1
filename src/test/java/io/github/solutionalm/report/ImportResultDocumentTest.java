package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ComponentResult.Status;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.LeftOff;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.Finding;
import io.github.solutionalm.report.json.ResultDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code import-result.json} has these keys in this order, and diffs well. */
public class ImportResultDocumentTest {

    @Test
    void anUpgrade() throws Exception {
        ImportResult result = ResultFixture.upgrade()
                .component(ComponentType.WORKFLOW, "b", "", Change.UNCHANGED, Status.SUCCESS)
                .component(ComponentType.WORKFLOW, "a", "Flow", Change.ADD, Status.WARNING, "0x1", "It is off.")
                .component(ComponentType.ATTRIBUTE, "contoso_order.total", "Total", Change.DELETE, Status.SUCCESS)
                .warning("0x2", "Unclaimed", "Nothing claims it.", new ComponentKey(ComponentType.ENTITY, "x"))
                .leftOff(new LeftOff(new ComponentKey(ComponentType.WORKFLOW, "b"), ""))
                .build();

        assertThat(json(result))
                .isEqualTo(
                        """
                        {
                          "schema": 1,
                          "goal": "import",
                          "operation": "UPGRADE",
                          "outcome": "UPGRADED",
                          "environment": {
                            "id": "rehearsal",
                            "kind": "embedded",
                            "url": "jdbc:sqlite:target/rehearsal.db"
                          },
                          "package": {
                            "file": "ContosoOrders_2_0_0_0_managed.zip",
                            "format": "zip",
                            "bytes": 188416,
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
                          "importJobId": "5c1d8f2e-0c5b-4d7a-9a53-0f2b6f1c7e11",
                          "startedOn": "2026-11-22T10:00:00Z",
                          "completedOn": "2026-11-22T10:00:01Z",
                          "counts": {
                            "added": 1,
                            "changed": 0,
                            "unchanged": 1,
                            "deleted": 1,
                            "unlayered": 0,
                            "kept": 0,
                            "hidden": 1,
                            "leftOff": 1,
                            "failed": 0,
                            "warnings": 2
                          },
                          "errors": [],
                          "warnings": [
                            {
                              "code": "0x2",
                              "name": "Unclaimed",
                              "message": "Nothing claims it.",
                              "component": {
                                "type": "Entity",
                                "key": "x"
                              }
                            }
                          ],
                          "missingDependencies": [],
                          "leftOff": [
                            {
                              "type": "Workflow",
                              "key": "b",
                              "name": null
                            }
                          ],
                          "components": [
                            {
                              "type": "Attribute",
                              "key": "contoso_order.total",
                              "name": "Total",
                              "change": "DELETE",
                              "status": "SUCCESS",
                              "code": null,
                              "text": null
                            },
                            {
                              "type": "Workflow",
                              "key": "a",
                              "name": "Flow",
                              "change": "ADD",
                              "status": "WARNING",
                              "code": "0x1",
                              "text": "It is off."
                            },
                            {
                              "type": "Workflow",
                              "key": "b",
                              "name": null,
                              "change": "UNCHANGED",
                              "status": "SUCCESS",
                              "code": null,
                              "text": null
                            }
                          ]
                        }
                        """);
    }

    @Test
    void missingDependenciesAreSortedAndSayWhoProvidesThem() throws Exception {
        assertThat(json(ResultFixture.refusedForMissingDependencies().build()))
                .containsSubsequence(
                        "\"missingDependencies\": [",
                        """
                            {
                              "required": {
                                "type": "Attribute",
                                "key": "account.contoso_y",
                                "solution": "ContosoBase (1.0.0.0)"
                              },
                              "dependent": {
                                "type": "SystemForm",
                                "key": "65e22d70-2665-475d-873d-e23bda6b232a"
                              }
                            },
                        """,
                        "\"key\": \"contoso_x\"",
                        """
                              "required": {
                                "type": "WebResource",
                                "key": "contoso_/js/order.js",
                                "solution": null
                              },
                        """);
    }

    @Test
    void aRefusedImportCountsNothingAsDone() throws Exception {
        assertThat(json(ResultFixture.refusedForMissingDependencies().build()))
                .contains("\"added\": 0,")
                .contains("\"change\": \"ADD\"")
                .contains("\"status\": \"UNPROCESSED\"");
    }

    @Test
    void anErrorForWhichThePlatformHasNoCodeHasNone() throws Exception {
        assertThat(json(ResultFixture.upgrade()
                        .outcome(Outcome.TIMED_OUT)
                        .error("", "", "It did not end in time.")
                        .build()))
                .containsSubsequence("\"code\": null", "\"name\": null", "\"message\": \"It did not end in time.\"");
    }

    @Test
    void aKnownFaultOfThePlatformIsMarked() throws Exception {
        Finding fault = new Finding("0x1", "InUse", "It may fail.", Optional.empty()).asPlatformFault();

        assertThat(json(ResultFixture.upgrade().warning(fault).build()))
                .containsSubsequence("\"message\": \"It may fail.\",", "\"platformFault\": true");
        assertThat(json(ResultFixture.upgrade()
                        .warning("0x2", "Unclaimed", "Nothing claims it.")
                        .build()))
                .doesNotContain("platformFault");
    }

    @Test
    void whatAnUnreadablePackageDoesNotSayIsNull() throws Exception {
        assertThat(json(ResultFixture.upgrade().unreadable("broken.zip").build()))
                .contains("\"sha256\": null")
                .contains("\"solution\": null")
                .contains("\"previousVersion\": null");
    }

    public static String json(ImportResult result) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultDocument.write(result, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
