package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.EnvironmentVariable.Type;
import io.github.solutionalm.model.PackageFile;
import io.github.solutionalm.model.SettingsDeclaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code inspection.json} shows what is in packages before they are imported. */
class InspectionReportTest {

    @TempDir
    private Path output;

    @Test
    void aPackageWithCode() throws Exception {
        PackageInspection inspection = new PackageInspection(
                new PackageFile("orders.zip", "zip", 188_416, "1f3c9a").saying("c0ffee"),
                ResultFixture.upgrade().manifest(),
                Map.of("Workflow", 1, "Attribute", 12),
                Map.of("Entity", 1),
                List.of(1033, 1031),
                List.of(new PackageInspection.RequiredSolution("ContosoBase (1.0.0.0)", 3)),
                List.of(new PackageInspection.Code("Workflow", "flow", "Flow", 2048, List.of("api.contoso.example"))),
                new SettingsDeclaration(
                        List.of(new EnvironmentVariable(
                                "contoso_Limit", "Limit", Type.NUMBER, true, Optional.of("20"), Optional.empty())),
                        List.of(new ConnectionReference("contoso_mail", "Mail", "", "/providers/x", false))),
                List.of());

        assertThat(InspectionReport.write(List.of(inspection), output))
                .isEqualTo(output.resolve("inspection.json"))
                .hasContent(
                        """
                        {
                          "schema": 1,
                          "packages": [
                            {
                              "package": {
                                "file": "orders.zip",
                                "format": "zip",
                                "bytes": 188416,
                                "sha256": "1f3c9a",
                                "contentSha256": "c0ffee",
                                "artifact": null
                              },
                              "solution": {
                                "uniqueName": "ContosoOrders",
                                "friendlyName": "Contoso Orders",
                                "description": "Orders of Contoso",
                                "version": "2.0.0.0",
                                "managed": true,
                                "patchOf": null,
                                "configurationPage": null,
                                "languageCode": 1033,
                                "publisher": {
                                  "uniqueName": "contoso",
                                  "displayName": "Contoso Ltd.",
                                  "description": null,
                                  "email": "orders@contoso.example",
                                  "website": null,
                                  "customizationPrefix": "contoso",
                                  "optionValuePrefix": 10000
                                }
                              },
                              "counts": {
                                "Attribute": 12,
                                "Workflow": 1
                              },
                              "context": {
                                "Entity": 1
                              },
                              "languages": [
                                1033,
                                1031
                              ],
                              "requiredSolutions": [
                                {
                                  "name": "ContosoBase (1.0.0.0)",
                                  "components": 3
                                }
                              ],
                              "rootComponents": 1,
                              "containsCode": true,
                              "code": [
                                {
                                  "type": "Workflow",
                                  "key": "flow",
                                  "name": "Flow",
                                  "size": 2048,
                                  "hosts": [
                                    "api.contoso.example"
                                  ]
                                }
                              ],
                              "environmentVariables": [
                                {
                                  "schemaName": "contoso_Limit",
                                  "name": "Limit",
                                  "type": "NUMBER",
                                  "required": true,
                                  "hasDefault": true,
                                  "hasValue": false
                                }
                              ],
                              "connectionReferences": [
                                {
                                  "logicalName": "contoso_mail",
                                  "name": "Mail",
                                  "connectorId": "/providers/x"
                                }
                              ],
                              "warnings": []
                            }
                          ]
                        }
                        """);
    }

    @Test
    void severalPackagesStandInTheOrderGiven() throws Exception {
        Path file = InspectionReport.write(List.of(empty("b.zip"), empty("a.zip")), output);

        assertThat(file)
                .content()
                .containsSubsequence("\"file\": \"b.zip\"", "\"file\": \"a.zip\"")
                .contains("\"containsCode\": false");
    }

    private static PackageInspection empty(String file) {
        return new PackageInspection(
                new PackageFile(file, "zip", 1, "00"),
                ResultFixture.upgrade().manifest(),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
