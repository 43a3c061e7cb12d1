package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.EarlierPackages.SHIPMENT;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.EnvironmentContent;
import io.github.solutionalm.EnvironmentId;
import io.github.solutionalm.ImportOptions.SameVersion;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An environment that version 0.1 of the plugin made is used on by this one as if this one had made it. What 0.1 did not keep,
 * names besides the key and what is referred to by them, is read again from the definitions when it is opened first.
 */
class EarlierEnvironmentTest {

    @TempDir
    private Path folder;

    private EarlierPackages packages;
    private Rehearsal earlier;

    @BeforeEach
    void madeByVersion01() throws Exception {
        packages = new EarlierPackages(folder);
        earlier = Rehearsal.at(folder.resolve("earlier.db"));
        EnvironmentDump.change(earlier.file(), resource("environment-of-0.1.sql"));
    }

    @Test
    void itListsWhat01Listed() throws Exception {
        assertThat(listing(earlier))
                .containsExactlyElementsOf(
                        resource("listing-of-0.1.txt").lines().toList());
    }

    @Test
    void theSamePackagesAgainChangeNothing() throws Exception {
        List<String> before = listing(earlier);

        for (Path installed : packages.installed()) {
            ImportResult again = earlier.imports(installed, options().sameVersion(SameVersion.IMPORT));

            assertThat(again.errors()).isEmpty();
            assertThat(again.components())
                    .as("%s", installed.getFileName())
                    .isNotEmpty()
                    .allMatch(component -> component.change() == Change.UNCHANGED);
        }
        assertThat(listing(earlier)).isEqualTo(before);
    }

    @Test
    void whatWasStagedCanBeApplied() throws Exception {
        ImportResult applied = earlier.applies(packages.staged());

        assertThat(applied.errors()).isEmpty();
        assertThat(applied.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(earlier.solutions()).contains("Stock 2.0.0.0").doesNotContain("Stock_Upgrade 2.0.0.0");
        assertThat(earlier.component(ATTRIBUTE, "contoso_stock.contoso_of1")).isEmpty();
        assertThat(earlier.layers(ATTRIBUTE, "contoso_stock.contoso_of2")).containsExactly("Stock");
        assertThat(earlier.shown("contoso_/stock.js")).isEqualTo("stock 2.0.0.0");
    }

    @Test
    void whatIsNamedOtherwiseThanByItsKeyBlocksAsInANewEnvironment() throws Exception {
        ImportResult blocked = earlier.imports(packages.ordersWithoutShipments());

        assertThat(blocked.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(codes(blocked.errors())).containsExactly("0x8004F01D", "0x8004F01F", "0x8004F01F");
        assertThat(blocked.errors())
                .anySatisfy(error -> assertThat(error.message())
                        .contains("Connector contoso_5fapi", "\"Carrier\" of the solution Flows"))
                .anySatisfy(error ->
                        assertThat(error.message()).contains("Entity " + SHIPMENT, "\"Ship\" of the solution Flows"));
        assertThat(blocked.errors())
                .isEqualTo(made().imports(packages.ordersWithoutShipments()).errors());
    }

    /** 0.1 did not keep what a customization was made on. */
    @Test
    void aCustomizationThatComesAgainShowsAsInANewEnvironment() throws Exception {
        earlier.imports(packages.mine(), options().sameVersion(SameVersion.IMPORT));

        assertThat(shown(earlier)).isNotEmpty().isEqualTo(shown(made()));
    }

    @Test
    void itHoldsWhatANewEnvironmentHolds() throws Exception {
        earlier.open().close();

        assertThat(held(earlier)).isNotEmpty().isEqualTo(held(made()));
    }

    @Test
    void itIsBroughtUpToDateOnce() throws Exception {
        earlier.open().close();
        String once = EnvironmentDump.everything(earlier.file());
        earlier.open().close();

        assertThat(EnvironmentDump.everything(earlier.file())).isEqualTo(once);
        assertThat(once).contains("schema_version | 3").doesNotContain("unread_layer");
    }

    @Test
    void readingItLeavesItAsItIs() throws Exception {
        byte[] before = Files.readAllBytes(earlier.file());
        EnvironmentId id = new EnvironmentId("rehearsal", "embedded", "jdbc:sqlite:" + earlier.file());
        EnvironmentContent read;
        try (EmbeddedEnvironment environment =
                EmbeddedEnvironment.reading(id, EmbeddedSettings.defaults(), Rehearsal.CLOCK)) {
            read = environment.list(true);
        }

        assertThat(Files.readAllBytes(earlier.file())).isEqualTo(before);
        assertThat(read).usingRecursiveComparison().isEqualTo(earlier.content());
    }

    /** What this version makes of the same packages. */
    private Rehearsal made() throws Exception {
        Rehearsal made = Rehearsal.at(folder.resolve("new.db"));
        for (Path solution : packages.imported()) {
            assertThat(made.imports(solution).errors()).isEmpty();
        }
        assertThat(made.stages(packages.staged()).outcome()).isEqualTo(Outcome.STAGED);
        return made;
    }

    /** Solutions, components, layers, references, names and definitions. Names of components are the layers' now. */
    private static String held(Rehearsal rehearsal) {
        EnvironmentDump.change(rehearsal.file(), "UPDATE component SET name = ''");
        return EnvironmentDump.content(rehearsal.file());
    }

    private static Map<ComponentKey, String> shown(Rehearsal rehearsal) throws Exception {
        Map<ComponentKey, String> shown = new HashMap<>();
        try (EmbeddedEnvironment environment = rehearsal.open()) {
            environment.list((key, xml) -> shown.put(key, new String(xml, StandardCharsets.UTF_8)));
        }
        return shown;
    }

    /** One line for each solution and each component. */
    private static List<String> listing(Rehearsal rehearsal) throws Exception {
        EnvironmentContent content = rehearsal.content();
        List<String> lines = new ArrayList<>();
        content.solutions()
                .forEach(solution -> lines.add(String.join(
                        " | ",
                        "Solution",
                        solution.uniqueName(),
                        solution.friendlyName(),
                        solution.version(),
                        solution.managed() ? "managed" : "unmanaged",
                        solution.publisher(),
                        solution.holdingFor().map("for "::concat).orElse("-"),
                        solution.components().orElseThrow() + " components")));
        content.components()
                .forEach(component -> lines.add(String.join(
                        " | ",
                        component.key().type().name(),
                        component.key().key(),
                        component.name(),
                        component.parent().map(ComponentKey::toString).orElse("-"),
                        String.join(", ", component.layers()),
                        component.published().orElseThrow() ? "published" : "unpublished",
                        component.state().map(Enum::name).orElse("-"))));
        return lines;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = EarlierEnvironmentTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
