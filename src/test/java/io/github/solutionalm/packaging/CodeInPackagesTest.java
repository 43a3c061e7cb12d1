package io.github.solutionalm.packaging;

import static io.github.solutionalm.packaging.PackageFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.model.ComponentKey;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which parts of a package can run, and which hosts they name: what someone wants to know before importing it. */
class CodeInPackagesTest {

    private static Map<String, SortedSet<String>> code(PackageFixture fixture) throws Exception {
        Map<String, SortedSet<String>> code = new TreeMap<>();
        PackageReader.open(fixture).read(ContentSink.NONE, new ReadListener() {
            @Override
            public void code(ComponentKey key, SortedSet<String> hosts) {
                code.put(key.toString(), hosts);
            }
        });
        return code;
    }

    @Test
    void scriptsAndPagesRunStylesAndImagesDoNot() throws Exception {
        String resource = "<WebResource><Name>%d</Name><WebResourceType>%d</WebResourceType></WebResource>";
        StringBuilder resources = new StringBuilder();
        for (int type = 1; type <= 12; type++) {
            resources.append(resource.formatted(type, type));
        }

        assertThat(code(with("<WebResources>" + resources + "</WebResources>")))
                .containsOnlyKeys("WebResource 1", "WebResource 3", "WebResource 8");
    }

    @Test
    void flowsAssembliesControlsAppsAndConnectorsRun() throws Exception {
        assertThat(
                        code(
                                with(
                                        """
                        <Workflows><Workflow WorkflowId="w"/></Workflows>
                        <CustomControls><CustomControl><Name>c</Name></CustomControl></CustomControls>
                        <SolutionPluginAssemblies><PluginAssembly PluginAssemblyId="p"><PluginTypes><PluginType PluginTypeId="t"/></PluginTypes></PluginAssembly></SolutionPluginAssemblies>
                        <CanvasApps><CanvasApp><Name>a</Name></CanvasApp></CanvasApps>
                        <Connectors><Connector><name>k</name></Connector></Connectors>
                        <Roles><Role id="r"/></Roles>
                        """)))
                .containsOnlyKeys("CanvasApp a", "Connector k", "CustomControl c", "PluginAssembly p", "Workflow w");
    }

    @Test
    void assembliesInPackagesOfTheirOwnRunToo() throws Exception {
        assertThat(code(with("").file(
                                "pluginpackages/contoso_p/pluginpackage.xml",
                                "<pluginpackage uniquename='contoso_p'/>")))
                .containsOnlyKeys("pluginpackage contoso_p");
    }

    @Test
    void whatIsOnlyContextDoesNotRunHere() throws Exception {
        assertThat(code(with("<Workflows><Workflow WorkflowId='w' unmodified='1'/></Workflows>")))
                .isEmpty();
    }

    @Test
    void hostsOfFlows() throws Exception {
        assertThat(
                        code(with("<Workflows><Workflow WorkflowId='w'><JsonFileName>/Workflows/w.json</JsonFileName></Workflow></Workflows>")
                                        .file(
                                                "Workflows/w.json",
                                                """
                                        {"$schema":"https://schema.management.azure.com/x","a":{"uri":"https://API.contoso.example:8443/v1?x=https://other.example"},
                                         "text":"see http://www.w3.org/ or @{concat('https://', x)}"}
                                        """))
                                .get("Workflow w"))
                .containsExactly("api.contoso.example", "other.example");
    }

    @Test
    void hostsOfConnectors() throws Exception {
        assertThat(
                        code(with("<Connectors><Connector><name>k</name><openapidefinition>/Connector/k_openapidefinition.json</openapidefinition></Connector></Connectors>")
                                        .file(
                                                "Connector/k_openapidefinition.json",
                                                "{\"swagger\":\"2.0\",\"host\":\"erp.contoso.example\",\"basePath\":\"/\"}"))
                                .get("Connector k"))
                .containsExactly("erp.contoso.example");
    }
}
