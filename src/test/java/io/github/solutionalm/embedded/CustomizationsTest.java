package io.github.solutionalm.embedded;

import static io.github.solutionalm.ImportOptionsBuilder.options;
import static io.github.solutionalm.embedded.PackageBuilder.managed;
import static io.github.solutionalm.embedded.PackageBuilder.unmanaged;
import static io.github.solutionalm.model.ComponentType.WEB_RESOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.solutionalm.ImportOptions.ActiveBase;
import io.github.solutionalm.ImportResult;
import io.github.solutionalm.Outcome;
import io.github.solutionalm.model.Change;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unmanaged customizations, and what managed imports do to them. */
class CustomizationsTest {

    private static final String SCRIPT = "contoso_/a.js";

    @TempDir
    private Path folder;

    private Rehearsal rehearsal;

    @BeforeEach
    void environment() throws Exception {
        rehearsal = Rehearsal.in(folder);
        rehearsal.holding(
                unmanaged("Mine", "1.0.0.0").webResource(SCRIPT, "mine").zip(folder));
    }

    @Test
    void anUnmanagedUpdateDeletesNothing() throws Exception {
        ImportResult result = rehearsal.imports(
                unmanaged("Mine", "1.1.0.0").webResource("contoso_/b.js", "b").zip(folder));

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.previousVersion()).contains("1.0.0.0");
        assertThat(rehearsal.solutions()).containsExactly("Mine 1.1.0.0");
        assertThat(rehearsal.content().solutions().get(0).components()).hasValue(2);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Active");
        assertThat(rehearsal.layers(WEB_RESOURCE, "contoso_/b.js")).containsExactly("Active");
    }

    @Test
    void maintainLeavesThemOnTop() throws Exception {
        ImportResult result = rehearsal.imports(orders(), options().activeBase(ActiveBase.WARN));

        assertThat(result.hidden()).isEqualTo(1);
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "Active");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("mine");
        assertThat(rehearsal.content().unpublished()).hasValue(1);
    }

    @Test
    void overwriteSetsThemToWhatThePackageHas() throws Exception {
        ImportResult result =
                rehearsal.imports(orders(), options().overwriteCustomizations().activeBase(ActiveBase.WARN));

        assertThat(result.hidden()).isZero();
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Orders", "Active");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("orders");
        assertThat(rehearsal.content().unpublished()).hasValue(0);
    }

    @Test
    void convertToManagedMakesThemTheSolutionsLayers() throws Exception {
        rehearsal.holding(
                unmanaged("Mine", "1.1.0.0").webResource("contoso_/b.js", "b").zip(folder));
        rehearsal.imports(
                managed("Later", "1.0.0.0").webResource(SCRIPT, "later").zip(folder),
                options().activeBase(ActiveBase.WARN));
        ImportResult result = rehearsal.imports(
                managed("Mine", "1.1.0.0")
                        .webResource(SCRIPT, "converted")
                        .webResource("contoso_/c.js", "c")
                        .zip(folder),
                options().convertToManaged());

        assertThat(result.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(result.count(Change.KEEP)).isEqualTo(1);
        assertThat(rehearsal.content().solutions().get(0).managed()).isTrue();
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Mine", "Later");
        assertThat(rehearsal.layers(WEB_RESOURCE, "contoso_/b.js")).containsExactly("Mine");
        assertThat(rehearsal.layers(WEB_RESOURCE, "contoso_/c.js")).containsExactly("Mine");
        assertThat(rehearsal.shown(SCRIPT)).isEqualTo("later");
        assertThat(rehearsal.text(SCRIPT, "Mine")).isEqualTo("converted");
        assertThat(rehearsal.content().unpublished()).hasValue(0);
    }

    @Test
    void convertToManagedKeepsWhatIsTheSame() throws Exception {
        ImportResult result = rehearsal.imports(
                managed("Mine", "1.0.0.0").webResource(SCRIPT, "mine").zip(folder),
                options().convertToManaged());

        assertThat(result.components()).singleElement().satisfies(component -> assertThat(component.change())
                .isEqualTo(Change.UNCHANGED));
        assertThat(rehearsal.layers(WEB_RESOURCE, SCRIPT)).containsExactly("Mine");
        assertThat(rehearsal.content().unpublished()).hasValue(0);
    }

    private Path orders() throws Exception {
        return managed("Orders", "1.0.0.0").webResource(SCRIPT, "orders").zip(folder);
    }
}
