package io.github.solutionalm.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageFormatsTest {

    @TempDir
    private Path folder;

    @Test
    void zipCabAndFolderOfTheSameContentGiveTheSameDefinitions() throws Exception {
        PackageBuilder orders = PackageBuilder.managed("Orders", "1.0.0.0")
                .column("contoso_order", "contoso_name", "Name")
                .column("account", "contoso_number", "Number")
                .webResource("contoso_/a.js", "alert(1)")
                .workflow("flow")
                .step("step");
        List<String> contents = new ArrayList<>();
        List<String> formats = new ArrayList<>();
        for (Path file : List.of(orders.zip(folder), orders.cab(folder), orders.folder(folder))) {
            Rehearsal rehearsal = Rehearsal.at(folder.resolve("environment" + contents.size() + ".db"));
            ImportResult result = rehearsal.holding(file);
            assertThat(result.warnings()).isEmpty();
            formats.add(result.file().orElseThrow().format());
            contents.add(EnvironmentDump.content(rehearsal.file()));
        }

        assertThat(formats).containsExactly("zip", "cab", "folder");
        assertThat(contents).hasSize(3).containsOnly(contents.get(0));
        assertThat(contents.get(0)).contains("contoso_/a.js", "contoso_order.contoso_name");
    }
}
