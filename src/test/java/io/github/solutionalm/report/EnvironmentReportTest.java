package io.github.solutionalm.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.EnvironmentSnapshot;
import io.github.solutionalm.model.ActivationState;
import io.github.solutionalm.model.ComponentKey;
import io.github.solutionalm.model.ComponentType;
import io.github.solutionalm.model.InstalledSolution;
import io.github.solutionalm.model.SolutionVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code environment.json} lists what an environment holds. */
class EnvironmentReportTest {

    private static final EnvironmentContent.Solution HOLDING = new EnvironmentContent.Solution(
            new InstalledSolution(
                    "ContosoOrders_Upgrade",
                    "Contoso Orders",
                    SolutionVersion.parse("2.0"),
                    true,
                    "contoso",
                    Optional.empty(),
                    Optional.of("ContosoOrders"),
                    Instant.parse("2026-11-22T10:00:00.999Z"),
                    Instant.parse("2026-11-22T10:05:00Z"),
                    "1f3c9a"),
            OptionalInt.of(2));

    private static final ComponentKey TABLE = new ComponentKey(ComponentType.ENTITY, "contoso_order");

    @TempDir
    private Path output;

    @Test
    void solutionsAlone() throws Exception {
        assertThat(EnvironmentReport.write(content(List.of()), output))
                .isEqualTo(output.resolve("environment.json"))
                .hasContent(
                        """
                        {
                          "schema": 1,
                          "environment": {
                            "id": "test",
                            "kind": "dataverse",
                            "url": "https://contoso-test.crm4.dynamics.com"
                          },
                          "solutions": [
                            {
                              "uniqueName": "ContosoOrders_Upgrade",
                              "friendlyName": "Contoso Orders",
                              "version": "2.0",
                              "managed": true,
                              "publisher": "contoso",
                              "patchOf": null,
                              "holdingFor": "ContosoOrders",
                              "installedOn": "2026-11-22T10:00:00Z",
                              "updatedOn": "2026-11-22T10:05:00Z",
                              "components": 2
                            }
                          ]
                        }
                        """);
    }

    @Test
    void whereASnapshotWasTaken() throws Exception {
        EnvironmentContent content = new EnvironmentContent(
                content(List.of()).environment(),
                List.of(),
                List.of(),
                OptionalInt.of(0),
                Optional.of(new EnvironmentSnapshot.Origin(
                        "https://contoso.crm.dynamics.com",
                        "",
                        "9.2.24104.179",
                        Instant.parse("2026-11-22T10:00:00.5Z"))));

        assertThat(EnvironmentReport.write(content, output))
                .content()
                .endsWith(
                        """
                          "captured": {
                            "url": "https://contoso.crm.dynamics.com",
                            "organizationId": null,
                            "platformVersion": "9.2.24104.179",
                            "takenAt": "2026-11-22T10:00:00Z"
                          },
                          "solutions": []
                        }
                        """);
    }

    @Test
    void componentsSortedByTypeAndKey() throws Exception {
        Path file = EnvironmentReport.write(
                content(List.of(
                        new EnvironmentContent.Component(
                                new ComponentKey(ComponentType.WORKFLOW, "flow"),
                                "Flow",
                                Optional.empty(),
                                List.of("ContosoOrders"),
                                Optional.of(true),
                                Optional.of(ActivationState.DRAFT)),
                        new EnvironmentContent.Component(
                                new ComponentKey(ComponentType.ATTRIBUTE, "contoso_order.total"),
                                "",
                                Optional.of(TABLE),
                                List.of("System", "ContosoBase", "Active"),
                                Optional.of(false),
                                Optional.empty()))),
                output);

        assertThat(file)
                .content()
                .endsWith(
                        """
                          "components": [
                            {
                              "type": "Attribute",
                              "key": "contoso_order.total",
                              "name": null,
                              "parent": {
                                "type": "Entity",
                                "key": "contoso_order"
                              },
                              "layers": [
                                "System",
                                "ContosoBase",
                                "Active"
                              ],
                              "published": false,
                              "state": null,
                              "effective": null,
                              "conflicts": 0
                            },
                            {
                              "type": "Workflow",
                              "key": "flow",
                              "name": "Flow",
                              "parent": null,
                              "layers": [
                                "ContosoOrders"
                              ],
                              "published": true,
                              "state": "draft",
                              "effective": null,
                              "conflicts": 0
                            }
                          ]
                        }
                        """);
    }

    @Test
    void whereTheMergedDefinitionOfAComponentIs() throws Exception {
        Path file = EnvironmentReport.write(
                content(List.of(new EnvironmentContent.Component(
                        new ComponentKey(ComponentType.RIBBON_CUSTOMIZATION, "account:ribbondiffxml"),
                        "",
                        Optional.empty(),
                        List.of("ContosoBase", "ContosoOrders"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new EnvironmentContent.Effective(2))))),
                output);

        assertThat(file)
                .content()
                .endsWith(
                        """
                              "published": null,
                              "state": null,
                              "effective": "effective/RibbonCustomization/account_ribbondiffxml-9eb5c5600613.xml",
                              "conflicts": 2
                            }
                          ]
                        }
                        """);
    }

    private static EnvironmentContent content(List<EnvironmentContent.Component> components) {
        return new EnvironmentContent(
                new EnvironmentId("test", "dataverse", "https://contoso-test.crm4.dynamics.com"),
                List.of(HOLDING),
                components,
                OptionalInt.empty());
    }
}
