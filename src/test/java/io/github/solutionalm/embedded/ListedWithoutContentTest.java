package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.embedded.Rehearsal.codes;
import static io.github.solutionalm.model.ComponentType.ATTRIBUTE;
import static io.github.solutionalm.model.ComponentType.ENTITY;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.Action;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import io.github.solutionalm.model.ComponentKey;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root component that a package lists but does not define is context: the solution has it, without a layer of its own. */
class ListedWithoutContentTest {

    private static final String SCRIPT = "contoso_/a.js";
    private static final ComponentKey KEY = new ComponentKey(WEB_RESOURCE, SCRIPT);

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;
    private Path next;

    @BeforeEach
    void aSolutionOverAnother() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                managed("Base", "1.0").webResource(SCRIPT, "base").zip(folder),
                managed("Orders", "1.0").webResource(SCRIPT, "orders").zip(folder));
        next = managed("Orders", "2.0")
                .root(61, SCRIPT)
                .webResource("contoso_/b.js", "b")
                .zip(folder);
    }

    @Test
    void anUpgradeTakesTheEarlierLayerAway() throws Exception {
        ImportResult result = rehearsal.imports(next);

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.count(Change.UNLAYER)).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Base");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("base");
        assertThat(members("Orders")).contains(KEY);
    }

    @Test
    void soDoesOneThatIsStaged() throws Exception {
        rehearsal.stages(next);
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("orders");
        rehearsal.applies("Orders");

        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Base");
        assertThat(members("Orders")).contains(KEY);
    }

    @Test
    void anUpdateLeavesIt() throws Exception {
        ImportResult result = rehearsal.imports(next, options().action(Action.UPDATE));

        assertThat(result.count(Change.KEEP)).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Base", "Orders");
        assertThat(members("Orders")).contains(KEY);
    }

    @Test
    void whatTheSolutionListsBlocksItsDeletionByTheOther() throws Exception {
        rehearsal.imports(next);
        ImportResult result = rehearsal.imports(
                managed("Base", "2.0").webResource("contoso_/c.js", "c").zip(folder));

        assertThat(codes(result.errors())).containsExactly("0x8004F01D", "0x8004F01F");
        assertThat(result.errors().get(1).message()).contains(SCRIPT, "Orders");
    }

    @Test
    void whatOnlyTheSolutionDefinesStaysAsItIs() throws Exception {
        rehearsal.imports(managed("Base", "1.1")
                .webResource(SCRIPT, "base")
                .webResource("contoso_/c.js", "c")
                .zip(folder));
        ImportResult result = rehearsal.imports(managed("Base", "2.0")
                .root(61, "contoso_/c.js")
                .webResource(SCRIPT, "base")
                .zip(folder));

        assertThat(result.count(Change.DELETE)).isZero();
        assertThat(rehearsal.shown("contoso_/c.js")).isEqualTo("c");
        assertThat(members("Base")).contains(new ComponentKey(WEB_RESOURCE, "contoso_/c.js"));
    }

    @Test
    void theUsersLayerStays() throws Exception {
        rehearsal.holding(unmanaged("Mine", "1.0").webResource(SCRIPT, "mine").zip(folder));
        rehearsal.imports(next);

        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Base", "Active");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("mine");
    }

    @Test
    void aTableThatBecomesAShellLosesTheSolutionsLayerAndKeepsWhatThePackageBrings() throws Exception {
        rehearsal.holding(
                managed("Tables", "1.0")
                        .column("contoso_order", "contoso_fax", "Fax")
                        .zip(folder),
                managed("Sales", "1.0")
                        .column("contoso_order", "contoso_sold", "Sold")
                        .zip(folder));
        assertThat(rehearsal.layers(ENTITY, "contoso_order")).containsExactly("Tables", "Sales");

        ImportResult result = rehearsal.imports(managed("Sales", "2.0")
                .root(1, "contoso_order")
                .view("contoso_order", "Sold", "contoso_fax")
                .zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(rehearsal.layers(ENTITY, "contoso_order")).containsExactly("Tables");
        assertThat(rehearsal.component(ATTRIBUTE, "contoso_order.contoso_sold")).isEmpty();
        assertThat(members("Sales")).contains(new ComponentKey(ENTITY, "contoso_order"));
    }

    private Set<ComponentKey> members(String solution) {
        return rehearsal.store().read(tx -> tx.members().keysOf(solution));
    }
}
