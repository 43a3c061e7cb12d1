package io.github.solutionalm.mojo.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.PackageInspection;
import io.github.solutionalm.PackageInspection.Code;
import io.github.solutionalm.PackageInspection.RequiredSolution;
import io.github.solutionalm.model.ConnectionReference;
import io.github.solutionalm.model.EnvironmentVariable;
import io.github.solutionalm.model.EnvironmentVariable.Type;
import io.github.solutionalm.model.SettingsDeclaration;
import io.github.solutionalm.mojo.RecordingLog;
import io.github.solutionalm.mojo.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InspectionPrintoutTest {

    private final RecordingLog log = new RecordingLog();

    @Test
    void showsWhatAPersonWantsToKnowBeforeAnImport() {
        print(
                List.of(new RequiredSolution("ContosoBase (1.0.0.0)", 3)),
                List.of(
                        new Code("PluginAssembly", "contoso.plugins", "", 46080, List.of()),
                        new Code("Workflow", "0f", "Notify", 900, List.of("api.contoso.example"))));
        assertThat(log.lines())
                .containsExactly(
                        "[INFO] Package      ContosoOrders_2_0_0_0_managed.zip (zip, 184 KB, sha256 1f3c9a…)",
                        "[INFO] Solution     Contoso Orders (ContosoOrders) 2.0.0.0, managed, publisher Contoso (contoso)",
                        "[INFO] Publisher    Contoso (contoso), prefix contoso, option value prefix 10000",
                        "[INFO] Exported     by CrmLive, platform 9.2.24, package version 9.2",
                        "[INFO] Languages    1033, 1031",
                        "[INFO] Contains     6 components",
                        "[INFO]                Attribute  4",
                        "[INFO]                Entity     2  and 1 as context of others",
                        "[INFO] Requires     3 components from other solutions",
                        "[INFO]                ContosoBase (1.0.0.0)  3 components",
                        "[INFO] Code         the package contains code, 2 parts",
                        "[INFO]                PluginAssembly  contoso.plugins  45 KB",
                        "[INFO]                Workflow        0f               900 bytes  calls"
                                + " api.contoso.example  Notify",
                        "[WARNING] Warning      0x80072035 UnclaimedFile: The file Other/1.txt is not used.",
                        "[INFO] ");
    }

    @Test
    void saysWhenNothingCanRun() {
        print(List.of(), List.of());
        assertThat(log.lines()).contains("[INFO] Requires     no other solution", "[INFO] Code         none");
    }

    @Test
    void activeIsNoSolutionToImport() {
        print(List.of(new RequiredSolution("Active", 1)), List.of());
        assertThat(log.lines())
                .contains(
                        "[INFO] Requires     1 component from other solutions",
                        "[INFO]                no solution (unmanaged at the source)  1 component");
    }

    @Test
    void listsWhatIsLeftToTheEnvironment() {
        new InspectionPrintout(log.printout())
                .print(new PackageInspection(
                        Samples.FILE,
                        Samples.manifest(true, Optional.empty()),
                        Map.of(),
                        Map.of(),
                        List.of(1033),
                        List.of(),
                        List.of(),
                        new SettingsDeclaration(
                                List.of(new EnvironmentVariable(
                                        "contoso_Source",
                                        "",
                                        Type.DATA_SOURCE,
                                        true,
                                        Optional.empty(),
                                        Optional.empty())),
                                List.of(new ConnectionReference("contoso_mail", "Mail", "", "/providers/x", false))),
                        List.of()));

        assertThat(log.lines())
                .contains(
                        "[INFO] Settings     1 environment variable, 1 connection reference",
                        "[INFO]                contoso_Source  data source  required",
                        "[INFO]                contoso_mail    connection   /providers/x");
    }

    private void print(List<RequiredSolution> required, List<Code> code) {
        new InspectionPrintout(log.printout())
                .print(new PackageInspection(
                        Samples.FILE,
                        Samples.manifest(true, Optional.empty()),
                        Map.of("Attribute", 4, "Entity", 2),
                        Map.of("Entity", 1),
                        List.of(1033, 1031),
                        required,
                        code,
                        List.of(Samples.warning(1))));
    }
}
